"""YAML files as checked records, with the line of every field; strangers write these files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from macros.loading.problems import Lines, Path, Problem, from_validation, line_of

MOST_BYTES = 300_000
MOST_DEPTH = 14
Kind = TypeVar("Kind")
HIDDEN = re.compile(r"[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refused(Exception):
    """Something that YAML allows and this project does not."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


@dataclass(frozen=True)
class Sheet:
    """A file with the line of each of its places."""

    file: str
    lines: Lines


@dataclass(frozen=True)
class Loaded(Generic[Kind]):
    """A record with the files that it came from."""

    record: Kind
    sheets: tuple[Sheet, ...]

    @property
    def file(self) -> str:
        """Its file; of several the first."""
        return self.sheets[0].file

    def mark(self, path: Path) -> tuple[str, int]:
        """The file and the line of a place, or of the nearest thing around it."""
        sheet = next((each for each in self.sheets if path[:1] in each.lines), self.sheets[0])
        return sheet.file, line_of(path, sheet.lines)


def read_folder(
    folder: FilePath, kind: type[Kind], root: FilePath, problems: list[Problem]
) -> dict[str, Loaded[Kind]]:
    """Every record of a folder by its id, the file's name; what is wrong goes to `problems`."""
    records: dict[str, Loaded[Kind]] = {}
    for path in entries(folder, root, problems):
        if stray := _stray(path):
            problems.append(Problem(shown(path, root), 1, "", stray))
        elif loaded := read_file(path, kind, root, problems):
            records[path.stem] = loaded
    return records


def entries(folder: FilePath, root: FilePath, problems: list[Problem]) -> list[FilePath]:
    """What a folder holds, by name; a folder that is a link is refused."""
    if folder.is_symlink():
        problems.append(Problem(shown(folder, root), 1, "", "is a symbolic link; put the folder here"))
        return []
    return sorted(folder.iterdir()) if folder.is_dir() else []


def read_file(path: FilePath, kind: Any, root: FilePath, problems: list[Problem]) -> Loaded[Any] | None:
    """One file as one record, or None with the reasons in `problems`."""
    file = shown(path, root)
    try:
        data, lines = parse(text_of(path))
    except Refused as refused:
        problems.append(Problem(file, refused.line, "", refused.message))
        return None
    try:
        return Loaded(TypeAdapter(kind).validate_python(data), (Sheet(file, lines),))
    except ValidationError as error:
        problems.extend(from_validation(error, file, data, lines))
        return None


def parse(text: str) -> tuple[Any, Lines]:
    """YAML as strings, lists and mappings, and the line of each; raises Refused."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("\t") or re.match(r" +\t", line):
            raise Refused(number, "is indented with a tab; use two spaces")
        if hidden := HIDDEN.search(line):
            raise Refused(number, f"has the hidden character U+{ord(hidden[0]):04X}")
    lines: Lines = {}
    try:
        events = (
            event
            for event in yaml.parse(text, Loader=yaml.CSafeLoader)
            if not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent))
        )
        data = _build(next(events), events, (), lines)
        if not isinstance(next(events), yaml.DocumentEndEvent) or not isinstance(
            next(events), yaml.StreamEndEvent
        ):
            raise Refused(1, "holds more than one YAML document")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refused(mark.line + 1 if mark else 1, f"is not YAML: {error.problem}") from None
    except (yaml.YAMLError, StopIteration):
        raise Refused(1, "is not YAML, or is empty") from None
    return data, lines


def _build(event: Any, events: Iterator[Any], path: Path, lines: Lines) -> Any:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.StreamEndEvent):
        raise Refused(1, "is empty")
    lines.setdefault(path, line)
    _refuse_references(event, line)
    if len(path) > MOST_DEPTH:
        raise Refused(line, f"is nested deeper than {MOST_DEPTH} levels")
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, path, lines)
    return _mapping(events, path, lines)


def _refuse_references(event: Any, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise Refused(line, "uses a YAML anchor or alias; write the words out")
    if event.tag is not None and event.tag != "!":
        raise Refused(line, f"uses the YAML tag {event.tag}; write plain values")


def _sequence(events: Iterator[Any], path: Path, lines: Lines) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_build(event, events, (*path, len(items)), lines))
    return items


def _mapping(events: Iterator[Any], path: Path, lines: Lines) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = event.start_mark.line + 1
        _refuse_references(event, line)
        if not isinstance(event, yaml.ScalarEvent):
            raise Refused(line, "has a key that is not a word")
        key = event.value
        if key in mapping:
            raise Refused(line, f"has the key '{key}' twice")
        lines[(*path, key)] = line
        mapping[key] = _build(next(events), events, (*path, key), lines)
    return mapping


def text_of(path: FilePath) -> str:
    """The text of a file; raises Refused where it is no plain file of UTF-8 text, or too large."""
    if path.is_symlink():
        raise Refused(1, "is a symbolic link; put the file here")
    if not path.is_file():
        raise Refused(1, "is missing")
    if (size := path.stat().st_size) > MOST_BYTES:
        raise Refused(1, f"is {size:,} bytes; at most {MOST_BYTES:,} are read")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(1, "is not UTF-8 text") from None


def _stray(path: FilePath) -> str | None:
    if path.is_dir() and not path.is_symlink():
        return "is a folder; records are files of the form <id>.yml"
    if path.suffix != ".yml":
        return "does not end in .yml"
    if not ID.fullmatch(path.stem):
        return "has a name that is no id: lower-case letters, digits and hyphens"
    return None


def shown(path: FilePath, root: FilePath) -> str:
    """A file's path as messages name it."""
    return path.relative_to(root).as_posix()
