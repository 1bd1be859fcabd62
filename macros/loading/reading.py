"""YAML files as checked records, with the line of every field; strangers write these files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path as FilePath
from typing import Any, cast

import yaml
from pydantic import TypeAdapter, ValidationError

from macros.loading import salvage
from macros.loading.problems import Lines, Path, Problem, dotted, line_of, mistakes
from macros.loading.shape import shape_of
from macros.loading.sheets import Found, Kind, Loaded, Sheet, name_of
from macros.loading.unreadable import broken
from macros.records.plain import FILLERS

MOST_BYTES = 300_000
MOST_DEPTH = 14
LONGEST = 60
HIDDEN = re.compile(rf"[\x85\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff{FILLERS}]")
KEY = re.compile(r"^[ -]*[\"']?([A-Za-z0-9._/-]+)[\"']?\s*:(?:\s|$)", re.MULTILINE)
MERGE = ("<<<<<<<", "=======", ">>>>>>>")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index)")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refused(Exception):
    """Something that YAML allows and this project does not."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


def read_folder(folder: FilePath, kind: type[Kind], found: Found) -> dict[str, Loaded[Kind]]:
    """Every record of a folder by its id, the file's name; what is wrong is gathered in `found`."""
    records: dict[str, Loaded[Kind]] = {}
    for path in entries(folder, found):
        if stray := _stray(path):
            found.problem(path, 1, stray)
        elif loaded := read_file(path, kind, found):
            records[path.stem] = loaded
    return records


def entries(folder: FilePath, found: Found) -> list[FilePath]:
    """What a folder holds, by name; a folder that is a link is refused."""
    if folder.is_symlink():
        found.problem(folder, 1, "is a symbolic link; put the folder here")
        return []
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        found.problem(folder, 1, f"cannot be read: {error.strerror}")
        return []


def read_file(path: FilePath, kind: Any, found: Found) -> Loaded[Any] | None:
    """One file as one record without what is wrong in it, or None; the reasons are gathered in `found`."""
    file = name_of(path, found.root)
    try:
        text = text_of(path)
    except Refused as refused:
        found.problem(path, refused.line, refused.message)
        return None
    key = found.store.key(file, text) if found.store else ""
    if found.store and (known := found.store.get(key)):
        found.sheets[file] = replace(known.sheets[0], kind=kind)
        return replace(cast("Loaded[Any]", known), sheets=(found.sheets[file],))
    before = len(found.problems)
    loaded = _read(file, text, kind, path, found)
    if found.store and loaded and len(found.problems) == before:
        found.store.put(key, replace(loaded, sheets=(replace(loaded.sheets[0], kind=None),)))
    return loaded


def _read(file: str, text: str, kind: Any, path: FilePath, found: Found) -> Loaded[Any] | None:
    try:
        data, lines = parse(text)
    except Refused as refused:
        found.problem(path, refused.line, refused.message)
        found.sheets[file] = Sheet(file, {}, kind, words=frozenset(KEY.findall(text)))
        return None
    return _record(Sheet(file, lines, kind, data), found)


def _record(sheet: Sheet, found: Found) -> Loaded[Any] | None:
    """The record of a file; with mistakes in it, the record without them."""
    try:
        record = _adapter(sheet.kind).validate_python(sheet.data)
    except ValidationError as error:
        shape = shape_of(sheet.kind)
        wrong = mistakes(error, sheet.data, shape)
        for path, mistake in wrong.items():
            line = line_of(path, sheet.lines)
            found.problems.append(Problem(sheet.file, line, dotted(path), mistake.message))
        sheet = replace(sheet, wrong=frozenset(wrong))
        found.sheets[sheet.file] = sheet
        doubts = {mistake.doubt for mistake in wrong.values()}
        rest = salvage.salvaged(_adapter(sheet.kind), sheet.data, shape, {*wrong, *doubts})
        return Loaded(rest.record, (sheet,), rest.lost | doubts, kept=rest.kept) if rest else None
    found.sheets[sheet.file] = sheet
    return Loaded(record, (sheet,))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def parse(text: str) -> tuple[Any, Lines]:
    """YAML as strings, lists and mappings, and the line of each; raises Refused."""
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        if line.startswith("\t") or re.match(r" +\t", line):
            raise Refused(number, "is indented with a tab; use two spaces")
        if hidden := HIDDEN.search(line):
            said = f"has the hidden character U+{ord(hidden[0]):04X} in column {hidden.start() + 1}"
            mend = "; save the file as UTF-8 without a BOM" if text[0] == hidden[0] == "\ufeff" else ""
            raise Refused(number, f"{said}{mend}")
        if line.startswith(MERGE):
            raise Refused(number, "is a mark of a merge that was not finished; keep one of the two sides")
    lines: Lines = {}
    try:
        events = (
            event
            for event in yaml.parse(text, Loader=yaml.CSafeLoader)
            if not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent))
        )
        data = _build(next(events), events, (), lines)
        ending: Any = next(events)
        if not isinstance(next(events), yaml.StreamEndEvent):
            said = "begins a second YAML document; a file holds one, so take the '---' out"
            raise Refused(ending.end_mark.line + 1, said)
    except yaml.MarkedYAMLError as error:
        raise Refused(*broken(error, text)) from None
    except yaml.reader.ReaderError as error:
        number = text.count("\n", 0, error.position) + 1
        raise Refused(number, f"has the control character U+{error.character:04X}") from None
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
        said = "uses a YAML anchor or alias; write the words out, in double quotes if they begin with & or *"
        raise Refused(line, said)
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
        raise Refused(1, "is a folder, or no plain file" if path.exists() else "is missing")
    if (size := path.stat().st_size) > MOST_BYTES:
        raise Refused(1, f"is {size:,} bytes; at most {MOST_BYTES:,} are read")
    try:
        found = path.read_bytes()
    except OSError as error:
        raise Refused(1, f"cannot be read: {error.strerror}") from None
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise Refused(line, "is not UTF-8 text; save the file in the encoding UTF-8") from None


def _stray(path: FilePath) -> str | None:
    if path.is_dir() and not path.is_symlink():
        return "is a folder; records are files of the form <id>.yml"
    if path.suffix != ".yml":
        return "does not end in .yml"
    return unnamable(path.stem)


def unnamable(name: str) -> str | None:
    """Why a file or folder cannot have this name."""
    if not ID.fullmatch(name) or len(name) > LONGEST:
        return f"has a name that is no id: lower-case letters, digits and hyphens, at most {LONGEST}"
    if RESERVED.fullmatch(name):
        return f"has the name '{name}', which Windows or an address keeps for itself; choose another"
    return None
