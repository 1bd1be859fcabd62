"""The tile of a tool: its mark, in the colour of a lane."""

from __future__ import annotations

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.loading.marks import outline_of
from macros.records.tool import Tool

GLYPH = Markup('<svg class="{}" viewBox="-4 -4 32 32" aria-hidden="true"><path d="{}"/></svg>')
LETTERS = Markup('<span class="{}" aria-hidden="true" data-letters="{}"></span>')


@pass_context
def mark(context: Context, tool: Tool, size: str = "") -> Markup:
    """The tile of a tool; words beside it say its name."""
    lane = context["catalogue"].stages[tool.main_stage].lane
    kind = f"mark lane--{lane}{' mark--' + size if size else ''}"
    outline, two = outline_of(tool, size)
    return GLYPH.format(kind, outline) if outline else LETTERS.format(kind, two)
