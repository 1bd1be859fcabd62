"""Recommendations that others have published: what the guides say to the same answers."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.guide.outcome import Outcome
from macros.loading.catalogue import Catalogue
from tests.conftest import DATA

FOLDER = DATA / "recommendations"
PLACES = 2
Case = dict[str, Any]


def _cases() -> list[tuple[str, Case]]:
    return [
        (path.stem, case)
        for path in sorted(FOLDER.glob("*.yml"))
        for case in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (strings only)
    ]


CASES = _cases()
COMPARABLE = [(stage, case) for stage, case in CASES if case["recommended"] and "fact" not in case]
EXCEPTIONS = [(stage, case) for stage, case in CASES if "fact" in case]


def _ids(cases: list[tuple[str, Case]]) -> list[str]:
    return [case["id"] for _, case in cases]


def _answers(case: Case) -> dict[str, tuple[str, ...]]:
    return {
        question: (options,) if isinstance(options, str) else tuple(options)
        for question, options in case["answers"].items()
    }


def _place(result: Outcome, tool: str) -> int:
    """Counted for the worst: everyone with as many points stands before it; last where it is ruled out."""
    points = dict(result.ranking)
    if tool not in points:
        return len(points) + 100
    return sum(each >= points[tool] for each in points.values())


def test_there_are_cases_for_most_stages_and_each_has_a_name() -> None:
    assert len({stage for stage, _ in CASES}) >= 9
    assert len(set(_ids(CASES))) == len(CASES)


@pytest.mark.parametrize(("stage", "case"), CASES, ids=_ids(CASES))
def test_a_case_is_asked_in_the_words_of_the_guide(catalogue: Catalogue, stage: str, case: Case) -> None:
    asked = {each.id: each for each in guide_of(catalogue, stage).questions}
    for question, options in _answers(case).items():
        assert question in asked
        shared = catalogue.questions[question].options if question in catalogue.questions else {}
        assert set(options) <= {*asked[question].options, *shared}
        assert len(options) == 1 or asked[question].many
    assert case["source"].startswith("https://")
    assert case["recommended"] or case["rejected"]


@pytest.mark.parametrize(("stage", "case"), COMPARABLE, ids=_ids(COMPARABLE))
def test_a_recommended_tool_stands_in_front(catalogue: Catalogue, stage: str, case: Case) -> None:
    result = guide.outcome(guide_of(catalogue, stage), _answers(case))
    assert min(_place(result, tool) for tool in case["recommended"]) <= PLACES, result.ranking


@pytest.mark.parametrize(("stage", "case"), CASES, ids=_ids(CASES))
def test_a_rejected_tool_does_not_lead(catalogue: Catalogue, stage: str, case: Case) -> None:
    result = guide.outcome(guide_of(catalogue, stage), _answers(case))
    assert not set(case["rejected"]) & set(result.leaders), result.ranking


@pytest.mark.parametrize(("stage", "case"), EXCEPTIONS, ids=_ids(EXCEPTIONS))
def test_an_exception_states_the_fact_and_names_living_tools(
    catalogue: Catalogue, stage: str, case: Case
) -> None:
    assert len(case["fact"]) > 20
    assert case["recommended"]
    assert all(catalogue.tools[tool].living for tool in case["recommended"])


def test_exceptions_stay_exceptions() -> None:
    assert len(EXCEPTIONS) < len(CASES) / 10
