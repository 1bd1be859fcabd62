"""What a tool's cells said before: `history.csv`, one line a change, ordered by criterion and day."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from macros.loading.reading import Refused
from macros.records.days import no_day
from macros.records.evidence import Assessment
from macros.records.fields import SPECIAL_VALUES, Words
from macros.records.plain import plain_text
from macros.records.vocabulary import Criterion

FILE = "history.csv"
HEAD = ("criterion", "day", "before", "after", "why", "source", "by")
FIRST = "first check"
BETWEEN = " | "
MARKS = ("<<<<<<<", "=======", ">>>>>>>")


class Line(NamedTuple):
    """One change of a cell. Values are ids with spaces between, or words as `ko | en`; empty is unchecked."""

    criterion: str
    day: date
    before: str
    after: str
    why: str
    source: str
    by: str
    number: int = 0


def read(text: str) -> tuple[Line, ...]:
    """The lines of a file; raises Refused at the first that is none."""
    if text.startswith("\ufeff"):
        raise Refused(1, "has the hidden character U+FEFF in column 1; save the file as UTF-8 without a BOM")
    for number, row in enumerate(text.split("\n"), 1):
        if row.startswith(MARKS):
            raise Refused(number, "is a mark of a merge that was not finished; keep one of the two sides")
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        found = [(rows.line_num, tuple(row)) for row in rows]
    except csv.Error as error:
        raise Refused(rows.line_num, f"is not CSV: {error}") from None
    if not found or found[0][1] != HEAD:
        parted = text.replace(";", ",").startswith(",".join(HEAD))
        said = "parts its fields with ';'; save it with commas: it begins" if parted else "does not begin"
        raise Refused(1, f"{said} with {','.join(HEAD)}")
    return tuple(_line(number, row) for number, row in found[1:])


def _line(number: int, row: tuple[str, ...]) -> Line:
    if len(row) != len(HEAD):
        raise Refused(number, f"has {len(row)} fields; {len(HEAD)} are asked for: {','.join(HEAD)}")
    for field in filter(None, row):
        try:
            plain_text(field)
        except ValueError as error:
            raise Refused(number, str(error)) from None
    try:
        day = date.fromisoformat(row[1])
    except ValueError:
        raise Refused(number, f"'{row[1]}' {no_day(row[1])}") from None
    criterion, _, before, after, why, source, by = row
    return Line(criterion, day, before, after, why, source, by, number)


def write(lines: Iterable[Line]) -> str:
    """The text of a file, its lines in order; the lines of one day stay as they stand."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    for line in sorted(lines, key=lambda line: (line.criterion, line.day)):
        writer.writerow((line.criterion, line.day.isoformat(), *line[2:-1]))
    return text.getvalue()


def encoded(value: tuple[str, ...] | Words) -> str:
    """A cell's value as a line holds it."""
    if isinstance(value, tuple):
        return " ".join(value)
    return value.ko if value.en in (None, value.ko) else f"{value.ko}{BETWEEN}{value.en}"


def decoded(criterion: Criterion, value: str) -> tuple[str, ...] | Words:
    """What `encoded` made of a value of this criterion."""
    if criterion.options or value in SPECIAL_VALUES:
        return tuple(value.split())
    ko, _, en = value.partition(BETWEEN)
    return Words(ko=ko, en=en or ko)


def same(one: str, other: str) -> bool:
    """Whether two values are the same set."""
    return one == other or sorted(one.split()) == sorted(other.split())


def completed(lines: Iterable[Line], assessments: dict[str, Assessment]) -> tuple[Line, ...]:
    """The lines, with a first one for each cell that has none."""
    known = list(lines)
    recorded = {line.criterion for line in known}
    first = (
        Line(key, each.checked, "", encoded(each.value), FIRST, each.sources[0], each.by or "")
        for key, each in assessments.items()
        if key not in recorded
    )
    return (*known, *first)


def of(lines: Iterable[Line], criterion: str) -> Iterator[Line]:
    """The lines of one cell, the oldest first."""
    return (line for line in lines if line.criterion == criterion)
