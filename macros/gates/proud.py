"""The gate *proud*: what the catalogue wants to say of itself; asked on main, never of a change."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from macros.gates.breadth import (
    living_tools_are_checked,
    marks_are_official,
    newcomers_are_led_to_what_is_developed,
    stages_offer_a_choice,
)
from macros.gates.complete import used_by_guide
from macros.gates.gate import Rule, asked
from macros.gates.published import (
    judgements_stay_few,
    recommendations_agree,
    recommendations_are_asked,
    recommendations_are_met,
)
from macros.guide import outcome as guide
from macros.guide.guide import Asked, guide_of
from macros.guide.outcome import Outcome
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.rules.rule import at

SEEDS = 12
MOST_UNCHECKED = 1
YOUNG = timedelta(days=60)
NEVER = -1000
Answers = Mapping[str, tuple[str, ...]]


def proud(root: Path, day: date) -> list[Problem]:
    """Everything that keeps the data set from being proud of itself, with file and line."""
    return asked(RULES, root, day)


def every_tool_leads_somewhere(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Every living tool leads alone for some answers, or says why it does not (`follows` of its stage)."""
    for stage in whole.guides:
        for key, tool in guide_of(whole, stage).tools.items():
            if not tool.stages[stage].follows and best_margin(whole, stage, key) <= 0:
                message = "leads alone for no answers; say in `follows` why it is listed all the same"
                yield at(files.tools[key], ("stages", stage), message)


def best_margin(whole: Catalogue, stage: str, tool: str) -> int:
    """By how much a tool leads at best: climbed to from several answers, one change at a time."""
    questions = guide_of(whole, stage).questions
    best = NEVER
    for seed in range(SEEDS):
        dice = random.Random(seed)  # noqa: S311 (the same search each time)
        start = {each.id: _some(each, dice) if seed else () for each in questions}
        best = max(best, _climb(whole, stage, tool, start))
        if best > 0:
            break
    return best


def _some(question: Asked, dice: random.Random) -> tuple[str, ...]:
    if dice.random() < 0.4:
        return ()
    number = dice.randint(1, min(4, len(question.options))) if question.many else 1
    return tuple(dice.sample(sorted(question.options), number))


def _climb(whole: Catalogue, stage: str, tool: str, answers: dict[str, tuple[str, ...]]) -> int:
    margin, before = _margin(guide.outcome(guide_of(whole, stage), answers), tool), 2 * NEVER
    while before < margin:
        before = margin
        for question in guide_of(whole, stage).questions:
            for variant in _variants(question, answers[question.id]):
                tried = {**answers, question.id: variant}
                reached = _margin(guide.outcome(guide_of(whole, stage), tried), tool)
                if reached > margin:
                    answers, margin = tried, reached
    return margin


def _margin(result: Outcome, tool: str) -> int:
    """By how many points a tool leads; far below zero where it is ruled out."""
    points = dict(result.ranking)
    others = [each for key, each in points.items() if key != tool]
    return points[tool] - max(others, default=-1) if tool in points else NEVER


def _variants(question: Asked, now: tuple[str, ...]) -> list[tuple[str, ...]]:
    if not question.many:
        return [(), *((option,) for option in question.options)]
    return [now, *(tuple(sorted({*now} ^ {option})) for option in question.options)]


def what_guides_use_is_checked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """At most one living tool of a stage is unchecked on a criterion of its guide, unless that is young."""
    for stage in whole.guides:
        living = {key: tool for key, tool in whole.tools_of(stage).items() if tool.living}
        for criterion in used_by_guide(whole, stage):
            missing = [
                key
                for key, tool in living.items()
                if criterion not in tool.assessments and criterion not in tool.looked
            ]
            if len(missing) > MOST_UNCHECKED and not _young(whole, criterion):
                message = f"is asked by the guide '{stage}', and not checked for {', '.join(missing)}"
                for loaded in files.criteria.values():
                    if criterion in loaded.record.criteria:
                        yield at(loaded, ("criteria", criterion), message)


def _young(whole: Catalogue, criterion: str) -> bool:
    """Whether nobody answered a criterion more than sixty days before the build."""
    first = min(
        (line.day for tool in whole.tools.values() for line in tool.history if line.criterion == criterion),
        default=date.max,
    )
    return first == date.max or whole.day - first < YOUNG


RULES: list[Rule] = [
    every_tool_leads_somewhere, what_guides_use_is_checked, stages_offer_a_choice, living_tools_are_checked,
    marks_are_official, newcomers_are_led_to_what_is_developed, recommendations_are_asked,
    recommendations_agree, recommendations_are_met, judgements_stay_few,
]  # fmt: skip
