"""Wrong edits of a small sound data set, each with words that its one problem has to say."""

from __future__ import annotations

from tests.wrong import addresses, alike, cells, form, laboratory, plans, tools, twice, words
from tests.wrong.changes import Edit

ROOMS = (form, addresses, alike, cells, tools, plans, twice, laboratory, words)
EDITS: dict[str, Edit] = {name: edit for room in ROOMS for name, edit in room.EDITS.items()}
