"""The modules of a build stand below a name of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site import stamped


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    (folder / "lib").mkdir(parents=True)
    (folder / "site.mjs").write_text('import "./lib/a.mjs";')
    (folder / "lib" / "a.mjs").write_text("1")
    return folder


def test_the_name_follows_the_content_and_the_paths_and_nothing_else(modules: Path) -> None:
    first = stamped.name(modules)
    assert first.startswith("assets/scripts-")
    assert stamped.name(modules) == first
    (modules / "lib" / "a.mjs").write_text("2")
    second = stamped.name(modules)
    (modules / "lib" / "a.mjs").rename(modules / "lib" / "b.mjs")
    assert len({first, second, stamped.name(modules)}) == 3


def test_a_page_asks_for_them_there() -> None:
    page = '<script src="../assets/javascripts/site.mjs">{"search": "../assets/javascripts/search.js?l"}'
    assert stamped.named(page, "assets/scripts-1") == (
        '<script src="../assets/scripts-1/site.mjs">{"search": "../assets/scripts-1/search.js?l"}'
    )
    theirs = '<script src="assets/javascripts/bundle.1.min.js">'
    assert stamped.named(theirs, "assets/scripts-1") == theirs
    assert stamped.named(page, stamped.HOME) == page


def test_they_are_moved_and_the_themes_own_stay(modules: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    home = site / stamped.HOME
    (home / "lib").mkdir(parents=True)
    for name in ("site.mjs", "lib/a.mjs", "bundle.min.js"):
        (home / name).write_text(name)
    stamped.move(modules, site, "assets/scripts-1")
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()) == [
        "assets/javascripts/bundle.min.js",
        "assets/scripts-1/lib/a.mjs",
        "assets/scripts-1/site.mjs",
    ]
    assert not (home / "lib").exists()
