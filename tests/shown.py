"""A page's content as it stands on the site, without building the site."""

from __future__ import annotations

from macros.loading.catalogue import Catalogue
from macros.site.pages import Pages


def content(catalogue: Catalogue, kind: str, key: str, language: str, address: str) -> str:
    """What the page at `address` shows, with nothing held from it."""
    pages = Pages(catalogue, language)
    return pages.whole(pages.content(kind, key, address), address)
