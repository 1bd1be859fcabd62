"""Stacks: the planner, and tools chosen together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from macros.guide.guide import candidates, guide_of
from macros.loading.catalogue import Catalogue
from macros.matrix.cells import Cell, cell
from macros.records.evidence import Relation, Source
from macros.records.fields import Words
from macros.records.plans import Choice, Question, Stack
from macros.records.tool import Tool
from macros.records.vocabulary import Criterion, Stage
from macros.views.handed import Handed, handed

LANGUAGES = {"python": "Python", "node": "Node.js", "java": "Java"}


@dataclass(frozen=True)
class Together:
    """A relation by which two tools work together: with whom, as the data say it, and its first source."""

    name: Words
    relation: Relation
    source: Source


@dataclass(frozen=True)
class Facts:
    """What the planner knows of a tool: the stages that it covers in part, its needs, with whom it works."""

    tool: Tool
    parts: tuple[str, ...]
    needs: dict[str, Cell]
    versions: tuple[str, ...]
    together: tuple[Together, ...]


class Curated(NamedTuple):
    """A curated stack with its tools, each once, and its address in the planner."""

    stack: Stack
    tools: list[Tool]
    planned: str


class Planner(NamedTuple):
    """The planner, and the curated stacks."""

    stacks: dict[str, Curated]
    stages: list[tuple[str, Stage, Mapping[str, Tool]]]
    needs: dict[str, Criterion]
    facts: dict[str, Facts]
    questions: dict[str, tuple[Question, dict[str, Choice]]]
    guides: dict[str, Handed]


def stacks(catalogue: Catalogue, key: str, language: str) -> Planner:
    """The planner: the stages with their candidates, and the curated stacks to start from."""
    needs = {criterion: catalogue.criteria[criterion] for criterion in catalogue.ordered_by("need")}
    return Planner(
        stacks={name: _curated(catalogue, each) for name, each in catalogue.stacks.items()},
        stages=[
            (name, stage, candidates(catalogue, name) if name in catalogue.guides else {})
            for name, stage in catalogue.stages.items()
        ],
        needs=needs,
        facts={tool: _facts(catalogue, tool, needs, language) for tool in catalogue.tools},
        questions=_asked_by_guides(catalogue),
        guides=_guides(catalogue),
    )


def _curated(catalogue: Catalogue, stack: Stack) -> Curated:
    tools = dict.fromkeys(entry.tool for entry in stack.tools)
    planned = ",".join(f"{entry.stage}:{entry.tool}" for entry in stack.tools)
    return Curated(stack, [catalogue.tools[tool] for tool in tools], planned)


def _facts(catalogue: Catalogue, key: str, needs: Iterable[str], language: str) -> Facts:
    tool = catalogue.tools[key]
    return Facts(
        tool=tool,
        parts=tuple(stage for stage, role in tool.stages.items() if role.part),
        needs={criterion: cell(catalogue, key, criterion, language) for criterion in needs},
        versions=_versions(tool),
        together=tuple(
            Together(catalogue.tools[each.tool].name, each, tool.sources[each.source[0]])
            for each in tool.relations
            if each.together
        ),
    )


def _versions(tool: Tool) -> tuple[str, ...]:
    """What the newest release asks for, as its package says: "Python >=3.10"."""
    release = tool.observed.release if tool.observed else None
    requires = release.requires if release else {}
    return tuple(f"{LANGUAGES.get(each, each)} {wanted}" for each, wanted in requires.items())


class Entry(NamedTuple):
    """A tool of a stack in one of its stages."""

    id: str
    tool: Tool
    stage: Stage
    why: Words


class Pair(NamedTuple):
    """Two tools, and the relation that shows that they work together, if one does."""

    one: Tool
    other: Tool
    shown: Together | None


class StackPage(NamedTuple):
    """One curated stack: for each of its tools the stages that it covers too, and what it needs."""

    stack: Stack
    planned: str
    entries: list[Entry]
    tools: list[Tool]
    pairs: list[Pair]
    covers: list[list[Stage]]
    needs: list[tuple[Criterion, list[Cell]]]


def stack(catalogue: Catalogue, key: str, language: str) -> StackPage:
    """One curated stack: its tools, what they need, which of them are known to work together."""
    record = catalogue.stacks[key]
    tools = {entry.tool: catalogue.tools[entry.tool] for entry in record.tools}
    placed = {(entry.tool, entry.stage) for entry in record.tools}
    return StackPage(
        stack=record,
        planned=_curated(catalogue, record).planned,
        entries=[
            Entry(each.tool, tools[each.tool], catalogue.stages[each.stage], each.why)
            for each in record.tools
        ],
        tools=list(tools.values()),
        pairs=pairs(catalogue, list(tools)),
        covers=[
            [catalogue.stages[stage] for stage in tool.stages if (name, stage) not in placed]
            for name, tool in tools.items()
        ],
        needs=[
            (catalogue.criteria[each], [cell(catalogue, tool, each, language) for tool in tools])
            for each in catalogue.ordered_by("need")
        ],
    )


def pairs(catalogue: Catalogue, tools: list[str]) -> list[Pair]:
    """Every pair of tools with the relation that shows that they work together, if one does."""
    return [
        Pair(catalogue.tools[one], catalogue.tools[other], _together(catalogue, one, other))
        for one, other in combinations(tools, 2)
    ]


def _together(catalogue: Catalogue, one: str, other: str) -> Together | None:
    for owner, target in ((one, other), (other, one)):
        tool = catalogue.tools[owner]
        for relation in tool.relations:
            if relation.tool == target and relation.together:
                return Together(catalogue.tools[target].name, relation, tool.sources[relation.source[0]])
    return None


def _asked_by_guides(catalogue: Catalogue) -> dict[str, tuple[Question, dict[str, Choice]]]:
    """The shared questions that some guide asks, each with the options that some guide offers."""
    offered = {
        (asked.id, option)
        for stage in catalogue.guides
        for asked in guide_of(catalogue, stage).questions
        for option in asked.options
        if asked.question.use
    }
    questions = {
        key: (question, {o: choice for o, choice in question.options.items() if (key, o) in offered})
        for key, question in catalogue.questions.items()
    }
    return {key: (question, options) for key, (question, options) in questions.items() if options}


def _guides(catalogue: Catalogue) -> dict[str, Handed]:
    """Every guide whole: the planner asks the same engine with the same data as the guide itself."""
    return {stage: handed(guide_of(catalogue, stage)) for stage in catalogue.guides}
