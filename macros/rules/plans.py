"""The rules on what is built on assessments: comparisons, stacks, scenarios, changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.addresses import taken
from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.reading import Loaded
from macros.records.fields import LANGUAGES
from macros.rules.rule import at, latest_day, options_of, rule, unknown


@rule
def comparisons_rest_on_cells(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A comparison names tools and criteria, and each verdict the assessments that it rests on."""
    for loaded in files.comparisons.values():
        record = loaded.record
        for number, tool in enumerate(record.tools):
            if tool not in whole.tools:
                yield at(loaded, ("tools", number), unknown("tool", tool, whole.tools))
        for number, criterion in enumerate(record.criteria):
            if criterion not in whole.criteria:
                yield at(loaded, ("criteria", number), unknown("criterion", criterion, whole.criteria))
        for number, verdict in enumerate(record.verdict):
            for place, cell in enumerate(verdict.cells):
                tool, criterion = cell.split(".")
                if tool not in whole.tools or criterion not in whole.tools[tool].assessments:
                    yield at(loaded, ("verdict", number, "cells", place), f"'{cell}' is no assessment")


@rule
def plans_name_what_exists(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Stacks, scenarios and changes name tools, stages, questions and options that exist."""
    for loaded in files.stacks.values():
        for number, entry in enumerate(loaded.record.tools):
            if entry.tool not in whole.tools:
                yield at(loaded, ("tools", number), unknown("tool", entry.tool, whole.tools))
            elif entry.stage not in whole.tools[entry.tool].stages:
                yield at(loaded, ("tools", number), f"'{entry.tool}' is not in '{entry.stage}'")
    for key, scenario in whole.scenarios.items():
        for number, preset in enumerate(scenario.guides):
            place = (key, "guides", number)
            if preset.stage not in whole.guides:
                yield at(files.scenarios, place, unknown("guide", preset.stage, whole.guides))
                continue
            for question, options in preset.answers.items():
                yield from _answers(files.scenarios, place, preset.stage, question, options, whole)
    for number, change in enumerate(whole.changes):
        if change.tool not in whole.tools:
            yield at(files.changes, (number, "tool"), unknown("tool", change.tool, whole.tools))


def _answers(
    loaded: Loaded[Any],
    place: Place,
    stage: str,
    question: str,
    options: tuple[str, ...],
    whole: Catalogue,
) -> Iterator[Problem]:
    known = {
        entry.use or entry.id or "": options_of(stage, entry, whole)
        for entry in whole.guides[stage].questions
    }
    here = (*place, "answers", question)
    if question not in known:
        yield at(loaded, here, unknown(f"question of the guide '{stage}'", question, known))
        return
    for option in options:
        if option not in known[question]:
            yield at(loaded, here, unknown("option", option, known[question]))


@rule
def words_have_one_room(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An interface word stands in one file of `strings/` only."""
    home: dict[str, str] = {}
    for loaded in files.strings.values():
        for key in loaded.record:
            if key in home:
                yield at(loaded, (key,), f"is defined in {home[key]} too")
            home[key] = loaded.file


@rule
def changes_name_real_dates(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The source of a change was not opened in the future."""
    for number, change in enumerate(whole.changes):
        if change.source.accessed > latest_day():
            yield at(files.changes, (number, "source", "accessed"), "is in the future")


@rule
def redirects_lead_to_pages(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A redirect leads from an address without a page to one that has a page, in one step."""
    pages = taken(files)
    for old, new in whole.redirects.items():
        if old in pages:
            yield at(files.redirects, (old,), "is a page; a redirect would overwrite it")
        elif old.split("/")[0] in LANGUAGES:
            yield at(files.redirects, (old,), "is an address in one language; write it without the language")
        elif new not in pages:
            yield at(files.redirects, (old,), _astray(old, whole.redirects, pages))


def _astray(old: str, redirects: dict[str, str], pages: set[str]) -> str:
    """Why a redirect does not lead to a page: its way runs in a circle, over another redirect, or nowhere."""
    way = [old, redirects[old]]
    while way[-1] in redirects and way[-1] not in way[:-1]:
        way.append(redirects[way[-1]])
    end = way[-1]
    if end in redirects:
        return f"leads in a circle: {' → '.join(way)}"
    if end not in pages:
        return unknown("page", end, pages)
    return f"leads to another redirect; write '{end}'"
