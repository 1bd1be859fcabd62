"""The rules on what is built on assessments: guides, comparisons, stacks, scenarios, changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.addresses import taken
from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.reading import Loaded
from macros.records.fields import LANGUAGES
from macros.records.plans import Effects, GuideQuestion
from macros.records.vocabulary import Criterion
from macros.rules.rule import at, latest_day, rule, unknown


@rule
def guides_rest_on_criteria(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A guide's question is shared or its own; its effects name criteria, their values and tools."""
    for stage, loaded in files.guides.items():
        asked = {**whole.general_criteria(), **whole.criteria_of(stage)}
        seen: set[str] = set()
        for number, question in enumerate(loaded.record.questions):
            place: Place = ("questions", number)
            key = question.use or question.id or ""
            if key in seen:
                yield at(loaded, place, f"asks '{key}' twice")
            seen.add(key)
            if question.use and question.use not in whole.questions:
                yield at(loaded, (*place, "use"), unknown("shared question", key, whole.questions))
                continue
            if question.id and question.id in whole.questions:
                yield at(loaded, (*place, "id"), f"'{key}' is a shared question; write use: {key}")
            shared = whole.questions[key].options if question.use else {}
            for option, effects in {**question.effects, **question.options}.items():
                field = "effects" if question.use else "options"
                if question.use and option not in shared:
                    yield at(loaded, (*place, field, option), unknown("option", option, shared))
                yield from _effects(loaded, (*place, field, option), effects, asked, stage, whole)


@rule
def options_do_something(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Each option of a guide's own question has an effect, and so has some option of a shared one."""
    for loaded in files.guides.values():
        for number, question in enumerate(loaded.record.questions):
            for option, choice in question.options.items():
                if choice.empty:
                    yield at(loaded, ("questions", number, "options", option), "has no effect")
            if question.use in whole.questions and not _options(question, whole):
                yield at(loaded, ("questions", number, "use"), "has no effect in this guide")


def _options(question: GuideQuestion, whole: Catalogue) -> list[str]:
    """The options that a guide shows: those of a shared question only where they do something."""
    if not question.use:
        return list(question.options)
    shared = whole.questions[question.use].options if question.use in whole.questions else {}
    return [
        key
        for key, choice in shared.items()
        if not choice.empty or not question.effects.get(key, Effects()).empty
    ]


@rule
def shared_questions_rest_on_criteria(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The default effects of a shared question name general criteria and their values."""
    for key, question in whole.questions.items():
        for option, effects in question.options.items():
            place = (key, "options", option)
            yield from _effects(files.questions, place, effects, whole.general_criteria(), None, whole)


def _effects(
    loaded: Loaded[Any],
    place: Place,
    effects: Effects,
    asked: dict[str, Criterion],
    stage: str | None,
    whole: Catalogue,
) -> Iterator[Problem]:
    for field in ("require", "prefer"):
        for criterion, values in getattr(effects, field).items():
            here = (*place, field, criterion)
            if criterion not in asked:
                yield at(loaded, here, unknown("criterion of this stage", criterion, asked))
                continue
            options = (*asked[criterion].options, "not-applicable")
            for value in values:
                if value not in options:
                    yield at(loaded, here, unknown("value of this criterion", value, options))
    for number, favour in enumerate(effects.favour):
        here = (*place, "favour", number)
        if favour.tool not in whole.tools:
            yield at(loaded, here, unknown("tool", favour.tool, whole.tools))
        elif stage and stage not in whole.tools[favour.tool].stages:
            yield at(loaded, here, f"'{favour.tool}' is not in this stage")


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
    known = {entry.use or entry.id or "": _options(entry, whole) for entry in whole.guides[stage].questions}
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
