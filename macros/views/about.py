"""The front page, and the pages that say how far the catalogue can be trusted."""

from __future__ import annotations

from typing import Any

from macros.loading.catalogue import Catalogue
from macros.matrix import Cell, cell, groups_of
from macros.views.doubts import doubts
from macros.views.facts import OLD_AFTER_DAYS, coverage, figures, is_old
from macros.views.stages import lanes

MOST_LISTED = 400


def home(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """The front page: the ways in, the map, one claim with its sources, the figures, what has changed."""
    return {
        "lanes": lanes(catalogue),
        "figures": figures(catalogue),
        "scenarios": catalogue.scenarios,
        "claim": _claim(catalogue, language),
        "comparisons": dict(list(catalogue.comparisons.items())[:6]),
        "changes": changes(catalogue, key, language)["changes"][:3],
    }


def _claim(catalogue: Catalogue, language: str) -> Cell | None:
    """A claim that shows how claims are made: partly, under a condition where one is, two sources, a note."""
    fit = [
        (not each.condition, -each.checked.toordinal(), len(each.note.ko), key, criterion)
        for key, tool in catalogue.tools.items()
        for criterion, each in tool.assessments.items()
        if tool.living and each.values == ("partial",) and each.note and len(each.source or ()) > 1
        if criterion in catalogue.criteria_of(tool.main_stage)
    ]
    return cell(catalogue, *min(fit)[3:], language) if fit else None


def changes(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """What was said once, what holds today, and its source."""
    ordered = sorted(catalogue.changes, key=lambda change: change.since, reverse=True)
    return {"changes": [(change, catalogue.tools[change.tool]) for change in ordered]}


def criteria(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """Every criterion with its question, its reason and the meaning of its values."""
    return {"groups": groups_of(catalogue, catalogue.stages, language)}


def coverage_page(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """What is missing, disputed or old, tool by tool and stage by stage."""
    cells = [
        (name, tool, criterion, each)
        for name, tool in catalogue.tools.items()
        for criterion, each in tool.assessments.items()
    ]
    missing = {
        name: [criterion for criterion in catalogue.criteria_for(tool) if criterion not in tool.assessments]
        for name, tool in catalogue.tools.items()
    }
    return {
        "figures": figures(catalogue),
        "tools": [(name, tool, coverage(catalogue, tool)) for name, tool in catalogue.tools.items()],
        "stages": [(name, stage, *_share(catalogue, name)) for name, stage in catalogue.stages.items()],
        "missing": {name: keys for name, keys in missing.items() if keys},
        "disputed": [entry for entry in cells if entry[3].values == ("disputed",)],
        "old": [entry for entry in cells if is_old(entry[3])][:MOST_LISTED],
        "old_after": OLD_AFTER_DAYS,
        "doubts": doubts(catalogue),
        "counted": tuple(catalogue.counted.values()),
        "secondary": sum(
            source.secondary for tool in catalogue.tools.values() for source in tool.sources.values()
        ),
    }


def glossary(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """The terms of the field in both languages, in the order of this one's alphabet."""
    terms = sorted(catalogue.glossary.items(), key=lambda item: getattr(item[1], language).casefold())
    return {"terms": dict(terms)}


def downloads(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """What can be downloaded."""
    return {"figures": figures(catalogue), "stages": catalogue.stages}


def _share(catalogue: Catalogue, stage: str) -> tuple[int, int]:
    given = [coverage(catalogue, tool, stage) for tool in catalogue.tools_of(stage).values()]
    return sum(each.checked for each in given), sum(each.asked for each in given)
