"""A value's word fits its criterion: an option's own name goes before the general word."""

from __future__ import annotations

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import cell
from macros.records.fields import Words
from tests.shown import content

GENERAL = {"yes", "partial", "no"}


def _said(catalogue: Catalogue, criterion: str, value: str, language: str) -> set[str]:
    """What every cell with this one value says."""
    return {
        cell(catalogue, tool, criterion, language).words
        for tool, record in catalogue.tools.items()
        if criterion in record.assessments and record.assessments[criterion].values == (value,)
    }


def test_cells_use_the_name_of_the_option_and_else_the_general_word(catalogue: Catalogue) -> None:
    assert _said(catalogue, "air-gapped", "yes", "ko") == {"쓸 수 있음"}
    assert _said(catalogue, "ordering", "yes", "en") == {"Guaranteed"}
    for value in GENERAL:
        word = catalogue.strings[f"value.{value}"]
        assert _said(catalogue, "run-comparison", value, "ko") <= {word.ko}


def test_the_definitions_show_the_name_with_its_mark(catalogue: Catalogue) -> None:
    page = content(catalogue, "criteria", "", "ko", "about/criteria/")
    name = catalogue.criteria["air-gapped"].options["yes"].name
    assert isinstance(name, Words)
    assert f'<span class="value value--yes">{name.ko}</span>' in page
