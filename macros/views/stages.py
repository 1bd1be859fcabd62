"""Stage pages, the pipeline's picture, and the matrix of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.matrix import groups_of, matrix
from macros.records.vocabulary import LANES, Stage


@dataclass(frozen=True)
class Lane:
    """One kind of work, with its stages and how many tools each has."""

    id: str
    stages: tuple[tuple[str, Stage, int], ...]


def lanes(catalogue: Catalogue) -> list[Lane]:
    """The map of the stages: working, data, models; the order of the stages in a lane claims nothing."""
    return [
        Lane(
            name,
            tuple(
                (key, each, len(catalogue.tools_of(key)))
                for key, each in catalogue.stages.items()
                if each.lane == name
            ),
        )
        for name in LANES
    ]


def stages(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """All stages, with their tools."""
    return {
        "rows": [(name, stage, catalogue.tools_of(name)) for name, stage in catalogue.stages.items()],
        "lanes": lanes(catalogue),
    }


def stage(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """One stage: the job, its tools, the baseline, what leads on from here."""
    tools = catalogue.tools_of(key)
    order = list(catalogue.stages)
    place = order.index(key)
    return {
        "key": key,
        "stage": catalogue.stages[key],
        "tools": tools,
        "whole": {k: t for k, t in tools.items() if t.living and not t.stages[key].part},
        "partly": {k: t for k, t in tools.items() if t.living and t.stages[key].part},
        "closed": {k: t for k, t in tools.items() if not t.living},
        "criteria": catalogue.criteria_of(key),
        "guide": key in catalogue.guides,
        "before": order[place - 1] if place else None,
        "after": order[place + 1] if place + 1 < len(order) else None,
        "comparisons": {
            name: each
            for name, each in catalogue.comparisons.items()
            if sum(tool in tools for tool in each.tools) > 1
        },
        "brief": matrix(catalogue, key, tools, groups_of(catalogue, [key], language)[:1], language),
    }


@dataclass(frozen=True)
class Handover:
    """What the stages hand over: those of the flow in its order, and those that serve all of them."""

    flow: tuple[tuple[str, Stage], ...]
    beside: tuple[tuple[str, Stage], ...]


def handover(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """What each stage hands to the next; the flow starts with the first stage of the data that has a next."""
    flow: list[str] = []
    here = next((name for name, each in catalogue.stages.items() if each.next), None)
    while here and here not in flow:
        flow.append(here)
        here = catalogue.stages[here].next
    beside = [name for name, each in catalogue.stages.items() if each.gives and name not in flow]
    pairs = [tuple((name, catalogue.stages[name]) for name in names) for names in (flow, beside)]
    return {"handover": Handover(*pairs)}


def stage_matrix(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """The full matrix of a stage: its tools in rows, its criteria and the general ones."""
    groups = groups_of(catalogue, [key], language)
    return {
        "key": key,
        "stage": catalogue.stages[key],
        "matrix": matrix(catalogue, key, catalogue.tools_of(key), groups, language),
    }
