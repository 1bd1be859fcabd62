"""Marks the texts of which one language moved alone since a commit, and unmarks those that follow again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.editing.files import put, rewritten
from macros.loading.catalogue import Catalogue
from macros.loading.files import written
from macros.loading.reading import Refused, parse
from macros.records.fields import LANGUAGES
from macros.review.base import data_at

MARK = "behind"
Text = dict[str, str]


def marked_since(commit: str, catalogue: Catalogue, root: Path) -> list[Path]:
    """Write `behind` where it belongs since a commit; returns the files that changed. Raises Unable."""
    with data_at(commit, root.parent) as before:
        changed = dict(_changed(before, catalogue, root))
    put(changed)
    return list(changed)


def _changed(before: Path, catalogue: Catalogue, root: Path) -> Iterator[tuple[Path, str]]:
    for path, kind in written(root):
        was = before / path.relative_to(root)
        if not was.is_file() or was.read_bytes() == path.read_bytes():
            continue
        text = path.read_text("utf-8")
        try:
            (old, _), (now, _) = parse(was.read_text("utf-8")), parse(text)
        except Refused:
            continue
        marks = [mark(*pair) for pair in pairs(old, now)]  # each of them: `any` would stop at the first
        if any(marks):
            yield path, rewritten(text, now, kind, catalogue)


def pairs(old: Any, now: Any) -> Iterator[tuple[Text, Text]]:
    """Every text in both languages that stands in both states, old and new."""
    if _is_text(old) and _is_text(now):
        yield old, now
    elif isinstance(old, dict) and isinstance(now, dict):
        for key in now:
            yield from pairs(old.get(key), now[key])
    elif isinstance(old, list) and isinstance(now, list):
        alike = len(old) == len(now)
        for number, item in enumerate(now):
            yield from pairs(old[number] if alike else _partner(item, old), item)


def mark(old: Text, now: Text) -> bool:
    """Mark or unmark one text; whether that changed it. The language that was behind follows by moving."""
    moved = [each for each in LANGUAGES if old[each] != now[each]]
    if not moved:
        return False
    alone = len(moved) == 1 and moved[0] not in (old.get(MARK), now.get(MARK))
    wanted = next(each for each in LANGUAGES if each not in moved) if alone else None
    if wanted == now.get(MARK):
        return False
    now.pop(MARK, None)
    now.update({MARK: wanted} if wanted else {})
    return True


def _is_text(node: Any) -> bool:
    return isinstance(node, dict) and set(LANGUAGES) <= set(node) <= {*LANGUAGES, MARK, "source"}


def _partner(item: Any, old: list[Any]) -> Any:
    """What an item was where a list has grown or shrunk: the one that shares its words in a language."""
    words = _words(item)
    return next((each for each in old if _words(each) & words), None)


def _words(node: Any) -> set[str]:
    if not isinstance(node, dict):
        return set()
    own = {f"{key}:{node[key]}" for key in LANGUAGES if isinstance(node.get(key), str)}
    return own.union(*(_words(each) for each in node.values()))
