"""What is said for an outcome is found by trying, for every shipped guide."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from tests.argued import case_is_found_by_trying
from tests.records import names

STAGES = names("guides")


@pytest.mark.parametrize("stage", STAGES)
def test_the_case_says_what_taking_away_and_changing_answers_shows(catalogue: Catalogue, stage: str) -> None:
    case_is_found_by_trying(catalogue, stage, 60)
