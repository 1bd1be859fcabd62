"""Stage pages, the pipeline's picture, and the matrix of a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.matrix.matrix import Matrix, groups_of, matrix
from macros.records.plans import Comparison
from macros.records.tool import Tool
from macros.records.vocabulary import LANES, Criterion, Stage


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


class Stages(NamedTuple):
    """All stages, with their tools, and whether each has a guide."""

    rows: list[tuple[str, Stage, dict[str, Tool], bool]]
    lanes: list[Lane]


def stages(catalogue: Catalogue, key: str, language: str) -> Stages:
    """All stages, with their tools."""
    return Stages(
        rows=[
            (name, stage, catalogue.tools_of(name), name in catalogue.guides)
            for name, stage in catalogue.stages.items()
        ],
        lanes=lanes(catalogue),
    )


class Neighbour(NamedTuple):
    """A stage beside another in the order of the data."""

    id: str
    stage: Stage


class StagePage(NamedTuple):
    """One stage; its tools whole, in part, or closed; the stages before and after it."""

    key: str
    stage: Stage
    tools: dict[str, Tool]
    whole: dict[str, Tool]
    partly: dict[str, Tool]
    closed: dict[str, Tool]
    criteria: dict[str, Criterion]
    guide: bool
    before: Neighbour | None
    after: Neighbour | None
    comparisons: dict[str, Comparison]
    brief: Matrix


def stage(catalogue: Catalogue, key: str, language: str) -> StagePage:
    """One stage: the job, its tools, the baseline, what leads on from here."""
    tools = catalogue.tools_of(key)
    order = [Neighbour(*each) for each in catalogue.stages.items()]
    place = list(catalogue.stages).index(key)
    return StagePage(
        key=key,
        stage=catalogue.stages[key],
        tools=tools,
        whole={k: t for k, t in tools.items() if t.living and not t.stages[key].part},
        partly={k: t for k, t in tools.items() if t.living and t.stages[key].part},
        closed={k: t for k, t in tools.items() if not t.living},
        criteria=catalogue.criteria_of(key),
        guide=key in catalogue.guides,
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
        comparisons={
            name: each
            for name, each in catalogue.comparisons.items()
            if sum(tool in tools for tool in each.tools) > 1
        },
        brief=matrix(catalogue, key, tools, groups_of(catalogue, [key], language)[:1], language),
    )


@dataclass(frozen=True)
class Handover:
    """What the stages hand over: those of the flow in its order, and those that serve all of them."""

    flow: tuple[tuple[str, Stage], ...]
    beside: tuple[tuple[str, Stage], ...]


class HandoverPart(NamedTuple):
    """The picture of what is handed over."""

    handover: Handover


def handover(catalogue: Catalogue, key: str, language: str) -> HandoverPart:
    """What each stage hands to the next; the flow starts with the first stage of the data that has a next."""
    flow: list[str] = []
    here = next((name for name, each in catalogue.stages.items() if each.next), None)
    while here and here not in flow:
        flow.append(here)
        here = catalogue.stages[here].next
    beside = [name for name, each in catalogue.stages.items() if each.gives and name not in flow]
    pairs = [tuple((name, catalogue.stages[name]) for name in names) for names in (flow, beside)]
    return HandoverPart(
        handover=Handover(*pairs),
    )


class StageMatrix(NamedTuple):
    """The full matrix of a stage."""

    key: str
    stage: Stage
    matrix: Matrix


def stage_matrix(catalogue: Catalogue, key: str, language: str) -> StageMatrix:
    """The full matrix of a stage: its tools in rows, its criteria and the general ones."""
    groups = groups_of(catalogue, [key], language)
    return StageMatrix(
        key=key,
        stage=catalogue.stages[key],
        matrix=matrix(catalogue, key, catalogue.tools_of(key), groups, language),
    )
