"""The mark of a tool: its glyph in Simple Icons where there is one, else two letters, in a lane's colour."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.records.tool import Tool

ICONS = files("material") / "templates" / ".icons" / "simple"
GLYPH = Markup('<svg class="{}" viewBox="-4 -4 32 32" aria-hidden="true"><path d="{}"/></svg>')
LETTERS = Markup('<span class="{}" aria-hidden="true" data-letters="{}"></span>')
MOST_DETAIL = 4_000  # characters of an outline that a tile of 20 pixels can still show
PATH = re.compile(r'<path d="([^"]+)"')


@cache
def glyph(name: str) -> str:
    """The outline of a glyph; empty where Simple Icons has none of this name."""
    icon = ICONS / f"{name}.svg"
    found = PATH.search(icon.read_text("utf-8")) if icon.is_file() else None
    return found[1] if found else ""


def letters(tool: Tool) -> str:
    """The two letters of a tool without a glyph."""
    if tool.letters:
        return tool.letters
    if tool.mark and not tool.mark.islower():
        return tool.mark
    first, *others = (tool.name.en or tool.name.ko).split()
    return (first[0] + (others[0][0] if others else first[1])).title()


def outline_of(tool: Tool, size: str = "") -> tuple[str, str]:
    """The outline of a tool's glyph, else its letters; a fine glyph is drawn large only."""
    outline = glyph(tool.mark) if tool.mark else ""
    if size != "large" and len(outline) > MOST_DETAIL:
        outline = ""
    return outline, "" if outline else letters(tool)


@pass_context
def mark(context: Context, tool: Tool, size: str = "") -> Markup:
    """The tile of a tool; words beside it say its name."""
    lane = context["catalogue"].stages[tool.main_stage].lane
    kind = f"mark lane--{lane}{' mark--' + size if size else ''}"
    outline, two = outline_of(tool, size)
    return GLYPH.format(kind, outline) if outline else LETTERS.format(kind, two)
