"""The rules between records, one small function each; every one yields problems and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from macros.catalogue import ROOT, Catalogue, Files, catalogue, fingerprint, read
from macros.loading import Loaded
from macros.model import SPECIAL_VALUES, Assessment, Criterion
from macros.plans import Effects
from macros.problems import Path as Place
from macros.problems import Problem, dotted, guess, line_of

Rule = Callable[[Files, Catalogue], Iterator[Problem]]
RULES: list[Rule] = []
_cache: dict[Path, tuple[int, tuple[Catalogue | None, list[Problem]]]] = {}


def rule(function: Rule) -> Rule:
    """Every rule that `check` applies; its docstring is the rule in a contributor's words."""
    RULES.append(function)
    return function


def check(root: Path = ROOT) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue and all its problems at once; the catalogue is None where one stands."""
    mark = fingerprint(root)
    if root not in _cache or _cache[root][0] != mark:
        _cache[root] = (mark, _check(root))
    return _cache[root][1]


def _check(root: Path) -> tuple[Catalogue | None, list[Problem]]:
    files, problems = read(root)
    if files is None:
        return None, sorted(problems)
    whole = catalogue(files)
    problems += [problem for each in RULES for problem in each(files, whole)]
    return (None if problems else whole), sorted(set(problems))


def at(loaded: Loaded[Any], place: Place, message: str) -> Problem:
    """A problem at a place in a file."""
    return Problem(loaded.file, line_of(place, loaded.lines), dotted(place), message)


def unknown(what: str, key: str, known: Iterable[str]) -> str:
    known = list(known)
    return f"'{key}' is no {what}{guess(key, known)}"


@rule
def sources_exist(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Every source that a tool names stands under its `sources`, and every one there is used."""
    for loaded in files.tools.values():
        tool, used = loaded.record, set()
        for place, key in _source_keys(tool):
            used.add(key)
            if key not in tool.sources:
                yield at(loaded, place, unknown("source of this file", key, tool.sources))
        for key in tool.sources:
            if key not in used:
                yield at(loaded, ("sources", key), "is used by nothing; delete it")


def _source_keys(tool: Any) -> Iterator[tuple[Place, str]]:
    for key in tool.lifecycle.source:
        yield ("lifecycle", "source"), key
    listed = (
        "licences", "stewards", "features", "use_when", "avoid_when", "strengths", "weaknesses",
        "relations",
    )
    for field in listed:
        for number, point in enumerate(getattr(tool, field)):
            for key in point.source or ():
                yield (field, number, "source"), key
    for criterion, assessment in tool.assessments.items():
        for key in assessment.sources:
            yield ("assessments", criterion, "source"), key


@rule
def dates_are_sane(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No date lies in the future, and nothing was checked before its source was opened."""
    today = date.today()
    for loaded in files.tools.values():
        tool = loaded.record
        for key, source in tool.sources.items():
            if source.accessed > today:
                yield at(loaded, ("sources", key, "accessed"), f"{source.accessed} is in the future")
        for criterion, assessment in tool.assessments.items():
            place = ("assessments", criterion, "checked")
            if assessment.checked > today:
                yield at(loaded, place, f"{assessment.checked} is in the future")
            for key in assessment.sources:
                source = tool.sources.get(key)
                if source and assessment.checked < source.accessed:
                    yield at(
                        loaded,
                        place,
                        f"{assessment.checked} is before its source '{key}' was opened ({source.accessed})",
                    )


@rule
def stages_exist(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool, a group of criteria, a guide and a stack name stages of `stages.yml`."""
    for loaded in files.tools.values():
        for stage in loaded.record.stages:
            if stage not in whole.stages:
                yield at(loaded, ("stages", stage), unknown("stage", stage, whole.stages))
    for group in files.criteria.values():
        stage = group.record.stage
        if stage and stage not in whole.stages:
            yield at(group, ("stage",), unknown("stage", stage, whole.stages))
    for key, guide in files.guides.items():
        if key not in whole.stages:
            yield at(guide, (), unknown("stage", key, whole.stages))


@rule
def criteria_are_unique(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A criterion has one home: no two files define the same id."""
    home: dict[str, str] = {}
    for loaded in files.criteria.values():
        for key in loaded.record.criteria:
            if key in home:
                yield at(loaded, ("criteria", key), f"is defined in {home[key]} too")
            home[key] = loaded.file


@rule
def assessments_fit_criteria(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An assessment answers a criterion of the tool's stages, with one of its values."""
    for loaded in files.tools.values():
        asked = whole.criteria_for(loaded.record)
        for key, assessment in loaded.record.assessments.items():
            place: Place = ("assessments", key)
            if key not in whole.criteria:
                yield at(loaded, place, unknown("criterion", key, asked))
            elif key not in asked:
                yield at(loaded, place, "belongs to a stage that this tool is not in")
            else:
                for message in _misfits(assessment, whole.criteria[key]):
                    yield at(loaded, (*place, "value"), message)


def _misfits(assessment: Assessment, criterion: Criterion) -> Iterator[str]:
    if criterion.kind == "text" or assessment.values[0] in SPECIAL_VALUES:
        return
    if not isinstance(assessment.value, tuple):
        yield unknown("value of this criterion", assessment.values[0], criterion.options)
        return
    if len(assessment.value) > 1 and not criterion.many:
        yield "has several values, but this criterion takes one"
    for value in assessment.value:
        if value not in criterion.options:
            yield unknown("value of this criterion", value, criterion.options)


@rule
def relations_exist(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A relation and a successor name another tool of the catalogue."""
    for key, loaded in files.tools.items():
        named = [
            (("relations", number, "tool"), relation.tool)
            for number, relation in enumerate(loaded.record.relations)
        ]
        if loaded.record.lifecycle.successor:
            named.append((("lifecycle", "successor"), loaded.record.lifecycle.successor))
        for place, other in named:
            if other == key:
                yield at(loaded, place, "is the tool itself")
            elif other not in files.tools:
                yield at(loaded, place, unknown("tool", other, files.tools))


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
def shared_questions_rest_on_criteria(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The default effects of a shared question name general criteria and their values."""
    for key, question in whole.questions.items():
        for option, effects in question.options.items():
            place = (key, "options", option)
            yield from _effects(
                files.questions, place, effects, whole.general_criteria(), None, whole
            )


def _effects(
    loaded: Loaded[Any], place: Place, effects: Effects, asked: dict[str, Criterion],
    stage: str | None, whole: Catalogue,
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
    loaded: Loaded[Any], place: Place, stage: str, question: str, options: tuple[str, ...],
    whole: Catalogue,
) -> Iterator[Problem]:
    known = {
        entry.use or entry.id or "": (
            whole.questions[entry.use].options if entry.use in whole.questions else entry.options
        )
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
def changes_name_real_dates(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The source of a change was not opened in the future."""
    for number, change in enumerate(whole.changes):
        if change.source.accessed > date.today():
            yield at(files.changes, (number, "source", "accessed"), "is in the future")
