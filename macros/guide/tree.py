"""A guide seen whole: from its strongest question to the outcomes, no larger than a page can show."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from macros.guide.guide import Asked, Guide
from macros.guide.outcome import Answers, Outcome, end, matters, outcome

MOST_NODES = 40


@dataclass(frozen=True)
class Branch:
    """The options of a node's question that lead to the same, and what they lead to."""

    options: tuple[str, ...]
    node: Node


@dataclass(frozen=True)
class Node:
    """A question with its branches, or an outcome; `open` are the questions that can still change it."""

    answers: dict[str, tuple[str, ...]]
    outcome: Outcome
    question: Asked | None = None
    branches: tuple[Branch, ...] = ()
    open: tuple[Asked, ...] = ()

    @property
    def address(self) -> str:
        """The answers as a query string."""
        return "&".join(f"{key}={','.join(values)}" for key, values in self.answers.items())


@dataclass
class _Bud:
    """A node while the tree grows."""

    answers: dict[str, tuple[str, ...]]
    open: tuple[Asked, ...]
    branches: dict[str, _Bud] = field(default_factory=dict)


_GROWN: WeakKeyDictionary[Guide, Node] = WeakKeyDictionary()


def tree_of(guide: Guide) -> Node:
    """The tree of a guide: grown once for both languages, and forgotten with its guide."""
    if guide not in _GROWN:
        _GROWN[guide] = tree(guide)
    return _GROWN[guide]


def tree(guide: Guide) -> Node:
    """The tree of a guide: level by level, each node's strongest question first, until the page is full."""
    root = _bud(guide, {})
    count, waiting = 1, deque([root])
    while waiting:
        bud = waiting.popleft()
        options = bud.open[0].options if bud.open else {}
        if not options or count + len(options) > MOST_NODES:
            continue
        key = bud.open[0].id
        bud.branches = {option: _bud(guide, {**bud.answers, key: (option,)}) for option in options}
        count += len(options)
        waiting.extend(bud.branches.values())
    return _node(guide, root)


def strongest(guide: Guide, answers: Answers) -> tuple[Asked, ...]:
    """The open questions that can still change the outcome: first the one that parts the leaders most."""
    found = []
    for asked in guide.questions:
        if asked.id in answers:
            continue
        if matters(guide, answers, asked.id):
            ends = [end(guide, {**answers, asked.id: (option,)}) for option in asked.options]
            found.append((_strength(ends), asked))
    return tuple(asked for _, asked in sorted(found, key=lambda each: each[0]))


def _strength(ends: list[tuple[tuple[str, ...], bool]]) -> tuple[float, int]:
    """How many tools lead after an answer, on average; then, negative, how many different ends there are."""
    return sum(len(leaders) for leaders, _ in ends) / len(ends), -len(set(ends))


def _bud(guide: Guide, answers: dict[str, tuple[str, ...]]) -> _Bud:
    ranking = outcome(guide, answers).ranking
    return _Bud(answers, strongest(guide, answers) if ranking else ())


def _node(guide: Guide, bud: _Bud) -> Node:
    found = outcome(guide, bud.answers)
    if not bud.branches:
        return Node(bud.answers, found, open=bud.open)
    folded: dict[object, tuple[list[str], Node]] = {}
    for option, each in bud.branches.items():
        node = _node(guide, each)
        folded.setdefault(_shape(node), ([], node))[0].append(option)
    branches = tuple(Branch(tuple(options), node) for options, node in folded.values())
    return Node(bud.answers, found, bud.open[0], branches)


def _shape(node: Node) -> object:
    """What a reader sees of a node, whatever the answers that lead to it."""
    if not node.question:
        return node.outcome.leaders, node.outcome.baseline, tuple(each.id for each in node.open)
    return node.question.id, tuple((each.options, _shape(each.node)) for each in node.branches)
