"""The rules on marks: a glyph is one that ships, and no two tools look alike on their tiles."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.marks import glyph, glyphs, letters, outline_of
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.records.tool import Tool
from macros.rules.rule import at, rule, unknown

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@rule
def glyphs_are_shipped(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A mark in small letters is the name of a glyph in Simple Icons."""
    for loaded in files.tools.values():
        mark = loaded.record.mark
        if mark and mark.islower() and not glyph(mark):
            mend = unknown("glyph of Simple Icons", mark, glyphs())
            yield at(loaded, ("mark",), f"{mend}; without one leave the line out: two letters stand for it")


@rule
def no_two_tools_look_alike(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two tools have one glyph, or the same two letters."""
    told: set[str] = set()
    chosen = sorted(files.tools.items(), key=lambda item: bool(item[1].record.mark or item[1].record.letters))
    for size in ("large", ""):
        seen: dict[tuple[str, str], str] = {}
        for key, loaded in chosen:
            other = seen.setdefault(outline_of(loaded.record, size), key)
            if other != key and key not in told and not _excused(loaded, whole.tools[other]):
                told.add(key)
                yield _alike(loaded, other, size, whole)


def _excused(loaded: Loaded[Tool], other: Tool) -> bool:
    """Whether a mistake elsewhere makes them alike: a glyph that is none, or one name for both."""
    tool = loaded.record
    lost = bool(tool.mark and tool.mark.islower() and not glyph(tool.mark))
    same = {*_names(tool)} & {*_names(other)}
    return lost or bool(same) or loaded.doubts("name")


def _names(tool: Tool) -> tuple[str, str]:
    return tool.name.ko.casefold(), (tool.name.en or tool.name.ko).casefold()


def _alike(loaded: Loaded[Tool], other: str, size: str, whole: Catalogue) -> Problem:
    tool = loaded.record
    outline, two = outline_of(tool, size)
    if outline:
        return at(loaded, ("mark",), f"'{tool.mark}' is the mark of '{other}' too; keep one")
    place = "letters" if tool.letters else "mark" if tool.mark else "name"
    field = "mark" if size and not tool.letters else "letters"
    mend = f"write {field}: {_free(tool, whole)}"
    return at(loaded, (place,), f"has the letters '{two}' on its tile, as '{other}' has; {mend}")


def _free(tool: Tool, whole: Catalogue) -> str:
    """Two letters of its name, else any two, that no other tool has."""
    taken = {letters(each) for each in whole.tools.values()}
    name = [each for each in (tool.name.en or tool.name.ko).casefold() if each in ALPHABET] or ["x"]
    rest = (*name[1:], *ALPHABET)
    return next((two for each in rest if (two := f"{name[0]}{each}".title()) not in taken), "Zz")
