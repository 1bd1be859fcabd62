"""The rules on guides: what their effects name exists, every option does something, gates are asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.reading import Loaded
from macros.records.plans import Effects, Part
from macros.records.vocabulary import Criterion
from macros.rules.rule import at, heard, options_of, rule, unknown


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
                here = (*place, field, option)
                yield from _effects(loaded, here, effects, asked, stage, whole)
                yield from _gates(loaded, here, effects, key, whole)


@rule
def options_do_something(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Each option of a guide's own question has an effect or is waited for; so is one of a shared one."""
    for stage, loaded in files.guides.items():
        for number, question in enumerate(loaded.record.questions):
            for option, choice in question.options.items():
                if choice.empty and (question.id, option) not in heard(stage, whole):
                    yield at(loaded, ("questions", number, "options", option), "has no effect")
            if question.use in whole.questions and not options_of(stage, question, whole):
                yield at(loaded, ("questions", number, "use"), "has no effect in this guide")


def _gates(
    loaded: Loaded[Any], place: Place, effects: Effects, own: str, whole: Catalogue
) -> Iterator[Problem]:
    """The other answers that an effect waits for are asked by the same guide."""
    asked = {
        question.use or question.id or "": whole.questions[question.use].options
        if question.use in whole.questions
        else question.options
        for question in loaded.record.questions
    }
    for number, part in enumerate(effects.parts):
        within = (*place, "also", number - 1) if number else place
        for gate in ("without", "only_with"):
            for question, options in getattr(part, gate).items():
                here = (*within, gate, question)
                if question not in asked:
                    yield at(loaded, here, unknown("question of this guide", question, asked))
                elif question == own:
                    yield at(loaded, here, "is the question itself; an effect waits for other answers")
                else:
                    missing = [option for option in options if option not in asked[question]]
                    yield from (
                        at(loaded, here, unknown("option", each, asked[question])) for each in missing
                    )


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
    effects: Part,
    asked: dict[str, Criterion],
    stage: str | None,
    whole: Catalogue,
) -> Iterator[Problem]:
    for number, extra in enumerate(getattr(effects, "also", ())):
        yield from _effects(loaded, (*place, "also", number), extra, asked, stage, whole)
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
