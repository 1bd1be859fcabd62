"""What the laboratory gives, from `lab/` beside the data: results, what to know of them, what has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.loading.reading import read_file
from macros.loading.results import read_results
from macros.loading.sheets import Found, Loaded, Sheet, name_of
from macros.records.fields import Text, ToolId
from macros.records.vocabulary import Noted, Unmeasured

LISTS: dict[str, Any] = {
    "parts": dict[ToolId, Text],
    "notes": dict[ToolId, dict[Noted, Text]],
    "not-measured": dict[ToolId, Unmeasured],
}


def lists(root: Path) -> Iterator[tuple[Path, Any]]:
    """The files that people write, with the kind of record that each holds."""
    paths = ((_path(root, name), kind) for name, kind in LISTS.items())
    yield from ((path, kind) for path, kind in paths if path.is_file())


def read_laboratory(root: Path, found: Found) -> dict[str, Any]:
    """The newest results, of which tools they show a part, what to know of them, and why others have none."""
    parts, notes, unmeasured = (_list(_path(root, name), kind, found) for name, kind in LISTS.items())
    results = root.parent / "lab" / "results"
    measured = read_results(results, root.parent, parts.record, notes.record, found.problems)
    return {"measured": measured, "parts": parts, "notes": notes, "unmeasured": unmeasured}


def _path(root: Path, name: str) -> Path:
    return root.parent / "lab" / f"{name}.yml"


def _list(path: Path, kind: Any, found: Found) -> Loaded[Any]:
    """A list; data that stand alone have none."""
    if path.is_file() and (loaded := read_file(path, kind, found)):
        return loaded
    return Loaded({}, (Sheet(name_of(path, found.root), {}),))
