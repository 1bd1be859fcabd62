"""Changing data files by command: in their form, with their comments, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from macros.loading.canonical import canonical, options_of
from macros.loading.catalogue import Catalogue
from macros.rules.check import check


class Unable(Exception):
    """Why a command cannot do what it was asked for; nothing was changed."""


def rewritten(text: str, data: Any, kind: Any, catalogue: Catalogue) -> str:
    """The data in the form of the file that it stands in, with that file's comments."""
    return canonical(text, kind, options_of(catalogue), data)


def put(files: dict[Path, str]) -> None:
    """Write every file aside, then all of them in place: a stopped command leaves no half file."""
    aside = {path: path.with_name(f".{path.name}.new") for path in files}
    for path, beside in aside.items():
        beside.write_text(files[path], "utf-8")
    for path, beside in aside.items():
        os.replace(beside, path)


def put_if_sound(files: dict[Path, str], root: Path) -> None:
    """Write the files; take them back, and raise Unable, where the data would not be sound."""
    before = {path: path.read_text("utf-8") if path.exists() else None for path in files}
    put(files)
    _, problems = check(root)
    if problems:
        put({path: text for path, text in before.items() if text is not None})
        for path in (path for path, text in before.items() if text is None):
            path.unlink()
        raise Unable("\n".join(["nothing was changed:", *map(str, problems)]))
