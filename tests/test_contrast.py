"""Words and marks can be told from their ground, in light and in dark: by the numbers of WCAG."""

from __future__ import annotations

import re

import pytest

from tests.conftest import PROJECT

TOKENS = (PROJECT / "overrides" / "assets" / "rooms" / "shared" / "tokens.css").read_text("utf-8")
COLOUR = re.compile(r"--([a-z-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));")
KNOWN = {name: (light or both, dark or both) for name, light, dark, both in COLOUR.findall(TOKENS)}
GROUNDS = ("page", "panel", "raised")
TEXTS = ("ink", "soft", "link", "yes", "partial", "no", "open")
MARKS = ("edge", "focus")
OWN = [(name.removesuffix("-back"), name) for name in KNOWN if name.endswith("-back")]
PAIRS = [
    *((text, ground, 4.5) for text in TEXTS for ground in GROUNDS),
    *((text, ground, 4.5) for text, ground in OWN),
    *((mark, ground, 3.0) for mark in MARKS for ground in GROUNDS),
    ("on-fill", "fill", 4.5), ("ink", "pick", 4.5), ("focus-head", "head", 3.0),
]  # fmt: skip


def _light(colour: str) -> float:
    """The relative luminance of a colour."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_tokens_are_found() -> None:
    assert {*TEXTS, *MARKS, *GROUNDS} <= KNOWN.keys()
    assert len(OWN) >= 7


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_a_colour_stands_out_from_its_ground(text: str, ground: str, least: float, scheme: int) -> None:
    low, high = sorted(_light(KNOWN[name][scheme]) for name in (text, ground))
    assert (high + 0.05) / (low + 0.05) >= least
