"""What a rule is: a small function that yields problems and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path, Problem, dotted, guess
from macros.loading.reading import Loaded

Rule = Callable[[Files, Catalogue], Iterator[Problem]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Every rule that `check` applies; its docstring is the rule in a contributor's words."""
    RULES.append(function)
    return function


def at(loaded: Loaded[Any], place: Path, message: str) -> Problem:
    """A problem at a place in a file."""
    return Problem(*loaded.mark(place), dotted(place), message)


def latest_day() -> date:
    """The last day that has begun for anybody: a day ahead of UTC, so that morning in Seoul is no future."""
    return datetime.now(UTC).date() + timedelta(days=1)


def unknown(what: str, key: str, known: Iterable[str]) -> str:
    """A message for a name that does not exist, with the nearest one that does."""
    known = list(known)
    return f"'{key}' is no {what}{guess(key, known)}"
