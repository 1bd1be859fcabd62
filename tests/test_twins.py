"""Python and the browser say the same of the small site's guides."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from tests import twins
from tests.conftest import DATA

STAGES = sorted(path.stem for path in (DATA / "small" / "guides").iterdir())
SETS = 25


@pytest.mark.parametrize("stage", STAGES)
def test_both_engines_say_the_same_and_every_address_round_trips(small: Catalogue, stage: str) -> None:
    twins.engines_agree(small, stage, SETS)


@pytest.mark.parametrize("stage", STAGES)
def test_the_planner_suggests_what_the_guide_suggests(small: Catalogue, stage: str) -> None:
    twins.planner_agrees(small, stage, SETS)


@pytest.mark.parametrize("stage", STAGES)
def test_without_conditions_the_engine_says_what_it_always_said(small: Catalogue, stage: str) -> None:
    twins.engine_says_what_it_always_said(small, stage, SETS)
