"""What a cell says beside its value: its conditions, its note, where was looked, its past, its days."""

from __future__ import annotations

from dataclasses import dataclass

from macros.loading.catalogue import Catalogue
from macros.loading.figures import serverless
from macros.loading.measured import INDEX, Result
from macros.matrix.cells import Cell, figure_words
from macros.records.evidence import Source
from macros.records.particles import filled

# Why a tool has no figure, by how far it was measured.
ABSENT = {"client": "figure.client", "starts": "figure.started", "works": "figure.other"}
# Whose note stands beside which figure.
NOTED = {"idle-megabytes": "idle", "outside-names": "internet"}
# What a cell rests on where no first-hand source states it.
WEAKER = {"inferred": "cell.basis-inferred", "secondary": "cell.basis-secondary"}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: what it is about, its words, the sources that its words rest on, and where it leads."""

    kind: str
    text: str
    state: str = ""  # "behind" or "untranslated", where the words are not this language's own
    sources: tuple[Source, ...] = ()
    at: str = ""  # an address below the language's root


@dataclass(frozen=True)
class Said:
    """The paragraphs of a cell, its sources and its days."""

    paragraphs: tuple[Paragraph, ...]
    sources: tuple[Source, ...]
    days: str


def said(catalogue: Catalogue, cell: Cell, language: str) -> Said:
    """All that a cell says, in the order in which it is read."""
    return Said(tuple(_paragraphs(catalogue, cell, language)), cell.sources, _days(catalogue, cell, language))


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


def _paragraphs(catalogue: Catalogue, cell: Cell, language: str) -> list[Paragraph]:
    found = []
    if cell.conditions:
        names = ", ".join(each.name.plain(language) for each in cell.conditions)
        found.append(Paragraph("condition", _word(catalogue, language, "cell.condition", conditions=names)))
    if cell.assessment and cell.assessment.note:
        note = cell.assessment.note
        found.append(Paragraph("note", note.plain(language), note.state(language)))
    if cell.basis in WEAKER:
        found.append(Paragraph("basis", _word(catalogue, language, WEAKER[cell.basis])))
    if cell.looked:
        where = cell.looked.where.plain(language)
        found.append(
            Paragraph(
                "note", _word(catalogue, language, "cell.looked-note", day=cell.looked.day, where=where)
            )
        )
    if cell.figure and cell.figure.how:
        how = cell.figure.how.plain(language)
        found.append(
            Paragraph("note", _word(catalogue, language, "cell.figure", day=cell.figure.day, how=how))
        )
    elif cell.figure:
        found += measured(catalogue, cell, language)
    found += [Paragraph("side", words, sources=sources) for words, sources in cell.sides]
    if cell.past_words:
        past = ", ".join(f"{day}: {words}" for day, words in cell.past_words)
        found.append(Paragraph("past", " ".join((_word(catalogue, language, "cell.before"), past))))
    return found


def measured(catalogue: Catalogue, cell: Cell, language: str) -> list[Paragraph]:
    """How a figure was measured, or why there is none that counts; then its raw result and its recipe."""
    result = catalogue.measured.get(cell.tool)
    if not cell.figure or not result:
        return [_absent(catalogue, cell, result, language)]
    home = "../" if language == "en" else ""  # what is downloaded has no language
    place = f"{home}data/measured/{cell.tool}"
    return [
        Paragraph("note", _measured(catalogue, cell, result, language)),
        Paragraph("raw", _word(catalogue, language, "figure.raw"), at=f"{place}.json"),
        Paragraph("raw", _word(catalogue, language, "figure.recipe"), at=f"{place}.yml"),
    ]


def _absent(catalogue: Catalogue, cell: Cell, result: Result | None, language: str) -> Paragraph:
    """Why a tool has no figure."""
    if result and result.part:
        return Paragraph("note", result.part.plain(language))
    if serverless(catalogue, cell.tool, cell.criterion):
        return Paragraph("note", _word(catalogue, language, "figure.serverless"))
    return Paragraph(
        "note", _word(catalogue, language, ABSENT.get(result.level if result else "", "figure.none"))
    )


def _measured(catalogue: Catalogue, cell: Cell, result: Result, language: str) -> str:
    asked, figure = catalogue.criteria[cell.criterion], cell.figure
    if not figure or not figure.counts:
        words = figure_words(figure, asked, language) if figure else ""
        facts = {"months": result.age_months, "version": result.version, "words": words}
        return _word(catalogue, language, "figure.old", **facts)
    machine = result.machine
    facts = {
        "version": result.version,
        "day": figure.day,
        "cores": machine.cores,
        "load": machine.load_before,
    }
    found = [_word(catalogue, language, "figure.seen", **facts)]
    if len(figure.runs) > 1:
        low, high = (f"{edge:.3g}" for edge in (min(figure.runs), max(figure.runs)))
        spread = {"count": len(figure.runs), "low": low, "high": high}
        found.append(_word(catalogue, language, "figure.spread", **spread))
    if asked.measure == "idle-megabytes" and figure.processes:
        found.append(_word(catalogue, language, "figure.processes", count=figure.processes))
    if asked.measure == "work-megabytes":
        found.append(_word(catalogue, language, "figure.served" if figure.served else "figure.alone"))
    if asked.measure == "outside-names" and result.outside:
        index = _word(catalogue, language, "measured.reach-index")
        names = ", ".join(index if name == INDEX else name for name in result.outside)
        found.append(_word(catalogue, language, "figure.reached", names=names))
    part = (result.part,) if result.part else ()
    told = (*part, *result.noted(NOTED.get(asked.measure or "", "")))
    found += [words.plain(language) for words in told]
    return " ".join(found)


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
    return filled(catalogue.strings[key].plain(language), values)
