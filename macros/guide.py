"""What each option of a guide does to each tool, and the outcome of a set of answers.

An option's effect on a tool does not depend on the other answers. So the whole engine is:
drop what any answer rules out, add the points. `guide.mjs` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from macros.catalogue import Catalogue
from macros.model import Assessment, Tool
from macros.plans import Choice, Effects, Favour, GuideQuestion

Answers = Mapping[str, tuple[str, ...]]
UNKNOWN = "unknown"
NEAR = 1


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


@dataclass(frozen=True)
class Bar:
    """Why a tool is ruled out: by which answer, on which cell."""

    question: str
    option: str
    criterion: str


@dataclass(frozen=True)
class Outcome:
    """What a set of answers leads to."""

    ranking: tuple[tuple[str, int], ...]
    out: dict[str, tuple[Bar, ...]]
    reasons: dict[str, tuple[Reason, ...]]
    unchecked: dict[str, tuple[str, ...]]
    baseline: bool

    @property
    def leaders(self) -> tuple[str, ...]:
        """The tools with the most points; several where they tie."""
        return tuple(tool for tool, points in self.ranking if points == self.ranking[0][1])

    @property
    def near(self) -> tuple[str, ...]:
        """The tools at most one point behind the leaders."""
        top = self.ranking[0][1] if self.ranking else 0
        return tuple(tool for tool, points in self.ranking if 0 < top - points <= NEAR)


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


def outcome(catalogue: Catalogue, stage: str, answers: Answers) -> Outcome:
    """The outcome of a set of answers; unknown questions and options are ignored."""
    effects, tools = table(catalogue, stage), candidates(catalogue, stage)
    chosen = list(_chosen(questions(catalogue, stage), answers))
    names = [(asked.id, option) for asked, option in chosen]
    out = {
        tool: bars
        for tool in tools
        if (bars := tuple(Bar(*name, criterion) for name in names for criterion in effects[name][tool].out))
    }
    reasons = {tool: tuple(r for name in names for r in effects[name][tool].reasons) for tool in tools}
    unchecked = {
        tool: tuple(dict.fromkeys(c for name in names for c in effects[name][tool].unchecked))
        for tool in tools
    }
    points = {tool: sum(reason.points for reason in reasons[tool]) for tool in tools if tool not in out}
    marks = [asked.options[option].baseline for asked, option in chosen]
    return Outcome(
        tuple(sorted(points.items(), key=lambda item: -item[1])),
        out,
        reasons,
        unchecked,
        "enough" in marks and "outgrown" not in marks,
    )


def _chosen(asked: tuple[Asked, ...], answers: Answers) -> Iterator[tuple[Asked, str]]:
    for question in asked:
        options = answers.get(question.id, ())
        for option in options if question.many else options[:1]:
            if option in question.options:
                yield question, option


def matters(catalogue: Catalogue, stage: str, question: Asked, remaining: tuple[str, ...]) -> bool:
    """Whether any option rules out a remaining tool or tells the remaining tools apart."""
    effects = table(catalogue, stage)
    for option in question.options:
        of = [effects[question.id, option][tool] for tool in remaining]
        if any(each.out for each in of) or len({each.points for each in of}) > 1:
            return True
    return False


def ways_back(catalogue: Catalogue, stage: str, tool: str, bars: tuple[Bar, ...]) -> dict[str, list[str]]:
    """For each question that rules a tool out: the options under which it would stay."""
    effects = table(catalogue, stage)
    return {
        bar.question: [
            option
            for question, option in effects
            if question == bar.question and not effects[question, option][tool].out
        ]
        for bar in bars
    }
