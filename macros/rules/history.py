"""The rules on what cells said before."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.history import BETWEEN, Line, encoded, same
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.outside import latest_day
from macros.records.fields import Words
from macros.records.tool import Tool
from macros.rules.between import exclusions
from macros.rules.names import criterion_ids
from macros.rules.rule import at, rule, unknown
from macros.rules.tools import LICENCE, misfit, outdated_licence


@rule
def histories_tell_what_cells_said(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Each line of a history goes on from the one before, and the last one says what the cell says."""
    known = criterion_ids(files)
    for loaded in files.tools.values():
        last: dict[str, tuple[int, Line]] = {}
        wrong: set[str] = set()
        excluded = {problem.field.split(".")[1] for problem in exclusions(loaded, whole)}
        for number, line in enumerate(loaded.record.history):
            message = _wrong(line, last.get(line.criterion), known)
            if message and line.criterion not in wrong:
                yield at(loaded, ("history", number), message)
                wrong.add(line.criterion)
            last[line.criterion] = (number, line)
        for criterion, (number, line) in last.items():
            assessment = loaded.record.assessments.get(criterion)
            now = encoded(assessment.value) if assessment else ""
            sure = criterion not in wrong and not _in_doubt(loaded, criterion, gone=not assessment)
            asked = whole.criteria.get(criterion)
            if assessment and asked and misfit(assessment, asked):
                continue
            if criterion in excluded or (criterion == LICENCE and outdated_licence(loaded.record)):
                continue
            if sure and not same(line.after, now):
                yield at(loaded, ("history", number), _unrecorded(criterion, line.after, now))
            elif sure and assessment and line.day >= assessment.checked:
                strange = [
                    each
                    for each in line.source.split()
                    if each not in {*loaded.record.sources, *assessment.sources}
                ]
                if strange and not loaded.doubts("sources"):
                    said = unknown("source of this tool", strange[0], loaded.record.sources)
                    yield at(loaded, ("history", number), said)


def _in_doubt(loaded: Loaded[Tool], criterion: str, *, gone: bool) -> bool:
    """Whether what a cell says is lost; one that is gone may stand there under a name that does not exist."""
    misspelt = any(place[:1] == ("assessments",) and len(place) == 2 for place in loaded.lost | loaded.astray)
    return (gone and misspelt) or loaded.doubts("assessments", criterion, "value")


def _wrong(line: Line, before: tuple[int, Line] | None, known: frozenset[str]) -> str | None:
    """The first thing that is wrong with a line."""
    said = before[1].after if before else ""
    if line.criterion not in known:
        return unknown("criterion", line.criterion, sorted(known))
    if line.day > latest_day():
        return f"{line.day} is in the future"
    if before and line.day < before[1].day:
        return f"{line.day} stands behind {before[1].day}; the lines of a cell are ordered by day"
    if not same(line.before, said):
        return f"goes on from '{line.before}', but the line before ends with '{said}'"
    if same(line.before, line.after):
        return "changes nothing"
    if line.after and not line.source:
        return "does not name its source"
    return None if line.why else "does not say why"


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
