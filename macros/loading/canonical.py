"""Every data file in its one written form: what `format` writes and `check` asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from macros.loading import history, ledger
from macros.loading.catalogue import Catalogue
from macros.loading.comments import comment_behind, comments_of
from macros.loading.completing import offer
from macros.loading.files import written
from macros.loading.folders import EVIDENCE, OBSERVED
from macros.loading.form import CONDITIONS, Options, Writer
from macros.loading.laboratory import lists
from macros.loading.problems import Lines, Problem
from macros.loading.reading import Refused, parse, read_file, text_of
from macros.loading.schema import schemas
from macros.loading.shape import shape_of
from macros.loading.sheets import Found, name_of
from macros.loading.store import Store
from macros.records.evidence import Evidence
from macros.records.tool import Observed
from macros.records.vocabulary import Ledger

FOREIGN = "is not in the form of this project; run 'python -m macros format'"
COMMENTED = "is cut off at ' #', a comment; put the text in double quotes, or the comment on a line above"


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


def unformed(catalogue: Catalogue, root: Path, store: Store | None = None) -> Iterator[tuple[Path, str, str]]:
    """Each file that is not in its form: path, text, and the text that it should have."""
    options = options_of(catalogue)
    said = repr(options)
    seen = ((path, Observed) for path in sorted((root / "tools").glob(f"*/{OBSERVED}")))
    for path, kind in (*written(root), *lists(root), *seen):
        if kind is Ledger:
            continue
        try:
            text = text_of(path)
            key = store.key("form", name_of(path, root.parent), said, text) if store else ""
            if store and store.get(key):
                continue
            wanted = canonical(text, kind, options)
        except Refused:
            continue
        if text != wanted:
            yield path, text, wanted
        elif store:
            store.put(key, True)
    yield from _histories(root, store)
    yield from _ledger(catalogue, root)
    yield from _schemas(catalogue, root, store)


def _schemas(catalogue: Catalogue, root: Path, store: Store | None) -> Iterator[tuple[Path, str, str]]:
    """Schemas for editors that do not offer what there is now; a data set may be without any."""
    folder = root / "schema"
    if not folder.is_dir():
        return
    there = {path.stem: _readable(path) for path in sorted(folder.glob("*.json"))}
    key = store.key("schema", repr(offer(catalogue)), *there, *there.values()) if store else ""
    if store and store.get(key):
        return
    wanted = schemas(catalogue)
    if wanted == there and store:
        store.put(key, True)
    for name, text in wanted.items():
        if there.get(name) != text and not (folder / f"{name}.json").is_dir():
            yield folder / f"{name}.json", there.get(name, ""), text


def _readable(path: Path) -> str:
    """The text of a file that a command writes; nothing where nobody can read it."""
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _histories(root: Path, store: Store | None) -> Iterator[tuple[Path, str, str]]:
    """Histories out of order, or without the first line of a cell."""
    for folder in sorted(path for path in (root / "tools").glob("*") if path.is_dir()):
        path = folder / history.FILE
        evidence = read_file(folder / EVIDENCE, Evidence, Found(root.parent, store=store))
        try:
            text = text_of(path) if path.is_file() else ""
            known = store.get(store.key(history.FILE, text)) if store else None
            lines = known or (history.read(text) if text else ())
        except Refused:
            continue
        wanted = history.write(history.completed(lines, evidence.record.assessments if evidence else {}))
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


def problems(catalogue: Catalogue, root: Path, store: Store | None = None) -> list[Problem]:
    """A problem for each file that is not in its form, at the first line that differs; schemas are one."""
    foreign = list(unformed(catalogue, root, store))
    schemas_ = [each for each in foreign if each[0].parent == root / "schema"]
    data = [each for each in foreign if each not in schemas_]
    more = f" (and {len(schemas_) - 1} more of these files)" if schemas_[1:] else ""
    return [_foreign(*each, root) for each in data] + [
        _foreign(*each, root)._replace(message=f"{FOREIGN}{more}") for each in schemas_[:1]
    ]


def _foreign(path: Path, text: str, wanted: str, root: Path) -> Problem:
    """What is not in its form; words behind a '#' are named, since they may have been meant as text."""
    number, said = _first(text, wanted), FOREIGN
    if path.suffix == ".yml" and (behind := comment_behind(text)):
        number, said = behind, COMMENTED
    return Problem(name_of(path, root.parent), number, "", said)


def write(catalogue: Catalogue, root: Path) -> list[Path]:
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
