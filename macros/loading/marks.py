"""What stands for a tool on its tile: its glyph in Simple Icons where there is one, else two letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from macros.records.tool import Tool

ICONS = files("material") / "templates" / ".icons" / "simple"
MOST_DETAIL = 4_000  # characters of an outline that a tile of 20 pixels can still show
PATH = re.compile(r'<path d="([^"]+)"')


@cache
def glyph(name: str) -> str:
    """The outline of a glyph; empty where Simple Icons has none of this name."""
    icon = ICONS / f"{name}.svg"
    found = PATH.search(icon.read_text("utf-8")) if icon.is_file() else None
    return found[1] if found else ""


def glyphs() -> Iterator[str]:
    """The name of every glyph that ships."""
    return (icon.name.removesuffix(".svg") for icon in ICONS.iterdir())


def letters(tool: Tool) -> str:
    """The two letters of a tool without a glyph."""
    if tool.letters:
        return tool.letters
    if tool.mark and not tool.mark.islower():
        return tool.mark
    first, *others = (tool.name.en or tool.name.ko).split()
    return (first[0] + (others[0][0] if others else first[1:2])).title()


def outline_of(tool: Tool, size: str = "") -> tuple[str, str]:
    """The outline of a tool's glyph, else its letters; a fine glyph is drawn large only."""
    outline = glyph(tool.mark) if tool.mark else ""
    if size != "large" and len(outline) > MOST_DETAIL:
        outline = ""
    return outline, "" if outline else letters(tool)
