"""What scripts of several pages know of the catalogue: they read it from attributes."""

from __future__ import annotations

import json
from typing import NamedTuple

from macros.loading.catalogue import Catalogue

TOOLS, MOVED = "tools/", "moved "


class Known(NamedTuple):
    """The first recorded day, the ids of all tools, those that have changed, the criteria with an order."""

    first_day: str
    tools: tuple[str, ...]
    renamed: str
    ordered: str


def known(catalogue: Catalogue) -> Known:
    """The same for every page."""
    ordered = [f"{key}:{','.join(each.ordered)}" for key, each in catalogue.criteria.items() if each.ordered]
    renamed = json.dumps(_ids(catalogue) | _addresses(catalogue))
    return Known(catalogue.first_day, tuple(catalogue.tools), renamed, " ".join(ordered))


def _ids(catalogue: Catalogue) -> dict[str, str]:
    """The ids of criteria and tools that have changed: links with the old ones still work."""
    return {
        old: fate.removeprefix(MOVED)
        for kind in ("criteria", "tools")
        for old, fate in catalogue.ids.get(kind, {}).items()
        if fate.startswith(MOVED)
    }


def _addresses(catalogue: Catalogue) -> dict[str, str]:
    """The ids of tools whose pages have moved."""
    return {
        old.removeprefix(TOOLS): new.removeprefix(TOOLS)
        for old, new in catalogue.redirects.items()
        if old.startswith(TOOLS) and new.startswith(TOOLS)
    }
