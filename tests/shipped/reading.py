"""Reads a built page without a browser: its links, anchors, what it loads, its head, its words."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

APART = ("main", "script", "style", "template", "noscript")
LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src"}


class Read(HTMLParser):
    """What a page says about itself and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.loads: list[str] = []
        self.languages: dict[str, str] = {}
        self.title = ""
        self.description = ""
        self.headings = 0
        self.words = ""
        self._inside: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.anchors |= {found[name] for name in ("id", "name") if found.get(name)}
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if found.get(LOADS.get(tag, "")):
            self.loads.append(found[LOADS[tag]])
        if tag == "link":
            self._link(found)
        if tag == "meta" and found.get("name") == "description":
            self.description = found.get("content", "")
        self._in_title = tag == "title" and not self.title
        self.headings += tag == "h1"
        if tag in APART:
            self._inside.append(tag)

    def _link(self, found: dict[str, str]) -> None:
        kinds = found.get("rel", "").split()
        if "alternate" in kinds and found.get("hreflang"):
            self.languages[found["hreflang"]] = found["href"]
        elif {"stylesheet", "icon", "modulepreload"} & set(kinds):
            self.loads.append(found["href"])

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        if self._inside == ["main"]:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag in APART:
            self._inside.remove(tag)


def read(path: Path) -> Read:
    """One built page."""
    page = Read()
    page.feed(path.read_text("utf-8"))
    return page
