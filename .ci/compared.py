"""Whether two builds of the site have the same pages, each with the same headings.

Usage: compared.py ONE OTHER, two folders of HTML. Prints what differs and ends with 1, or that nothing does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
MOST_LINES = 200
Heading = tuple[str, str, str]


class _Headings(HTMLParser):
    """Collects (level, id, words) of each heading; the link beside its words is no part of them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Heading] = []
        self.inside = self.beside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in HEADINGS:
            self.inside = True
            self.found.append((tag, said.get("id") or "", ""))
        elif tag == "a" and "headerlink" in (said.get("class") or ""):
            self.beside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in HEADINGS:
            level, name, words = self.found[-1]
            self.found[-1] = (level, name, " ".join(words.split()))
            self.inside = False
        elif tag == "a":
            self.beside = False

    def handle_data(self, data: str) -> None:
        if self.inside and not self.beside:
            level, name, words = self.found[-1]
            self.found[-1] = (level, name, words + data)


def headings(page: str) -> list[Heading]:
    """The headings of a page in their order: (h2, id, words)."""
    reader = _Headings()
    reader.feed(page)
    return reader.found


def differing(one: Path, other: Path) -> Iterator[str]:
    """A line for each page that only one build has, and for each heading that does."""
    ours, theirs = _pages(one), _pages(other)
    for name, missing in ((one, ours - theirs), (other, theirs - ours)):
        yield from (f"{path}: only in {name}" for path in sorted(missing))
    for path in sorted(ours & theirs):
        here, there = (headings((folder / path).read_text("utf-8")) for folder in (one, other))
        for name, only in ((one, _without(here, there)), (other, _without(there, here))):
            yield from (f"{path}: {' '.join(each)}: only in {name}" for each in only)
        if here != there and sorted(here) == sorted(there):
            yield f"{path}: its headings stand in another order"


def _pages(folder: Path) -> set[str]:
    """Without redirects, which hold nothing, and the page for what is missing, which is the theme's."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.html")
        if path.name != "404.html" and 'http-equiv="refresh"' not in path.read_text("utf-8")
    }


def _without(some: list[Heading], others: list[Heading]) -> list[Heading]:
    left = list(others)
    return [each for each in some if each not in left or left.remove(each)]  # type: ignore[func-returns-value]


def main(one: str, other: str) -> int:
    """Say what differs; exit status 1 where something does."""
    lines = list(differing(Path(one), Path(other)))
    print("\n".join(lines[:MOST_LINES]) or "The same pages, with the same headings.")
    if len(lines) > MOST_LINES:
        print(f"… and {len(lines) - MOST_LINES} more")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
