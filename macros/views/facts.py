"""Figures and facts that several kinds of page show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.records.evidence import Assessment
from macros.records.tool import Tool

OLD_AFTER_DAYS = 180


@dataclass(frozen=True)
class Coverage:
    """How much of what is asked of a tool has an answer."""

    asked: int
    checked: int
    disputed: int
    oldest: date | None

    @property
    def percent(self) -> int:
        """The checked share, rounded down; 0 where nothing is asked."""
        return 100 * self.checked // self.asked if self.asked else 0


def coverage(catalogue: Catalogue, tool: Tool, stage: str | None = None) -> Coverage:
    """The coverage of one tool: of all its criteria, or of those of one stage."""
    asked = catalogue.criteria_of(stage) if stage else catalogue.criteria_for(tool)
    given = [tool.assessments[key] for key in asked if key in tool.assessments]
    return Coverage(
        len(asked),
        len(given),
        sum(each.values == ("disputed",) for each in given),
        min((each.checked for each in given), default=None),
    )


class Size(NamedTuple):
    """How large the catalogue is; `newest` is the day of the last check, empty where there was none."""

    tools: int
    assessments: int
    sources: int
    newest: str


def size(catalogue: Catalogue) -> Size:
    """The size of the catalogue, counted from the data."""
    tools = catalogue.tools.values()
    checked = [each.checked for tool in tools for each in tool.assessments.values()]
    return Size(
        tools=len(catalogue.tools),
        assessments=len(checked),
        sources=len({source.url for tool in tools for source in tool.sources.values()}),
        newest=max(checked).isoformat() if checked else "",
    )


def is_old(assessment: Assessment, day: date) -> bool:
    """Whether an assessment is due for a new check on a day."""
    return (day - assessment.checked).days > OLD_AFTER_DAYS


def current_licence(tool: Tool) -> str:
    """The licence of the last period; empty where none is recorded."""
    return tool.licences[-1].licence if tool.licences else ""
