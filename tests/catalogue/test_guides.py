"""The shipped guides, over every set of answers or a large sample: what they say agrees with the cells."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from math import prod

import pytest

from macros.guide import outcome as guide
from macros.guide.guide import Asked, guide_of
from macros.loading.catalogue import Catalogue
from macros.views.guides import guide_page
from tests import records
from tests.node.evaluating import evaluate

GUIDES = records.names("guides")
SAMPLE = 1_500
Answers = dict[str, tuple[str, ...]]


def _choices(asked: Asked) -> list[tuple[str, ...]]:
    """Every answer to a question that takes one; skipping is an answer too."""
    return [(), *((option,) for option in asked.options)]


def _answer_sets(catalogue: Catalogue, stage: str) -> Iterator[Answers]:
    asked = guide_of(catalogue, stage).questions
    whole = prod(2 ** len(each.options) if each.many else len(each.options) + 1 for each in asked)
    if whole <= SAMPLE and not any(each.many for each in asked):
        for chosen in product(*map(_choices, asked)):
            yield dict(zip((each.id for each in asked), chosen, strict=True))
        return
    dice = random.Random(stage)  # noqa: S311 (the same sample each time)
    for _ in range(SAMPLE):
        yield {each.id: _some(each, dice) for each in asked}


def _some(asked: Asked, dice: random.Random) -> tuple[str, ...]:
    if dice.random() < 0.4:
        return ()
    number = dice.randint(1, min(4, len(asked.options))) if asked.many else 1
    return tuple(dice.sample(sorted(asked.options), number))


@pytest.mark.parametrize("stage", GUIDES)
def test_no_answers_contradict_the_cells(catalogue: Catalogue, stage: str) -> None:
    """A tool is ruled out exactly where a cell or its leaving says so, names the cell, and is not ranked."""
    candidates, empty = set(records.candidates(stage)), 0
    for answers in _answer_sets(catalogue, stage):
        result = guide.outcome(guide_of(catalogue, stage), answers)
        given = [(question, option) for question, options in answers.items() for option in options]
        out = records.barred(stage, given)
        assert set(result.out) == out, answers
        assert {tool for tool, _ in result.ranking} == candidates - out, answers
        assert set(result.leaders) <= candidates - out, answers
        assert bool(result.leaders) == bool(result.ranking), answers
        assert all(_holds(stage, given, tool, bar) for tool, bars in result.out.items() for bar in bars)
        empty += not result.ranking
    assert empty < SAMPLE / 2


def _holds(stage: str, given: list[tuple[str, str]], tool: str, bar: guide.Bar) -> bool:
    """Whether another value of the cell that a bar names would lift it, or the tool is to be left."""
    option = (bar.question, bar.option)
    if not bar.criterion:
        return tool in records.left(stage, given, option)
    needs = [each for key, each in records.needs(stage, given, option) if key == bar.criterion]
    refused = any(records.refuses(tool, bar.criterion, accepted) for accepted in needs)
    return refused or bool(needs and records.closed(tool, bar.criterion, given))


OLD = """
async ({ guide, sets }, lib) => {
  const { known } = await lib("guide/engine");
  return sets.filter(([question, option]) => {
    const { answers, dropped } = known(guide, new Map([[question, [option]]]));
    return !answers.size && !dropped.length;
  });
}
"""


@pytest.mark.parametrize("stage", GUIDES)
def test_an_answer_of_an_old_link_is_moved_or_named(catalogue: Catalogue, stage: str) -> None:
    """Of every option that a public link ever held: nothing is left out without a word."""
    guides = [*catalogue.guides]
    ever = [key.split(".") for key in catalogue.ids["options"]]
    here = [each[-2:] for each in ever if each[0] == stage or (len(each) == 2 and each[0] not in guides)]
    effects = guide_page(catalogue, stage, "ko").effects
    assert here
    assert evaluate(OLD, {"guide": effects, "sets": here}) == []
