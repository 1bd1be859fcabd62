"""Matrices: the cells of tools by grouped criteria."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import Cell, cell
from macros.records.evidence import Source
from macros.records.tool import Tool
from macros.records.vocabulary import Criterion


@dataclass(frozen=True)
class Group:
    """Criteria that stand together in a matrix; those asked of every tool have no stage and no lane."""

    id: str
    name: str
    stage: str | None
    lane: str
    criteria: dict[str, Criterion]


Cells = dict[tuple[str, str], Cell]
FEWEST = 3  # one in so many tools has a figure where its row stands
NOTED = 3  # so few tools have room for the notes in their cells


@dataclass(frozen=True)
class Matrix:
    """Tools by grouped criteria, each tool's sources numbered."""

    id: str
    tools: dict[str, Tool]
    groups: tuple[Group, ...]
    cells: Cells
    sources: dict[str, dict[Source, int]]

    @property
    def noted(self) -> bool:
        """Whether the notes stand in the cells."""
        return len(self.tools) <= NOTED


def matrix(
    catalogue: Catalogue,
    key: str,
    tools: Iterable[str],
    groups: tuple[Group, ...],
    language: str,
) -> Matrix:
    """The cells of these tools on these criteria."""
    shown = {tool: catalogue.tools[tool] for tool in tools}
    cells = {
        (tool, criterion): cell(catalogue, tool, criterion, language)
        for tool in shown
        for group in groups
        for criterion in group.criteria
    }
    groups = _measured(groups, shown, cells)
    return Matrix(key, shown, groups, _told_apart(cells), _numbered(shown, cells))


def _measured(groups: tuple[Group, ...], tools: Collection[str], cells: Cells) -> tuple[Group, ...]:
    """The groups without rows of figures that tell little.

    One that is asked of every tool stands where a third of these tools have a figure; one of a stage where
    any has, or where a tool stands alone.
    """

    def tells(group: Group, criterion: str) -> bool:
        if group.criteria[criterion].apart:
            return False
        known = sum(cells[tool, criterion].state == "figure" for tool in tools)
        return FEWEST * known >= len(tools) if group.stage is None else known > 0 or len(tools) == 1

    kept = (
        replace(group, criteria={
            key: asked for key, asked in group.criteria.items() if asked.kind != "figure" or tells(group, key)
        })
        for group in groups
    )  # fmt: skip
    return tuple(group for group in kept if group.criteria)


def _told_apart(cells: Cells) -> Cells:
    """Two texts of a row that begin alike are both shown whole: no two different values read the same."""
    told = {(each.criterion, each.words): each.short for each in cells.values()}
    starts = Counter((criterion, short) for (criterion, _), short in told.items())
    return {
        place: replace(each, short=each.words)
        if each.short != each.words and each.state == "text" and starts[each.criterion, each.short] > 1
        else each
        for place, each in cells.items()
    }


def _numbered(tools: Iterable[str], cells: Cells) -> dict[str, dict[Source, int]]:
    """Each tool's sources in the order of its cells, numbered from 1: a source is printed once."""
    numbers: dict[str, dict[Source, int]] = {tool: {} for tool in tools}
    for each in cells.values():
        for source in each.evidence:
            numbers[each.tool].setdefault(source, len(numbers[each.tool]) + 1)
    return numbers


def groups_of(catalogue: Catalogue, stages: Iterable[str], language: str) -> tuple[Group, ...]:
    """The criteria groups of these stages, then those asked of every tool."""
    wanted = set(stages)
    chosen = [
        (key, group)
        for key, group in catalogue.groups.items()
        if group.stage is None or group.stage in wanted
    ]
    chosen.sort(key=lambda item: item[1].stage is None)
    return tuple(
        Group(key, group.name.plain(language), group.stage, _lane(catalogue, group.stage), group.criteria)
        for key, group in chosen
    )


def _lane(catalogue: Catalogue, stage: str | None) -> str:
    return catalogue.stages[stage].lane if stage else ""


def groups_with(catalogue: Catalogue, criteria: Iterable[str], language: str) -> tuple[Group, ...]:
    """Only these criteria, in their groups."""
    wanted = set(criteria)
    groups = groups_of(catalogue, catalogue.stages, language)
    kept = (replace(g, criteria={k: c for k, c in g.criteria.items() if k in wanted}) for g in groups)
    return tuple(group for group in kept if group.criteria)
