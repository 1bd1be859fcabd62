"""What cells said before: the recorded values of earlier days, so that a pinned link keeps its word."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from macros.catalogue import ROOT, Catalogue

FILE = ROOT / "history.json"
Values = dict[str, dict[str, list[str]]]


@dataclass(frozen=True)
class Past:
    """A value that a cell had on a recorded day and has no longer; empty where it was unchecked."""

    day: str
    value: tuple[str, ...]


def values(catalogue: Catalogue) -> Values:
    """Every cell's value, by tool and criterion."""
    return {
        key: {criterion: list(each.values) for criterion, each in sorted(tool.assessments.items())}
        for key, tool in sorted(catalogue.tools.items())
    }


def record(catalogue: Catalogue, day: str) -> str:
    """The history with today's values added: a first full day, then only what changed."""
    days = {known: tools for known, tools in _days().items() if known != day}
    before = _known(days, day)
    now = values(catalogue)
    changed: dict[str, dict[str, list[str] | None]] = {}
    for tool in sorted({*before, *now}):
        old, new = before.get(tool, {}), now.get(tool, {})
        cells: dict[str, list[str] | None] = {
            criterion: new.get(criterion)
            for criterion in sorted({*old, *new})
            if old.get(criterion) != new.get(criterion)
        }
        if cells:
            changed[tool] = cells
    if changed:
        days[day] = changed
    return json.dumps(days, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def pasts(tool: str, criterion: str, now: tuple[str, ...]) -> tuple[Past, ...]:
    """The recorded days of one cell where its value has changed since; else nothing."""
    days = sorted(_days().items())
    if not days:
        return ()
    known = [
        Past(day, tuple(cells[tool][criterion] or ()))
        for day, cells in days
        if criterion in cells.get(tool, {})
    ]
    if not known or known[0].day > days[0][0]:
        known.insert(0, Past(days[0][0], ()))
    return tuple(known) if any(set(past.value) != set(now) for past in known) else ()


def first_day() -> str:
    """The first recorded day; empty where nothing is recorded yet."""
    return min(_days(), default="")


def _known(days: dict[str, Any], until: str) -> dict[str, dict[str, Any]]:
    known: dict[str, dict[str, Any]] = {}
    for day, tools in sorted(days.items()):
        if day < until:
            for tool, cells in tools.items():
                known.setdefault(tool, {}).update(cells)
    return {
        tool: {key: value for key, value in cells.items() if value is not None}
        for tool, cells in known.items()
    }


@cache
def _days() -> dict[str, Any]:
    return dict(json.loads(FILE.read_text("utf-8"))) if FILE.exists() else {}
