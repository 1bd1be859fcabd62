"""The marks of the tools: official where they may be, and no two alike."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.loading.catalogue import Catalogue
from macros.site.marks import MOST_DETAIL, outline_of

OFFICIAL = 40


@pytest.mark.parametrize("size", ["", "large"])
def test_no_two_tools_have_the_same_mark(catalogue: Catalogue, size: str) -> None:
    marks = {key: outline_of(tool, size) for key, tool in catalogue.tools.items()}
    seen = Counter(marks.values())
    assert [key for key, mark in marks.items() if seen[mark] > 1] == []


def test_at_least_forty_tools_show_their_official_mark(catalogue: Catalogue) -> None:
    assert sum(bool(outline_of(tool, "large")[0]) for tool in catalogue.tools.values()) >= OFFICIAL


def test_a_fine_mark_is_drawn_large_only(catalogue: Catalogue) -> None:
    flink = catalogue.tools["flink"]
    assert len(outline_of(flink, "large")[0]) > MOST_DETAIL
    assert outline_of(flink) == ("", "Fk")
