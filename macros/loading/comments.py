"""The comments of a YAML file, each with the place that it stands above."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from macros.loading.form import Comments
from macros.loading.problems import Lines, Path

_MARK = re.compile(r"(?:^|(?<=\s))#[^\n]*")


def comments_of(text: str, lines: Lines) -> Comments:
    """Every comment of a sound file: at the head, directly above a place, or at the end.

    What stands at the end and was indented belongs to the last mapping, so that it can be taken into it.
    """
    starts = _starts(lines)
    first = min(starts, default=len(text))
    head: list[str] = []
    tail: list[str] = []
    above: dict[Path, list[str]] = {}
    for line, comment in _found(text):
        below = min((start for start in starts if start >= line), default=None)
        if line < first:
            head.append(comment)
        elif below is None:
            tail.append(f"{'  ' * _is_inside(text, line)}{comment}")
        else:
            above.setdefault(starts[below], []).append(comment)
    return Comments(tuple(head), {path: tuple(each) for path, each in above.items()}, tuple(tail))


def comment_behind(text: str) -> int:
    """The first line of a sound file on which a comment stands behind something; 0 where none does."""
    lines = text.split("\n")
    behind = (line for line, comment in _found(text) if not lines[line - 1].lstrip().startswith("#"))
    return next(behind, 0)


def _is_inside(text: str, line: int) -> bool:
    return text.split("\n")[line - 1].startswith(" ")


def _starts(lines: Lines) -> dict[int, Path]:
    """The outermost place that starts on each line."""
    starts: dict[int, Path] = {}
    for path, line in lines.items():
        if path and (line not in starts or len(path) < len(starts[line])):
            starts[line] = path
    return starts


def _found(text: str) -> Iterator[tuple[int, str]]:
    """Each comment with its line: what stands behind a '#' between two tokens."""
    if not _MARK.search(text):
        return
    place = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        yield from _between(text, place, token.start_mark.index)
        place = max(place, token.end_mark.index)
    yield from _between(text, place, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _MARK.finditer(text, start, end):
        yield text.count("\n", 0, found.start()) + 1, found[0].rstrip()
