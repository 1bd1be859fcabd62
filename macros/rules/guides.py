"""The rules on what a guide asks: the answers that gates wait for, and those that old links lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.figures import band
from macros.loading.files import Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.records.plans import Effects, Guide, GuideQuestion
from macros.records.tool import Tool
from macros.rules.rule import at, rule, unknown


@rule
def gates_are_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The other answers that an effect waits for are asked by the same guide."""
    for loaded in files.guides.values():
        for number, question in enumerate(loaded.record.questions):
            key = question.use or question.id or ""
            field = "effects" if question.use else "options"
            for option, effects in {**question.effects, **question.options}.items():
                yield from _gates(loaded, ("questions", number, field, option), effects, key, files, whole)


def _gates(
    loaded: Loaded[Any], place: Place, effects: Effects, own: str, files: Files, whole: Catalogue
) -> Iterator[Problem]:
    """The other answers that an effect waits for are asked by the same guide."""
    asked, unsure = _asked(loaded, whole), _unsure(loaded, files)
    for number, part in enumerate(effects.parts):
        within = (*place, "also", number - 1) if number else place
        for gate in ("without", "only_with"):
            for question, options in getattr(part, gate).items():
                here = (*within, gate, question)
                if question in unsure or (unsure and question in whole.questions and question not in asked):
                    continue
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
def figures_are_known_of_most(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A guide reasons with a figure only if most of its candidates have one, where any was measured."""
    for key, loaded in files.guides.items():
        tools = [name for name, tool in whole.tools.items() if key in tool.stages and _candidate(tool, key)]
        for criterion in _preferred(loaded.record, whole):
            if not whole.measured and whole.criteria[criterion].measure != "price":
                continue
            known = sum(band(whole, tool, criterion) is not None for tool in tools)
            if 2 * known <= len(tools):
                message = f"reasons with '{criterion}', measured of {known} of {len(tools)} candidates"
                yield at(loaded, (), f"{message}; more than half is needed")


def _candidate(tool: Tool, stage: str) -> bool:
    return tool.living and not tool.stages[stage].part


def _preferred(guide: Guide, whole: Catalogue) -> set[str]:
    """The figures that any effect of a guide speaks of."""
    effects = [each for question in guide.questions for each in _effects(question, whole)]
    named = {key for each in effects for part in each.parts for key in (*part.require, *part.prefer)}
    return {key for key in named if key in whole.criteria and whole.criteria[key].kind == "figure"}


def _effects(question: GuideQuestion, whole: Catalogue) -> Iterator[Effects]:
    shared = whole.questions[question.use].options if question.use in whole.questions else {}
    yield from (*question.effects.values(), *question.options.values(), *shared.values())


@rule
def moved_answers_are_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An answer that old links hold leads to one that the guide asks for, and is not asked for itself."""
    for loaded in files.guides.values():
        asked = {f"{key}.{option}" for key, options in _asked(loaded, whole).items() for option in options}
        unsure = _unsure(loaded, files)
        for old, now in loaded.record.moved.items():
            if now not in asked and now.partition(".")[0] not in unsure:
                yield at(loaded, ("moved", old), unknown("answer of this guide", now, asked))
            if old in asked:
                yield at(loaded, ("moved", old), "is asked for still; an answer that is asked leads nowhere")


def _unsure(loaded: Loaded[Any], files: Files) -> set[str]:
    """The shared questions of a guide whose options are not known: a mistake stands in their own place."""
    shared = {question.use for question in loaded.record.questions if question.use}
    return {key for key in shared if key not in files.questions.record or files.questions.doubts(key)}


def _asked(loaded: Loaded[Any], whole: Catalogue) -> dict[str, Mapping[str, Any]]:
    """The options of every question of a guide, shared ones included."""
    return {
        question.use or question.id or "": whole.questions[question.use].options
        if question.use in whole.questions
        else question.options
        for question in loaded.record.questions
    }
