"""The engine as it was before conditions, kept as a judge: for guides without guards both must agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.guide.guide import Guide
from macros.records.plans import Choice

Answers = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Effect:
    """What one option does to one tool, whatever else is answered."""

    out: tuple[str, ...]
    reasons: tuple[tuple[str | None, int], ...]
    unchecked: tuple[str, ...]

    @property
    def points(self) -> int:
        return sum(points for _, points in self.reasons)


def effect(choice: Choice, key: str, guide: Guide) -> Effect:
    """By the cells alone, as they stand."""
    out, unchecked, reasons = [], [], []
    for criterion, accepted in choice.require.items():
        values = _values(guide, key, criterion, accepted)
        if values is None:
            unchecked.append(criterion)
        elif not set(values) & set(accepted):
            out.append(criterion)
    for criterion, weights in choice.prefer.items():
        values = _values(guide, key, criterion, weights)
        if values is None:
            unchecked.append(criterion)
        elif points := max((weights.get(value, 0) for value in values), default=0):
            reasons.append((criterion, points))
    favoured = [(None, favour.points) for favour in choice.favour if favour.tool == key]
    return Effect(tuple(out), (*reasons, *favoured), tuple(unchecked))


def _values(guide: Guide, key: str, criterion: str, wanted: Iterable[str]) -> tuple[str, ...] | None:
    if figure := guide.bands.get(key, {}).get(criterion):
        return figure
    assessment = guide.tools[key].assessments.get(criterion)
    if assessment is None or (assessment.sides and not set(wanted) & set(assessment.agreed)):
        return None
    return assessment.agreed


def outcome(guide: Guide, answers: Answers) -> dict[str, object]:
    """Ranking, bars, reasons, what is unchecked, and the baseline: in plain values."""
    chosen = [
        (asked.id, option, asked.options[option])
        for asked in guide.questions
        for option in (answers.get(asked.id, ()) if asked.many else answers.get(asked.id, ())[:1])
        if option in asked.options
    ]
    effects = {key: [(q, o, effect(choice, key, guide)) for q, o, choice in chosen] for key in guide.tools}
    out = {key: [(q, o, c) for q, o, each in all_ for c in each.out] for key, all_ in effects.items()}
    points = {key: sum(each.points for _, _, each in effects[key]) for key in guide.tools if not out[key]}
    marks = [choice.baseline for _, _, choice in chosen]
    return {
        "ranking": sorted(points.items(), key=lambda item: -item[1]),
        "out": {key: bars for key, bars in out.items() if bars},
        "reasons": {key: [r for _, _, each in all_ for r in each.reasons] for key, all_ in effects.items()},
        "unchecked": {
            key: list(dict.fromkeys(c for _, _, each in all_ for c in each.unchecked))
            for key, all_ in effects.items()
        },
        "baseline": "enough" in marks and "outgrown" not in marks,
    }


def matters(guide: Guide, question: str, remaining: tuple[str, ...]) -> bool:
    """Whether any option rules a remaining tool out, tells them apart, or speaks on the baseline."""
    asked = next(each for each in guide.questions if each.id == question)
    for choice in asked.options.values():
        of = [effect(choice, tool, guide) for tool in remaining]
        if choice.baseline or any(each.out for each in of) or len({each.points for each in of}) > 1:
            return True
    return False
