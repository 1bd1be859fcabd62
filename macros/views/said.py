"""What a cell says beside its value: its conditions, its note, where was looked, its past, its days."""

from __future__ import annotations

from dataclasses import dataclass

from macros.loading.catalogue import Catalogue
from macros.matrix import Cell
from macros.records.evidence import Source
from macros.site.rendering import filled, plain, state_of

# What a cell rests on where no first-hand source states it.
WEAKER = {"inferred": "cell.basis-inferred", "secondary": "cell.basis-secondary"}


@dataclass(frozen=True)
class Line:
    """One paragraph: what it is about, its words, and the sources that its words rest on."""

    kind: str
    text: str
    state: str = ""  # "behind" or "untranslated", where the words are not this language's own
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Said:
    """The paragraphs of a cell, its sources and its days."""

    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    days: str


def said(catalogue: Catalogue, cell: Cell, language: str) -> Said:
    """All that a cell says, in the order in which it is read."""
    return Said(tuple(_lines(catalogue, cell, language)), cell.sources, _days(catalogue, cell, language))


def dates(catalogue: Catalogue, source: Source, language: str) -> str:
    """When a source was opened, and what else is known of its age and its place."""
    parts = [_word(catalogue, language, "cell.opened", day=source.accessed)]
    if source.as_of:
        known = source.as_of != "unknown"
        parts.append(
            _word(catalogue, language, "cell.as-of" if known else "cell.as-of-unknown", day=source.as_of)
        )
    if source.package:
        parts.append(_word(catalogue, language, "cell.package", package=source.package))
    if source.secondary:
        parts.append(_word(catalogue, language, "cell.secondary"))
    return " · ".join(parts)


def _lines(catalogue: Catalogue, cell: Cell, language: str) -> list[Line]:
    found = []
    if cell.conditions:
        names = ", ".join(plain(each.name, language) for each in cell.conditions)
        found.append(Line("condition", _word(catalogue, language, "cell.condition", conditions=names)))
    if cell.assessment and cell.assessment.note:
        note = cell.assessment.note
        found.append(Line("note", plain(note, language), state_of(note, language)))
    if cell.basis in WEAKER:
        found.append(Line("basis", _word(catalogue, language, WEAKER[cell.basis])))
    if cell.looked:
        where = plain(cell.looked.where, language)
        found.append(
            Line("note", _word(catalogue, language, "cell.looked-note", day=cell.looked.day, where=where))
        )
    if cell.figure:
        how = plain(cell.figure.how, language)
        found.append(Line("note", _word(catalogue, language, "cell.figure", day=cell.figure.day, how=how)))
    found += [Line("side", words, sources=sources) for words, sources in cell.sides]
    if cell.past_words:
        past = ", ".join(f"{day}: {words}" for day, words in cell.past_words)
        found.append(Line("past", " ".join((_word(catalogue, language, "cell.before"), past))))
    return found


def _days(catalogue: Catalogue, cell: Cell, language: str) -> str:
    """When it was checked, against which version, by whom."""
    if not (given := cell.assessment):
        return ""
    parts = [_word(catalogue, language, "cell.checked", day=given.checked)]
    if given.version:
        parts.append(_word(catalogue, language, "cell.version", version=given.version))
    if given.by:
        parts.append(_word(catalogue, language, "cell.by", maker=given.by))
    return " · ".join(parts)


def _word(catalogue: Catalogue, language: str, key: str, **values: object) -> str:
    return filled(plain(catalogue.strings[key], language), values)
