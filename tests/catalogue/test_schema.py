"""Every shipped file names its schema, and an editor marks nothing in it."""

from __future__ import annotations

from tests.conftest import SHIPPED
from tests.test_schema import refused_by_schema


def test_every_data_file_names_a_schema_that_exists() -> None:
    for path in sorted(SHIPPED.rglob("*.yml")):
        first = path.read_text("utf-8").splitlines()[0]
        if path.stem == "redirects":
            continue
        prefix, _, reference = first.partition("$schema=")
        assert prefix == "# yaml-language-server: ", path.name
        assert (path.parent / reference).resolve().is_file(), path.name


def test_an_editor_marks_nothing_in_the_shipped_data() -> None:
    assert refused_by_schema(SHIPPED) == set()
