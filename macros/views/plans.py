"""Stacks and scenarios: tools chosen together, and what the guides say to preset answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from macros.cells import Cell, cell
from macros.guide.guide import Asked, candidates, guide_of
from macros.guide.outcome import Outcome, outcome
from macros.loading.catalogue import Catalogue
from macros.records.evidence import Relation
from macros.records.plans import Choice, Preset, Question, Scenario, Stack
from macros.records.tool import Tool
from macros.records.vocabulary import Stage
from macros.views.guides import effects

LANGUAGES = {"python": "Python", "node": "Node.js", "java": "Java"}


class Planner(NamedTuple):
    """The planner, and the curated stacks."""

    stacks: dict[str, Stack]
    stages: list[tuple[str, Stage, Mapping[str, Tool]]]
    needs: tuple[str, ...]
    cells: dict[str, dict[str, Cell]]
    parts: dict[str, list[str]]
    versions: dict[str, list[str]]
    questions: dict[str, tuple[Question, dict[str, Choice]]]
    guides: dict[str, Any]


def stacks(catalogue: Catalogue, key: str, language: str) -> Planner:
    """The planner: the stages with their candidates, and the curated stacks to start from."""
    needs = catalogue.ordered_by("need")
    return Planner(
        stacks=catalogue.stacks,
        stages=[
            (name, stage, candidates(catalogue, name) if name in catalogue.guides else {})
            for name, stage in catalogue.stages.items()
        ],
        needs=needs,
        cells={
            tool: {criterion: cell(catalogue, tool, criterion, language) for criterion in needs}
            for tool in catalogue.tools
        },
        parts={
            tool: [stage for stage, role in record.stages.items() if role.part]
            for tool, record in catalogue.tools.items()
        },
        versions={tool: _versions(record) for tool, record in catalogue.tools.items()},
        questions=_asked_by_guides(catalogue),
        guides=_guides(catalogue),
    )


def _versions(tool: Tool) -> list[str]:
    """What the newest release asks for, as its package says: "Python >=3.10"."""
    release = tool.observed.release if tool.observed else None
    requires = release.requires if release else {}
    return [f"{LANGUAGES.get(each, each)} {wanted}" for each, wanted in requires.items()]


class StackPage(NamedTuple):
    """One curated stack."""

    key: str
    stack: Stack
    tools: dict[str, Tool]
    pairs: list[tuple[str, str, Relation | None, Tool]]
    covers: dict[str, list[str]]
    needs: dict[str, list[Cell]]


def stack(catalogue: Catalogue, key: str, language: str) -> StackPage:
    """One curated stack: its tools, what they need, which of them are known to work together."""
    record = catalogue.stacks[key]
    tools = {entry.tool: catalogue.tools[entry.tool] for entry in record.tools}
    return StackPage(
        key=key,
        stack=record,
        tools=tools,
        pairs=pairs(catalogue, list(tools)),
        covers={
            name: [stage for stage in tool.stages if (name, stage) not in _places(catalogue, key)]
            for name, tool in tools.items()
        },
        needs={
            criterion: [cell(catalogue, tool, criterion, language) for tool in tools]
            for criterion in catalogue.ordered_by("need")
        },
    )


def pairs(catalogue: Catalogue, tools: list[str]) -> list[tuple[str, str, Relation | None, Tool]]:
    """Every pair of tools with the relation that shows that they work together, if one does."""
    found = []
    for number, one in enumerate(tools):
        for other in tools[number + 1 :]:
            relation, owner = _relation(catalogue, one, other)
            found.append((one, other, relation, owner))
    return found


class Scenarios(NamedTuple):
    """Every scenario with what the guides compute, and the address that plans it."""

    scenarios: dict[str, tuple[Scenario, list[tuple[Preset, Computed]]]]
    planned: dict[str, str]


def scenarios(catalogue: Catalogue, key: str, language: str) -> Scenarios:
    """Every scenario with what the guides compute for it, and the planner's address that holds it whole."""
    found = {
        name: (scenario, [(preset, computed(catalogue, preset)) for preset in scenario.guides])
        for name, scenario in catalogue.scenarios.items()
    }
    return Scenarios(
        scenarios=found,
        planned={name: _planned(guides) for name, (_, guides) in found.items()},
    )


def _planned(guides: list[tuple[Preset, Computed]]) -> str:
    """The shared answers on which the guides agree, and the tools that lead alone."""
    given: dict[str, set[tuple[str, ...]]] = {}
    for _, result in guides:
        for asked, _ in result.answers:
            if asked.question.use:
                given.setdefault(asked.id, set()).add(result.given[asked.id])
    alone = [(preset.stage, result.outcome.leaders) for preset, result in guides]
    stack = [f"{stage}:{leaders[0]}" for stage, leaders in alone if len(leaders) == 1]
    answers = [f"{key}={','.join(*options)}" for key, options in given.items() if len(options) == 1]
    return "&".join(answers + ([f"stack={','.join(stack)}"] if stack else []))


class Computed(NamedTuple):
    """What a guide says to preset answers."""

    outcome: Outcome
    given: dict[str, tuple[str, ...]]
    answers: list[tuple[Asked, list[Choice]]]
    address: str


def computed(catalogue: Catalogue, preset: Preset) -> Computed:
    """The outcome of one preset, its answers in words' order, and its address."""
    guide = guide_of(catalogue, preset.stage)
    asked: dict[str, Asked] = {each.id: each for each in guide.questions}
    result: Outcome = outcome(guide, preset.answers)
    return Computed(
        outcome=result,
        given=dict(preset.answers),
        answers=[
            (asked[question], [each for key, each in asked[question].options.items() if key in options])
            for question, options in preset.answers.items()
            if question in asked
        ],
        address="&".join(f"{k}={','.join(v)}" for k, v in preset.answers.items()),
    )


def _places(catalogue: Catalogue, key: str) -> set[tuple[str, str]]:
    return {(entry.tool, entry.stage) for entry in catalogue.stacks[key].tools}


def _relation(catalogue: Catalogue, one: str, other: str) -> tuple[Relation | None, Tool]:
    for owner, target in ((one, other), (other, one)):
        for relation in catalogue.tools[owner].relations:
            if relation.tool == target and relation.together:
                return relation, catalogue.tools[owner]
    return None, catalogue.tools[one]


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


def _guides(catalogue: Catalogue) -> dict[str, Any]:
    """Every guide whole: the planner asks the same engine with the same data as the guide itself."""
    return {stage: effects(guide_of(catalogue, stage)) for stage in catalogue.guides}
