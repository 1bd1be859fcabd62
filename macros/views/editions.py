"""What the catalogue said before and says now, day by day, from the history of its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.loading.history import FIRST, Line, of
from macros.matrix.cells import cell
from macros.records.evidence import Source
from macros.records.fields import Words
from macros.records.vocabulary import Declined, Stage, Uncovered

AGAIN = "checked again"
KNOWN = {FIRST: "editions.why-first", AGAIN: "editions.why-again"}


@dataclass(frozen=True)
class CellChange:
    """One change of a cell: what, why, by which source; None where that is no longer recorded."""

    tool: str
    name: Words
    criterion: str
    asked: Words
    before: str
    after: str
    why: str
    source: Source | None
    by: str


@dataclass(frozen=True)
class Edition:
    """What changed on one day; `first` counts the cells that were checked for the first time, by tool."""

    day: date
    changed: tuple[CellChange, ...]
    first: dict[str, int]


def editions(catalogue: Catalogue, language: str, since: str = "", until: str = "") -> tuple[Edition, ...]:
    """The days after `since` up to `until`, the newest first."""
    moved: dict[date, list[CellChange]] = {}
    first: dict[date, Counter[str]] = {}
    for key, tool in catalogue.tools.items():
        for criterion in catalogue.criteria:
            lines = [line for line in of(tool.history, criterion) if line.after or line.before]
            for line, change in zip(lines, _changes(catalogue, key, lines, language), strict=True):
                if line.why == FIRST and not line.before:
                    first.setdefault(line.day, Counter())[key] += 1
                else:
                    moved.setdefault(line.day, []).append(change)
    days = sorted({*moved, *first}, reverse=True)
    return tuple(
        Edition(day, tuple(moved.get(day, ())), dict(first.get(day, {})))
        for day in days
        if since < day.isoformat() <= (until or "9999")
    )


def _changes(catalogue: Catalogue, tool: str, lines: list[Line], language: str) -> Iterator[CellChange]:
    """The changes of one cell. Words that its page shows of the past are taken from there."""
    if not lines:
        return
    now = cell(catalogue, tool, lines[0].criterion, language)
    past = [words for _, words in now.past_words][-len(lines) :] or [now.words] * len(lines)
    unchecked = getattr(catalogue.strings["value.unchecked"], language) or ""
    record, asked = catalogue.tools[tool], catalogue.criteria[lines[0].criterion].name
    for number, line in enumerate(lines):
        before = past[number - 1] if number else unchecked
        after, source = past[number], record.sources.get(line.source)
        yield CellChange(tool, record.name, line.criterion, asked, before, after, line.why, source, line.by)


class Editions(NamedTuple):
    """Every day on which something changed."""

    editions: tuple[Edition, ...]
    known: dict[str, str]


def page(catalogue: Catalogue, key: str, language: str) -> Editions:
    """Every day on which something changed."""
    return Editions(
        editions=editions(catalogue, language),
        known=KNOWN,
    )


class Inclusion(NamedTuple):
    """What is listed, what was refused or taken out, what nothing covers."""

    listed: list[tuple[str, Stage, int]]
    rejected: list[Declined]
    removed: list[Declined]
    uncovered: list[tuple[Uncovered, Stage]]


def inclusion(catalogue: Catalogue, key: str, language: str) -> Inclusion:
    """How many tools are listed by stage, and which were rejected or removed, when and why."""
    listed = [
        (name, stage, sum(1 for tool in catalogue.tools_of(name).values() if tool.living))
        for name, stage in catalogue.stages.items()
    ]
    ordered = sorted(catalogue.declined.values(), key=lambda each: (each.name.en or each.name.ko).casefold())
    return Inclusion(
        listed=listed,
        rejected=[each for each in ordered if each.fate == "rejected"],
        removed=[each for each in ordered if each.fate == "removed"],
        uncovered=[(each, catalogue.stages[each.nearest]) for each in catalogue.uncovered.values()],
    )
