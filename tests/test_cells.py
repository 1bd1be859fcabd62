"""Cells and matrices: the answer as a page shows it, in one language."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import UNCHECKED, cell
from macros.matrix.matrix import groups_of, groups_with, matrix
from macros.records.evidence import Assessment, Source, basis


@pytest.mark.parametrize(
    ("tool", "criterion", "state", "words"),
    [
        ("alpha", "charts", "yes", "예"),
        ("beta", "charts", "partial", "일부"),
        ("zeta", "charts", "no", "아니요"),
        ("gamma", "charts", UNCHECKED, "확인 안 함"),
        ("zeta", "licence", "disputed", "다툼"),
        ("alpha", "licence", "choice", "열림"),
        ("alpha", "hosting", "choice", "직접, 관리형"),
        ("alpha", "limits", "text", "천 개"),
    ],
)
def test_a_cell_has_a_state_and_words(
    tiny: Catalogue, tool: str, criterion: str, state: str, words: str
) -> None:
    shown = cell(tiny, tool, criterion, "ko")
    assert (shown.state, shown.words) == (state, words)


def test_the_words_follow_the_language(tiny: Catalogue) -> None:
    assert cell(tiny, "alpha", "hosting", "en").words == "Self, Managed"
    assert cell(tiny, "alpha", "limits", "en").words == "A thousand"


def test_a_cell_carries_its_sources_and_its_id(tiny: Catalogue) -> None:
    shown = cell(tiny, "alpha", "charts", "ko")
    assert [source.url for source in shown.sources] == ["https://alpha.example.test/docs"]
    assert shown.id == "alpha-charts"


def test_an_unchecked_cell_has_no_evidence(tiny: Catalogue) -> None:
    shown = cell(tiny, "gamma", "charts", "ko")
    assert (shown.values, shown.assessment, shown.sources) == ((), None, ())


def test_a_disputed_cell_shows_both_sides_with_their_sources(tiny: Catalogue) -> None:
    shown = cell(tiny, "zeta", "licence", "ko")
    assert [words for words, _ in shown.sides] == ["열림", "닫힘"]
    assert all(len(sources) == 1 for _, sources in shown.sides)


def test_a_matrix_has_a_cell_for_every_tool_and_criterion(tiny: Catalogue) -> None:
    groups = groups_of(tiny, ["tracking"], "ko")
    whole = matrix(tiny, "tracking", tiny.tools_of("tracking"), groups, "ko")
    asked = [criterion for group in groups for criterion in group.criteria]
    assert set(whole.cells) == {(tool, criterion) for tool in tiny.tools for criterion in asked}
    assert not whole.noted


def test_the_criteria_of_the_stage_stand_before_the_general_ones(tiny: Catalogue) -> None:
    assert [group.id for group in groups_of(tiny, ["tracking"], "ko")] == ["tracking", "general"]
    assert [group.id for group in groups_of(tiny, ["serving"], "ko")] == ["general"]
    assert groups_of(tiny, ["tracking"], "en")[0].name == "Tracking"


def test_chosen_criteria_keep_their_groups_and_empty_groups_go(tiny: Catalogue) -> None:
    (only,) = groups_with(tiny, ["charts"], "ko")
    assert (only.id, list(only.criteria)) == ("tracking", ["charts"])


def _basis(*, secondary: tuple[bool, ...], inferred: bool = False) -> str:
    words = {"ko": "글", "en": "A"}
    page = {"url": "https://example.test", "accessed": "2026-11-01", "shows": words}
    sources = [Source.model_validate({**page, "secondary": each}) for each in secondary]
    said = {"value": "yes", "source": "a", "checked": "2026-11-01", "note": words, "inferred": inferred}
    return basis(Assessment.model_validate(said), sources)


def test_what_a_cell_rests_on_is_said() -> None:
    assert _basis(secondary=(False,)) == "stated"
    assert _basis(secondary=(True, False)) == "stated"
    assert _basis(secondary=(True, True)) == "secondary"
    assert _basis(secondary=(False,), inferred=True) == "inferred"


def test_an_inferred_value_says_from_what() -> None:
    with pytest.raises(ValidationError, match="says from what"):
        Assessment.model_validate({"value": "yes", "source": "a", "checked": "2026-11-01", "inferred": True})


def test_a_cell_says_what_it_rests_on_where_it_is_checked(tiny: Catalogue) -> None:
    assert cell(tiny, "alpha", "charts", "ko").basis == "stated"
    assert cell(tiny, "zeta", "licence", "ko").basis == "stated"
    assert cell(tiny, "gamma", "charts", "ko").basis == ""


def test_a_dispute_rests_on_the_sources_of_both_sides(tiny: Catalogue) -> None:
    found = cell(tiny, "zeta", "licence", "en")
    tool = tiny.tools["zeta"]
    sides = {tool.sources[key] for side in tool.assessments["licence"].sides for key in side.source}
    assert found.sources == ()
    assert set(found.evidence) == sides != set()
