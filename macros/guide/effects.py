"""What each option of a guide does to each tool: it rules the tool out, gives it points, or nothing.

A deed depends on nothing but a cell and its guard. A cell whose condition is met by an answer is judged
as `no`: a support cell has the value `no`, any other cell has no value that is accepted or preferred.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from macros.loading.catalogue import Catalogue
from macros.loading.figures import band
from macros.records.evidence import Assessment
from macros.records.plans import Favour, Part
from macros.records.tool import Tool

Given = tuple[str, str]
"""A question and one of its options: an answer that was given."""


@dataclass(frozen=True)
class Guard:
    """Which answers a deed waits for: none of `without`, and one of each set of `only_with`."""

    without: frozenset[Given] = frozenset()
    only_with: tuple[frozenset[Given], ...] = ()

    def holds(self, given: frozenset[Given]) -> bool:
        return self.without.isdisjoint(given) and not any(map(given.isdisjoint, self.only_with))

    @cached_property
    def named(self) -> frozenset[Given]:
        """Every answer that it speaks of."""
        return self.without.union(*self.only_with)

    def unless(self, met: frozenset[Given]) -> Guard:
        return Guard(self.without | met, self.only_with)

    def once(self, met: frozenset[Given]) -> Guard:
        return Guard(self.without, (*self.only_with, met))


@dataclass(frozen=True)
class Deed:
    """One thing that an option does to one tool: `out` rules it out, `points` are given, `open` is unchecked.

    Without a criterion it is the answer itself that rules out, or a judgement (`favour`) that gives points.
    `under` names the conditions by which the cell was judged as `no`.
    """

    kind: Literal["out", "points", "open"]
    criterion: str | None
    points: int = 0
    favour: Favour | None = None
    guard: Guard = Guard()
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sum:
    """What one answer does to all tools beside the answers that its guard waits for."""

    guard: Guard
    points: Mapping[str, int]
    out: frozenset[str]


def summed(effects: Mapping[str, tuple[Deed, ...]]) -> tuple[Sum, ...]:
    """The effects of one answer, added up guard by guard."""
    acting = [(tool, deed) for tool, found in effects.items() for deed in found if deed.kind != "open"]
    return tuple(
        Sum(guard, _points(deeds_of), frozenset(tool for tool, deed in deeds_of if deed.kind == "out"))
        for guard in dict.fromkeys(deed.guard for _, deed in acting)
        if (deeds_of := [each for each in acting if each[1].guard == guard])
    )


def _points(deeds_of: list[tuple[str, Deed]]) -> Mapping[str, int]:
    """The points for each tool that is given any."""
    given = {tool: 0 for tool, deed in deeds_of if deed.points}
    return {tool: sum(deed.points for key, deed in deeds_of if key == tool) for tool in given}


@dataclass(frozen=True)
class Cells:
    """What the effects read of one tool: its cells, and which answers make each of them a no."""

    key: str
    tool: Tool
    support: frozenset[str]
    no_under: Mapping[str, frozenset[Given]]
    bands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def values(self, criterion: str, wanted: Collection[str]) -> tuple[str, ...] | None:
        """A cell's values; None where it was not checked, or its sides agree on none that is wanted.

        The value of a figure is the band that it falls into.
        """
        if criterion in self.bands:
            return self.bands[criterion]
        assessment = self.tool.assessments.get(criterion)
        if assessment is None or (assessment.sides and not set(wanted) & set(assessment.agreed)):
            return None
        return assessment.agreed

    def denied(self, criterion: str) -> tuple[str, ...]:
        """Its values where a condition is met."""
        return ("no",) if criterion in self.support else ()

    def met(self, criterion: str) -> tuple[frozenset[Given], tuple[str, ...]]:
        """The answers that meet its conditions, and the conditions."""
        assessment: Assessment | None = self.tool.assessments.get(criterion)
        met = tuple(each for each in (assessment and assessment.condition) or () if self.no_under.get(each))
        return frozenset().union(*(self.no_under[each] for each in met)), met


def cells_of(catalogue: Catalogue, key: str) -> Cells:
    """The cells of one tool, as effects read them."""
    support = frozenset(name for name, each in catalogue.criteria.items() if each.kind == "support")
    no_under = {
        name: frozenset((question, option) for question, ids in each.no_under.items() for option in ids)
        for name, each in catalogue.conditions.items()
    }
    return Cells(key, catalogue.tools[key], support, no_under, bands_of(catalogue, key))


def bands_of(catalogue: Catalogue, key: str) -> dict[str, tuple[str, ...]]:
    """The bands of a tool's figures, by criterion."""
    asked = (name for name, each in catalogue.criteria.items() if each.kind == "figure")
    return {name: (found,) for name in asked if (found := band(catalogue, key, name))}


def deeds(part: Part, cells: Cells) -> Iterator[Deed]:
    """What one part of an option does to one tool."""
    guard = Guard(
        frozenset((question, option) for question, options in part.without.items() for option in options),
        tuple(
            frozenset((question, option) for option in options)
            for question, options in part.only_with.items()
        ),
    )
    for criterion, accepted in part.require.items():
        yield from _required(cells, criterion, frozenset(accepted), guard)
    for criterion, weights in part.prefer.items():
        yield from _preferred(cells, criterion, weights, guard)
    if cells.key in part.leaves:
        yield Deed("out", None, guard=guard)
    for favour in part.favour:
        if favour.tool == cells.key:
            yield Deed("points", None, favour.points, favour, guard)


def _required(cells: Cells, criterion: str, accepted: frozenset[str], guard: Guard) -> Iterator[Deed]:
    values, (met, under) = cells.values(criterion, accepted), cells.met(criterion)
    if values is None:
        yield Deed("open", criterion, guard=guard)
        return
    out, denied = (accepted.isdisjoint(each) for each in (values, cells.denied(criterion)))
    if out and (denied or not met):
        yield Deed("out", criterion, guard=guard)
    elif out:
        yield Deed("out", criterion, guard=guard.unless(met))
    elif denied and met:
        yield Deed("out", criterion, guard=guard.once(met), under=under)


def _preferred(cells: Cells, criterion: str, weights: Mapping[str, int], guard: Guard) -> Iterator[Deed]:
    values, (met, under) = cells.values(criterion, weights), cells.met(criterion)
    if values is None:
        yield Deed("open", criterion, guard=guard)
        return
    points, denied = (
        max((weights.get(value, 0) for value in each), default=0)
        for each in (values, cells.denied(criterion))
    )
    if points == denied or not met:
        denied, met = 0, frozenset()
    if points:
        yield Deed("points", criterion, points, guard=guard.unless(met))
    if denied:
        yield Deed("points", criterion, denied, guard=guard.once(met), under=under)
