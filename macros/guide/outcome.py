"""What each option of a guide does to each tool, and the outcome of a set of answers.

An option's effect on a tool does not depend on the other answers. So the whole engine is:
drop what any answer rules out, add the points. `lib/engine.mjs` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.guide.effects import Asked, Reason, candidates, questions, table
from macros.loading.catalogue import Catalogue

Answers = Mapping[str, tuple[str, ...]]
NEAR = 1


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
    """Whether any option rules a remaining tool out, tells them apart, or speaks on the baseline."""
    effects = table(catalogue, stage)
    for option, choice in question.options.items():
        of = [effects[question.id, option][tool] for tool in remaining]
        if choice.baseline or any(each.out for each in of) or len({each.points for each in of}) > 1:
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
