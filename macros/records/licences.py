"""The names of licences: SPDX ids, and how people write them instead."""

from __future__ import annotations

import re
from difflib import get_close_matches

KNOWN = (
    "AGPL-3.0-only", "AGPL-3.0-or-later", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BUSL-1.1", "CC0-1.0",
    "EPL-2.0", "Elastic-2.0", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "ISC",
    "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MPL-2.0",
    "PostgreSQL", "Proprietary", "SSPL-1.0", "Unlicense",
)  # fmt: skip
MEANT = {
    "apache": ("Apache-2.0",), "bsd": ("BSD-2-Clause", "BSD-3-Clause"), "bsd2": ("BSD-2-Clause",),
    "bsd3": ("BSD-3-Clause",), "bsl1.1": ("BUSL-1.1",), "busl": ("BUSL-1.1",), "sspl": ("SSPL-1.0",),
    "closedsource": ("Proprietary",), "commercial": ("Proprietary",), "elv2": ("Elastic-2.0",),
    "gnugplv3": ("GPL-3.0-only", "GPL-3.0-or-later"), "mozilla2": ("MPL-2.0",),
    "unlicensed": ("Proprietary",),
}  # fmt: skip
EXPRESSION = re.compile(r"\s+(?:OR|AND|WITH)\s+")


def licence_name(text: str) -> str:
    """Accept a licence by its SPDX id, or its own words where it has none; refuse an id in another form."""
    for part in (each.strip(" ()") for each in EXPRESSION.split(text)):
        if part not in KNOWN and (meant := _meant(part)):
            raise ValueError(f"is no SPDX id; write {' or '.join(map(repr, meant))}")
    return text


def _meant(part: str) -> tuple[str, ...]:
    """The ids that somebody means who writes this; empty where it is a name of its own."""
    key = _bare(part)
    same = tuple(each for each in KNOWN if _bare(each) == key or _bare(each.rpartition("-o")[0]) == key)
    if same or key in MEANT:
        return same or MEANT[key]
    return () if re.search(r"\d|\s", part) else tuple(get_close_matches(part, KNOWN, n=1, cutoff=0.9))


def _bare(name: str) -> str:
    """A name without what people add and leave out: the word licence, spaces, hyphens, a v, a last zero."""
    words = re.sub(r"licen[cs]e(?!d)|version|gnu|[\s,_-]", "", name.casefold())
    return re.sub(r"v(?=\d)|\.0(?!\d)", "", words)
