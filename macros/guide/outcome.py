"""The outcome of a set of answers: drop what any answer rules out, add the points that still count.

`guide/engine.mjs` does the same in the browser; nothing else ranks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from macros.guide.effects import Deed, Given
from macros.guide.guide import Asked, Guide
from macros.records.plans import Favour

Answers = Mapping[str, tuple[str, ...]]
NEAR = 1


@dataclass(frozen=True)
class Reason:
    """Points for a tool: by which answer, and by a cell (`criterion`) or a judgement (`favour`)."""

    question: str
    option: str
    points: int
    criterion: str | None = None
    favour: Favour | None = None


@dataclass(frozen=True)
class Bar:
    """Why a tool is ruled out: by which answer, on which cell (none where the answer is to leave it), and
    under which conditions that is a no.
    """

    question: str
    option: str
    criterion: str
    under: tuple[str, ...] = ()


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


def outcome(guide: Guide, answers: Answers) -> Outcome:
    """The outcome of a set of answers; unknown questions and options are ignored."""
    chosen = list(_chosen(guide, answers))
    given = frozenset((asked.id, option) for asked, option in chosen)
    out: dict[str, tuple[Bar, ...]] = {}
    reasons: dict[str, tuple[Reason, ...]] = {}
    unchecked: dict[str, tuple[str, ...]] = {}
    for tool in guide.tools:
        bars, why, unknown = [], [], []
        for name, deed in _counting(guide, chosen, given, tool):
            if deed.kind == "out":
                bars.append(Bar(*name, deed.criterion or "", deed.under))
            elif deed.kind == "points":
                why.append(Reason(*name, deed.points, deed.criterion, deed.favour))
            else:
                unknown.append(deed.criterion or "")
        if bars:
            out[tool] = tuple(bars)
        reasons[tool], unchecked[tool] = tuple(why), tuple(dict.fromkeys(unknown))
    ranking = tuple(sorted(left(guide, given).items(), key=lambda item: -item[1]))
    return Outcome(ranking, out, reasons, unchecked, _enough(chosen))


def end(guide: Guide, answers: Answers) -> tuple[tuple[str, ...], bool]:
    """(leaders, baseline) of an outcome, without its reasons: for whoever tries many answers."""
    chosen = list(_chosen(guide, answers))
    points = left(guide, [(asked.id, option) for asked, option in chosen])
    most = max(points.values(), default=0)
    return tuple(tool for tool, each in points.items() if each == most), _enough(chosen)


def _enough(chosen: list[tuple[Asked, str]]) -> bool:
    """Whether the answers say that the baseline does."""
    marks = [asked.options[option].baseline for asked, option in chosen]
    return "enough" in marks and "outgrown" not in marks


def left(guide: Guide, given: Collection[Given]) -> dict[str, int]:
    """The tools that no answer rules out, with their points."""
    answers = frozenset(given)
    sums = [each for name in given for each in guide.sums[name] if each.guard.holds(answers)]
    out = frozenset().union(*(each.out for each in sums))
    points = {tool: 0 for tool in guide.tools if tool not in out}
    for each in sums:
        for tool, more in each.points.items():
            if tool in points:
                points[tool] += more
    return points


def given_of(guide: Guide, answers: Answers) -> frozenset[Given]:
    """The answers that count, each as a question and an option."""
    return frozenset((asked.id, option) for asked, option in _chosen(guide, answers))


def _chosen(guide: Guide, answers: Answers) -> Iterator[tuple[Asked, str]]:
    for question in guide.questions:
        options = answers.get(question.id, ())
        for option in options if question.many else options[:1]:
            if option in question.options:
                yield question, option


def _counting(
    guide: Guide, chosen: list[tuple[Asked, str]], given: frozenset[Given], tool: str
) -> Iterator[tuple[Given, Deed]]:
    """The deeds on one tool whose guards hold, each with its answer."""
    for asked, option in chosen:
        for deed in guide.effects[asked.id, option][tool]:
            if deed.guard.holds(given):
                yield (asked.id, option), deed


def leaves_even(guide: Guide, question: str, option: str) -> bool:
    """Whether an answer alone leaves more than half of the candidates even, without taking leave of one."""
    asked = next(each for each in guide.questions if each.id == question)
    leaves = any(part.leaves for part in asked.options[option].parts)
    return not leaves and 2 * len(outcome(guide, {question: (option,)}).leaders) > len(guide.tools)


def matters(guide: Guide, answers: Answers, question: str) -> bool:
    """Whether an answer can still rule out or bring back a tool, tell tools apart, or speak on the baseline.

    It may do so only beside an answer still to come, so those that bear on it are tried too.
    """
    asked = next(each for each in guide.questions if each.id == question)
    if any(choice.baseline for choice in asked.options.values()):
        return True
    rest = {key: values for key, values in answers.items() if key != question}
    given, own = given_of(guide, rest), [(question, option) for option in asked.options]
    return any(
        _tells(guide, given | (context & guide.sums.keys()), own) for context in _contexts(guide, rest, asked)
    )


def _tells(guide: Guide, given: frozenset[Given], own: list[Given]) -> bool:
    """Whether one of a question's answers tells tools apart."""
    before = left(guide, given)
    return any(tells(before, left(guide, given | {each})) for each in own)


def tells(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    """Whether one more answer told tools apart, by the points of those that were left before and after it."""
    return before.keys() != after.keys() or len({after[tool] - before[tool] for tool in before}) > 1


def _contexts(guide: Guide, answers: Answers, asked: Asked) -> Iterable[frozenset[Given]]:
    """The later answers beside which a question is tried; each set also with one that lifts a bar."""
    lifts = [name for name in _lifts(guide, answers) if name[0] != asked.id]
    found = dict.fromkeys(map(frozenset, ((), *_linked(guide, answers, asked))))
    lifted = (context | {lift} for context in found for lift in lifts if lift[0] not in dict(context))
    return dict.fromkeys((*found, *lifted))


def _linked(guide: Guide, answers: Answers, asked: Asked) -> Iterator[tuple[Given, ...]]:
    """Each answer to a linked open question, with the answers that its effects wait for."""
    linked = guide.links[asked.id]
    options = [(asked.id, option) for option in asked.options]
    for each in guide.questions:
        if each.id in linked and each.id not in answers:
            options += [(each.id, option) for option in each.options]
            yield from (((each.id, option),) for option in each.options)
    for name in options:
        for waits in _waits(guide, answers, asked.id, name):
            yield waits if name[0] == asked.id else (name, *waits)


def _lifts(guide: Guide, answers: Answers) -> list[Given]:
    """The answers to open questions beside which an answer that was given no longer rules a tool out."""
    found = {
        name
        for key, options in answers.items()
        for option in options
        for deeds in guide.effects.get((key, option), {}).values()
        for deed in deeds
        if deed.kind == "out"
        for name in deed.guard.without
        if name[0] not in answers
    }
    return sorted(found)


def _waits(guide: Guide, answers: Answers, question: str, name: Given) -> Iterator[tuple[Given, ...]]:
    """The sets of answers to open questions that the effects of one answer wait for."""
    settled = {*answers, question, name[0]}
    seen: set[tuple[Given, ...]] = set()
    for deed in (each for found in guide.effects[name].values() for each in found):
        groups = [sorted(each) for each in deed.guard.only_with if not settled & dict(each).keys()]
        seen.update(product(*groups) if groups else ())
    yield from sorted(seen)
