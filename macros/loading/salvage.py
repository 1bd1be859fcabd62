"""What is left of a file with mistakes: everything around them, so that each is said once and only once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from macros.loading.problems import Path, mistakes
from macros.loading.shape import Shape

Kept = dict[Path, list[int]]
ROUNDS = 40


class Rest(NamedTuple):
    """A record without what is wrong in it: which places are lost, and which items of lists were kept."""

    record: Any
    lost: frozenset[Path]
    kept: Mapping[Path, list[int]]


def salvaged(adapter: TypeAdapter[Any], data: Any, shape: Shape, lost: Iterable[Path]) -> Rest | None:
    """The record without the lost places, and without what cannot stand without them; None if nothing can."""
    gone = set(lost)
    for _ in range(ROUNDS):
        if () in gone:
            return None
        kept: Kept = {}
        try:
            record = adapter.validate_python(without(data, gone, (), kept))
        except ValidationError as error:
            found = _lost(error, data, shape, gone, kept)
            gone |= found if found - gone else {path[:-1] for path in found}
        else:
            return Rest(record, frozenset(gone), kept)
    return None


def _lost(error: ValidationError, data: Any, shape: Shape, gone: set[Path], kept: Kept) -> set[Path]:
    """The places of these mistakes, as the file counts them."""
    rest = without(data, gone, (), {})
    found = mistakes(error, rest, shape).items()
    return {original(mistake.doubt if path != mistake.doubt else path, kept) for path, mistake in found}


def without(data: Any, gone: set[Path], path: Path, kept: Kept) -> Any:
    """The data without some places; `kept` is told which items of a list are still there."""
    if isinstance(data, dict):
        rest = {key: (*path, key) for key in data if (*path, key) not in gone}
        return {key: without(data[key], gone, here, kept) for key, here in rest.items()}
    if isinstance(data, list):
        numbers = [number for number in range(len(data)) if (*path, number) not in gone]
        if len(numbers) < len(data):
            kept[path] = numbers
        return [without(data[number], gone, (*path, number), kept) for number in numbers]
    return data


def original(path: Path, kept: Mapping[Path, list[int]]) -> Path:
    """A place in what is left, as the file counts it."""
    found: Path = ()
    for part in path:
        numbers = kept.get(found)
        moved = numbers is not None and isinstance(part, int) and part < len(numbers)
        found = (*found, numbers[part] if moved and numbers else part)  # type: ignore[index]
    return found
