"""Templates print: a line fits a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PROJECT

MOST_COLUMNS = 120
FOLDERS = ("macros/templates", "overrides")
TEMPLATES = sorted(
    path for folder in FOLDERS for path in (PROJECT / folder).rglob("*") if path.suffix in (".html", ".md")
)


def _name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def test_every_folder_of_templates_is_looked_at() -> None:
    assert all(any(_name(path).startswith(folder) for path in TEMPLATES) for folder in FOLDERS)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_line_fits_a_screen(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > MOST_COLUMNS] == []
