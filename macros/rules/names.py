"""Every name that data may point at, by kind: those of records that could not be read as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.loading.files import FOLDERS, Files
from macros.loading.folders import EVIDENCE, SHEETS
from macros.loading.ledger import USED
from macros.loading.problems import Path, nearest
from macros.loading.shape import PLAIN, Shape
from macros.loading.sheets import Sheet

LEDGERS = {"tool": "tools", "stage": "stages", "criterion": "criteria", "question": "questions"}
VOCABULARIES = {"stage": "stages", "condition": "conditions", "question": "questions"}


@dataclass(frozen=True)
class Named:
    """One place that names something: what kind, which name, for which criterion, and whether as a key."""

    path: Path
    kind: str
    name: str
    criterion: str = ""


@dataclass(frozen=True)
class Names:
    """What exists, or would without a mistake elsewhere, by kind.

    Files of `torn` kinds could not be read, nor could the evidence of `unread` tools.
    """

    known: Mapping[str, frozenset[str]]
    values: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, frozenset[str]]
    torn: frozenset[str]
    unread: frozenset[str] = frozenset()

    def holds(self, kind: str, name: str) -> bool:
        """Whether a name exists; of a kind whose file is torn, whether it is not just a slip of one there."""
        known = self.known[kind]
        return name in known or (kind in self.torn and not nearest(name, known))


def named(data: Any, shape: Shape, path: Path = (), criterion: str = "") -> Iterator[Named]:
    """Every place of a file that names a record, read off its shape; other shapes are passed over."""
    if isinstance(data, dict):
        for key, value in data.items():
            here = (*path, key)
            if shape.key_ref and not shape.fields:
                yield Named(here, shape.key_ref, key, criterion)
            inner = PLAIN if shape.flow else shape.of(key)
            yield from named(value, inner, here, key if shape.key_ref == "criterion" else criterion)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from named(item, shape.item, (*path, number), criterion)
    elif ref := shape.ref or (shape.flow and shape.item.ref):
        yield Named(path, ref, data, criterion)


def names(files: Files) -> Names:
    """What every file of the data set defines."""
    known = {
        "tool": frozenset(files.names("tools")),
        "guide": frozenset(files.names("guides")),
        "criterion": criterion_ids(files),
        "cell": frozenset(_cells(files)),
    }
    torn = {"criterion"} if _torn(files, files.names("criteria"), "criteria/{}.yml") else set()
    for kind, name in VOCABULARIES.items():
        sheet = files.sheet(f"{name}.yml")
        known[kind] = sheet.keys() if sheet else frozenset()
        torn |= {kind} if _torn(files, [name], "{}.yml") else set()
    for kind, name in LEDGERS.items():
        known[kind] |= {key for key, fate in files.ids.record.get(name, {}).items() if fate == USED}
    known["guide"] |= {key.partition(".")[0] for key in files.ids.record.get("questions", {}) if "." in key}
    unread = {tool for tool in files.names("tools") if _torn(files, [tool], f"tools/{{}}/{EVIDENCE}")}
    return Names(known, dict(_values(files)), _sources(files), frozenset(torn), frozenset(unread))


def _torn(files: Files, names: list[str], form: str) -> bool:
    """Whether one of these files is not YAML, or is missing, or says nothing."""
    sheets = (files.sheet(form.format(name)) for name in names)
    return any(sheet is None or not sheet.data for sheet in sheets)


def _sources(files: Files) -> dict[str, frozenset[str]]:
    """The sources of each tool, by the folder that its files stand in."""
    sheets = (sheet for sheet in files.sheets.values() if sheet.kind is SHEETS[EVIDENCE])
    return {sheet.file.rpartition("/")[0]: sheet.keys("sources") for sheet in sheets}


def criterion_ids(files: Files) -> frozenset[str]:
    """The criteria of every file, of those with a mistake too, and those that the ledger says are used."""
    there = frozenset(key for sheet in _criteria(files) for key in sheet.keys("criteria"))
    return there | {key for key, fate in files.ids.record.get("criteria", {}).items() if fate == USED}


def _criteria(files: Files) -> Iterator[Sheet]:
    return (sheet for sheet in files.sheets.values() if sheet.kind is FOLDERS["criteria"])


def _values(files: Files) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values of each criterion that has any and could be read."""
    for sheet in _criteria(files):
        criteria = sheet.data.get("criteria") if isinstance(sheet.data, dict) else None
        for key, criterion in criteria.items() if isinstance(criteria, dict) else ():
            options = criterion.get("options") if isinstance(criterion, dict) else None
            if (
                isinstance(options, dict)
                and options
                and not any(p[:2] == ("criteria", key) for p in sheet.wrong)
            ):
                yield key, tuple(options)


def _cells(files: Files) -> Iterator[str]:
    """Each cell that is assessed, or was once and has vanished since."""
    for tool in files.names("tools"):
        loaded = files.tools.get(tool)
        past = {line.criterion for line in loaded.record.history if line.after} if loaded else set[str]()
        sheet = files.sheet(f"tools/{tool}/{EVIDENCE}")
        for criterion in past | (sheet.keys("assessments") if sheet else frozenset()):
            yield f"{tool}.{criterion}"
