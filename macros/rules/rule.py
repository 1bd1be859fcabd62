"""What a rule is: a small function that yields problems and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path, Problem, dotted, guess
from macros.loading.sheets import Loaded

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


def twice(items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """Each item that stood there before, with its place."""
    seen: set[Any] = set()
    for number, item in enumerate(items):
        if item in seen:
            yield number, item
        seen.add(item)
