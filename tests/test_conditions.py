"""Conditions and gates on a small guide: every claim of the engine is tried against every set of answers."""

from __future__ import annotations

import pytest

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Bar, Outcome, outcome
from macros.rules.check import check
from macros.views.handed import handed
from tests.conditioned import STAGE, changed, points, sets_of
from tests.conftest import Write
from tests.editing import edit
from tests.node.evaluating import evaluate
from tests.twins import SAID, ask, by_python


@pytest.fixture
def here(write: Write) -> Guide:
    return guide_of(changed(write()), STAGE)


def test_a_cell_whose_condition_is_met_by_an_answer_counts_as_no(here: Guide) -> None:
    open_, free = ({"need": ("charts",)}, {"need": ("charts",), "money": ("free",)})
    assert points(outcome(here, open_)) == {"alpha": 3, "beta": 1, "gamma": 0, "zeta": 0}
    assert points(outcome(here, free)) == {"alpha": 0, "beta": 0, "gamma": 0, "zeta": 0}


def test_a_no_that_is_wanted_gives_its_points_and_names_the_condition(here: Guide) -> None:
    (reason,) = outcome(here, {"must": ("none",), "money": ("free",)}).reasons["beta"]
    assert (reason.question, reason.criterion, reason.points) == ("must", "charts", 1)


def test_a_required_cell_whose_condition_is_met_rules_out_and_says_under_which(here: Guide) -> None:
    found = outcome(here, {"must": ("charts",), "money": ("free",)})
    assert found.out["alpha"] == (Bar("must", "charts", "charts", ("paid",)),)
    assert found.out["beta"][0].under == ("paid", "managed-only")
    assert "alpha" not in outcome(here, {"must": ("charts",)}).out


def test_a_choice_whose_condition_is_met_has_no_value_that_is_accepted(here: Guide) -> None:
    assert outcome(here, {"place": ("outside",)}).reasons["zeta"][0].points == 1
    assert outcome(here, {"place": ("outside",), "team": ("small",)}).reasons["zeta"] == ()
    assert outcome(here, {"place": ("inside",)}).out["zeta"] == (Bar("place", "inside", "hosting"),)


def test_only_with_waits_for_every_question_and_without_for_none(here: Guide) -> None:
    def given(**answers: str) -> Outcome:
        return outcome(here, {key: (value,) for key, value in {"must": "charts", **answers}.items()})

    def known(found: Outcome) -> list[int]:
        return [each.points for each in found.reasons["alpha"] if each.criterion == "limits-known"]

    assert known(given()) == known(given(team="small")) == known(given(place="outside")) == []
    assert known(given(team="small", place="outside")) == [2]
    assert known(given(team="solo", place="outside")) == []
    assert [bar.criterion for bar in given().out["beta"]] == ["licence"]
    assert "beta" not in given(money="paid").out


def test_a_tool_that_is_left_is_out_by_that_answer_and_gets_no_point_for_being_there(here: Guide) -> None:
    found = outcome(here, {"place": ("away",), "need": ("charts",)})
    assert found.out == {"gamma": (Bar("place", "away", ""),)}
    assert "gamma" not in outcome(here, {"need": ("charts",)}).out


def test_an_old_address_is_read_in_the_words_of_today(here: Guide) -> None:
    """An answer that another question asks for now; one beside it stays, what nobody knows is left out."""
    said = """
    async ({ guide, sets }, lib) => {
      const { known } = await lib("guide/engine");
      const { read } = await lib("shared/address");
      return sets.map((address) => [...known(guide, read(address)).answers]);
    }
    """
    old = evaluate(said, {"guide": handed(here), "sets": ["?spot=in&team=solo", "?spot=out"]})
    assert old == [[["place", ["inside"]], ["team", ["solo"]]], []]


def test_an_option_that_only_meets_a_condition_is_offered(write: Write) -> None:
    """`large` does nothing here until a condition speaks of it."""
    root = write()
    changed(root)
    edit(root / "conditions.yml", lambda said: said["paid"]["no_under"].update(team="large"))
    whole, problems = check(root)
    assert whole, problems
    assert set(guide_of(whole, STAGE).questions[0].options) == {"solo", "small", "large"}


def test_the_twins_agree_on_every_set_of_answers(here: Guide) -> None:
    sets = list(sets_of(here))[::3]
    assert len(sets) > 300
    for given, said in zip(sets, ask(SAID, here, sets), strict=True):
        assert said == by_python(here, given), given


def test_gates_are_checked(write: Write) -> None:
    root = write()
    gates = {"without": {"weather": "rain"}, "only_with": {"team": "vast", "place": "inside"}}
    edit(root / "guides/tracking.yml", lambda said: said["questions"][1]["options"]["inside"].update(gates))
    _, problems = check(root)
    assert sorted(str(each).split(": ", 1)[1] for each in problems) == [
        "questions.1.options.inside.only_with.place: is the question itself; "
        "an effect waits for other answers",
        "questions.1.options.inside.only_with.team: 'vast' is no option",
        "questions.1.options.inside.without.weather: 'weather' is no question of this guide",
    ]
