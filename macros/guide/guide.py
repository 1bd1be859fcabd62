"""A guide as a value: its questions as it asks them, its candidates, and what each option does to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from weakref import WeakKeyDictionary

from macros.guide.effects import Deed, Given, Sum, cells_of, deeds, summed
from macros.loading.catalogue import Catalogue
from macros.records.plans import Choice, Effects, GuideQuestion
from macros.records.tool import Tool

Deeds = Mapping[str, tuple[Deed, ...]]


@dataclass(frozen=True)
class Asked:
    """A question as one guide asks it, with the whole effect of each option."""

    id: str
    question: GuideQuestion
    many: bool
    options: dict[str, Choice]


@dataclass(frozen=True, eq=False)
class Guide:
    """Questions, candidates, and by each answer what it does to each candidate. Knows no language."""

    stage: str
    questions: tuple[Asked, ...]
    tools: Mapping[str, Tool]
    effects: Mapping[Given, Deeds]
    moved: Mapping[str, str] = field(default_factory=dict)
    bands: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def values(self, tool: str, criterion: str) -> tuple[str, ...]:
        """What a cell says: its values, or the band of its figure; nothing where it is open."""
        assessment = self.tools[tool].assessments.get(criterion)
        return assessment.values if assessment else self.bands.get(tool, {}).get(criterion, ())

    @cached_property
    def sums(self) -> dict[Given, tuple[Sum, ...]]:
        """By each answer what it does to all candidates, added up once."""
        return {name: summed(deeds_of) for name, deeds_of in self.effects.items()}

    @cached_property
    def links(self) -> dict[str, frozenset[str]]:
        """For each question the others on whose answers its effects depend, or whose effects depend on it."""
        found: dict[str, set[str]] = {asked.id: set() for asked in self.questions}
        for (question, _), deeds_of in self.effects.items():
            for deed in (each for found_of in deeds_of.values() for each in found_of):
                for other, _ in deed.guard.named:
                    if other != question and other in found:
                        found[question].add(other)
                        found[other].add(question)
        return {key: frozenset(others) for key, others in found.items()}

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria that it rests on, in the order of its questions."""
        parts = [part for asked in self.questions for each in asked.options.values() for part in each.parts]
        return tuple(dict.fromkeys(key for part in parts for key in (*part.require, *part.prefer)))


_BUILT: WeakKeyDictionary[Catalogue, dict[str, Guide]] = WeakKeyDictionary()


def guide_of(catalogue: Catalogue, stage: str) -> Guide:
    """The guide of a stage: built once for a catalogue, and forgotten with it."""
    guides = _BUILT.setdefault(catalogue, {})
    if stage not in guides:
        guides[stage] = build(catalogue, stage)
    return guides[stage]


def candidates(catalogue: Catalogue, stage: str) -> dict[str, Tool]:
    """The tools that may be recommended for a stage: living, and covering the whole of it."""
    return {
        key: tool
        for key, tool in catalogue.tools_of(stage).items()
        if tool.living and not tool.stages[stage].part
    }


def build(catalogue: Catalogue, stage: str) -> Guide:
    """A stage's guide; an option of a shared question that changes nothing here is not offered."""
    tools = candidates(catalogue, stage)
    cells = [cells_of(catalogue, key) for key in tools]
    asked = [_asked(catalogue, entry) for entry in catalogue.guides[stage].questions]
    effects = {
        (each.id, option): {
            of.key: tuple(deed for part in choice.parts for deed in deeds(part, of)) for of in cells
        }
        for each in asked
        for option, choice in each.options.items()
    }
    heard = _heard(effects.values())
    offered = tuple(
        Asked(each.id, each.question, each.many, {
            option: choice
            for option, choice in each.options.items()
            if not each.question.use or choice.baseline or (each.id, option) in heard
            or _acts(effects[each.id, option])
        })
        for each in asked
    )  # fmt: skip
    kept = {(each.id, option): effects[each.id, option] for each in offered for option in each.options}
    bands = {each.key: each.bands for each in cells}
    return Guide(stage, offered, tools, kept, catalogue.guides[stage].moved, bands)


def _acts(of: Deeds) -> bool:
    """Whether an option rules out or favours any tool."""
    return any(deed.kind != "open" for found in of.values() for deed in found)


def _heard(effects: Iterable[Deeds]) -> set[Given]:
    """The answers that some deed waits for: they change the outcome, even with no effect of their own."""
    return {
        each
        for of in effects
        for found in of.values()
        for deed in found
        if deed.kind != "open"
        for each in deed.guard.named
    }


def _asked(catalogue: Catalogue, entry: GuideQuestion) -> Asked:
    if not entry.use:
        return Asked(entry.id or "", entry, entry.many, dict(entry.options))
    shared = catalogue.questions[entry.use]
    options = {
        key: _joined(choice, entry.effects[key]) if key in entry.effects else choice
        for key, choice in shared.options.items()
    }
    words = entry.model_copy(update={"ask": shared.ask, "help": entry.help or shared.help})
    return Asked(entry.use, words, shared.many, options)


def _joined(choice: Choice, added: Effects) -> Choice:
    """A shared option with what a guide adds: value by value where neither is gated, else side by side."""
    beside = (*choice.also, *added.also)
    mark, even = added.baseline or choice.baseline, added.even or choice.even
    if choice.gated or added.gated:
        return choice.model_copy(update={"also": (added, *beside), "baseline": mark, "even": even})
    prefer = {**choice.prefer}
    for criterion, values in added.prefer.items():
        prefer[criterion] = {**prefer.get(criterion, {}), **values}
    return choice.model_copy(
        update={
            "require": {**choice.require, **added.require},
            "prefer": prefer,
            "favour": choice.favour + added.favour,
            "leaves": choice.leaves + added.leaves,
            "baseline": mark,
            "even": even,
            "also": beside,
        }
    )
