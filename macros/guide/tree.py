"""A guide seen whole: from the first question to the outcomes, by the same effects."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from macros.guide import effects as asking
from macros.guide import outcome as guide
from macros.guide.effects import Asked
from macros.guide.outcome import Outcome
from macros.loading.catalogue import Catalogue

MOST_LEAVES = 300


@dataclass(frozen=True)
class Branch:
    """One option of a node's question and what it leads to."""

    options: tuple[str, ...]
    node: Node


@dataclass(frozen=True)
class Node:
    """A question with its branches, or an outcome where nothing more is asked here."""

    answers: dict[str, tuple[str, ...]]
    outcome: Outcome
    question: Asked | None = None
    branches: tuple[Branch, ...] = ()
    open: int = 0

    @property
    def address(self) -> str:
        """The answers as a query string."""
        return "&".join(f"{key}={','.join(values)}" for key, values in self.answers.items())


def tree(catalogue: Catalogue, stage: str) -> Node:
    """The tree of a guide's questions in their order, as deep as a page can show."""
    asked = asking.questions(catalogue, stage)
    depth = max(
        number
        for number in range(len(asked) + 1)
        if prod(len(question.options) for question in asked[:number]) <= MOST_LEAVES
    )
    return _node(catalogue, stage, asked, depth, {})


def _node(
    catalogue: Catalogue,
    stage: str,
    asked: tuple[Asked, ...],
    depth: int,
    answers: dict[str, tuple[str, ...]],
) -> Node:
    outcome = guide.outcome(catalogue, stage, answers)
    remaining = tuple(tool for tool, _ in outcome.ranking)
    while asked and not guide.matters(catalogue, stage, asked[0], remaining):
        asked, depth = asked[1:], depth - 1
    if not asked or depth <= 0 or not remaining:
        open_questions = sum(guide.matters(catalogue, stage, each, remaining) for each in asked)
        return Node(answers, outcome, open=open_questions)
    question = asked[0]
    branches = tuple(
        Branch((option,), _node(catalogue, stage, asked[1:], depth - 1, {**answers, question.id: (option,)}))
        for option in question.options
    )
    return Node(answers, outcome, question, branches)
