"""Of the gate *proud*: the catalogue offers a choice, is checked throughout, and leads to what lives."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Answers, outcome
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.marks import outline_of
from macros.loading.problems import Problem
from macros.rules.rule import at

LEAST_TOOLS, LEAST_CRITERIA = 4, 8
LEAST_CHECKED = 0.85
LEAST_OFFICIAL = 40


def stages_offer_a_choice(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A stage has at least four living tools that cover it whole, and eight criteria of its own."""
    for stage in whole.stages:
        tools = [
            each for each in whole.tools_of(stage).values() if each.living and not each.stages[stage].part
        ]
        criteria = whole.criteria_of(stage)
        if len(tools) < LEAST_TOOLS:
            yield at(files.stages, (stage,), f"has {len(tools)} of at least {LEAST_TOOLS} living tools")
        if len(criteria) < LEAST_CRITERIA:
            yield at(files.stages, (stage,), f"has {len(criteria)} of at least {LEAST_CRITERIA} criteria")


def living_tools_are_checked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A living tool is checked on 85 of 100 criteria that it is asked, or was looked for there in vain."""
    for key, tool in whole.tools.items():
        asked = whole.criteria_for(tool)
        known = [each for each in asked if each in tool.assessments or each in tool.looked]
        if tool.living and len(known) < LEAST_CHECKED * len(asked):
            message = f"has {len(known)} of {len(asked)} cells; at least {LEAST_CHECKED:.0%} are asked for"
            yield at(files.tools[key], ("assessments",), message)


def marks_are_official(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """At least forty tools show the mark of their own project."""
    count = sum(bool(outline_of(tool, "large")[0]) for tool in whole.tools.values())
    if count < LEAST_OFFICIAL:
        first = next(key for key, tool in whole.tools.items() if not outline_of(tool, "large")[0])
        message = f"is one of {len(whole.tools) - count} tools without an official mark"
        yield at(files.tools[first], ("mark",), f"{message}; at least {LEAST_OFFICIAL} show theirs")


def newcomers_are_led_to_what_is_developed(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Only what is developed leads, alone or with others, for up to two answers of who has nothing yet."""
    for stage in whole.guides:
        guide = guide_of(whole, stage)
        still = {key for key, tool in guide.tools.items() if tool.lifecycle.status != "active"}
        told: set[str] = set()
        for answers in _pairs(guide) if still else ():
            found = outcome(guide, answers)
            led = set(found.leaders) if found.ranking and found.ranking[0][1] else set()
            for tool in sorted(led - told) if led <= still else ():
                told.add(tool)
                said = "&".join(f"{question}={option}" for question, (option, *_) in answers.items())
                message = f"is led by '{tool}' for {said}, and that is only maintained"
                yield at(files.guides[stage], (), message)


def _pairs(guide: Guide) -> Iterator[Answers]:
    """Every answer of a newcomer, and every two to two questions."""
    there = [asked.id for asked in guide.questions if any(each.leaves for each in asked.options.values())]
    every = [(asked.id, option) for asked in guide.questions for option in asked.options]
    new = [each for each in every if each[0] not in there]
    for one, other in product(new, new):
        if one == other or one[0] < other[0]:
            yield {question: (option,) for question, option in (one, other)}
