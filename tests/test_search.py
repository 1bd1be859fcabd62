"""What people type when they mean something, and where search splits words."""

from __future__ import annotations

import re

import pytest

from macros.catalogue import Catalogue
from macros.model import Words
from macros.search import separator, slips_of, tags


def test_a_slip_leaves_out_one_letter_or_swaps_two() -> None:
    slips = slips_of("Airflow")
    assert {"arflow", "airfow", "aifrlow", "airflwo"} <= set(slips)
    assert all(slip[0] == "a" for slip in slips)
    assert "airflow" not in slips


@pytest.mark.parametrize("word", ["Kafka", "Git", "엠엘플로우라는도구"])
def test_short_and_korean_words_have_no_slips(word: str) -> None:
    assert slips_of(word) == []


def test_a_page_is_found_by_its_names_its_aliases_and_their_slips(tiny: Catalogue) -> None:
    found = tags(tiny, Words(ko="에어플로우", en="Airflow"), ("apache airflow",))
    assert found[:3] == ["에어플로우", "Airflow", "apache airflow"]
    assert "airfow" in found
    assert len(found) == len(set(found))


def test_a_missing_english_name_is_no_tag(tiny: Catalogue) -> None:
    assert tags(tiny, Words(ko="카프카"), ()) == ["카프카"]


def _split(catalogue: Catalogue, text: str) -> list[str]:
    return [part for part in re.split(separator(catalogue), text) if part]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("모델서빙", ["모델", "서빙"]),
        ("모델서빙을", ["모델", "서빙"]),
        ("카프카와 스파크", ["카프카", "스파크"]),
        ("카프카에서", ["카프카"]),
        ("MLflow/Airflow", ["MLflow", "Airflow"]),
        ("scikit-learn", ["scikit", "learn"]),
        ("서버", ["서버"]),
        ("나는", ["나는"]),
    ],
)
def test_search_splits_words(tiny: Catalogue, text: str, parts: list[str]) -> None:
    assert _split(tiny, text) == parts


def test_every_compound_of_the_glossary_is_split_without_a_space(catalogue: Catalogue) -> None:
    compounds = [term for term in catalogue.glossary.values() if len(term.split) > 1]
    assert compounds
    for term in compounds:
        assert _split(catalogue, "".join(term.split)) == list(term.split), term.ko


def test_the_split_parts_of_a_term_make_up_the_term(catalogue: Catalogue) -> None:
    for term in catalogue.glossary.values():
        if term.split:
            assert "".join(term.split) == term.ko.replace(" ", ""), term.ko


def test_the_separator_holds_no_quotation_mark(catalogue: Catalogue) -> None:
    """Another builder of the same pages finds nothing where it does."""
    assert '"' not in separator(catalogue)
