"""What a rule is: a small function that yields problems and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Path, Problem, dotted, guess
from macros.loading.sheets import Loaded
from macros.records.plans import Effects, GuideQuestion

Rule = Callable[[Files, Catalogue], Iterator[Problem]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Every rule that `check` applies; its docstring is the rule in a contributor's words."""
    RULES.append(function)
    return function


def at(loaded: Loaded[Any], place: Path, message: str) -> Problem:
    """A problem at a place in a file."""
    return Problem(*loaded.mark(place), dotted(loaded.place(place)), message)


def unknown(what: str, key: str, known: Iterable[str]) -> str:
    """A message for a name that does not exist, with the nearest one that does."""
    known = list(known)
    return f"'{key}' is no {what}{guess(key, known)}"


def options_of(stage: str, question: GuideQuestion, whole: Catalogue) -> list[str]:
    """The options that a guide may show: those of a shared question only where they do something."""
    if not question.use:
        return list(question.options)
    shared = whole.questions[question.use].options if question.use in whole.questions else {}
    return [
        key
        for key, choice in shared.items()
        if not choice.empty
        or not question.effects.get(key, Effects()).empty
        or (question.use, key) in heard(stage, whole)
    ]


def heard(stage: str, whole: Catalogue) -> set[tuple[str | None, str]]:
    """The answers that a condition or a gate of this guide speaks of: they act on what others do."""
    gates = [
        gate
        for question in whole.guides[stage].questions
        for effects in (*question.effects.values(), *question.options.values())
        for part in effects.parts
        for gate in (part.without, part.only_with)
    ]
    gates += [condition.no_under for condition in whole.conditions.values()]
    return {(question, option) for gate in gates for question, options in gate.items() for option in options}


def twice(items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """Each item that stood there before, with its place."""
    seen: set[Any] = set()
    for number, item in enumerate(items):
        if item in seen:
            yield number, item
        seen.add(item)
