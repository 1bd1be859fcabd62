"""Comparisons: curated ones with a verdict, and the place where readers pick their own."""

from __future__ import annotations

from typing import Any

from macros.loading.catalogue import Catalogue
from macros.matrix import cell, groups_with, matrix


def compare(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """The picker: all tools by stage, the curated comparisons, the stages' matrices."""
    return {
        "stages": [(name, stage, catalogue.tools_of(name)) for name, stage in catalogue.stages.items()],
        "comparisons": catalogue.comparisons,
    }


def comparison(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """One curated comparison: coverage of the stages, the cells, the verdict."""
    record = catalogue.comparisons[key]
    groups = groups_with(catalogue, record.criteria, language)
    return {
        "key": key,
        "comparison": record,
        "tools": {tool: catalogue.tools[tool] for tool in record.tools},
        "jobs": jobs(catalogue, record.tools),
        "matrix": matrix(catalogue, key, record.tools, groups, language),
        "verdicts": [
            (verdict, [_cited(catalogue, each, language) for each in verdict.cells])
            for verdict in record.verdict
        ],
    }


def jobs(catalogue: Catalogue, tools: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Which of these tools cover which stage: 'whole', 'part' or ''; stages that none covers left out."""
    rows = []
    for stage in catalogue.stages:
        covers = [_covers(catalogue, tool, stage) for tool in tools]
        if any(covers):
            rows.append((stage, covers))
    return rows


def _covers(catalogue: Catalogue, tool: str, stage: str) -> str:
    role = catalogue.tools[tool].stages.get(stage)
    return "" if role is None else "part" if role.part else "whole"


def _cited(catalogue: Catalogue, name: str, language: str) -> tuple[Any, ...]:
    tool, criterion = name.split(".")
    return catalogue.tools[tool], catalogue.criteria[criterion], cell(catalogue, tool, criterion, language)
