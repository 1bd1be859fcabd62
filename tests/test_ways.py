"""What a guide says of its answers, tried against every set: what matters, ways back, the tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Answers, matters, outcome
from macros.guide.tree import Node, tree
from tests.conditioned import STAGE, changed, points, sets_of
from tests.conftest import Write
from tests.twins import ask

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


@pytest.fixture
def here(write: Write) -> Guide:
    return guide_of(changed(write()), STAGE)


def _tells(guide: Guide, answers: Answers, question: str, option: str) -> bool:
    """By every set of later answers: whether this one rules out, brings back, or tells apart."""
    rest = tuple(each.id for each in guide.questions if each.id not in answers and each.id != question)
    for later in sets_of(guide, rest):
        old = points(outcome(guide, {**answers, **later}))
        new = points(outcome(guide, {**answers, **later, question: (option,)}))
        if old.keys() != new.keys() or len({new[tool] - old[tool] for tool in old}) > 1:
            return True
    return False


def test_a_question_matters_exactly_where_some_way_on_shows_it(here: Guide) -> None:
    """Also where an answer does nothing yet, and changes what a later one does."""
    keys = ("place", "money", "must", "team")
    effects = {name: deeds for name, deeds in here.effects.items() if name[0] in keys}
    guide = Guide(STAGE, tuple(each for each in here.questions if each.id in keys), here.tools, effects)
    late = 0
    for answers in sets_of(guide):
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
    for answers in list(sets_of(here))[::5]:
        given = {(key, option) for key, options in answers.items() for option in options}
        found = outcome(here, answers)
        for tool in here.tools:
            every = [deed for name in given for deed in here.effects[name][tool]]
            held = [deed for deed in every if deed.guard.holds(frozenset(given))]
            assert sum(d.points for d in held) == sum(each.points for each in found.reasons[tool])
            assert (tool in found.out) == any(d.kind == "out" for d in held)


def test_every_way_back_brings_the_tool_back_and_none_is_forgotten(here: Guide) -> None:
    sets = [each for each in sets_of(here) if outcome(here, each).out][::4]
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
    sets = list(sets_of(here))[::7]
    parted = 0
    for answers, question in zip(sets, ask(PARTS, here, sets), strict=True):
        leaders = outcome(here, answers).leaders
        rest = [each for each in here.questions if each.id not in answers]
        able = {q.id for q in rest if any(_parts(here, answers, leaders, q.id, o) for o in q.options)}

        assert question in able if able else question is None
        parted += question is not None
    assert parted


def _parts(guide: Guide, answers: Answers, tools: tuple[str, ...], question: str, option: str) -> bool:
    given = points(outcome(guide, {**answers, question: (option,)}))
    return len({given.get(tool) for tool in tools}) > 1


def test_the_tree_shows_what_the_engine_says_under_conditions(here: Guide) -> None:
    def nodes(node: Node) -> Iterator[Node]:
        yield node
        for branch in node.branches:
            yield from nodes(branch.node)

    for node in nodes(tree(here)):
        assert node.outcome == outcome(here, node.answers)
        assert not node.question or matters(here, node.answers, node.question.id)
