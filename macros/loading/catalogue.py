"""The whole checked data set, loaded once for both languages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.loading.folders import SHEETS, read_tools
from macros.loading.laboratory import read_laboratory
from macros.loading.measured import Result
from macros.loading.problems import Problem
from macros.loading.reading import read_file, read_folder, unnamable
from macros.loading.sheets import Found, Loaded, Sheet, shown
from macros.loading.store import Store
from macros.records.evidence import Source
from macros.records.fields import Address, Id, Strings, Text, Words
from macros.records.plans import Change, Comparison, Guide, Question, Scenario, Stack, Term
from macros.records.tool import Tool
from macros.records.vocabulary import (
    Condition,
    Contradiction,
    Counted,
    CriteriaGroup,
    Criterion,
    Declined,
    Ledger,
    Stage,
    Uncovered,
    Unmeasured,
)

ROOT = Path(os.environ.get("DATA_FOLDER") or Path(__file__).parents[2] / "data").resolve()
FOLDERS: dict[str, Any] = {
    "criteria": CriteriaGroup,
    "guides": Guide,
    "comparisons": Comparison,
    "stacks": Stack,
    "strings": Strings,
}
FILES: dict[str, Any] = {
    "stages": dict[Id, Stage],
    "questions": dict[Id, Question],
    "scenarios": dict[Id, Scenario],
    "glossary": dict[Id, Term],
    "changes": tuple[Change, ...],
    "conditions": dict[Id, Condition],
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
    unmeasured: Loaded[dict[str, Unmeasured]]

    def names(self, folder: str) -> list[str]:
        """The ids of a folder's records, of those that cannot be read too."""
        path = self.root / folder
        there = path.iterdir() if path.is_dir() else ()
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


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The records by id, in display order."""

    tools: dict[str, Tool]
    stages: dict[str, Stage]
    groups: dict[str, CriteriaGroup]
    criteria: dict[str, Criterion]
    guides: dict[str, Guide]
    questions: dict[str, Question]
    comparisons: dict[str, Comparison]
    stacks: dict[str, Stack]
    scenarios: dict[str, Scenario]
    glossary: dict[str, Term]
    changes: tuple[Change, ...]
    strings: dict[str, Text]
    conditions: dict[str, Condition]
    contradictions: dict[str, Contradiction]
    uncovered: dict[str, Uncovered]
    declined: dict[str, Declined]
    counted: dict[str, Counted]
    ids: dict[str, dict[str, str]]
    redirects: dict[str, str]
    measured: dict[str, Result]
    unmeasured: dict[str, Unmeasured]

    @cached_property
    def first_day(self) -> str:
        """The first recorded day of any cell; empty where nothing is recorded."""
        days = [line.day for tool in self.tools.values() for line in tool.history]
        return min(days).isoformat() if days else ""

    def tools_of(self, stage: str) -> dict[str, Tool]:
        """The tools of a stage: by English name; nobody is favoured."""
        return {key: tool for key, tool in self.tools.items() if stage in tool.stages}

    def general_criteria(self) -> dict[str, Criterion]:
        """The criteria that people answer of every tool."""
        return _asked(group for group in self.groups.values() if group.stage is None)

    def criteria_of(self, stage: str) -> dict[str, Criterion]:
        """The criteria of one stage that people answer, without the general ones."""
        return _asked(group for group in self.groups.values() if group.stage == stage)

    def criteria_for(self, tool: Tool) -> dict[str, Criterion]:
        """Every criterion that people answer of this tool; a figure is measured, not asked."""
        stages = (None, *tool.stages)
        return _asked(group for group in self.groups.values() if group.stage in stages)

    def ordered_by(self, place: str) -> tuple[str, ...]:
        """The criteria that have a `place` ("column" or "need"), in its order."""
        placed = {key: number for key, each in self.criteria.items() if (number := getattr(each, place))}
        return tuple(sorted(placed, key=lambda key: placed[key]))

    def sources_of(self, tool: Tool, criterion: str) -> tuple[Source, ...]:
        """The sources of one assessment."""
        assessment = tool.assessments.get(criterion)
        return tuple(tool.sources[key] for key in assessment.sources) if assessment else ()


def read(root: Path = ROOT, store: Store | None = None) -> tuple[Files, list[Problem]]:
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
    file = shown(path, found.root)
    nothing: Any = () if kind is FILES["changes"] else {}
    return Loaded(nothing, (found.sheets.get(file) or Sheet(file, {}),), frozenset({()}))


def written(root: Path = ROOT) -> Iterator[tuple[Path, Any]]:
    """Every YAML file that people write, with the kind of record that it holds."""
    for folder in sorted(path for path in (root / "tools").glob("*") if path.is_dir()):
        yield from ((folder / name, kind) for name, kind in SHEETS.items() if (folder / name).is_file())
    for name, kind in FOLDERS.items():
        yield from ((path, kind) for path in sorted((root / name).glob("*.yml")))
    for name, kind in FILES.items():
        if (root / f"{name}.yml").is_file():
            yield root / f"{name}.yml", kind


def catalogue(files: Files) -> Catalogue:
    """The records without their places, in display order."""
    stages = files.stages.record
    order = {stage: number for number, stage in enumerate(stages, 100)}
    groups = _records(files.criteria)
    groups = dict(sorted(groups.items(), key=lambda item: order.get(item[1].stage or "", item[1].order)))
    tools = _records(files.tools)
    tools = dict(sorted(tools.items(), key=lambda item: (item[1].name.en or "").casefold()))
    return Catalogue(
        tools=tools,
        stages=stages,
        groups=groups,
        criteria=_merge(group.criteria for group in groups.values()),
        guides=_records(files.guides),
        questions=files.questions.record,
        comparisons=_records(files.comparisons),
        stacks=_records(files.stacks),
        scenarios=files.scenarios.record,
        glossary=files.glossary.record,
        changes=files.changes.record,
        strings=_merge(each.record for each in files.strings.values()),
        conditions=files.conditions.record,
        contradictions=files.contradictions.record,
        uncovered=files.uncovered.record,
        declined=files.declined.record,
        counted=files.counted.record,
        ids=files.ids.record,
        redirects=files.redirects.record,
        measured={tool: result for tool, result in files.measured.items() if tool in tools},
        unmeasured=files.unmeasured.record,
    )


def _records(loaded: dict[str, Loaded[Any]]) -> dict[str, Any]:
    return {key: item.record for key, item in loaded.items()}


def _merge(parts: Any) -> dict[str, Any]:
    return {key: value for part in parts for key, value in part.items()}


def _asked(groups: Iterable[CriteriaGroup]) -> dict[str, Criterion]:
    return {key: each for group in groups for key, each in group.criteria.items() if each.kind != "figure"}


def _strays(root: Path) -> list[Problem]:
    known = {"tools", "schema", *FOLDERS, *(f"{name}.yml" for name in FILES)}
    return [
        Problem(path.relative_to(root.parent).as_posix(), 1, "", "does not belong in the data folder")
        for path in (sorted(root.iterdir()) if root.is_dir() else ())
        if path.name not in known
    ]
