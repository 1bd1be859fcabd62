"""A guide seen whole: the tree says what the engine says, node by node."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.guide import tree
from macros.guide.guide import guide_of
from macros.guide.outcome import end, matters, outcome
from macros.guide.tree import Node
from macros.loading.catalogue import Catalogue

STAGE = "tracking"


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for branch in node.branches:
        yield from _nodes(branch.node)


def _tree(catalogue: Catalogue) -> Node:
    return tree.tree(guide_of(catalogue, STAGE))


def test_the_root_asks_the_question_that_leaves_the_fewest_leaders(tiny: Catalogue) -> None:
    here, root = guide_of(tiny, STAGE), _tree(tiny)
    assert root.answers == {}
    assert root.question

    def left(question: str, options: dict[str, object]) -> float:
        return sum(len(outcome(here, {question: (each,)}).leaders) for each in options) / len(options)

    others = [left(each.id, dict(each.options)) for each in here.questions if matters(here, {}, each.id)]
    assert left(root.question.id, dict(root.question.options)) == min(others)


def test_every_node_shows_the_outcome_of_its_answers(tiny: Catalogue) -> None:
    for node in _nodes(_tree(tiny)):
        assert node.outcome == outcome(guide_of(tiny, STAGE), node.answers)
        ended = end(guide_of(tiny, STAGE), node.answers)
        assert ended == (node.outcome.leaders, node.outcome.baseline)


def test_a_question_that_changes_nothing_is_not_asked(tiny: Catalogue) -> None:
    asked = [node for node in _nodes(_tree(tiny)) if node.question]
    assert asked
    for node in asked:
        assert node.question
        assert matters(guide_of(tiny, STAGE), node.answers, node.question.id)


def test_a_leaf_names_every_question_that_can_still_change_it(tiny: Catalogue) -> None:
    here = guide_of(tiny, STAGE)
    for leaf in (node for node in _nodes(_tree(tiny)) if not node.branches):
        rest = {each.id for each in here.questions} - set(leaf.answers)
        still = {key for key in rest if matters(here, leaf.answers, key)}
        assert {each.id for each in leaf.open} == (still if leaf.outcome.ranking else set())


def test_options_that_lead_to_the_same_share_a_branch(small: Catalogue) -> None:
    folded = 0
    for stage in small.guides:
        here = guide_of(small, stage)
        for node in (each for each in _nodes(tree.tree(here)) if each.question):
            assert node.question
            key = node.question.id
            assert {o for branch in node.branches for o in branch.options} == set(node.question.options)
            for branch in node.branches:
                ends = {outcome(here, {**node.answers, key: (each,)}).leaders for each in branch.options}
                assert branch.node.branches or len(ends) == 1
                folded += len(branch.options) > 1
    assert folded


def test_every_leaf_has_an_address_that_leads_to_it(tiny: Catalogue) -> None:
    leaves = [node for node in _nodes(_tree(tiny)) if not node.branches]
    addresses = [leaf.address for leaf in leaves]
    assert len(set(addresses)) == len(addresses)
    given = [dict(pair.split("=") for pair in address.split("&")) for address in addresses]
    assert [{key: (value,) for key, value in each.items()} for each in given] == [
        leaf.answers for leaf in leaves
    ]


def test_a_tree_is_cut_where_a_page_cannot_show_more(
    tiny: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "MOST_NODES", 3)
    nodes = list(_nodes(_tree(tiny)))
    assert len(nodes) <= 3
    assert any(node.open for node in nodes if not node.branches)
