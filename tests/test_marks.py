"""The marks of the tools: a fine one is drawn large only, and two letters stand for what has none."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from macros.loading.marks import MOST_DETAIL, glyphs, letters, outline_of

FINE = "apacheflink"


def test_a_fine_mark_is_drawn_large_only(tiny: Catalogue) -> None:
    tool = tiny.tools["alpha"].model_copy(update={"mark": FINE, "letters": "Fk"})
    assert len(outline_of(tool, "large")[0]) > MOST_DETAIL
    assert outline_of(tool) == ("", "Fk")


@pytest.mark.parametrize(
    ("said", "two"),
    [
        ({"letters": "Fk", "mark": "Xy"}, "Fk"),
        ({"mark": "Xy"}, "Xy"),
        ({"mark": FINE}, "Al"),
        ({}, "Al"),
    ],
)
def test_the_letters_are_those_that_are_given_else_the_first_of_the_name(
    tiny: Catalogue, said: dict[str, str], two: str
) -> None:
    assert letters(tiny.tools["alpha"].model_copy(update=said)) == two


def test_of_two_words_the_first_letters_count(tiny: Catalogue) -> None:
    name = tiny.tools["alpha"].name.model_copy(update={"en": "ray serve"})
    assert letters(tiny.tools["alpha"].model_copy(update={"name": name})) == "Rs"


def test_glyphs_are_known_by_name() -> None:
    assert {"mlflow", "git", FINE} <= {*glyphs()}
