"""The front page, and the pages that say how far the catalogue can be trusted."""

from __future__ import annotations

from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import Cell, cell
from macros.matrix.matrix import Group, groups_of
from macros.records.evidence import Assessment
from macros.records.plans import Change, Comparison, Scenario, Term
from macros.records.tool import Tool
from macros.records.vocabulary import Counted, Criterion, Stage
from macros.views.facts import OLD_AFTER_DAYS, Coverage, Size, coverage, is_old, size
from macros.views.firmness import firmness
from macros.views.stages import Lane, lanes

MOST_LISTED = 400


class Claim(NamedTuple):
    """An assessment of a tool on a criterion."""

    key: str
    tool: Tool
    criterion: str
    asked: Criterion
    cell: Assessment


class Home(NamedTuple):
    """The front page."""

    lanes: list[Lane]
    size: Size
    scenarios: dict[str, Scenario]
    claim: tuple[Tool, Cell] | None
    comparisons: dict[str, Comparison]
    changes: list[tuple[Change, Tool]]


def home(catalogue: Catalogue, key: str, language: str) -> Home:
    """The front page: the ways in, the map, one claim with its sources, the figures, what has changed."""
    return Home(
        lanes=lanes(catalogue),
        size=size(catalogue),
        scenarios=catalogue.scenarios,
        claim=_claim(catalogue, language),
        comparisons=dict(list(catalogue.comparisons.items())[:6]),
        changes=changes(catalogue, key, language).changes[:3],
    )


def _claim(catalogue: Catalogue, language: str) -> tuple[Tool, Cell] | None:
    """A claim that shows how claims are made: partly, under a condition where one is, two sources, a note."""
    fit = [
        (not each.condition, -each.checked.toordinal(), len(each.note.ko), key, criterion)
        for key, tool in catalogue.tools.items()
        for criterion, each in tool.assessments.items()
        if tool.living and each.values == ("partial",) and each.note and len(each.source or ()) > 1
        if criterion in catalogue.criteria_of(tool.main_stage)
    ]
    if not fit:
        return None
    *_, key, criterion = min(fit)
    return catalogue.tools[key], cell(catalogue, key, criterion, language)


class Changes(NamedTuple):
    """What has changed of tools, the newest first."""

    changes: list[tuple[Change, Tool]]


def changes(catalogue: Catalogue, key: str, language: str) -> Changes:
    """What was said once, what holds today, and its source."""
    ordered = sorted(catalogue.changes, key=lambda change: change.since, reverse=True)
    return Changes(
        changes=[(change, catalogue.tools[change.tool]) for change in ordered],
    )


class Criteria(NamedTuple):
    """Every criterion, in its groups."""

    groups: tuple[Group, ...]


def criteria(catalogue: Catalogue, key: str, language: str) -> Criteria:
    """Every criterion with its question, its reason and the meaning of its values."""
    return Criteria(
        groups=groups_of(catalogue, catalogue.stages, language),
    )


class CoveragePage(NamedTuple):
    """What is missing, disputed or old; of stages how many cells are checked, and asked."""

    size: Size
    tools: list[tuple[str, Tool, Coverage, list[Criterion]]]
    stages: list[tuple[str, Stage, int, int]]
    disputed: list[Claim]
    old: list[Claim]
    old_after: int
    firmness: dict[str, int]
    counted: tuple[Counted, ...]
    secondary: int


def coverage_page(catalogue: Catalogue, key: str, language: str) -> CoveragePage:
    """What is missing, disputed or old, tool by tool and stage by stage."""
    cells = [
        Claim(name, tool, criterion, catalogue.criteria[criterion], each)
        for name, tool in catalogue.tools.items()
        for criterion, each in tool.assessments.items()
    ]
    return CoveragePage(
        size=size(catalogue),
        tools=[
            (name, tool, coverage(catalogue, tool), _missing(catalogue, tool))
            for name, tool in catalogue.tools.items()
        ],
        stages=[(name, stage, *_share(catalogue, name)) for name, stage in catalogue.stages.items()],
        disputed=[each for each in cells if each.cell.values == ("disputed",)],
        old=[each for each in cells if is_old(each.cell, catalogue.day)][:MOST_LISTED],
        old_after=OLD_AFTER_DAYS,
        firmness=firmness(catalogue),
        counted=tuple(catalogue.counted.values()),
        secondary=sum(
            source.secondary for tool in catalogue.tools.values() for source in tool.sources.values()
        ),
    )


def _missing(catalogue: Catalogue, tool: Tool) -> list[Criterion]:
    """The criteria on which nobody has checked a tool."""
    asked = catalogue.criteria_for(tool)
    return [each for criterion, each in asked.items() if criterion not in tool.assessments]


class Glossary(NamedTuple):
    """The terms in their order."""

    terms: dict[str, Term]


def glossary(catalogue: Catalogue, key: str, language: str) -> Glossary:
    """The terms of the field in both languages, in the order of this one's alphabet."""
    terms = sorted(catalogue.glossary.items(), key=lambda item: getattr(item[1], language).casefold())
    return Glossary(
        terms=dict(terms),
    )


class Downloads(NamedTuple):
    """What can be downloaded."""

    size: Size


def downloads(catalogue: Catalogue, key: str, language: str) -> Downloads:
    """What can be downloaded."""
    return Downloads(
        size=size(catalogue),
    )


def _share(catalogue: Catalogue, stage: str) -> tuple[int, int]:
    given = [coverage(catalogue, tool, stage) for tool in catalogue.tools_of(stage).values()]
    return sum(each.checked for each in given), sum(each.asked for each in given)
