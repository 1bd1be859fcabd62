"""The rules on one tool: sources, days, criteria and their values, licences, names said once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from macros.days import latest_day
from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem, nearest
from macros.loading.shape import shape_of
from macros.loading.sheets import Loaded
from macros.records.evidence import Assessment
from macros.records.fields import SPECIAL_VALUES, Words
from macros.records.tool import Tool
from macros.records.vocabulary import Criterion
from macros.rules.names import named
from macros.rules.rule import at, rule, twice

LICENCE = "licence"


@rule
def sources_are_used(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Every source under `sources` is named by something in its tool's files."""
    for loaded in files.tools.values():
        used = _named_sources(loaded)
        unknown = used - set(loaded.record.sources)
        lines = [sheet.lines for sheet in loaded.sheets]
        misspelt = any(
            each[-1:] == ("source",) and not any(each in one for one in lines) for each in loaded.lost
        )
        for key in loaded.record.sources:
            if key not in used and not nearest(key, unknown) and not misspelt:
                yield at(loaded, ("sources", key), "is used by nothing; delete it")


def _named_sources(loaded: Loaded[Tool]) -> set[str]:
    """The sources that a tool's files name, in what could not be read as a record too."""
    sheets = [sheet for sheet in loaded.sheets if sheet.kind]
    found = (each for sheet in sheets for each in named(sheet.data, shape_of(sheet.kind)))
    return {each.name for each in found if each.kind == "source"}


@rule
def nothing_lies_in_the_future(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No source was opened, no cell checked and no period begun on a day that has not come."""
    today = latest_day().isoformat()
    for loaded in files.tools.values():
        for place, day in _days(loaded.record):
            if day > today[: len(day)]:
                yield at(loaded, place, f"{day} is in the future")


def _days(tool: Tool) -> Iterator[tuple[Place, str]]:
    for key, source in tool.sources.items():
        yield ("sources", key, "accessed"), source.accessed.isoformat()
    for criterion, assessment in tool.assessments.items():
        yield ("assessments", criterion, "checked"), assessment.checked.isoformat()
    for criterion, looked in tool.looked.items():
        yield ("looked", criterion, "day"), looked.day.isoformat()
    yield ("lifecycle", "since"), tool.lifecycle.since
    for field in ("licences", "stewards"):
        for number, period in enumerate(getattr(tool, field)):
            yield (field, number, "since"), period.since


@rule
def cells_are_checked_when_their_sources_were_open(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Nothing was checked before its source was opened; a source that is late for several is one mistake."""
    today = latest_day()
    for loaded in files.tools.values():
        early = {key: cells for key, cells in _early(loaded.record).items() if _opened(loaded, key) <= today}
        told: set[str] = set()
        for key, cells in early.items():
            place: Place = ("assessments", cells[0], "checked")
            said = f"{loaded.record.assessments[cells[0]].checked} is before its source '{key}' was opened"
            if len(cells) > 1:
                more = f"is after {len(cells)} cells that rest on it were checked, '{cells[0]}' the first"
                yield at(loaded, ("sources", key, "accessed"), f"{_opened(loaded, key)} {more}")
            elif cells[0] not in told:
                yield at(loaded, place, f"{said} ({_opened(loaded, key)})")
            told |= set(cells)


def _opened(loaded: Loaded[Tool], key: str) -> date:
    return loaded.record.sources[key].accessed


def _early(tool: Tool) -> dict[str, list[str]]:
    """By source, the cells that were checked before it was opened."""
    early: dict[str, list[str]] = {}
    for criterion, assessment in tool.assessments.items():
        for key in dict.fromkeys(assessment.sources):
            opened = tool.sources.get(key)
            if opened and assessment.checked < opened.accessed:
                early.setdefault(key, []).append(criterion)
    return early


@rule
def cells_answer_what_is_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An assessment answers a criterion of its tool's stages, or one that is asked of every tool."""
    for loaded in files.tools.values():
        asked = whole.criteria_for(loaded.record)
        for field in ("assessments", "looked"):
            for key in getattr(loaded.record, field):
                home = _home(key, whole)
                if key in whole.criteria and key not in asked and home and not _unsure(loaded, home, files):
                    message = f"belongs to the stage '{home}', and this tool is not in it"
                    yield at(loaded, (field, key), message)


def _home(criterion: str, whole: Catalogue) -> str | None:
    return next((group.stage for group in whole.groups.values() if criterion in group.criteria), None)


def _unsure(loaded: Loaded[Tool], stage: str, files: Files) -> bool:
    """Whether it is not known in which stages a tool is, or what a stage is."""
    return loaded.doubts("stages") or stage not in files.stages.record


@rule
def values_fit_criteria(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A criterion with options takes one of them, or many where it says so; one in words takes words."""
    for loaded in files.tools.values():
        for key, assessment in loaded.record.assessments.items():
            criterion = whole.criteria.get(key)
            message = misfit(assessment, criterion) if criterion and criterion.kind != "figure" else None
            if message and not loaded.doubts("assessments", key, "value"):
                yield at(loaded, ("assessments", key, "value"), message)


def misfit(assessment: Assessment, criterion: Criterion) -> str | None:
    """Why a value is of another kind than its criterion, by its first side that is."""
    for value in (assessment.value, *(side.value for side in assessment.sides)):
        if isinstance(value, tuple) and set(value) & set(SPECIAL_VALUES):
            continue
        if criterion.options and isinstance(value, Words):
            return f"'{value.ko}' is no value of this criterion: {', '.join(criterion.options)}"
        if criterion.kind == "text" and isinstance(value, tuple):
            return f"'{' '.join(value)}' is an id, and this criterion asks for words; write ko and en"
        if isinstance(value, tuple) and len(value) > 1 and not criterion.many:
            return "has several values, but this criterion takes one"
    return None


@rule
def licences_follow_each_other(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Licences and stewards stand in the order of their days; the licence cell begins with the last one."""
    for loaded in files.tools.values():
        tool = loaded.record
        for field in ("licences", "stewards"):
            days = [period.since for period in getattr(tool, field)]
            for number, (before, day) in enumerate(pairwise(days), 1):
                if day < before and not loaded.doubts(field):
                    message = f"{day} stands behind {before}; periods are ordered by day"
                    yield at(loaded, (field, number, "since"), message)
        cell = tool.assessments.get(LICENCE)
        if cell and tool.licences and isinstance(cell.value, Words) and not loaded.doubts("licences"):
            last = max(tool.licences, key=lambda period: period.since).licence
            said = cell.value.en or cell.value.ko
            if not said.startswith(last):
                message = f"'{said}' does not begin with '{last}', the last period under licences"
                yield at(loaded, ("assessments", LICENCE, "value"), message)


@rule
def nothing_is_said_twice(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool says each search word, relation, package and period once."""
    for loaded in files.tools.values():
        tool = loaded.record
        listed = {
            "search": tool.search,
            "images": tool.images,
            "relations": [(each.kind, each.tool) for each in tool.relations],
            "features": [each.ko for each in tool.features],
            "strengths": [each.ko for each in tool.strengths],
            "weaknesses": [each.ko for each in tool.weaknesses],
        }
        for field, items in listed.items():
            for number, item in twice(items):
                words = item if isinstance(item, str) else " ".join(item)
                yield at(loaded, (field, number), f"'{words}' stands here twice; keep one")
