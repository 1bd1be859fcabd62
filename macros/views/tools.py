"""Tool pages and the list of all tools."""

from __future__ import annotations

from typing import Any

from macros.loading.catalogue import Catalogue
from macros.matrix import Cell, Group, cell, groups_of, matrix
from macros.views.facts import coverage, current_licence


def tool(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """One tool: what it is, its place, its assessments, what speaks of it."""
    record = catalogue.tools[key]
    groups = groups_of(catalogue, record.stages, language)
    return {
        "key": key,
        "tool": record,
        "coverage": coverage(catalogue, record),
        "licence": current_licence(record),
        "groups": [(group, _cells(catalogue, key, group, language)) for group in groups],
        "relations": [(each, catalogue.tools[each.tool]) for each in record.relations],
        "named_by": [
            (other, catalogue.tools[other], each)
            for other, tool in catalogue.tools.items()
            for each in tool.relations
            if each.tool == key
        ],
        "comparisons": {name: each for name, each in catalogue.comparisons.items() if key in each.tools},
        "stacks": {
            name: each
            for name, each in catalogue.stacks.items()
            if key in {entry.tool for entry in each.tools}
        },
        "changes": [each for each in catalogue.changes if each.tool == key],
    }


def tool_matrix(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """Every assessment of one tool as a matrix of one column, to embed and to compare."""
    record = catalogue.tools[key]
    groups = groups_of(catalogue, record.stages, language)
    return {
        "key": key,
        "tool": record,
        "matrix": matrix(catalogue, key, [key], groups, language, turned=True),
    }


def tools(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """Every tool in one list, with what a reader filters by."""
    return {
        "columns": [catalogue.criteria[criterion] for criterion in catalogue.ordered_by("column")],
        "rows": [
            (name, tool, coverage(catalogue, tool), _hosting(catalogue, name, language))
            for name, tool in catalogue.tools.items()
        ],
    }


def _cells(catalogue: Catalogue, key: str, group: Group, language: str) -> list[Cell]:
    return [cell(catalogue, key, criterion, language) for criterion in group.criteria]


def _hosting(catalogue: Catalogue, key: str, language: str) -> dict[str, Cell]:
    return {
        criterion: cell(catalogue, key, criterion, language) for criterion in catalogue.ordered_by("column")
    }
