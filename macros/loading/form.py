"""The one written form of a data file: block style, one thought a line, at most 110 columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.loading.shape import Shape

MOST_COLUMNS = 110
STEP = 2
CONDITIONS = ""  # among the options of the criteria: the conditions in their order
Path = tuple[str | int, ...]
Options = Mapping[str, tuple[str, ...]]

_RESOLVE = yaml.resolver.Resolver.yaml_implicit_resolvers
_KEPT = {"yes", "no", "true", "false"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNSAFE = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=<~]|: |:$| #|\s$|^$|[\x00-\x1f\x7f]")
_LED = re.compile(r"^[-?:](?=\S)")
_FLOW = re.compile(r"[,\[\]{}]")
_SENTENCE = re.compile(r"(?<=[.?!]) (?=\S)")


@dataclass(frozen=True)
class Comments:
    """What a file says beside its data: at its head, above a place, and at its end."""

    head: tuple[str, ...] = ()
    above: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    tail: tuple[str, ...] = ()


@dataclass(frozen=True)
class _At:
    """Where the writer stands: how far in, under which path, for which criterion."""

    indent: int
    path: Path
    criterion: str = ""

    def into(self, key: str | int, criterion: str = "") -> _At:
        return _At(self.indent + STEP, (*self.path, key), criterion or self.criterion)


class Writer:
    """Writes data of one shape; the values of a criterion stand in the order of its options."""

    def __init__(self, options: Options, comments: Comments | None = None) -> None:
        self.options = options
        self.comments = comments or Comments()

    def text(self, data: Any, shape: Shape) -> str:
        """The whole file. Raises nothing: data of another shape is written in its own order."""
        if not data:
            return "\n".join([*self.comments.head, _empty(data), *self.comments.tail]) + "\n"
        lines = [*self.comments.head]
        loose = True
        for number, (key, block) in enumerate(self._entries(data, shape)):
            multiline = len(block) > 1 + len(self.comments.above.get((key,), ())) or isinstance(key, int)
            if number and (multiline or loose):
                lines.append("")
            lines += block
            loose = multiline
        return "\n".join([*lines, *self.comments.tail]) + "\n"

    def _entries(self, data: Any, shape: Shape) -> Iterator[tuple[str | int, list[str]]]:
        top = _At(0, ())
        if isinstance(data, dict):
            for key in self._keys(data, shape, top):
                yield key, self._pair(key, data[key], shape, top)
        elif isinstance(data, list):
            for number, item in enumerate(data):
                yield number, self._item(number, item, shape.item, top)

    def _keys(self, data: dict[str, Any], shape: Shape, at: _At) -> list[str]:
        if shape.fields:
            return _ranked(data, [name for name, _ in shape.fields])
        if shape.keys == "sorted":
            return sorted(data)
        if shape.keys == "criteria":
            return _ranked(data, self.options)
        if shape.keys == "values":
            return _ranked(data, self.options.get(at.criterion, ()))
        return list(data)

    def _pair(self, key: str, value: Any, of: Shape, at: _At) -> list[str]:
        inside = at.into(key, key if of.by_criterion else "")
        margin = " " * at.indent
        head = f"{margin}{_key(key)}:"
        return [*self._above(inside, margin), *self._value(head, value, of.of(key), inside)]

    def _value(self, head: str, value: Any, shape: Shape, at: _At) -> list[str]:
        value = _simplest(value, shape)
        if isinstance(value, dict) and value:
            lines = [head]
            for key in self._keys(value, shape, at):
                lines += self._pair(key, value[key], shape, at)
            return lines
        if isinstance(value, list) and value:
            return self._list(head, value, shape, at)
        if isinstance(value, (dict, list)):
            return [f"{head} {_empty(value)}"]
        return [f"{head} {value}"] if shape.bare else _scalar(head, value, at.indent)

    def _list(self, head: str, items: list[Any], shape: Shape, at: _At) -> list[str]:
        if shape.flow:
            return [f"{head} [{', '.join(_flow(item) for item in self._sorted(items, shape, at))}]"]
        lines = [head]
        for number, item in enumerate(items):
            lines += self._item(number, item, shape.item, at)
        return lines

    def _sorted(self, items: list[str], shape: Shape, at: _At) -> list[str]:
        order = {"values": at.criterion, "conditions": CONDITIONS}.get(shape.values)
        return items if order is None else _ranked(items, self.options.get(order, ()))

    def _item(self, number: int, item: Any, shape: Shape, at: _At) -> list[str]:
        inside, margin = at.into(number), " " * at.indent
        item = _simplest(item, shape)
        if not isinstance(item, dict):
            return [*self._above(inside, margin), *_scalar(f"{margin}-", item, inside.indent)]
        lines: list[str] = []
        for key in self._keys(item, shape, inside):
            lines += self._pair(key, item[key], shape, inside)
        lines[0] = f"{margin}- {lines[0].lstrip()}"
        return [*self._above(inside, margin), *lines]

    def _above(self, at: _At, margin: str) -> list[str]:
        return [f"{margin}{line}" for line in self.comments.above.get(at.path, ())]


def _ranked(names: Iterable[str], order: Iterable[str]) -> list[str]:
    """The names in this order; those that it does not hold stay last, as they stood."""
    places = {name: number for number, name in enumerate(order)}
    return sorted(names, key=lambda name: places.get(name, len(places)))


def width(text: str) -> int:
    """Columns on a screen: a wide character takes two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)


def _empty(value: Any) -> str:
    return "{}" if isinstance(value, dict) else "[]"


def _simplest(value: Any, shape: Shape) -> Any:
    """One item for a list of one, one string for words that are the same in both languages."""
    if shape.flow and isinstance(value, list) and len(value) == 1:
        return value[0]
    if shape.words and isinstance(value, dict) and set(value) == {"ko", "en"} and value["ko"] == value["en"]:
        return value["ko"]
    return value


def _scalar(head: str, text: str, indent: int) -> list[str]:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    shown = _inline(text)
    if width(head) + 1 + width(shown) <= MOST_COLUMNS or " " not in text:
        return [f"{head} {shown}"]
    margin = " " * indent
    return [f"{head} >-", *(margin + line for line in wrapped(text, MOST_COLUMNS - indent))]


def wrapped(text: str, columns: int) -> Iterator[str]:
    """One sentence a line; a longer one is broken at spaces, as late as it goes."""
    for sentence in _SENTENCE.split(text):
        line = ""
        for word in sentence.split(" "):
            if line and width(line) + 1 + width(word) > columns:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
        yield line


def _inline(text: str) -> str:
    return text if _is_plain(text) else _quoted(text)


def _flow(text: str) -> str:
    return text if _is_plain(text) and not _FLOW.search(text) else _quoted(text)


def _key(text: str) -> str:
    return text if _is_plain(text) and len(text) < 100 else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_plain(text: str) -> bool:
    """Whether YAML 1.1 reads the bare text as these characters, or as yes, no or a day."""
    if text in _KEPT or _DAY.fullmatch(text):
        return True
    if _UNSAFE.search(text) and not (_LED.match(text) and not _UNSAFE.search(text[1:])):
        return False
    resolvers = _RESOLVE.get(text[0], []) + _RESOLVE.get(None, [])
    return not any(pattern.match(text) for _, pattern in resolvers)
