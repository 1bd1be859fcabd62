"""The browser's rooms: a room imports only from those above it, and everything stands in a room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT

HOME = PROJECT / "overrides" / "assets" / "rooms"
IMPORT = re.compile(r'(?:\bfrom |\bimport |\bimport\()"(\.{1,2}/[^"]+)"')
# Each room, and those that it may use: all above it would be too many.
ROOMS = {
    "vendor": (),
    "shared": (),
    "search": ("shared",),
    "matrix": ("shared",),
    "guide": ("shared",),
    "weights": ("shared", "matrix"),
    "embed": ("shared",),
    "compare": ("shared", "matrix", "weights", "embed"),
    "planner": ("shared", "guide"),
    "mine": ("shared", "vendor"),
    "editions": ("shared",),
}
STYLED_ONLY = {"home", "stages", "tool", "measured", "scenarios"}
ENTRIES = {"site.mjs", "search.js"}
LOADED_BY_THEIR_PAGES = {"guide", "mine", "embed", "measured", "planner", "scenarios", "editions"}
WRITTEN_WHEN_BUILT = "fallback.css"
MOST_LINES = 250


def _arrows() -> Iterator[tuple[Path, Path]]:
    """Each module with each that it names."""
    for path in sorted(HOME.rglob("*.mjs")):
        if path.parent.name != "vendor":
            yield from ((path, (path.parent / name).resolve()) for name in IMPORT.findall(path.read_text()))


def _room(path: Path) -> str:
    return path.relative_to(HOME).parts[0]


def test_everything_stands_in_a_room_but_the_two_entries() -> None:
    assert {path.name for path in HOME.iterdir() if path.is_dir()} == {*ROOMS, *STYLED_ONLY}
    assert {path.name for path in HOME.iterdir() if path.is_file()} == ENTRIES
    assert not [path for path in HOME.glob("*/*") if path.is_dir()]


def test_a_room_uses_only_those_that_it_may_and_needs() -> None:
    used: dict[str, set[str]] = {room: set() for room in ROOMS}
    for path, named in _arrows():
        assert named.is_file(), f"{path.name} names {named}"
        if path.name not in ENTRIES and _room(path) != _room(named):
            used[_room(path)].add(_room(named))
    assert used == {room: set(those) for room, those in ROOMS.items()}


def test_no_two_rooms_lead_to_each_other() -> None:
    """The rooms are named in their reading order."""
    order = list(ROOMS)
    for room, those in ROOMS.items():
        assert all(order.index(each) < order.index(room) for each in those)


def test_no_two_modules_lead_to_each_other() -> None:
    leads: dict[Path, set[Path]] = {}
    for path, named in _arrows():
        leads.setdefault(path, set()).add(named)
    while leads:
        ends = [path for path, named in leads.items() if not named & set(leads)]
        assert ends, f"a circle in {sorted(path.name for path in leads)}"
        for path in ends:
            del leads[path]


def test_every_component_that_is_started_stands_where_it_is_sought() -> None:
    sought = re.findall(r'"(\w+/[\w-]+)"', (HOME / "site.mjs").read_text())
    assert len(sought) > 10
    starting = {
        path.relative_to(HOME).with_suffix("").as_posix()
        for path in HOME.glob("*/*.mjs")
        if re.search(r"^export (async )?function start\(", path.read_text(), re.M)
    }
    assert set(sought) == starting


def test_every_stylesheet_is_loaded_once() -> None:
    class Loader(yaml.SafeLoader):
        """Knows mkdocs' own tag."""

    Loader.add_constructor("!ENV", lambda loader, node: None)
    config = yaml.load((PROJECT / "mkdocs.yml").read_text("utf-8"), Loader)  # noqa: S506 (a SafeLoader)
    everywhere = [path.removeprefix("assets/rooms/") for path in config["extra_css"]]
    assert everywhere[-1] == WRITTEN_WHEN_BUILT
    written = {path.relative_to(HOME).as_posix() for path in HOME.rglob("*.css")}
    assert sorted([*everywhere[:-1], *(f"{room}/{room}.css" for room in LOADED_BY_THEIR_PAGES)]) == sorted(
        written
    )


@pytest.mark.parametrize(
    "path",
    sorted({*HOME.glob("*/*.mjs"), *HOME.glob("*/*.css")} - {*HOME.glob("vendor/*")}),
    ids=lambda path: path.name,
)
def test_a_file_does_one_job(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def test_no_rule_on_screen_looks_through_a_whole_page() -> None:
    """`body:has(.x)` makes a browser look at every cell of a matrix whenever a word of the page changes.

    And with `:has()` on cells each one that moves is looked through.
    """
    wide = re.compile(
        r"(?:body|html|td\[id\]|\.md-[\w-]+|\.js)(?:[.:][\w-]+)*:(?:not\(:)?has\((?!\s*[>+~])[^{]*"
    )
    found = []
    for path in sorted(HOME.rglob("*.css")):
        screen = re.sub(r"^@media print \{\n.*?^\}", "", path.read_text(), flags=re.S | re.M)
        found += [f"{path.parent.name}/{path.name}: {rule.strip()}" for rule in wide.findall(screen)]
    assert not found
