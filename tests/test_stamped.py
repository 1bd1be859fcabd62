"""The rooms of a build stand below a name of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site import stamped


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    (folder / "shared").mkdir(parents=True)
    (folder / "site.mjs").write_text('import "./shared/a.mjs";')
    (folder / "shared" / "a.mjs").write_text("1")
    return folder


def test_the_name_follows_the_content_and_the_paths_and_nothing_else(modules: Path) -> None:
    first = stamped.name(modules)
    assert first.startswith("assets/rooms-")
    assert stamped.name(modules) == first
    (modules / "shared" / "a.mjs").write_text("2")
    second = stamped.name(modules)
    (modules / "shared" / "a.mjs").rename(modules / "shared" / "b.mjs")
    assert len({first, second, stamped.name(modules)}) == 3


def test_a_page_asks_for_them_there() -> None:
    page = '<script src="../assets/rooms/site.mjs">{"search": "../assets/rooms/search.js?l"}'
    assert stamped.named(page, "assets/rooms-1") == (
        '<script src="../assets/rooms-1/site.mjs">{"search": "../assets/rooms-1/search.js?l"}'
    )
    theirs = '<script src="assets/javascripts/bundle.1.min.js">'
    assert stamped.named(theirs, "assets/rooms-1") == theirs
    assert stamped.named(page, stamped.HOME) == page


def test_they_are_moved_whole(modules: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    modules.rename(site / stamped.HOME)
    stamped.move(site, "assets/rooms-1")
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()) == [
        "assets/rooms-1/shared/a.mjs",
        "assets/rooms-1/site.mjs",
    ]
