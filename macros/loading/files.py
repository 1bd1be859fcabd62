"""Every file of the data set: which there are, what each holds, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.loading.folders import SHEETS, read_tools
from macros.loading.laboratory import read_laboratory
from macros.loading.measured import Result
from macros.loading.problems import Problem
from macros.loading.reading import entries, read_file, read_folder, unnamable
from macros.loading.sheets import Found, Loaded, Sheet, name_of
from macros.loading.store import Store
from macros.records import plans, vocabulary
from macros.records.fields import Address, Id, Strings, Text, Words
from macros.records.plans import Change, Comparison, Guide, Question, Scenario, Stack, Term
from macros.records.tool import Tool
from macros.records.vocabulary import (
    Condition,
    Contradiction,
    Counted,
    CriteriaGroup,
    Declined,
    Ledger,
    Stage,
    Uncovered,
    Unmeasured,
)

FOLDERS: dict[str, Any] = {
    "criteria": CriteriaGroup,
    "guides": Guide,
    "comparisons": Comparison,
    "stacks": Stack,
    "strings": Strings,
}
FILES: dict[str, Any] = {
    "stages": vocabulary.Stages,
    "questions": plans.Questions,
    "scenarios": dict[Id, Scenario],
    "glossary": plans.Glossary,
    "changes": tuple[Change, ...],
    "conditions": vocabulary.Conditions,
    "contradictions": dict[Id, Contradiction],
    "uncovered": dict[Id, Uncovered],
    "declined": dict[Id, Declined],
    "counted": dict[Id, Counted],
    "ids": Ledger,
    "redirects": dict[Address, Address],
}


@dataclass(frozen=True)
class Files:
    """Every record with its file and lines: what the rules between records read."""

    root: Path
    sheets: dict[str, Sheet]
    tools: dict[str, Loaded[Tool]]
    criteria: dict[str, Loaded[CriteriaGroup]]
    guides: dict[str, Loaded[Guide]]
    comparisons: dict[str, Loaded[Comparison]]
    stacks: dict[str, Loaded[Stack]]
    stages: Loaded[dict[str, Stage]]
    questions: Loaded[dict[str, Question]]
    scenarios: Loaded[dict[str, Scenario]]
    glossary: Loaded[dict[str, Term]]
    changes: Loaded[tuple[Change, ...]]
    strings: dict[str, Loaded[dict[str, Text]]]
    conditions: Loaded[dict[str, Condition]]
    contradictions: Loaded[dict[str, Contradiction]]
    uncovered: Loaded[dict[str, Uncovered]]
    declined: Loaded[dict[str, Declined]]
    counted: Loaded[dict[str, Counted]]
    ids: Loaded[dict[str, dict[str, str]]]
    redirects: Loaded[dict[str, str]]
    measured: dict[str, Result]
    parts: Loaded[dict[str, Words]]
    notes: Loaded[dict[str, dict[str, Words]]]
    unmeasured: Loaded[dict[str, Unmeasured]]

    def names(self, folder: str) -> list[str]:
        """The ids of a folder's records, of those that cannot be read too."""
        path = self.root / folder
        there = entries(path, Found(self.root.parent))  # what cannot be read has a problem of its own
        endings = (".yml", ".yaml")  # another spelling, as capitals in a name, has a problem of its own
        fits = (each for each in there if (each.is_dir() if folder == "tools" else each.suffix in endings))
        return sorted(each.stem.casefold() for each in fits if not unnamable(each.stem.casefold()))

    def sheet(self, name: str) -> Sheet | None:
        """A file as it was written, by its path in the data folder; None where nobody could read it."""
        return self.sheets.get(f"{self.root.name}/{name}")

    @property
    def whole(self) -> bool:
        """Whether every vocabulary was read without a mistake, so that a file can be put into form."""
        one: tuple[Loaded[Any], ...] = (self.stages, self.questions, self.conditions, self.ids)
        return not any(each.lost for each in (*one, *self.criteria.values()))


def read(root: Path, store: Store | None = None) -> tuple[Files, list[Problem]]:
    """Every file of the data set without what is wrong in it, and every problem."""
    found = Found(root.parent, store=store)
    folders = {name: read_folder(root / name, kind, found) for name, kind in FOLDERS.items()}
    files = {name: _vocabulary(root / f"{name}.yml", kind, found) for name, kind in FILES.items()}
    tools = read_tools(root / "tools", found)
    lab = read_laboratory(root, found)
    found.problems += _strays(root)
    whole = Files(root, found.sheets, tools, **folders, **files, **lab)  # type: ignore[arg-type]
    return whole, found.problems


def _vocabulary(path: Path, kind: Any, found: Found) -> Loaded[Any]:
    """One file of many records; where none of them can be read, an empty one."""
    if loaded := read_file(path, kind, found):
        return loaded
    file = name_of(path, found.root)
    nothing: Any = () if kind is FILES["changes"] else {}
    return Loaded(nothing, (found.sheets.get(file) or Sheet(file, {}),), frozenset({()}))


def written(root: Path) -> Iterator[tuple[Path, Any]]:
    """Every YAML file that people write, with the kind of record that it holds."""
    for folder in sorted(path for path in (root / "tools").glob("*") if path.is_dir()):
        yield from ((folder / name, kind) for name, kind in SHEETS.items() if (folder / name).is_file())
    for name, kind in FOLDERS.items():
        yield from ((path, kind) for path in sorted((root / name).glob("*.yml")))
    for name, kind in FILES.items():
        if (root / f"{name}.yml").is_file():
            yield root / f"{name}.yml", kind


def _strays(root: Path) -> list[Problem]:
    known = {"tools", "schema", *FOLDERS, *(f"{name}.yml" for name in FILES)}
    return [
        Problem(path.relative_to(root.parent).as_posix(), 1, "", "does not belong in the data folder")
        for path in entries(root, Found(root.parent))
        if path.name not in known
    ]
