"""Wrong edits of a small sound data set, each with words that its one problem has to say."""

from __future__ import annotations

from tests.wrong import cells, form, plans, tools
from tests.wrong.changes import Edit

EDITS: dict[str, Edit] = {**form.EDITS, **cells.EDITS, **tools.EDITS, **plans.EDITS}
