"""What reading gathers: files as they were written, records with their files, and every problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

from macros.loading import salvage
from macros.loading.problems import Lines, Path, Problem, line_of
from macros.loading.store import Store

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Sheet:
    """A file as it was written: what it says, the line of each of its places, and which of them are wrong.

    Where it is not YAML it says nothing, and `words` are the keys that its text seems to hold.
    """

    file: str
    lines: Lines
    kind: Any = None
    data: Any = None
    wrong: frozenset[Path] = frozenset()
    words: frozenset[str] = frozenset()

    def keys(self, *path: str) -> frozenset[str]:
        """The keys of the mapping at a place, as far as they can be read."""
        found = self.data
        for part in path:
            found = found.get(part) if isinstance(found, dict) else None
        if not isinstance(found, dict):
            return self.words
        return frozenset(found) | {key.casefold() for key in found}


@dataclass(frozen=True)
class Loaded(Generic[Kind]):
    """A record with the files that it came from.

    What was wrong in them is `lost`, and not in the record; what names nothing is `astray`, and is in it.
    """

    record: Kind
    sheets: tuple[Sheet, ...]
    lost: frozenset[Path] = frozenset()
    astray: frozenset[Path] = frozenset()
    kept: Mapping[Path, list[int]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Its file; of several the first."""
        return self.sheets[0].file

    def place(self, path: Path) -> Path:
        """A place in the record, as its file counts it."""
        return salvage.original(path, self.kept)

    def mark(self, path: Path) -> tuple[str, int]:
        """The file and the line of a place, or of the nearest thing around it."""
        path = self.place(path)
        sheet = next((each for each in self.sheets if path[:1] in each.lines), self.sheets[0])
        return sheet.file, line_of(path, sheet.lines)

    def doubts(self, *path: str | int) -> bool:
        """Whether something at, in or around this place is lost or astray: what it says, says nothing."""
        path = self.place(path)
        both = self.lost | self.astray
        return any(path[: len(each)] == each or each[: len(path)] == path for each in both)

    def lacks(self, *path: str | int) -> bool:
        """Whether a key of the mapping at this place may be lost, so that a key is not missed there."""
        path = self.place(path)
        return any(path[: len(each)] == each or each[:-1] == path for each in self.lost)


@dataclass
class Found:
    """What reading gathers: every problem, and every file as it was written."""

    root: FilePath
    problems: list[Problem] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    store: Store | None = None

    def problem(self, path: FilePath, line: int, message: str) -> None:
        """A problem of a whole file."""
        self.problems.append(Problem(name_of(path, self.root), line, "", message))


def name_of(path: FilePath, root: FilePath) -> str:
    """A file's path as messages name it."""
    return path.relative_to(root).as_posix()
