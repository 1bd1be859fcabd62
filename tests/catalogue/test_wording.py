"""What the gate says of the wording of the shipped data leads to lines that are there."""

from __future__ import annotations

from macros.loading.files import read
from macros.loading.store import Store
from macros.rules.wording import wrong_forms
from tests.conftest import PROJECT, SHIPPED


def test_each_wrong_form_of_the_shipped_data_names_a_line_that_is_there() -> None:
    """A report, not a wall: how many there are is asked by the complete gate."""
    files, _ = read(SHIPPED, Store())
    for each in wrong_forms(files):
        assert each.line <= len((PROJECT / each.file).read_text("utf-8").splitlines())
