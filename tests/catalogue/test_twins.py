"""Python and the browser say the same of every shipped guide, over many answers."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from tests import twins
from tests.records import names

STAGES = names("guides")
SETS = 200


@pytest.mark.parametrize("stage", STAGES)
def test_both_engines_say_the_same_and_every_address_round_trips(catalogue: Catalogue, stage: str) -> None:
    twins.engines_agree(catalogue, stage, SETS)


@pytest.mark.parametrize("stage", STAGES)
def test_the_planner_suggests_what_the_guide_suggests(catalogue: Catalogue, stage: str) -> None:
    twins.planner_agrees(catalogue, stage, SETS)


@pytest.mark.parametrize("stage", STAGES)
def test_without_conditions_the_engine_says_what_it_always_said(catalogue: Catalogue, stage: str) -> None:
    twins.engine_says_what_it_always_said(catalogue, stage, SETS)
