"""Lean pages for other people's sites: one tool as a card; a guide is its page without the site around it."""

from __future__ import annotations

from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.matrix.matrix import Matrix, groups_of, matrix
from macros.records.fields import Words
from macros.records.tool import Tool
from macros.records.vocabulary import Stage
from macros.views.facts import Coverage, coverage, current_licence


class ToolCard(NamedTuple):
    """A tool in a few lines, and every assessment of it as a matrix of one column."""

    key: str
    tool: Tool
    stages: dict[str, Stage]
    successor: Words | None
    matrix: Matrix
    coverage: Coverage
    licence: str


def tool_card(catalogue: Catalogue, key: str, language: str) -> ToolCard:
    """What a tool is, whether it lives, its licence, how much of it is checked; then its assessments."""
    tool = catalogue.tools[key]
    groups = groups_of(catalogue, tool.stages, language)
    shown = matrix(catalogue, key, [key], groups, language)
    return ToolCard(
        key=key,
        tool=tool,
        stages={stage: catalogue.stages[stage] for stage in tool.stages},
        successor=catalogue.tools[after].name if (after := tool.lifecycle.successor) else None,
        matrix=shown,
        coverage=coverage(catalogue, tool),
        licence=current_licence(tool),
    )
