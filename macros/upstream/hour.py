"""The next hour of work: the claims that matter most and stand on the least, the first ones first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from macros.upstream.following import is_moving


class Due(NamedTuple):
    """One claim, ordered by what it is worth to read it again."""

    tool: str
    criterion: str
    checked: str
    why: tuple[str, ...]


def due(catalogue: Catalogue, dead: frozenset[str] = frozenset(), most: int = 20) -> list[Due]:
    """The claims to read again first: on dead pages, then of guides, then the weakest, then the oldest."""
    asked = {stage: _asked(catalogue, stage) for stage in catalogue.guides}
    ranked = sorted(_claims(catalogue, asked, dead), key=lambda item: (item[0], item[1].checked, item[1][:2]))
    return [claim for _, claim in ranked[:most]]


def _asked(catalogue: Catalogue, stage: str) -> set[str]:
    return set(guide_of(catalogue, stage).criteria)


def _claims(
    catalogue: Catalogue, asked: dict[str, set[str]], dead: frozenset[str]
) -> Iterator[tuple[tuple[bool, bool, int], Due]]:
    for key, tool in catalogue.tools.items():
        used = set().union(*(asked.get(stage, set()) for stage in tool.stages)) if tool.living else set()
        for criterion, assessment in tool.assessments.items():
            sources = [tool.sources[each] for each in assessment.sources]
            lost = any(each.url in dead for each in sources)
            weak = [
                word
                for word, holds in (
                    ("its page is gone", lost),
                    ("decides in a guide", criterion in used),
                    ("rests on secondary sources", all(each.secondary for each in sources)),
                    ("rests on pages that move", all(is_moving(each.url) for each in sources)),
                    ("its maker says so", bool(assessment.by)),
                    ("is disputed", assessment.values == ("disputed",)),
                )
                if holds
            ]
            rank = (not lost, criterion not in used, -len(weak))
            yield rank, Due(key, criterion, assessment.checked.isoformat(), tuple(weak))
