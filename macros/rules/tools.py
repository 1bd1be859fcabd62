"""The rules on one tool: sources, days, criteria and their values, licences, names said once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.folders import EVIDENCE, SHEETS
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem, nearest
from macros.loading.shape import shape_of
from macros.loading.sheets import Loaded
from macros.outside import latest_day
from macros.records.evidence import Assessment
from macros.records.fields import SPECIAL_VALUES, Words, one_or_more
from macros.records.tool import Tool, source_keys
from macros.records.vocabulary import Criterion
from macros.rules.names import named
from macros.rules.rule import at, rule

LICENCE = "licence"


@rule
def sources_are_used(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Every source under `sources` is named by something in its tool's files."""
    for loaded in files.tools.values():
        used = _named_sources(loaded)
        idle = [key for key in loaded.record.sources if key not in used]
        unknown = [key for key in used - set(loaded.record.sources) if not nearest(key, used - {key})]
        if len(idle) > len(unknown) and not _misses_a_source(loaded):
            for key in idle:
                yield at(loaded, ("sources", key), "is used by nothing; delete it")


def _misses_a_source(loaded: Loaded[Tool]) -> bool:
    """Whether a problem of its own says that a source is missing here, or half of the file is."""
    for sheet in (each for each in loaded.sheets if each.kind is SHEETS[EVIDENCE]):
        for place in loaded.lost:
            said, asked = _said(sheet.data, place), dict(shape_of(sheet.kind).at(place).fields)
            if place[-1:] == ("source",) or ("source" in asked and "source" not in (said or ())):
                return True
    return () in loaded.lost


def _said(data: Any, place: Place) -> Any:
    """What stands at a place; None where nothing does."""
    for part in place:
        there = (
            part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))
        )
        data = data[part] if there else None
    return data


def _named_sources(loaded: Loaded[Tool]) -> set[str]:
    """The sources that a tool's files name, in what could not be read as a record too."""
    if not loaded.lost:
        return {key for _, key in source_keys(loaded.record)}
    sheets = [sheet for sheet in loaded.sheets if sheet.kind]
    found = (each for sheet in sheets for each in named(sheet.data, shape_of(sheet.kind)))
    lost = {name for sheet in sheets for name in _under_any_key(sheet.data)}
    return {each.name for each in found if each.kind == "source"} | lost


def _under_any_key(data: Any) -> Iterator[str]:
    """What stands under `source` anywhere in a file, below a misspelt key too."""
    if isinstance(data, list):
        for each in data:
            yield from _under_any_key(each)
    for key, value in data.items() if isinstance(data, dict) else ():
        if key == "source":
            yield from (each for each in one_or_more(value) if isinstance(each, str))
        else:
            yield from _under_any_key(value)


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
def partial_values_say_which_part(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A partial value has a note that says which part."""
    for loaded in files.tools.values():
        for key, assessment in loaded.record.assessments.items():
            asked = whole.criteria.get(key)
            known = asked and "partial" in asked.options and not loaded.doubts("assessments", key, "note")
            if known and assessment.values == ("partial",) and assessment.note is None:
                yield at(loaded, ("assessments", key), "a partial value needs a note that says which part")


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
        said = {
            ("licences", "licence"): [(each.since, each.licence) for each in tool.licences],
            ("stewards", "name"): [(each.since, each.name.ko) for each in tool.stewards],
        }
        for (field, name), periods in said.items():
            for number, (before, after) in enumerate(pairwise(periods), 1):
                if before[1] == after[1] and before[0] < after[0]:
                    message = f"'{after[1]}' is what the period before says; a period begins with a change"
                    yield at(loaded, (field, number, name), message)
        if (late := outdated_licence(tool)) and not loaded.doubts("licences"):
            yield at(loaded, ("assessments", LICENCE, "value"), late)


def outdated_licence(tool: Tool) -> str | None:
    """Why the licence cell is not that of the last period, where periods stand in order."""
    cell, days = tool.assessments.get(LICENCE), [period.since for period in tool.licences]
    if not cell or not days or days != sorted(days) or not isinstance(cell.value, Words):
        return None
    last, said = tool.licences[-1].licence, cell.value.en or cell.value.ko
    return None if said.startswith(last) else f"'{said}' does not begin with '{last}', the last of licences"
