"""Templates print: each is used, a line fits a screen, nothing is looked up, and nothing told in vain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.loading import addresses
from macros.loading.catalogue import Catalogue
from macros.site.kinds import KINDS
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


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_looks_nothing_up(path: Path) -> None:
    """Its view hands over what it prints: no record is sought by its id there."""
    code = re.findall(r"\{[{%].*?[}%]\}", path.read_text("utf-8"), re.DOTALL)
    assert [each for each in code if re.search(r"\bcatalogue\b(?!\.(json|csv))", each)] == []


def _with_parts(name: str) -> str:
    """A template with all that it imports."""
    text = (PROJECT / "macros" / "templates" / name).read_text("utf-8")
    parts = re.findall(r'(?:import|from|include) "([a-z_/]+\.(?:html|md))"', text)
    return text + "".join(_with_parts(part) for part in parts if part != name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_told_nothing_that_its_template_does_not_read(kind: str, small: Catalogue) -> None:
    keys = dict(addresses.every(vars(small)))
    shown = KINDS[kind].view(small, keys.get(kind, ""), "ko")
    text = _with_parts(KINDS[kind].template)
    assert [name for name in shown._asdict() if not re.search(rf"\b{name}\b", text)] == []


def test_every_template_is_used_by_a_page_or_by_a_template() -> None:
    folder = PROJECT / "macros" / "templates"
    whole = "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file())
    used = {kind.template for kind in KINDS.values()}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        assert name in used or f'"{name}"' in whole, name
