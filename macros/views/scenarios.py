"""Scenarios: what the guides say to preset answers."""

from __future__ import annotations

from typing import NamedTuple

from macros.guide.guide import Asked, guide_of
from macros.guide.outcome import Outcome, outcome
from macros.loading.catalogue import Catalogue
from macros.records.plans import Choice, Preset, Scenario
from macros.records.tool import Tool
from macros.records.vocabulary import Stage

MOST_NAMED = 4


class Recommended(NamedTuple):
    """A scenario with what the guides compute for it, and the planner's address that holds it whole."""

    scenario: Scenario
    guides: list[Computed]
    planned: str


class Scenarios(NamedTuple):
    """Every scenario with what the guides compute for it."""

    scenarios: dict[str, Recommended]


def scenarios(catalogue: Catalogue, key: str, language: str) -> Scenarios:
    """Every scenario with what the guides compute for it."""
    return Scenarios({name: _recommended(catalogue, each) for name, each in catalogue.scenarios.items()})


def _recommended(catalogue: Catalogue, scenario: Scenario) -> Recommended:
    guides = [computed(catalogue, preset) for preset in scenario.guides]
    return Recommended(scenario, guides, _planned(guides))


def _planned(guides: list[Computed]) -> str:
    """The shared answers on which the guides agree, and the tools that lead alone."""
    given: dict[str, set[tuple[str, ...]]] = {}
    for each in guides:
        for asked, _ in each.answers:
            if asked.question.use:
                given.setdefault(asked.id, set()).add(each.preset.answers[asked.id])
    stack = [f"{each.preset.stage}:{next(iter(each.leaders))}" for each in guides if each.alone]
    answers = [f"{key}={','.join(*options)}" for key, options in given.items() if len(options) == 1]
    return "&".join(answers + ([f"stack={','.join(stack)}"] if stack else []))


class Computed(NamedTuple):
    """What a guide says to preset answers: the first leaders, how many more, who is near, who was noted."""

    preset: Preset
    stage: Stage
    leaders: dict[str, Tool]
    more: int
    alone: bool
    near: list[Tool]
    noted: list[Tool]
    baseline: bool
    answers: list[tuple[Asked, list[Choice]]]
    address: str


def computed(catalogue: Catalogue, preset: Preset) -> Computed:
    """The outcome of one preset, its answers in words' order, and its address."""
    guide = guide_of(catalogue, preset.stage)
    asked: dict[str, Asked] = {each.id: each for each in guide.questions}
    result: Outcome = outcome(guide, preset.answers)
    return Computed(
        preset=preset,
        stage=catalogue.stages[preset.stage],
        leaders={tool: catalogue.tools[tool] for tool in result.leaders[:MOST_NAMED]},
        more=len(result.leaders[MOST_NAMED:]),
        alone=len(result.leaders) == 1,
        near=[catalogue.tools[tool] for tool in result.near],
        noted=[catalogue.tools[tool] for tool in preset.noted],
        baseline=result.baseline,
        answers=[
            (asked[question], [each for key, each in asked[question].options.items() if key in options])
            for question, options in preset.answers.items()
            if question in asked
        ],
        address="&".join(f"{k}={','.join(v)}" for k, v in preset.answers.items()),
    )
