"""Guides: the questions, what each option does, the cells that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.guide.effects import Deed, Given
from macros.guide.guide import Asked, Guide, guide_of
from macros.guide.outcome import leaves_even
from macros.loading.catalogue import Catalogue
from macros.matrix.cells import Cell, cell
from macros.matrix.matrix import Matrix, groups_with, matrix
from macros.records.fields import Text
from macros.records.plans import Guide as GuideRecord
from macros.records.tool import Tool
from macros.records.vocabulary import Stage
from macros.views.handed import Handed, handed


@dataclass(frozen=True)
class Printed:
    """One deed as a page prints it: on whom, by which cell, and beside which other answers."""

    tool: str
    record: Tool
    deed: Deed
    cell: Cell | None
    when: tuple[str, ...]
    unless: tuple[str, ...]


class Does(NamedTuple):
    """What an option does: whom it rules out, whom it gives points, the baseline, why it parts few tools."""

    out: list[Printed]
    points: list[Printed]
    baseline: str | None
    even: Text | None


class Choose(NamedTuple):
    """The stages that have a guide."""

    stages: list[tuple[str, Stage]]


def choose(catalogue: Catalogue, key: str, language: str) -> Choose:
    """The front of the guides: what hurts, and the stage that it leads to."""
    return Choose(
        stages=[(name, stage) for name, stage in catalogue.stages.items() if name in catalogue.guides],
    )


class GuidePage(NamedTuple):
    """One guide; each question with what its options do."""

    key: str
    stage: Stage
    guide: GuideRecord
    questions: list[tuple[Asked, dict[str, Does]]]
    tools: Mapping[str, Tool]
    others: dict[str, Tool]
    evidence: Matrix
    means: dict[str, Text]
    effects: Handed


def guide_page(catalogue: Catalogue, key: str, language: str) -> GuidePage:
    """One guide: questions, effects, and the evidence of every candidate."""
    guide = guide_of(catalogue, key)
    groups = groups_with(catalogue, guide.criteria, language)
    evidence = matrix(catalogue, key, guide.tools, groups, language)
    return GuidePage(
        key=key,
        stage=catalogue.stages[key],
        guide=catalogue.guides[key],
        questions=[(each, _deeds(catalogue, guide, each, language)) for each in guide.questions],
        tools=guide.tools,
        others=_others(catalogue, guide),
        evidence=evidence,
        means=_means(catalogue, evidence),
        effects=handed(guide, cells=True, gone=_gone(catalogue, guide)),
    )


def _means(catalogue: Catalogue, evidence: Matrix) -> dict[str, Text]:
    """What values mean that no note explains, each once: by `criterion.value`."""
    bare = {
        (each.criterion, each.values[0])
        for each in evidence.cells.values()
        if len(each.values) == 1 and not (each.assessment and each.assessment.note)
    }
    return {
        f"{criterion}.{value}": catalogue.criteria[criterion].options[value].means
        for criterion, value in sorted(bare)
        if value in catalogue.criteria[criterion].options
    }


def _others(catalogue: Catalogue, guide: Guide) -> dict[str, Tool]:
    """Tools of the stage that are never recommended: closed, archived, or covering only a part."""
    found = catalogue.tools_of(guide.stage)
    return {key: tool for key, tool in found.items() if key not in guide.tools}


def _deeds(catalogue: Catalogue, guide: Guide, asked: Asked, language: str) -> dict[str, Does]:
    """For each option: what it rules out, whom it gives points, what it says on the baseline."""
    names = {
        (each.id, option): choice.name.plain(language)
        for each in guide.questions
        for option, choice in each.options.items()
    }
    printed = {
        option: [
            _printed(catalogue, names, tool, deed, language)
            for tool, found in guide.effects[asked.id, option].items()
            for deed in found
        ]
        for option in asked.options
    }
    return {
        option: Does(
            out=[each for each in printed[option] if each.deed.kind == "out"],
            points=[each for each in printed[option] if each.deed.kind == "points"],
            baseline=choice.baseline,
            even=choice.even if choice.even and leaves_even(guide, asked.id, option) else None,
        )
        for option, choice in asked.options.items()
    }


def _printed(
    catalogue: Catalogue, names: Mapping[Given, str], tool: str, deed: Deed, language: str
) -> Printed:
    """A deed with the words of the answers that it waits for."""
    shown = cell(catalogue, tool, deed.criterion, language) if deed.criterion else None

    def words(answers: frozenset[Given]) -> str:
        return ", ".join(names[each] for each in names if each in answers)

    when = tuple(filter(None, map(words, deed.guard.only_with)))
    unless = tuple(filter(None, [words(deed.guard.without)]))
    return Printed(tool, catalogue.tools[tool], deed, shown, when, unless)


def _gone(catalogue: Catalogue, guide: Guide) -> list[str]:
    """Questions that other guides ask, or that were asked once: an old address may answer them."""
    asked = {each.id for each in guide.questions}
    once = {key for key in catalogue.ids.get("questions", {}) if "." not in key}
    return sorted({*catalogue.questions, *once} - asked)
