"""Comparisons: curated ones with a verdict, and the place where readers pick their own."""

from __future__ import annotations

from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import Cell, cell
from macros.matrix.matrix import Matrix, groups_with, matrix
from macros.records.plans import Comparison, Verdict
from macros.records.tool import Tool
from macros.records.vocabulary import Criterion, Stage

Cited = tuple[Tool, Criterion, Cell]


class Compare(NamedTuple):
    """The picker, and all comparisons."""

    stages: list[tuple[str, Stage, dict[str, Tool]]]
    comparisons: dict[str, Comparison]


def compare(catalogue: Catalogue, key: str, language: str) -> Compare:
    """The picker: all tools by stage, the curated comparisons, the stages' matrices."""
    return Compare(
        stages=[(name, stage, catalogue.tools_of(name)) for name, stage in catalogue.stages.items()],
        comparisons=catalogue.comparisons,
    )


class Picked(NamedTuple):
    """The picker alone, for pages of others: its template prints settings of the site, and nothing else."""


def picked(catalogue: Catalogue, key: str, language: str) -> Picked:
    """Nothing: scripts read the small files of the tools that the address names."""
    return Picked()


class ComparisonPage(NamedTuple):
    """One curated comparison; each verdict with the tools that it chooses and the cells that it rests on."""

    key: str
    comparison: Comparison
    tools: dict[str, Tool]
    jobs: list[tuple[str, Stage, list[str]]]
    matrix: Matrix
    verdicts: list[tuple[Verdict, list[Tool], list[Cited]]]


def comparison(catalogue: Catalogue, key: str, language: str) -> ComparisonPage:
    """One curated comparison: coverage of the stages, the cells, the verdict."""
    record = catalogue.comparisons[key]
    groups = groups_with(catalogue, record.criteria, language)
    return ComparisonPage(
        key=key,
        comparison=record,
        tools={tool: catalogue.tools[tool] for tool in record.tools},
        jobs=jobs(catalogue, record.tools),
        matrix=matrix(catalogue, key, record.tools, groups, language),
        verdicts=[
            (
                verdict,
                [catalogue.tools[tool] for tool in verdict.tools or ()],
                [_cited(catalogue, each, language) for each in verdict.cells],
            )
            for verdict in record.verdict
        ],
    )


def jobs(catalogue: Catalogue, tools: tuple[str, ...]) -> list[tuple[str, Stage, list[str]]]:
    """Which of these tools cover which stage: 'whole', 'part' or ''; stages that none covers left out."""
    rows = []
    for key, stage in catalogue.stages.items():
        covers = [_covers(catalogue, tool, key) for tool in tools]
        if any(covers):
            rows.append((key, stage, covers))
    return rows


def _covers(catalogue: Catalogue, tool: str, stage: str) -> str:
    role = catalogue.tools[tool].stages.get(stage)
    return "" if role is None else "part" if role.part else "whole"


def _cited(catalogue: Catalogue, name: str, language: str) -> Cited:
    tool, criterion = name.split(".")
    return catalogue.tools[tool], catalogue.criteria[criterion], cell(catalogue, tool, criterion, language)
