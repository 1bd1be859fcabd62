"""The tree of a guide, node by node, as its page prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.guide.guide import guide_of
from macros.guide.tree import Node, tree_of
from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.records.plans import Choice
from macros.records.tool import Tool
from macros.records.vocabulary import Stage

MOST_NAMED = 4


@dataclass(frozen=True)
class Twig:
    """The options that lead to the same, and what they lead to."""

    options: tuple[Choice, ...]
    leaf: Leaf


@dataclass(frozen=True)
class Leaf:
    """What some answers lead to: the first leaders, how many more there are, what can still change it.

    Where it asks on, `ask` is the question and `twigs` its answers; without leaders every tool is ruled out.
    """

    address: str
    leaders: tuple[Tool, ...]
    more: int
    baseline: bool
    open: tuple[Words, ...]
    ask: Words | None
    twigs: tuple[Twig, ...]


class TreePage(NamedTuple):
    """The tree of one guide."""

    key: str
    stage: Stage
    tree: Leaf


def tree_page(catalogue: Catalogue, key: str, language: str) -> TreePage:
    """The tree of one guide."""
    guide = guide_of(catalogue, key)
    return TreePage(key, catalogue.stages[key], _leaf(tree_of(guide), guide.tools))


def _leaf(node: Node, tools: Mapping[str, Tool]) -> Leaf:
    leaders, options = node.outcome.leaders, node.question.options if node.question else {}
    return Leaf(
        address=node.address,
        leaders=tuple(tools[key] for key in leaders[:MOST_NAMED]),
        more=len(leaders[MOST_NAMED:]),
        baseline=node.outcome.baseline,
        open=() if node.question else tuple(each.question.ask for each in node.open if each.question.ask),
        ask=node.question.question.ask if node.question else None,
        twigs=tuple(
            Twig(tuple(options[each] for each in branch.options), _leaf(branch.node, tools))
            for branch in node.branches
        ),
    )
