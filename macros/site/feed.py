"""What has changed as an Atom feed: values of cells by tool and day, claims that have aged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markupsafe import Markup

from macros.loading.catalogue import Catalogue
from macros.loading.history import of
from macros.matrix.cells import cell
from macros.records.particles import filled

NAME = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
BEGUN = 2026  # the year by which the tag: addresses of entries are named


@dataclass(frozen=True)
class Entry:
    """One thing that changed: when, where it is told, its words as HTML."""

    day: date
    key: str
    page: str
    title: str
    content: Markup


def feed(catalogue: Catalogue, language: str, base: str) -> str:
    """The newest changes in one language; `base` is the address of the Korean front page."""
    home = base if language == "ko" else f"{base}{language}/"
    ElementTree.register_namespace("", ATOM)
    top = ElementTree.Element(f"{{{ATOM}}}feed", {"xml:lang": language})
    entries = sorted((*_cells(catalogue, language), *_claims(catalogue, language)), key=_newest)[:MOST]
    _add(top, "title", catalogue.strings["feed.title"].plain(language))
    _add(top, "id", _id(base, f"{language}/feed"))
    _add(top, "link", rel="self", type="application/atom+xml", href=f"{home}{NAME}")
    _add(top, "link", rel="alternate", type="text/html", href=f"{home}about/changes/")
    _add(top, "updated", _moment(max((each.day for each in entries), default=date(BEGUN, 1, 1))))
    _add(_add(top, "author"), "name", catalogue.strings["feed.author"].plain(language))
    for each in entries:
        item = _add(top, "entry")
        _add(item, "title", each.title)
        _add(item, "id", _id(base, f"{language}/{each.key}"))
        _add(item, "updated", _moment(each.day))
        _add(item, "link", rel="alternate", type="text/html", href=home + each.page)
        _add(item, "content", str(each.content), type="html")
    ElementTree.indent(top, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(top, "unicode")}\n'


def _newest(entry: Entry) -> tuple[int, str]:
    return -entry.day.toordinal(), entry.key


def _cells(catalogue: Catalogue, language: str) -> Iterator[Entry]:
    """The values of a tool that changed on one day; a first answer is no change."""
    for key, tool in catalogue.tools.items():
        days: dict[date, list[Markup]] = defaultdict(list)
        for criterion, asked in catalogue.criteria_for(tool).items():
            past = dict(cell(catalogue, key, criterion, language).past_words)
            lines = list(of(tool.history, criterion))
            for before, line in pairwise(lines):
                was, now = past.get(before.day.isoformat(), ""), past.get(line.day.isoformat(), "")
                if line.before and was != now:
                    name = asked.name.plain(language)
                    days[line.day].append(Markup("<li>{}: {} → {}</li>").format(name, was, now))
        for day, items in days.items():
            words = catalogue.strings["feed.values"].plain(language)
            title = filled(words, {"tool": tool.name.plain(language), "count": len(items)})
            content = Markup("<ul>{}</ul>").format(Markup("").join(items))
            yield Entry(day, f"values/{key}/{day}", f"tools/{key}/", title, content)


def _claims(catalogue: Catalogue, language: str) -> Iterator[Entry]:
    """Claims that have aged, by the day on which their source was opened."""
    heads = {part: catalogue.strings[f"changes.{part}"].plain(language) for part in ("old", "today")}
    for change in catalogue.changes:
        tool = catalogue.tools[change.tool].name.plain(language)
        title = filled(catalogue.strings["feed.claim"].plain(language), {"tool": tool})
        content = Markup('<p>{}: {}</p><p>{}: {} ({})</p><p><a href="{}">{}</a></p>').format(
            heads["old"], change.old.plain(language), heads["today"], change.today.plain(language),
            change.since, change.source.url, change.source.shows.plain(language),
        )  # fmt: skip
        mark = sha256(change.old.ko.encode()).hexdigest()[:12]
        yield Entry(change.source.accessed, f"claims/{change.tool}/{mark}", "about/changes/", title, content)


def _id(base: str, key: str) -> str:
    """A name that stays when the site moves to other paths of its host."""
    return f"tag:{urlsplit(base).hostname or 'localhost'},{BEGUN}:{key}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **marks: str
) -> ElementTree.Element:
    found = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", marks)
    found.text = text
    return found
