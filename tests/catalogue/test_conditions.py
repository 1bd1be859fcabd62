"""What a condition takes away counts for nobody: the shipped guides, by pairs of answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Answers, outcome
from macros.loading.catalogue import Catalogue
from tests.records import names

GUIDES = names("guides")
OWN = [("hosting", "self"), ("hosting", "by-choice"), ("hosting", "isolated"), ("cloud", "own"),
       ("terms", "no-account")]  # fmt: skip


def _pairs(guide: Guide, gate: tuple[str, str]) -> Iterator[Answers]:
    """An answer with each answer to the other questions."""
    options = {each.id: each.options for each in guide.questions}
    if gate[1] in options.get(gate[0], {}):
        for key in options.keys() - {gate[0]}:
            for option in options[key]:
                yield {gate[0]: (gate[1],), key: (option,)}


@pytest.mark.parametrize("stage", GUIDES)
def test_no_points_rest_on_a_cell_whose_condition_an_answer_excludes(
    catalogue: Catalogue, stage: str
) -> None:
    guide = guide_of(catalogue, stage)
    for condition, said in catalogue.conditions.items():
        for gate in [(question, option) for question, ids in said.no_under.items() for option in ids]:
            for answers in _pairs(guide, gate):
                for tool, reasons in outcome(guide, answers).reasons.items():
                    known = guide.tools[tool].assessments  # A figure of the laboratory has no condition
                    cells = [known[each.criterion] for each in reasons if each.criterion in known]
                    assert not [c for c in cells if condition in (c.condition or ()) and c.values[0] == "yes"]


@pytest.mark.parametrize("stage", GUIDES)
def test_where_no_vendor_may_run_it_nobody_scores_by_having_one(catalogue: Catalogue, stage: str) -> None:
    guide = guide_of(catalogue, stage)
    for gate in OWN:
        for answers in _pairs(guide, gate):
            found = outcome(guide, answers)
            for tool, _ in found.ranking:
                cell = guide.tools[tool].assessments.get("smallest-install")
                scored = {each.criterion for each in found.reasons[tool]}
                vendors = cell is not None and cell.values == ("managed-only",)
                assert not vendors or "smallest-install" not in scored, (answers, tool)
