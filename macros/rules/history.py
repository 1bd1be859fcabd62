"""The rules on what cells said before."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue, Files
from macros.loading.history import BETWEEN, Line, encoded, same
from macros.loading.problems import Problem
from macros.records.fields import Words
from macros.records.tool import Tool
from macros.rules.rule import at, latest_day, rule, unknown


@rule
def histories_tell_what_cells_said(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Each line of a history goes on from the one before, and the last one says what the cell says."""
    for loaded in files.tools.values():
        last: dict[str, tuple[int, Line]] = {}
        for number, line in enumerate(loaded.record.history):
            for message in _wrong(loaded.record, line, last.get(line.criterion), whole):
                yield at(loaded, ("history", number), message)
            last[line.criterion] = (number, line)
        for criterion, (number, line) in last.items():
            assessment = loaded.record.assessments.get(criterion)
            now = encoded(assessment.value) if assessment else ""
            if not same(line.after, now):
                yield at(loaded, ("history", number), _unrecorded(criterion, line.after, now))


def _wrong(tool: Tool, line: Line, before: tuple[int, Line] | None, whole: Catalogue) -> Iterator[str]:
    said = before[1].after if before else ""
    if line.criterion not in whole.criteria:
        yield unknown("criterion", line.criterion, whole.criteria)
    if line.day > latest_day():
        yield f"{line.day} is in the future"
    if before and line.day < before[1].day:
        yield f"{line.day} stands behind {before[1].day}; the lines of a cell are ordered by day"
    if not same(line.before, said):
        yield f"goes on from '{line.before}', but the line before ends with '{said}'"
    if same(line.before, line.after):
        yield "changes nothing"
    if not line.why:
        yield "does not say why"


def _unrecorded(criterion: str, after: str, now: str) -> str:
    return (
        f"'{criterion}' says '{now}', but its history ends with '{after}'; "
        f"add a line, or change cells with 'python -m macros assess'"
    )


@rule
def words_fit_a_line(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The words of a text criterion hold no ' | ', which parts the languages in a history."""
    for loaded in files.tools.values():
        for key, each in loaded.record.assessments.items():
            if isinstance(each.value, Words) and BETWEEN in each.value.ko + (each.value.en or ""):
                yield at(loaded, ("assessments", key, "value"), f"holds '{BETWEEN}'; use another mark")
