"""The whole checked data set by its ids, loaded once for both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from macros.loading.files import FILES, Files
from macros.loading.folders import lines_of
from macros.loading.measured import Result
from macros.loading.sheets import Loaded
from macros.records.fields import Text
from macros.records.plans import Change, Comparison, Guide, Question, Scenario, Stack, Term
from macros.records.tool import Tool
from macros.records.vocabulary import (
    Condition,
    Contradiction,
    Counted,
    CriteriaGroup,
    Criterion,
    Declined,
    Stage,
    Uncovered,
    Unmeasured,
)


@dataclass(frozen=True, eq=False, repr=False)
class Catalogue:
    """The records by id, in display order.

    Age is counted up to `day`: on the first day of all nothing has aged yet. `lines` says where each cell
    stands in its tool's evidence.yml.
    """

    tools: dict[str, Tool]
    stages: dict[str, Stage]
    groups: dict[str, CriteriaGroup]
    criteria: dict[str, Criterion]
    guides: dict[str, Guide]
    questions: dict[str, Question]
    comparisons: dict[str, Comparison]
    stacks: dict[str, Stack]
    scenarios: dict[str, Scenario]
    glossary: dict[str, Term]
    changes: tuple[Change, ...]
    strings: dict[str, Text]
    conditions: dict[str, Condition]
    contradictions: dict[str, Contradiction]
    uncovered: dict[str, Uncovered]
    declined: dict[str, Declined]
    counted: dict[str, Counted]
    ids: dict[str, dict[str, str]]
    redirects: dict[str, str]
    measured: dict[str, Result]
    unmeasured: dict[str, Unmeasured]
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    day: date = date.min

    @cached_property
    def first_day(self) -> str:
        """The first recorded day of any cell; empty where nothing is recorded."""
        days = [line.day for tool in self.tools.values() for line in tool.history]
        return min(days).isoformat() if days else ""

    def tools_of(self, stage: str) -> dict[str, Tool]:
        """The tools of a stage: by English name; nobody is favoured."""
        return {key: tool for key, tool in self.tools.items() if stage in tool.stages}

    def general_criteria(self) -> dict[str, Criterion]:
        """The criteria that people answer of every tool."""
        return _asked(group for group in self.groups.values() if group.stage is None)

    def criteria_of(self, stage: str) -> dict[str, Criterion]:
        """The criteria of one stage that people answer, without the general ones."""
        return _asked(group for group in self.groups.values() if group.stage == stage)

    def criteria_for(self, tool: Tool) -> dict[str, Criterion]:
        """Every criterion that people answer of this tool; a figure is measured, not asked."""
        stages = (None, *tool.stages)
        return _asked(group for group in self.groups.values() if group.stage in stages)

    def ordered_by(self, place: str) -> tuple[str, ...]:
        """The criteria that have a `place` ("column" or "need"), in its order."""
        placed = {key: number for key, each in self.criteria.items() if (number := getattr(each, place))}
        return tuple(sorted(placed, key=lambda key: placed[key]))


def catalogue_of(files: Files, day: date = date.min) -> Catalogue:
    """The records without their places, in display order, on a day."""
    stages = files.stages.record
    order = {stage: number for number, stage in enumerate(stages, 100)}
    groups = _records(files.criteria)
    groups = dict(sorted(groups.items(), key=lambda item: order.get(item[1].stage or "", item[1].order)))
    tools = _records(files.tools)
    tools = dict(sorted(tools.items(), key=lambda item: (item[1].name.en or "").casefold()))
    one: dict[str, Any] = {name: getattr(files, name).record for name in FILES}
    several: dict[str, Any] = {
        name: _records(getattr(files, name)) for name in ("guides", "comparisons", "stacks")
    }
    return Catalogue(
        **one,
        **several,
        tools=tools,
        groups=groups,
        criteria=_merge(group.criteria for group in groups.values()),
        strings=_merge(each.record for each in files.strings.values()),
        measured={tool: result for tool, result in files.measured.items() if tool in tools},
        unmeasured=files.unmeasured.record,
        lines={key: lines_of(files.tools[key]) for key in tools},
        day=day,
    )


def _records(loaded: dict[str, Loaded[Any]]) -> dict[str, Any]:
    return {key: item.record for key, item in loaded.items()}


def _merge(parts: Any) -> dict[str, Any]:
    return {key: value for part in parts for key, value in part.items()}


def _asked(groups: Iterable[CriteriaGroup]) -> dict[str, Criterion]:
    return {key: each for group in groups for key, each in group.criteria.items() if each.kind != "figure"}
