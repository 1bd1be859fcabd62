"""A tool renamed by command, and everything that names it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.editing.files import Unable, rewritten
from macros.loading import ledger
from macros.loading.catalogue import Catalogue
from macros.loading.files import written
from macros.loading.laboratory import lists
from macros.loading.reading import parse
from macros.loading.shape import Shape, shape_of
from macros.rules.rule import unknown

TESTED = ("recommended", "rejected")


def renamed(catalogue: Catalogue, old: str, new: str, root: Path) -> dict[Path, str]:
    """The files that name a tool, naming it anew; raises Unable. The folder itself is moved by the caller."""
    if old not in catalogue.tools:
        raise Unable(unknown("tool", old, catalogue.tools))
    if new in catalogue.tools or new in catalogue.ids.get("tools", {}):
        raise Unable(f"'{new}' is or was the id of a tool; an id is never used again")
    changed: dict[Path, str] = {}
    for path, kind in (*written(root), *lists(root)):
        text = path.read_text("utf-8")
        data, _ = parse(text)
        again = _naming(data, shape_of(kind), old, new)
        if again != data:
            changed[path] = rewritten(text, again, kind, catalogue)
    changed |= _ids(catalogue, old, new, root) | _redirects(catalogue, old, new, root)
    return changed | _prose(old, new, root.parent)


def _naming(data: Any, shape: Shape, old: str, new: str) -> Any:
    """The same data, with every field that names the tool naming it anew."""
    if isinstance(data, dict):
        return {
            (new if key == old and shape.key_ref == "tool" else key): _naming(value, shape.of(key), old, new)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_naming(item, shape.item, old, new) for item in data]
    ref = shape.ref or (shape.item.ref if shape.flow else "")
    if ref == "tool" and data == old:
        return new
    if ref == "cell" and data.partition(".")[0] == old:
        return f"{new}.{data.partition('.')[2]}"
    return data


def _ids(catalogue: Catalogue, old: str, new: str, root: Path) -> dict[Path, str]:
    path = root / "ids.yml"
    text = path.read_text("utf-8")
    fates = dict(catalogue.ids)
    fates["tools"] = {
        key: ledger.MOVED + new if fate == ledger.MOVED + old else fate
        for key, fate in (
            catalogue.ids.get("tools", {}) | {old: ledger.MOVED + new, new: ledger.USED}
        ).items()
    }
    return {path: rewritten(text, fates, _kind_of(path, root), catalogue)}


def _redirects(catalogue: Catalogue, old: str, new: str, root: Path) -> dict[Path, str]:
    path = root / "redirects.yml"
    text = path.read_text("utf-8")
    leads = {
        source: f"tools/{new}" if target == f"tools/{old}" else target
        for source, target in (catalogue.redirects | {f"tools/{old}": f"tools/{new}"}).items()
    }
    return {path: rewritten(text, leads, _kind_of(path, root), catalogue)}


def _prose(old: str, new: str, project: Path) -> dict[Path, str]:
    """Links of the pages, and the cases of the tests, that name the tool."""
    link = re.compile(rf"(?<=tools/){re.escape(old)}(?=\.md|/|\b(?!-))")
    case = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    changed: dict[Path, str] = {}

    def look(paths: Any, rewrite: Callable[[str], str]) -> None:
        for path in sorted(paths):
            text = path.read_text("utf-8")
            if rewrite(text) != text:
                changed[path] = rewrite(text)

    look((project / "docs").rglob("*.md"), lambda text: link.sub(new, text))
    look(
        (project / "tests" / "data" / "recommendations").glob("*.yml"),
        lambda text: re.sub(
            rf"\b({'|'.join(TESTED)}): *(\[[^\]]*\]|\S+)", lambda found: case.sub(new, found[0]), text
        ),
    )
    return changed


def _kind_of(path: Path, root: Path) -> Any:
    return next(kind for each, kind in written(root) if each == path)
