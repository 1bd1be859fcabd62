"""Tool pages and the list of all tools."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import Cell, cell
from macros.matrix.matrix import Group, groups_of
from macros.matrix.wording import first_sentence
from macros.records.evidence import Relation
from macros.records.fields import Words
from macros.records.plans import Change, Comparison, Stack
from macros.records.tool import StageRole, Tool
from macros.records.vocabulary import SUPPORT_VALUES, Criterion, Stage
from macros.views.facts import Coverage, coverage, current_licence
from macros.views.said import measured


@dataclass(frozen=True)
class Row:
    """An assessment on a tool's page: what it says at first sight, and whether its note says more."""

    cell: Cell
    first: str
    whole: bool


@dataclass(frozen=True)
class Assessed:
    """A group of criteria with the tool's answers, and how many of them are yes, partly and no."""

    group: Group
    rows: tuple[Row, ...]
    tally: dict[str, int]


class Placed(NamedTuple):
    """A stage that a tool is of, and what it does there."""

    id: str
    stage: Stage
    role: StageRole


class ToolPage(NamedTuple):
    """One tool with all that speaks of it; `guide` is where its main stage has one that may recommend it."""

    lines: dict[str, int]
    key: str
    tool: Tool
    coverage: Coverage
    licence: str
    successor: Words | None
    stages: list[Placed]
    guide: Placed | None
    first: list[Assessed]
    others: list[Assessed]
    relations: list[tuple[Relation, Tool]]
    named_by: list[tuple[str, Tool, Relation]]
    comparisons: dict[str, Comparison]
    stacks: dict[str, Stack]
    changes: list[Change]


def tool(catalogue: Catalogue, key: str, language: str) -> ToolPage:
    """One tool: what it is, its place, its assessments, what speaks of it."""
    record = catalogue.tools[key]
    main = record.main_stage
    stages = {name: Placed(name, catalogue.stages[name], role) for name, role in record.stages.items()}
    groups = [
        _assessed(catalogue, key, each, language) for each in groups_of(catalogue, record.stages, language)
    ]
    return ToolPage(
        lines=catalogue.lines[key],
        key=key,
        tool=record,
        coverage=coverage(catalogue, record),
        licence=current_licence(record),
        successor=catalogue.tools[after].name if (after := record.lifecycle.successor) else None,
        stages=list(stages.values()),
        guide=stages[main] if main in catalogue.guides and record.living else None,
        first=[each for each in groups if each.group.stage == main],
        others=[each for each in groups if each.group.stage != main],
        relations=[(each, catalogue.tools[each.tool]) for each in record.relations],
        named_by=[
            (other, catalogue.tools[other], each)
            for other, tool in catalogue.tools.items()
            for each in tool.relations
            if each.tool == key
        ],
        comparisons={name: each for name, each in catalogue.comparisons.items() if key in each.tools},
        stacks={
            name: each
            for name, each in catalogue.stacks.items()
            if key in {entry.tool for entry in each.tools}
        },
        changes=[each for each in catalogue.changes if each.tool == key],
    )


class Tools(NamedTuple):
    """The list of all tools, with the criteria of its columns."""

    columns: dict[str, Criterion]
    stages: dict[str, Stage]
    statuses: list[str]
    rows: list[tuple[str, Tool, dict[str, Stage], dict[str, Cell]]]


def tools(catalogue: Catalogue, key: str, language: str) -> Tools:
    """Every tool in one list, with what a reader filters by."""
    columns = {criterion: catalogue.criteria[criterion] for criterion in catalogue.ordered_by("column")}
    return Tools(
        columns=columns,
        stages=catalogue.stages,
        statuses=list(dict.fromkeys(tool.lifecycle.status for tool in catalogue.tools.values())),
        rows=[
            (
                name,
                tool,
                {stage: catalogue.stages[stage] for stage in tool.stages},
                {criterion: cell(catalogue, name, criterion, language) for criterion in columns},
            )
            for name, tool in catalogue.tools.items()
        ],
    )


def _assessed(catalogue: Catalogue, key: str, group: Group, language: str) -> Assessed:
    cells = [cell(catalogue, key, criterion, language) for criterion in group.criteria]
    counted = Counter(each.state for each in cells)
    return Assessed(
        group,
        tuple(_row(catalogue, each, language) for each in cells),
        {state: counted[state] for state in SUPPORT_VALUES if counted[state]},
    )


def _row(catalogue: Catalogue, each: Cell, language: str) -> Row:
    """The first sentence of the note; where there is none, what the value means."""
    if catalogue.criteria[each.criterion].measure not in (None, "price"):
        told = measured(catalogue, each, language)[0].text
        short = first_sentence(told) if each.state == "figure" else told
        return Row(each, short, short == told)
    note = each.assessment and each.assessment.note
    if note:
        said = note.plain(language)
        first = first_sentence(said)
        return Row(each, first, first == said)
    option = catalogue.criteria[each.criterion].options.get(each.values[0]) if each.values else None
    means = option.means.plain(language) if option and len(each.values) == 1 else ""
    return Row(each, first_sentence(means), True)
