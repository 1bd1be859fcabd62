"""Seeded answers to a guide, for every test that tries many."""

from __future__ import annotations

import random

from macros.guide.guide import Guide
from macros.guide.outcome import Answers


def given_sets(guide: Guide, count: int, seed: str) -> list[Answers]:
    """Seeded answers: none at all, then skipped, unknown, one or several options."""
    chance = random.Random(seed)  # noqa: S311 (repeatable, nothing secret)
    sets: list[Answers] = [{}]
    while len(sets) <= count:
        given: dict[str, tuple[str, ...]] = {}
        for asked in guide.questions:
            if chance.random() < 0.4:
                continue
            options = list(asked.options)
            many = chance.randint(1, len(options)) if asked.many else 1
            given[asked.id] = ("unknown",) if chance.random() < 0.1 else tuple(chance.sample(options, many))
        sets.append(given)
    return sets
