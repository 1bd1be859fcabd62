"""What each option of a guide does to each tool: it rules the tool out, gives it points, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from macros.loading.catalogue import Catalogue
from macros.records.evidence import Assessment
from macros.records.plans import Choice, Effects, Favour, GuideQuestion
from macros.records.tool import Tool


@dataclass(frozen=True)
class Reason:
    """Points for a tool: by a cell (`criterion`), or by editorial judgement (`favour`)."""

    points: int
    criterion: str | None = None
    favour: Favour | None = None


@dataclass(frozen=True)
class Effect:
    """What one option does to one tool."""

    out: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True)
class Asked:
    """A question as one guide asks it, with the whole effect of each option."""

    id: str
    question: GuideQuestion
    many: bool
    options: dict[str, Choice]


@cache
def questions(catalogue: Catalogue, stage: str) -> tuple[Asked, ...]:
    """The questions of a stage's guide, shared ones with their words and default effects."""
    tools = candidates(catalogue, stage)
    return tuple(_asked(catalogue, entry, tools) for entry in catalogue.guides[stage].questions)


def _asked(catalogue: Catalogue, entry: GuideQuestion, tools: dict[str, Tool]) -> Asked:
    if not entry.use:
        return Asked(entry.id or "", entry, entry.many, dict(entry.options))
    shared = catalogue.questions[entry.use]
    options = {
        key: _joined(choice, entry.effects[key]) if key in entry.effects else choice
        for key, choice in shared.options.items()
    }
    words = entry.model_copy(update={"ask": shared.ask, "help": entry.help or shared.help})
    kept = {key: choice for key, choice in options.items() if _changes(choice, tools)}
    return Asked(entry.use, words, shared.many, kept)


def _changes(choice: Choice, tools: dict[str, Tool]) -> bool:
    """Whether an option rules out or favours any tool here; a shared one that does not is not offered."""
    effects = (effect(choice, key, tool) for key, tool in tools.items())
    return bool(choice.baseline) or any(each.out or each.reasons for each in effects)


def _joined(choice: Choice, added: Effects) -> Choice:
    prefer = {**choice.prefer}
    for criterion, values in added.prefer.items():
        prefer[criterion] = {**prefer.get(criterion, {}), **values}
    return choice.model_copy(
        update={
            "require": {**choice.require, **added.require},
            "prefer": prefer,
            "favour": choice.favour + added.favour,
            "baseline": added.baseline or choice.baseline,
        }
    )


@cache
def candidates(catalogue: Catalogue, stage: str) -> dict[str, Tool]:
    """The tools that a guide may recommend: living, and covering the whole stage."""
    return {
        key: tool
        for key, tool in catalogue.tools_of(stage).items()
        if tool.living and not tool.stages[stage].part
    }


def effect(choice: Choice, key: str, tool: Tool) -> Effect:
    """What choosing an option does to one tool."""
    out, unchecked, reasons = [], [], []
    for criterion, accepted in choice.require.items():
        values = _values(tool.assessments.get(criterion))
        if values is None:
            unchecked.append(criterion)
        elif not set(values) & set(accepted):
            out.append(criterion)
    for criterion, weights in choice.prefer.items():
        values = _values(tool.assessments.get(criterion))
        if values is None:
            unchecked.append(criterion)
        elif points := max((weights.get(value, 0) for value in values), default=0):
            reasons.append(Reason(points, criterion=criterion))
    reasons += [Reason(favour.points, favour=favour) for favour in choice.favour if favour.tool == key]
    return Effect(tuple(out), tuple(reasons), tuple(dict.fromkeys(unchecked)))


def _values(assessment: Assessment | None) -> tuple[str, ...] | None:
    """A cell's values; None where it was not checked or is disputed."""
    if assessment is None or assessment.values == ("disputed",):
        return None
    return assessment.values


@cache
def table(catalogue: Catalogue, stage: str) -> dict[tuple[str, str], dict[str, Effect]]:
    """The effect of every option, by (question, option), on every candidate."""
    tools = candidates(catalogue, stage)
    return {
        (asked.id, option): {key: effect(choice, key, tool) for key, tool in tools.items()}
        for asked in questions(catalogue, stage)
        for option, choice in asked.options.items()
    }
