"""Conditions and gates on a small guide: every claim of the engine is tried against every set of answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Answers, Bar, Outcome, matters, outcome
from macros.guide.tree import Node, tree
from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from macros.views.guides import effects
from tests.conftest import Write
from tests.editing import edit
from tests.node.evaluating import evaluate
from tests.test_twins import SAID, ask, by_python

STAGE = "tracking"
BOTH = {"ko": "말", "en": "Words"}
WAYS = """
async ({ guide, sets }, lib) => {
  const { outcome } = await lib("guide/engine");
  const { waysBack } = await lib("guide/argument");
  return sets.map((given) => {
    const answers = new Map(given);
    return [...outcome(guide, answers).out.keys()].map((tool) => [tool, waysBack(guide, answers, tool)]);
  });
}
"""
PARTS = """
async ({ guide, sets }, lib) => {
  const { outcome, strongest } = await lib("guide/engine");
  const { parting } = await lib("guide/argument");
  return sets.map((given) => {
    const answers = new Map(given);
    return parting(guide, answers, outcome(guide, answers).leaders, strongest(guide, answers)) ?? null;
  });
}
"""


def _option(**effects: Any) -> dict[str, Any]:
    return {"name": BOTH, **effects}


def _guide(said: Any) -> None:
    """Money does nothing itself: it decides what `paid` is worth; a need asks a conditional cell."""
    money = {"free": _option(), "paid": _option()}
    must = _option(require={"charts": ["yes", "partial"]}, also=[
        {"prefer": {"limits-known": {"yes": "2"}}, "only_with": {"team": ["small"], "place": "outside"}},
        {"require": {"licence": "open"}, "without": {"money": "paid"}},
    ])  # fmt: skip
    said["questions"].append({"id": "money", "ask": BOTH, "options": money})
    said["questions"][1]["options"]["away"] = _option(leaves="gamma")
    said["moved"] = {"spot.in": "place.inside"}
    said["questions"].append({"id": "must", "ask": BOTH, "options": {"charts": must, "none": _option(
        prefer={"charts": {"no": "1"}, "hosting": {"self": "1"}})}})  # fmt: skip


def _cells(key: str, **cells: dict[str, Any]) -> Any:
    def change(said: Any) -> None:
        for criterion, cell in cells.items():
            said["assessments"].setdefault(criterion, {"source": "home", "checked": "2026-11-02"}).update(
                cell
            )

    return key, change


def _conditions(said: Any) -> None:
    said["paid"]["no_under"] = {"money": "free"}
    said["managed-only"]["no_under"] = {"place": "inside", "team": ["small"]}


@pytest.fixture
def here(write: Write) -> Guide:
    return guide_of(_changed(write()), STAGE)


def _changed(root: Path) -> Catalogue:
    options = {value: {"means": BOTH} for value in ("yes", "partial", "no")}
    known = {"name": BOTH, "question": BOTH, "why": BOTH, "kind": "support", "options": options}
    edit(
        root / "criteria/tracking.yml",
        lambda s: s["criteria"].update({"limits-known": known}),
    )
    edit(root / "conditions.yml", _conditions)
    edit(root / "guides/tracking.yml", _guide)
    for key, change in (
        _cells("alpha", charts={"condition": "paid"}, **{"limits-known": {"value": "yes"}}),
        _cells("beta", charts={"condition": ["paid", "managed-only"]}, **{"limits-known": {"value": "no"}}),
        _cells("zeta", hosting={"condition": "managed-only"}),
    ):
        edit(root / f"tools/{key}/evidence.yml", change)
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


def _sets(guide: Guide, keys: tuple[str, ...] | None = None) -> Iterator[Answers]:
    """Every set of single answers to these questions, unanswered ones included."""
    asked = [each for each in guide.questions if keys is None or each.id in keys]
    for chosen in product(*([(), *((option,) for option in each.options)] for each in asked)):
        yield {each.id: options for each, options in zip(asked, chosen, strict=True) if options}


def _points(found: Outcome) -> dict[str, int]:
    return dict(found.ranking)


def test_a_cell_whose_condition_is_met_by_an_answer_counts_as_no(here: Guide) -> None:
    open_, free = ({"need": ("charts",)}, {"need": ("charts",), "money": ("free",)})
    assert _points(outcome(here, open_)) == {"alpha": 3, "beta": 1, "gamma": 0, "zeta": 0}
    assert _points(outcome(here, free)) == {"alpha": 0, "beta": 0, "gamma": 0, "zeta": 0}


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
    old = evaluate(said, {"guide": effects(here), "sets": ["?spot=in&team=solo", "?spot=out"]})
    assert old == [[["place", ["inside"]], ["team", ["solo"]]], []]


def test_an_option_that_only_meets_a_condition_is_offered(write: Write) -> None:
    """`large` does nothing here until a condition speaks of it."""
    root = write()
    _changed(root)
    edit(root / "conditions.yml", lambda said: said["paid"]["no_under"].update(team="large"))
    whole, problems = check(root)
    assert whole, problems
    assert set(guide_of(whole, STAGE).questions[0].options) == {"solo", "small", "large"}


def test_the_twins_agree_on_every_set_of_answers(here: Guide) -> None:
    sets = list(_sets(here))[::3]
    assert len(sets) > 300
    for given, said in zip(sets, ask(SAID, here, sets), strict=True):
        assert said == by_python(here, given), given


def _tells(guide: Guide, answers: Answers, question: str, option: str) -> bool:
    """By every set of later answers: whether this one rules out, brings back, or tells apart."""
    rest = tuple(each.id for each in guide.questions if each.id not in answers and each.id != question)
    for later in _sets(guide, rest):
        old = _points(outcome(guide, {**answers, **later}))
        new = _points(outcome(guide, {**answers, **later, question: (option,)}))
        if old.keys() != new.keys() or len({new[tool] - old[tool] for tool in old}) > 1:
            return True
    return False


def test_a_question_matters_exactly_where_some_way_on_shows_it(here: Guide) -> None:
    """Also where an answer does nothing yet, and changes what a later one does."""
    keys = ("place", "money", "must", "team")
    effects = {name: deeds for name, deeds in here.effects.items() if name[0] in keys}
    guide = Guide(STAGE, tuple(each for each in here.questions if each.id in keys), here.tools, effects)
    late = 0
    for answers in _sets(guide):
        for asked in (each for each in guide.questions if each.id not in answers):
            found = any(_tells(guide, answers, asked.id, option) for option in asked.options)
            speaks = any(choice.baseline for choice in asked.options.values())
            assert matters(guide, answers, asked.id) == (found or speaks), (answers, asked.id)
            now = outcome(guide, answers)
            ends = [outcome(guide, {**answers, asked.id: (option,)}) for option in asked.options]
            late += found and all(end.ranking == now.ranking for end in ends)
    assert late


def test_every_printed_deed_is_true_and_none_is_missing(here: Guide) -> None:
    """What one answer does to a tool is what is printed, for every set of the others."""
    for answers in list(_sets(here))[::5]:
        given = {(key, option) for key, options in answers.items() for option in options}
        found = outcome(here, answers)
        for tool in here.tools:
            every = [deed for name in given for deed in here.effects[name][tool]]
            held = [deed for deed in every if deed.guard.holds(frozenset(given))]
            assert sum(d.points for d in held) == sum(each.points for each in found.reasons[tool])
            assert (tool in found.out) == any(d.kind == "out" for d in held)


def test_every_way_back_brings_the_tool_back_and_none_is_forgotten(here: Guide) -> None:
    sets = [each for each in _sets(here) if outcome(here, each).out][::4]
    followed = 0
    for answers, ways in zip(sets, ask(WAYS, here, sets), strict=True):
        for tool, way in ways:
            _follow(here, answers, tool, way)
            followed += 1
    assert followed > 200


def _follow(guide: Guide, answers: Answers, tool: str, way: Any) -> None:
    names = [each["question"] for each in way["ways"]]
    options = [each["options"] for each in way["ways"]]
    singles = [
        (asked.id, option)
        for asked in guide.questions
        if asked.id in answers
        for option in (*asked.options, "unknown")
        if option not in answers[asked.id] and _stays(guide, {**answers, asked.id: (option,)}, tool)
    ]
    if singles:
        assert way["alone"]
        assert [(n, o) for n, all_ in zip(names, options, strict=True) for o in all_] == singles
        return
    assert not way["alone"]
    for combination in product(*options):
        changes = {name: (option,) for name, option in zip(names, combination, strict=True)}
        assert _stays(guide, {**answers, **changes}, tool), (answers, tool, way)


def _stays(guide: Guide, answers: Answers, tool: str) -> bool:
    return tool not in outcome(guide, answers).out


def test_the_parting_question_parts_the_leaders(here: Guide) -> None:
    sets = list(_sets(here))[::7]
    parted = 0
    for answers, question in zip(sets, ask(PARTS, here, sets), strict=True):
        leaders = outcome(here, answers).leaders
        rest = [each for each in here.questions if each.id not in answers]
        able = {q.id for q in rest if any(_parts(here, answers, leaders, q.id, o) for o in q.options)}

        assert question in able if able else question is None
        parted += question is not None
    assert parted


def _parts(guide: Guide, answers: Answers, tools: tuple[str, ...], question: str, option: str) -> bool:
    points = _points(outcome(guide, {**answers, question: (option,)}))
    return len({points.get(tool) for tool in tools}) > 1


def test_the_tree_shows_what_the_engine_says_under_conditions(here: Guide) -> None:
    def nodes(node: Node) -> Iterator[Node]:
        yield node
        for branch in node.branches:
            yield from nodes(branch.node)

    for node in nodes(tree(here)):
        assert node.outcome == outcome(here, node.answers)
        assert not node.question or matters(here, node.answers, node.question.id)


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
