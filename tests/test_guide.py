"""The engine on a hand-made catalogue: drop what any answer rules out, add the points."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.guide import outcome as guide
from macros.guide.effects import Cells
from macros.guide.guide import candidates, guide_of
from macros.guide.outcome import Bar, Outcome, outcome
from macros.loading.catalogue import Catalogue
from macros.records.evidence import Assessment, Side
from macros.rules.check import check
from tests.conftest import Write
from tests.editing import edit

STAGE = "tracking"


def _ask(catalogue: Catalogue, **answers: str) -> Outcome:
    return outcome(
        guide_of(catalogue, STAGE), {key: tuple(value.split(",")) for key, value in answers.items()}
    )


def _points(result: Outcome) -> dict[str, int]:
    return dict(result.ranking)


def test_without_answers_every_candidate_stays_with_no_points(tiny: Catalogue) -> None:
    assert _points(_ask(tiny)) == {"alpha": 0, "beta": 0, "gamma": 0, "zeta": 0}


def test_an_archived_tool_and_one_that_covers_a_part_are_no_candidates(tiny: Catalogue) -> None:
    assert set(guide_of(tiny, STAGE).tools) == {"alpha", "beta", "gamma", "zeta"}
    assert set(candidates(tiny, "serving")) == {"epsilon"}


def test_a_required_value_rules_out_the_others_and_names_the_cell(tiny: Catalogue) -> None:
    result = _ask(tiny, place="inside")
    assert result.out == {
        "beta": (Bar("place", "inside", "hosting"),),
        "zeta": (Bar("place", "inside", "hosting"),),
    }
    assert set(_points(result)) == {"alpha", "gamma"}


def test_two_answers_give_two_bars(tiny: Catalogue) -> None:
    result = _ask(tiny, place="inside", law="open")
    assert result.out["beta"] == (Bar("place", "inside", "hosting"), Bar("law", "open", "licence"))


def test_preferred_values_give_points_with_the_cell_as_reason(tiny: Catalogue) -> None:
    result = _ask(tiny, need="charts")
    assert _points(result) == {"alpha": 3, "beta": 1, "gamma": 0, "zeta": 0}
    assert [(each.criterion, each.points) for each in result.reasons["alpha"]] == [("charts", 3)]


def test_of_several_values_the_best_one_counts_once(tiny: Catalogue) -> None:
    """Alpha can be both self-hosted (2) and managed (1)."""
    assert _points(_ask(tiny, place="outside"))["alpha"] == 2


def test_a_favour_is_a_reason_without_a_cell(tiny: Catalogue) -> None:
    (reason,) = _ask(tiny, need="habit").reasons["beta"]
    assert (reason.points, reason.criterion) == (3, None)
    assert reason.favour is not None
    assert reason.favour.because.en == "It is there already"


def test_a_question_that_takes_many_adds_them_up(tiny: Catalogue) -> None:
    assert _points(_ask(tiny, need="charts,habit"))["beta"] == 4


def test_a_question_that_takes_one_takes_the_first(tiny: Catalogue) -> None:
    assert _ask(tiny, place="outside,inside") == _ask(tiny, place="outside")


def test_what_is_not_checked_neither_rules_out_nor_counts_but_is_said(tiny: Catalogue) -> None:
    result = _ask(tiny, need="charts", team="small")
    assert _points(result)["gamma"] == 0
    assert result.unchecked["gamma"] == ("charts",)
    assert result.unchecked["beta"] == ()


def test_a_disputed_cell_counts_as_not_checked(tiny: Catalogue) -> None:
    result = _ask(tiny, law="open")
    assert "zeta" not in result.out
    assert result.unchecked["zeta"] == ("licence",)


def test_what_the_sides_of_a_dispute_agree_on_counts(tiny: Catalogue) -> None:
    sides = [Side(value=each, source=("home",)) for each in (("self", "managed"), ("self",))]
    cell = Assessment(value=("disputed",), sides=tuple(sides), checked=date(2026, 11, 1))
    assert cell.agreed == ("self",)
    tool = tiny.tools["zeta"].model_copy(update={"assessments": {"hosting": cell}})
    cells = Cells("zeta", tool, frozenset(), {})
    assert cells.values("hosting", ["self"]) == ("self",)
    assert cells.values("hosting", ["managed"]) is None


def test_unknown_questions_and_options_are_ignored(tiny: Catalogue) -> None:
    assert _ask(tiny, weather="rain", place="beside", need="charts,colour") == _ask(tiny, need="charts")


def test_leaders_are_all_that_tie_in_front(tiny: Catalogue) -> None:
    assert _ask(tiny, place="outside").leaders == ("alpha", "gamma")
    assert _ask(tiny, need="charts").leaders == ("alpha",)


def test_near_are_those_one_point_behind_and_no_others(tiny: Catalogue) -> None:
    result = _ask(tiny, place="outside")
    assert set(result.near) == {"beta", "zeta"}
    assert _ask(tiny, need="charts").near == ()


def test_where_everything_is_ruled_out_nobody_leads() -> None:
    empty = Outcome((), {}, {}, {}, baseline=False)
    assert (empty.leaders, empty.near) == ((), ())


def test_ranking_goes_by_points_and_then_by_the_display_order(tiny: Catalogue) -> None:
    ranking = _ask(tiny, team="solo").ranking
    assert [tool for tool, _ in ranking] == ["alpha", "beta", "zeta", "gamma"]


def test_a_shared_question_keeps_its_effects_and_gains_those_of_the_guide(tiny: Catalogue) -> None:
    (team, *_) = guide_of(tiny, STAGE).questions
    assert dict(team.options["solo"].prefer) == {"hosting": {"managed": 1}, "charts": {"yes": 1}}
    assert _points(_ask(tiny, team="solo")) == {"alpha": 2, "beta": 1, "gamma": 0, "zeta": 1}
    assert team.question.ask == tiny.questions["team"].ask


def test_an_option_of_a_shared_question_without_effects_is_not_offered(tiny: Catalogue) -> None:
    (team, *_) = guide_of(tiny, STAGE).questions
    assert set(team.options) == {"solo", "small"}


def test_an_option_of_a_shared_question_that_changes_no_tool_is_not_offered(write: Write) -> None:
    root = write()
    path = root / "guides" / "tracking.yml"
    idle = {"require": {"hosting": ["self", "managed"]}, "prefer": {"charts": {"partial": "1"}}}
    edit(path, lambda said: said["questions"][0]["effects"].update(large=idle))
    assert "large" in guide_of(_sound(root), STAGE).questions[0].options
    idle["prefer"] = {"charts": {"not-applicable": "1"}}
    edit(path, lambda said: said["questions"][0]["effects"].update(large=idle))
    assert "large" not in guide_of(_sound(root), STAGE).questions[0].options


def test_effects_of_the_guide_win_over_shared_ones_value_by_value(write: Write) -> None:
    root = write()
    own = {"require": {"licence": "open"}, "prefer": {"hosting": {"self": "3"}}}
    edit(root / "guides" / "tracking.yml", lambda said: said["questions"][0]["effects"].update(solo=own))
    solo = guide_of(_sound(root), STAGE).questions[0].options["solo"]
    assert solo.prefer == {"hosting": {"managed": 1, "self": 3}}
    assert solo.require == {"licence": ("open",)}


def _favour(points: int) -> dict[str, Any]:
    source = {"url": "https://example.test", "accessed": "2026-11-01", "shows": {"ko": "글", "en": "A"}}
    return {"tool": "zeta", "points": str(points), "because": "A", "source": source}


def test_favours_add_up_and_the_guides_own_mark_of_the_baseline_wins(write: Write) -> None:
    def shared(said: Any) -> None:
        said["team"]["options"]["solo"].update(favour=[_favour(1)], baseline="outgrown")

    root = write()
    guide = root / "guides" / "tracking.yml"
    edit(root / "questions.yml", shared)
    edit(guide, lambda said: said["questions"][0]["effects"]["solo"].update(favour=[_favour(2)]))
    whole = _sound(root)
    assert [each.points for each in guide_of(whole, STAGE).questions[0].options["solo"].favour] == [1, 2]
    assert _ask(whole, team="solo").baseline is True
    edit(guide, lambda said: said["questions"][0]["effects"]["solo"].pop("baseline"))
    assert guide_of(_sound(root), STAGE).questions[0].options["solo"].baseline == "outgrown"


def _sound(root: Path) -> Catalogue:
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


@pytest.mark.parametrize(
    ("past", "enough"), [("sheet", True), ("lost", False), ("sheet,lost", False), ("", False)]
)
def test_the_baseline_is_enough_unless_an_answer_says_outgrown(
    tiny: Catalogue, past: str, enough: bool
) -> None:
    assert _ask(tiny, past=past).baseline is enough


def test_a_question_matters_while_it_can_tell_the_remaining_tools_apart(tiny: Catalogue) -> None:
    here = guide_of(tiny, STAGE)
    assert guide.matters(here, {}, "place")
    assert guide.matters(here, {}, "law")
    assert not guide.matters(here, {"place": ("inside",)}, "law")


def test_whether_a_question_matters_does_not_hang_on_its_own_answer(tiny: Catalogue) -> None:
    here = guide_of(tiny, STAGE)
    assert guide.matters(here, {"law": ("open",)}, "law")


def test_the_effect_of_an_option_does_not_depend_on_other_answers(tiny: Catalogue) -> None:
    """The points of two answers together are the sum of each alone."""
    one, other = _ask(tiny, need="charts"), _ask(tiny, team="solo")
    both = _ask(tiny, need="charts", team="solo")
    assert _points(both) == {tool: _points(one)[tool] + _points(other)[tool] for tool in _points(one)}
