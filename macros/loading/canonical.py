"""Every data file in its one written form: what `format` writes and `check` asks for."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from macros.loading import history, ledger
from macros.loading.catalogue import ROOT, Catalogue, written
from macros.loading.comments import comments_of
from macros.loading.form import CONDITIONS, Options, Writer
from macros.loading.problems import Lines, Problem
from macros.loading.reading import Refused, parse, shown, text_of
from macros.loading.shape import shape_of
from macros.records.vocabulary import Ledger

CODE = Path(__file__).parents[1]
MARKS = CODE.parent / ".cache" / "in-form"
FOREIGN = "is not in the form of this project; run 'python -m macros format'"


def options_of(catalogue: Catalogue) -> Options:
    """The values of every criterion, criteria and values in display order."""
    values = {key: tuple(criterion.options) for key, criterion in catalogue.criteria.items()}
    return {**values, CONDITIONS: tuple(catalogue.conditions)}


def canonical(text: str, kind: Any, options: Options, data: Any = None) -> str:
    """The one form of a file of this kind, of other `data` where they are given.

    Raises Refused where the text is not YAML.
    """
    said, lines = parse(text)
    return Writer(options, comments_of(text, lines)).text(said if data is None else data, shape_of(kind))


def unformed(
    catalogue: Catalogue, root: Path = ROOT, proved: Container[str] = (), marks: set[str] | None = None
) -> Iterator[tuple[Path, str, str]]:
    """Each file that is not in its form: path, text, and the text that it should have.

    A text whose mark is in `proved` is known to be in form; the marks of all that are go to `marks`.
    """
    options, marks = options_of(catalogue), set() if marks is None else marks
    by = _digest(repr(options), *(path.read_text("utf-8") for path in sorted(CODE.rglob("*.py"))))
    for path, kind in written(root):
        if kind is Ledger:
            continue
        try:
            text = text_of(path)
            mark = _digest(by, str(kind), text)
            wanted = text if mark in proved else canonical(text, kind, options)
        except Refused:
            continue
        if text == wanted:
            marks.add(mark)
        else:
            yield path, text, wanted
    yield from _histories(catalogue, root)
    yield from _ledger(catalogue, root)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _histories(catalogue: Catalogue, root: Path) -> Iterator[tuple[Path, str, str]]:
    """Histories out of order, or without the first line of a cell."""
    for folder in sorted(path for path in (root / "tools").glob("*") if path.is_dir()):
        path = folder / history.FILE
        tool = catalogue.tools.get(folder.name)
        try:
            text = text_of(path) if path.is_file() else ""
            lines = history.read(text) if text else ()
        except Refused:
            continue
        wanted = history.write(history.completed(lines, tool.assessments if tool else {}))
        if text != wanted:
            yield path, text, wanted


def _ledger(catalogue: Catalogue, root: Path) -> Iterator[tuple[Path, str, str]]:
    """A ledger without an id that is used."""
    path = root / "ids.yml"
    text = text_of(path)
    wanted = Writer({}, comments_of(*_parsed(text))).text(ledger.completed(catalogue), shape_of(Ledger))
    if text != wanted:
        yield path, text, wanted


def _parsed(text: str) -> tuple[str, Lines]:
    return text, parse(text)[1]


def problems(catalogue: Catalogue, root: Path = ROOT, marks: Path | None = None) -> list[Problem]:
    """A problem for each file that is not in its form, at the first line that differs.

    `marks` is a file that remembers, by what they say, the texts that were in form the last time.
    """
    before = set(marks.read_text("utf-8").split()) if marks and marks.is_file() else set()
    now: set[str] = set()
    found = [
        Problem(shown(path, root.parent), _first(text, wanted), "", FOREIGN)
        for path, text, wanted in unformed(catalogue, root, before, now)
    ]
    if marks and now != before:
        marks.parent.mkdir(exist_ok=True)
        marks.write_text("\n".join(sorted(now)), "utf-8")
    return found


def write(catalogue: Catalogue, root: Path = ROOT) -> list[Path]:
    """Put every file into its form; nothing is half-written. Returns the files that changed."""
    changed = []
    for path, _, wanted in unformed(catalogue, root):
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(wanted, "utf-8")
        os.replace(beside, path)
        changed.append(path)
    return changed


def _first(text: str, wanted: str) -> int:
    pairs = zip_longest(text.split("\n"), wanted.split("\n"))
    return next(number for number, (one, other) in enumerate(pairs, 1) if one != other)
