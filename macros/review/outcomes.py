"""What guides recommend now and did not before: over every answer set, or an even sample of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from math import prod
from typing import NamedTuple

from macros.guide.guide import guide_of
from macros.guide.outcome import Outcome, outcome
from macros.loading.catalogue import Catalogue
from macros.outside import printable
from macros.review.claims import asked, named, origins, told

MOST_SETS = 2000
MOST_TOOLS = 8
Set = dict[str, tuple[str, ...]]


class Fates(NamedTuple):
    """How tools fare under one answer set."""

    leaders: tuple[str, ...]
    out: tuple[str, ...]
    known: tuple[str, ...]


@dataclass
class Turn:
    """What happens to one tool in some answer sets: how often, and the first of them."""

    count: int = 0
    example: Set = field(default_factory=dict)
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


def outcomes(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """For each guide that decides otherwise: in how many answer sets, for which tools, and why."""
    new = {old: key for key, old in origins(before, after).items()}
    for stage in after.guides:
        if stage not in before.guides:
            yield f"{_stage(after, stage)}: the guide is new"
        elif _rules(before, stage, new) != _rules(after, stage, {}):
            yield from _stage_lines(before, after, stage, new)
    for stage in before.guides:
        if stage not in after.guides:
            yield f"{_stage(before, stage)}: the guide is gone"


def answer_sets(before: Catalogue, after: Catalogue, stage: str) -> tuple[list[Set], int]:
    """The answer sets to try, and how many there are: each question skipped or answered with one option."""
    options: dict[str, dict[str, None]] = {}
    for catalogue in (before, after):
        for question in guide_of(catalogue, stage).questions:
            options.setdefault(question.id, {}).update(dict.fromkeys(question.options))
    ways = [[(), *((option,) for option in each)] for each in options.values()]
    whole = prod(len(each) for each in ways)
    if whole <= MOST_SETS:
        chosen: Iterator[tuple[tuple[str, ...], ...]] = product(*ways)
    else:
        dice = random.Random(stage)  # noqa: S311 (the same sample for everybody)
        chosen = islice(iter(lambda: tuple(dice.choice(each) for each in ways), None), MOST_SETS)
    return [{key: way for key, way in zip(options, each, strict=True) if way} for each in chosen], whole


def _stage_lines(before: Catalogue, after: Catalogue, stage: str, new: dict[str, str]) -> Iterator[str]:
    sets, whole = answer_sets(before, after, stage)
    turns: dict[tuple[str, str], Turn] = {}
    changed = 0
    for answers in sets:
        was, now = (
            _fates(outcome(guide_of(before, stage), answers), new),
            _fates(outcome(guide_of(after, stage), answers), {}),
        )
        found = list(_turned(was, now))
        changed += bool(found)
        for key in found:
            turn = turns.setdefault(key, Turn(0, answers, was.leaders, now.leaders))
            turn.count += 1
    if not changed:
        yield f"{_stage(after, stage)}: points change, but none of {len(sets):,} answer sets leads elsewhere"
        return
    of = f"{len(sets):,}" if whole == len(sets) else f"{len(sets):,} sampled"
    yield f"{_stage(after, stage)}: {changed:,} of {of} answer sets change"
    ranked = sorted(turns.items(), key=lambda item: -item[1].count)
    for (tool, what), turn in ranked[:MOST_TOOLS]:
        yield f"  {_told(before, after, stage, tool, what, turn)}"
    if len(ranked) > MOST_TOOLS:
        yield f"  … and {len(ranked) - MOST_TOOLS} more turns"


def _fates(found: Outcome, new: dict[str, str]) -> Fates:
    """Who leads, who is ruled out and who is in play, by today's ids."""
    leaders, out = (tuple(new.get(key, key) for key in each) for each in (found.leaders, found.out))
    return Fates(leaders, out, (*out, *(new.get(key, key) for key, _ in found.ranking)))


def _turned(was: Fates, now: Fates) -> Iterator[tuple[str, str]]:
    """What becomes of each tool that fares otherwise."""
    for tool in sorted({*was.known, *now.known}):
        if (tool in now.leaders) != (tool in was.leaders):
            yield tool, "joins the leaders" if tool in now.leaders else "leaves the leaders"
        elif tool in was.known and tool in now.known and (tool in now.out) != (tool in was.out):
            yield tool, "is ruled out" if tool in now.out else "is no longer ruled out"


def _told(before: Catalogue, after: Catalogue, stage: str, tool: str, what: str, turn: Turn) -> str:
    def names(keys: tuple[str, ...]) -> str:
        return ", ".join(_named(before, after, key) for key in keys) or "nobody"

    example = "&".join(f"{key}={','.join(each)}" for key, each in turn.example.items()) or "no answer"
    why = _because(before, after, stage, tool, turn)
    return (
        f"{_named(before, after, tool)} {what} in {turn.count:,}; for example `{example}`: "
        f"{names(turn.was)} → {names(turn.now)}, because {why}"
    )


def _because(before: Catalogue, after: Catalogue, stage: str, tool: str, turn: Turn) -> str:
    """The cells that changed and count here: of the tool itself, else of those around it."""
    for key in dict.fromkeys((tool, *turn.was, *turn.now)):
        one, other = before.tools.get(key), after.tools.get(key)
        if one is None or other is None:
            return f"{_named(before, after, key)} is {'new' if one is None else 'gone'}"
        if one.living != other.living:
            return f"{named(after, key)} is {other.lifecycle.status}"
        if (stage in one.stages) != (stage in other.stages):
            return f"{named(after, key)} is {'now' if stage in other.stages else 'no longer'} in this stage"
        cells = [
            f"{named(after, key)}, {asked(after, each)}: {told(was)} → {told(now)}"
            for each in _counted(after, stage)
            if told(was := one.assessments.get(each)) != told(now := other.assessments.get(each))
        ]
        if cells:
            return "; ".join(cells[:3])
    return "the guide's own effects change"


def _counted(catalogue: Catalogue, stage: str) -> dict[str, None]:
    return dict.fromkeys(guide_of(catalogue, stage).criteria)


def _rules(catalogue: Catalogue, stage: str, new: dict[str, str]) -> object:
    """All that a guide decides by: who may be recommended, and what each option does to whom."""
    guide = guide_of(catalogue, stage)
    return {new.get(tool, tool) for tool in guide.tools}, [
        (key, {new.get(tool, tool): deeds for tool, deeds in of.items()}) for key, of in guide.effects.items()
    ]


def _named(before: Catalogue, after: Catalogue, tool: str) -> str:
    return named(after if tool in after.tools else before, tool)


def _stage(catalogue: Catalogue, stage: str) -> str:
    name = catalogue.stages[stage].name
    return printable(name.en or name.ko)
