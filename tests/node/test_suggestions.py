"""What the planner suggests is what each stage's guide says, for every shared answer."""

from __future__ import annotations

import random

from macros.guide import outcome as guide
from macros.loading.catalogue import Catalogue
from macros.views.guides import guide_page
from tests.node import run
from tests.site.driving import Given, suggested

SETS = 60


def shared_answers(catalogue: Catalogue) -> list[Given]:
    """Every answer to every shared question by itself, and seeded sets of several."""
    alone: list[Given] = [
        {key: (option,)} for key, asked in catalogue.questions.items() for option in asked.options
    ]
    chance = random.Random("shared")  # noqa: S311 (repeatable, nothing secret)
    together: list[Given] = [
        {
            key: (chance.choice(list(asked.options)),)
            for key, asked in catalogue.questions.items()
            if chance.random() < 0.4
        }
        for _ in range(SETS)
    ]
    return [{}, *alone, *together]


def test_what_the_guide_suggests_is_what_the_guide_says(catalogue: Catalogue) -> None:
    sets = shared_answers(catalogue)
    guides = {stage: guide_page(catalogue, stage, "ko")["effects"] for stage in catalogue.guides}
    shaped = [[[key, list(each)] for key, each in one.items()] for one in sets]
    answers = run("suggestions.mjs", {"guides": guides, "sets": shaped})
    for given, answer in zip(sets, answers, strict=True):
        outcomes = {stage: guide.outcome(catalogue, stage, given) for stage in catalogue.guides}
        assert answer == {
            stage: {
                "tools": suggested(catalogue, stage, given),
                "out": list(found.out),
                "baseline": found.baseline,
            }
            for stage, found in outcomes.items()
        }, given
    assert {len(each["tools"]) > 1 for answer in answers for each in answer.values()} == {True, False}
