"""What values say where their cells are narrow: short, and never two that read alike."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from macros.matrix.matrix import groups_of, matrix
from macros.matrix.wording import NARROW, TWO_LINES, first_sentence, short_text, width

LANGUAGES = ("ko", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_values_of_a_row_are_cut_to_the_same_words(catalogue: Catalogue, language: str) -> None:
    for stage in catalogue.stages:
        groups = groups_of(catalogue, [stage], language)
        shown = matrix(catalogue, stage, catalogue.tools_of(stage), groups, language)
        read: dict[tuple[str, str], set[str]] = {}
        for (_, criterion), cell in shown.cells.items():
            if not catalogue.criteria[criterion].many:
                read.setdefault((criterion, cell.short), set()).add(cell.words)
        assert {place: words for place, words in read.items() if len(words) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_set_is_told_by_its_names_or_its_number(catalogue: Catalogue, language: str) -> None:
    for stage in catalogue.stages:
        groups = groups_of(catalogue, [stage], language)
        shown = matrix(catalogue, stage, catalogue.tools_of(stage), groups, language)
        for cell in shown.cells.values():
            if len(cell.values) > 1:
                assert width(cell.short) <= NARROW


def test_a_long_text_keeps_whole_words_and_says_that_there_is_more() -> None:
    assert short_text("Apache-2.0") == "Apache-2.0"
    assert short_text("Apache-2.0 AND SSPL-1.0 AND MIT") == "Apache-2.0 AND …"
    assert width(short_text("리눅스 재단의 프로젝트로 여러 회사가 개발합니다")) <= TWO_LINES


def test_the_first_sentence_ends_at_its_full_stop_and_not_at_a_version_or_abbreviation() -> None:
    assert first_sentence("Added in 2.14. On by default.") == "Added in 2.14."
    assert first_sentence("서버가 필요합니다. 기본은 꺼짐입니다.") == "서버가 필요합니다."
    assert first_sentence("Executors, e.g. Celery, run tasks") == "Executors, e.g. Celery, run tasks"
