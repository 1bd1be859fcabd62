"""Data files changed by what they say, however they are spelled."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml


def said(path: Path) -> Any:
    """A data file as plain strings, lists and mappings."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 (strings only)


def edit(path: Path, change: Callable[[Any], object]) -> None:
    """Change what a data file says; it is written anew as JSON, which is YAML too."""
    data = said(path)
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
