"""How firmly the sources show what the cells say: counts of what could be firmer, from the data."""

from __future__ import annotations

import re
from datetime import date

from macros.loading.catalogue import Catalogue
from macros.records.evidence import basis

OTHER_LANGUAGES = "ar|cs|de|es|fr|he|id|it|ja|jp|nl|pl|pt|ru|th|tr|uk|vi|zh|cn"
EDITION = rf"(?:{OTHER_LANGUAGES})(?:[-_][A-Za-z]{{2,4}})?"
FOREIGN = re.compile(rf"^https?://(?:[^/]+\.cn/|[^/]+/{EDITION}/|.*[?&]hl={EDITION}\b)")
IN_A_REPOSITORY = r"(?:raw\.githubusercontent\.com/[^/]+/[^/]+|github\.com/[^/]+/[^/]+/(?:blob|tree))"
MOVING = re.compile(rf"^https?://{IN_A_REPOSITORY}/(?:main|master|HEAD)/|[?&]page=\d")
BARE = re.compile(
    rf"^https?://{IN_A_REPOSITORY}/[^/]+/(?:README|LICENSE|LICENCE|COPYING)(?:\.\w+)?$", re.IGNORECASE
)


def foreign(url: str) -> bool:
    """Whether an address is of a language that the site is not in, or of a region's mirror."""
    return bool(FOREIGN.search(url))


def moving(url: str) -> bool:
    """Whether what stands at an address changes by itself: a branch, a page of a list."""
    return bool(MOVING.search(url))


def bare(url: str) -> bool:
    """Whether an address is the README or the licence at the root of a repository."""
    return bool(BARE.search(url))


def firmness(catalogue: Catalogue) -> dict[str, int]:
    """The counts: of sources, then of cells."""
    sources = [source for tool in catalogue.tools.values() for source in tool.sources.values()]
    cells = [
        (each, [tool.sources[key] for key in each.sources])
        for tool in catalogue.tools.values()
        for each in tool.assessments.values()
    ]
    bases = [basis(each, given) for each, given in cells]
    return {
        "undated": sum(not isinstance(source.as_of, date) for source in sources),
        "foreign": sum(foreign(source.url) for source in sources),
        "moving": sum(moving(source.url) for source in sources),
        "secondary": bases.count("secondary"),
        "inferred": bases.count("inferred"),
        "bare": sum(
            each.values == ("no",) and all(bare(source.url) for source in given) for each, given in cells
        ),
    }
