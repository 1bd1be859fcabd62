"""A guide seen whole: the tree says what the engine says, node by node."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.guide import outcome as guide
from macros.guide import tree
from macros.guide.tree import Node
from macros.loading.catalogue import Catalogue

STAGE = "tracking"


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for branch in node.branches:
        yield from _nodes(branch.node)


def test_the_root_asks_the_first_question_without_answers(tiny: Catalogue) -> None:
    root = tree.tree(tiny, STAGE)
    assert root.answers == {}
    assert root.question is not None
    assert root.question.id == "team"
    assert [branch.options for branch in root.branches] == [("solo",), ("small",)]


def test_every_node_shows_the_outcome_of_its_answers(tiny: Catalogue) -> None:
    for node in _nodes(tree.tree(tiny, STAGE)):
        assert node.outcome == guide.outcome(tiny, STAGE, node.answers)


def test_a_question_that_changes_nothing_is_not_asked(tiny: Catalogue) -> None:
    asked = [node for node in _nodes(tree.tree(tiny, STAGE)) if node.question]
    assert asked
    for node in asked:
        remaining = tuple(tool for tool, _ in node.outcome.ranking)
        assert node.question is not None
        assert guide.matters(tiny, STAGE, node.question, remaining)


def test_a_question_that_speaks_only_on_the_baseline_is_asked(tiny: Catalogue) -> None:
    assert "past" in {node.question.id for node in _nodes(tree.tree(tiny, STAGE)) if node.question}


def test_every_leaf_has_an_address_that_leads_to_it(tiny: Catalogue) -> None:
    leaves = [node for node in _nodes(tree.tree(tiny, STAGE)) if not node.branches]
    addresses = [leaf.address for leaf in leaves]
    assert len(set(addresses)) == len(addresses)
    assert "team=solo&place=inside&need=charts&past=sheet" in addresses


def test_a_leaf_where_everything_was_asked_leaves_nothing_open(tiny: Catalogue) -> None:
    assert {node.open for node in _nodes(tree.tree(tiny, STAGE))} == {0}


def test_a_tree_is_cut_where_a_page_cannot_show_more_and_counts_what_is_open(
    tiny: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "MOST_LEAVES", 2)
    root = tree.tree(tiny, STAGE)
    leaves = [node for node in _nodes(root) if not node.branches]
    assert len(leaves) == 2
    assert [leaf.open for leaf in leaves] == [4, 4]


def test_no_shipped_tree_has_more_leaves_than_a_page_can_show(catalogue: Catalogue) -> None:
    for stage in catalogue.guides:
        leaves = [node for node in _nodes(tree.tree(catalogue, stage)) if not node.branches]
        assert 1 < len(leaves) <= tree.MOST_LEAVES, stage
