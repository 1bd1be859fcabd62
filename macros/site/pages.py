"""The catalogue as pages: stubs with their paths, and the content that each shows; knows no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from html import escape
from typing import Any, NamedTuple

import yaml

from macros.loading.addresses import every, path
from macros.loading.catalogue import Catalogue
from macros.site.held import Shelf
from macros.site.kinds import KINDS, SPELLED, Shown
from macros.site.rendering import from_page, render
from macros.site.search import tags
from macros.views import standing
from macros.views.known import known
from macros.views.said import dates, said

PARTS: dict[str, Callable[..., Any]] = {
    "said_of": said,
    "dates_of": dates,
    "standing_of": standing.standing,
    "doubts_of": standing.doubts_of,
    "to_review": standing.to_review,
    "behind": standing.behind,
}


DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Stub(NamedTuple):
    """A generated page before it is built: where it stands, its head, and which data file it shows."""

    path: str
    text: str
    origin: str | None


class Pages:
    """The pages of a language; a view or a part that several of them show is made once.

    `repository` is the address where people report; empty where there is none.
    """

    def __init__(self, catalogue: Catalogue, language: str, repository: str = "") -> None:
        self._catalogue, self._language = catalogue, language
        self.shelf = Shelf()
        self._made: dict[Any, Any] = {}
        own = {"repository": repository, "known": known(catalogue), "made": self._made, "shelf": self.shelf}
        self._told = {**parts(catalogue, language), **own}
        self._last: tuple[Any, str, Shown] | None = None

    def content(self, kind: str, key: str, address: str) -> str:
        """What the page at `address` shows, with marks for what is held: a view in its template."""
        view, template = KINDS[kind].view, KINDS[kind].template
        if self._last is None or self._last[:2] != (view, key):  # a frame follows the page that it frames
            self._last = (view, key, view(self._catalogue, key, self._language))
        values = {**self._told, **self._last[2]._asdict()}
        return render(template, self._catalogue, self._language, address, **values)

    def whole(self, text: str, address: str, only_searched: bool = False) -> str:
        """The text of the page at `address` with all that is held from it, or only what search reads."""
        return from_page(self.shelf.put_back(text, only_searched), address)

    def close(self) -> None:
        """Let go of all that was held and made, once every page is written."""
        self.shelf.clear()
        self._made.clear()
        self._last = None


def parts(catalogue: Catalogue, language: str) -> dict[str, Callable[..., Any]]:
    """The views of parts that several kinds of page include."""
    found = {name: partial(view, catalogue, language=language) for name, view in PARTS.items()}
    return {**found, "doubts_of": cache(found["doubts_of"])}  # each cell of a tool asks


def stubs(catalogue: Catalogue, language: str) -> Iterator[Stub]:
    """Every generated page in one language."""
    for kind, key in every(vars(catalogue)):
        yield _stub(catalogue, language, kind, key)


def _stub(catalogue: Catalogue, language: str, kind: str, key: str) -> Stub:
    each = KINDS[kind]
    if not each.titled:
        raise LookupError(f"{kind} has no page of its own")
    title, description = (escape(words, quote=True) for words in each.titled(catalogue, key, language))
    head: dict[str, Any] = {"title": title, "description": description, "hide": ["navigation"], **each.head}
    if kind in SPELLED:
        record = getattr(catalogue, SPELLED[kind])[key]
        head["tags"] = tags(record.name, record.search)
    front = yaml.dump(head, Dumper=DUMPER, allow_unicode=True, width=10_000)
    text = f"---\n{front}---\n\n{{{{ show('{kind}', '{key}') }}}}\n"
    return Stub(path(kind, key), text, each.origin and each.origin.format(key))
