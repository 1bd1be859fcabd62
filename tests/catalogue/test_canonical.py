"""Every shipped file in the one form: spelled otherwise its bytes come back; plain YAML reads the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.loading import canonical
from macros.loading.canonical import options_of
from macros.loading.catalogue import Catalogue
from macros.loading.files import written
from macros.loading.form import MOST_COLUMNS, width
from macros.loading.laboratory import lists
from macros.loading.reading import parse
from macros.loading.sheets import name_of
from tests.conftest import SHIPPED
from tests.test_canonical import agree, otherwise

FILES = {name_of(path, SHIPPED.parent): (path, kind) for path, kind in (*written(SHIPPED), *lists(SHIPPED))}


def _commented(path: Path) -> bool:
    """Whether a file says something beside its data, as a scaffold does: another spelling has none of it."""
    return any(line.lstrip().startswith("#") for line in path.read_text("utf-8").splitlines()[2:])


@pytest.mark.parametrize("name", [name for name, (path, _) in FILES.items() if not _commented(path)])
def test_another_spelling_of_a_file_gives_the_shipped_bytes(catalogue: Catalogue, name: str) -> None:
    path, kind = FILES[name]
    text = path.read_text("utf-8")
    assert canonical.canonical(otherwise(text, kind, name), kind, options_of(catalogue)) == text


def _free(line: str) -> bool:
    """Whether a line holds what cannot be broken, or is a comment."""
    return "http" in line or line.lstrip().startswith("#")


@pytest.mark.parametrize("name", FILES)
def test_no_line_needs_scrolling_sideways(name: str) -> None:
    lines = FILES[name][0].read_text("utf-8").splitlines()
    assert [line for line in lines if width(line) > MOST_COLUMNS and not _free(line)] == []


@pytest.mark.parametrize("name", FILES)
def test_plain_yaml_reads_what_we_read(name: str) -> None:
    text = FILES[name][0].read_text("utf-8")
    ours, _ = parse(text)
    assert agree(ours, yaml.safe_load(text))
