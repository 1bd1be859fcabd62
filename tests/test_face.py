"""Browsers that are not new read the pages too."""

from __future__ import annotations

from pathlib import Path

from macros.site.face import NAME, TOKEN, fallback, write
from tests.conftest import PROJECT

SHEETS = sorted((PROJECT / "overrides" / "assets" / "rooms").glob("*/*.css"))
CSS = [path.read_text("utf-8") for path in SHEETS]


def test_every_colour_that_needs_a_new_browser_has_one_for_others() -> None:
    """No stylesheet uses light-dark() but in a token, for only tokens get a substitute."""
    used = sum(sheet.count("light-dark(") for sheet in CSS)
    assert used == sum(len(TOKEN.findall(sheet)) for sheet in CSS) > 10


def test_the_substitutes_are_light_and_in_dark_schemes_dark() -> None:
    found = fallback([":root { --a: light-dark(#fff, #000); --b: light-dark(rgb(1 2 3 / 4%), red); }"])
    assert found.startswith("/* Written")
    assert "@supports not (color: light-dark(red, red))" in found
    assert ":root, [data-md-color-scheme] { --a: #fff; --b: rgb(1 2 3 / 4%); }" in found
    assert '[data-md-color-scheme="slate"] { --a: #000; --b: red; }' in found


def test_they_stand_above_the_stylesheets_and_do_not_feed_on_themselves(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.css").write_text("--a: light-dark(#fff, #000);", "utf-8")
    write(tmp_path)
    once = (tmp_path / NAME).read_text("utf-8")
    write(tmp_path)
    assert (tmp_path / NAME).read_text("utf-8") == once
