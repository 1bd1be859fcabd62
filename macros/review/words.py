"""Texts of which one language moved alone, and addresses that come or go."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.addresses import OF_EACH, address, path
from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.records.texts import Place, texts

PARTS = ("tools", "stages", "groups", "guides", "questions", "comparisons", "stacks", "scenarios", "glossary")


def behind(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Texts that changed in one language only and do not say so."""
    was = dict(_texts(before))
    for place, now in _texts(after):
        old = was.get(place)
        if old is None or now.behind or now.en is None or old.en is None:
            continue
        if (old.ko == now.ko) != (old.en == now.en):
            moved, stays = ("Korean", "English") if old.ko != now.ko else ("English", "Korean")
            where = ".".join(map(str, place))
            yield f"{where}: the {moved} changes alone; does the {stays} still say the same?"


def waiting(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Texts that say since this change that one language does not follow yet."""
    was = dict(_texts(before))
    for place, now in _texts(after):
        if now.behind and now.behind != (old.behind if (old := was.get(place)) else None):
            language = {"ko": "Korean", "en": "English"}[now.behind]
            yield f"{'.'.join(map(str, place))}: the {language} does not follow yet, and readers are told so"


def _texts(catalogue: Catalogue) -> Iterator[tuple[Place, Words]]:
    for part in PARTS:
        yield from texts(getattr(catalogue, part), (part,))
    yield from texts(catalogue.strings, ("strings",))


def addresses(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Pages that appear, and pages that vanish, with where their links lead."""
    one, other = _pages(before), _pages(after)
    yield from (f"/{each}/ appears" for each in sorted(other - one))
    for each in sorted(one - other):
        to = after.redirects.get(each)
        yield f"/{each}/ leads to /{to}/" if to else f"/{each}/ vanishes, and no redirect leads on"


def _pages(catalogue: Catalogue) -> set[str]:
    found = {
        address(path(kind, key))
        for kind, (part, _) in OF_EACH.items()
        if not kind.startswith("embed")
        for key in getattr(catalogue, part)
    }
    return {each.strip("/") for each in found}
