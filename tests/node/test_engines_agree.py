"""Python and the browser say the same: for every guide, over hundreds of sets of answers."""

from __future__ import annotations

from typing import Any

import pytest

from macros.guide import effects as asking
from macros.guide import outcome as guide
from macros.guide.outcome import Outcome
from macros.loading.catalogue import Catalogue
from macros.views.guides import guide_page
from tests.node import run
from tests.records import names
from tests.site.driving import Given, given_sets

SETS = 200
STAGES = names("guides")


def by_python(catalogue: Catalogue, stage: str, given: Given) -> dict[str, Any]:
    """What the Python engine says, in the shape of the browser's answer."""
    found = guide.outcome(catalogue, stage, given)
    remaining = tuple(tool for tool, _ in found.ranking)
    return {
        "ranking": [list(each) for each in found.ranking],
        "leaders": list(found.leaders),
        "near": list(found.near),
        "out": {k: [[bar.question, bar.option, bar.criterion] for bar in v] for k, v in found.out.items()},
        "reasons": {k: [[each.criterion or "", each.points] for each in v] for k, v in found.reasons.items()},
        "unchecked": {k: list(v) for k, v in found.unchecked.items()},
        "baseline": found.baseline,
        "back": {k: guide.ways_back(catalogue, stage, k, v) for k, v in found.out.items()},
        "moot": [
            asked.id
            for asked in asking.questions(catalogue, stage)
            if not guide.matters(catalogue, stage, asked, remaining)
        ],
    }


@pytest.mark.parametrize("stage", STAGES)
def test_both_engines_say_the_same_and_every_address_round_trips(stage: str, catalogue: Catalogue) -> None:
    sets = given_sets(catalogue, stage, SETS)
    answers = run(
        "outcomes.mjs",
        {
            "guide": guide_page(catalogue, stage, "ko")["effects"],
            "sets": [[[key, list(values)] for key, values in given.items()] for given in sets],
        },
    )
    assert len(answers) == len(sets) > SETS
    for given, answer in zip(sets, answers, strict=True):
        address, again, dropped = (answer.pop(key) for key in ("address", "again", "dropped"))
        assert answer == by_python(catalogue, stage, given), address
        assert dropped == []
        assert {key: tuple(values) for key, values in again} == given, address


@pytest.mark.parametrize("stage", STAGES)
def test_every_way_back_brings_the_tool_back(stage: str, catalogue: Catalogue) -> None:
    followed = 0
    for given in given_sets(catalogue, stage, SETS):
        found: Outcome = guide.outcome(catalogue, stage, given)
        for tool, bars in found.out.items():
            back = guide.ways_back(catalogue, stage, tool, bars)
            skipped = {key: values for key, values in given.items() if key not in back}
            firsts = {key: tuple(options[:1]) for key, options in back.items()}
            lasts = {key: tuple(options[-1:]) for key, options in back.items()}
            for changed in (skipped, {**given, **firsts}, {**given, **lasts}):
                assert tool in dict(guide.outcome(catalogue, stage, changed).ranking)
                followed += 1
    assert followed > SETS
