"""Recommendations that others have published: what the guides say to the same answers."""

from __future__ import annotations

from typing import Any

import pytest

from macros.gates.proud import answers_of, recommendations, recommendations_agree
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue, read

Case = dict[str, Any]
CASES: list[tuple[str, Case]] = list(recommendations())
COMPARABLE = [(stage, case) for stage, case in CASES if case["recommended"] and "fact" not in case]
EXCEPTIONS = [(stage, case) for stage, case in CASES if "fact" in case]


def _ids(cases: list[tuple[str, Case]]) -> list[str]:
    return [case["id"] for _, case in cases]


def test_there_are_cases_for_most_stages_and_each_has_a_name() -> None:
    assert len({stage for stage, _ in CASES}) >= 9
    assert len(set(_ids(CASES))) == len(CASES)


@pytest.mark.parametrize(("stage", "case"), CASES, ids=_ids(CASES))
def test_a_case_is_asked_in_the_words_of_the_guide(catalogue: Catalogue, stage: str, case: Case) -> None:
    asked = {each.id: each for each in guide_of(catalogue, stage).questions}
    for question, options in answers_of(case).items():
        assert question in asked
        shared = catalogue.questions[question].options if question in catalogue.questions else {}
        assert set(options) <= {*asked[question].options, *shared}
        assert len(options) == 1 or asked[question].many
    assert case["source"].startswith("https://")
    assert case["recommended"] or case["rejected"]


def test_what_others_recommend_stands_in_front_and_what_they_reject_does_not_lead(
    catalogue: Catalogue,
) -> None:
    files, _ = read()
    assert [str(each) for each in recommendations_agree(files, catalogue)] == []


@pytest.mark.parametrize(("stage", "case"), EXCEPTIONS, ids=_ids(EXCEPTIONS))
def test_an_exception_states_the_fact_and_names_living_tools(
    catalogue: Catalogue, stage: str, case: Case
) -> None:
    assert len(case["fact"]) > 20
    assert case["recommended"]
    assert all(catalogue.tools[tool].living for tool in case["recommended"])


def test_exceptions_stay_exceptions() -> None:
    assert len(EXCEPTIONS) < len(CASES) / 10
