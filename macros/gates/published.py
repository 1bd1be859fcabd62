"""Of the gate *proud*: the guides say what others have published, for the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.guide.guide import guide_of
from macros.guide.outcome import Outcome, outcome
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.rules.rule import at, unknown

CASES = Path(__file__).parents[2] / "tests" / "data" / "recommendations"
UNSEEN = CASES.with_name("unseen-recommendations")
PLACES = 2
FIRST_TWO, ALONE = 0.95, 0.78
MOST_EXCEPTIONS = 0.1
MOST_JUDGEMENTS = 120  # what a reader can say replaces what editors think: this only goes down


def recommendations_agree(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """What others have published is among the first two, and what they reject does not lead."""
    for stage, case in _of(files, whole, CASES):
        result = outcome(guide_of(whole, stage), answers_of(case))
        loaded = files.guides[stage]
        stands = [_place(result, tool) for tool in case["recommended"]]
        if "fact" not in case and stands and min(stands) > PLACES:
            message = f"does not put {', '.join(case['recommended'])} in front, as {case['id']} does"
            yield at(loaded, (), message)
        if wrong := set(case["rejected"]) & set(result.leaders):
            yield at(loaded, (), f"is led by {', '.join(sorted(wrong))}, which {case['id']} rejects")


def recommendations(folder: Path) -> Iterator[tuple[str, Any]]:
    """The published recommendations, each with the stage that it is about."""
    for path in sorted(folder.glob("*.yml")):
        for case in yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader):  # noqa: S506 (strings only)
            yield path.stem, case


def answers_of(case: Any) -> dict[str, tuple[str, ...]]:
    """The answers of a published recommendation."""
    return {
        question: (options,) if isinstance(options, str) else tuple(options)
        for question, options in case["answers"].items()
    }


def _place(result: Outcome, tool: str) -> int:
    """Counted for the worst: everyone with as many points stands before it; last where it is ruled out."""
    points = dict(result.ranking)
    if tool not in points:
        return len(points) + 100
    return sum(each >= points[tool] for each in points.values())


def _of(files: Files, whole: Catalogue, folder: Path) -> Iterator[tuple[str, Any]]:
    """The published recommendations that the guides of this data set can be asked for."""
    for stage, case in recommendations(folder):
        if stage in files.guides and not _unasked(whole, stage, case):
            yield stage, case


def _unasked(whole: Catalogue, stage: str, case: Any) -> str:
    """The first answer of a recommendation that its guide does not ask for; else nothing."""
    asked = {each.id: each for each in guide_of(whole, stage).questions}
    for question, options in answers_of(case).items():
        if question not in asked:
            return unknown("question of this guide", question, asked)
        shared = whole.questions[question].options if question in whole.questions else {}
        known = {*asked[question].options, *shared}
        for option in options:
            if option not in known:
                return unknown("option", f"{option}", known)
        if len(options) > 1 and not asked[question].many:
            return f"'{question}' takes one answer"
    return ""


def recommendations_are_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A published recommendation is written in the words of its guide; an exception names living tools."""
    for folder in (CASES, UNSEEN):
        cases = [each for each in recommendations(folder) if each[0] in files.guides]
        for stage, case in cases:
            place = _written(folder, stage, case)
            if message := _unasked(whole, stage, case):
                yield Problem(*place, case["id"], message)
            for tool in case["recommended"] if "fact" in case else ():
                if tool not in whole.tools or not whole.tools[tool].living:
                    yield Problem(*place, case["id"], f"'{tool}' does not live any more")


def _written(folder: Path, stage: str, case: Any) -> tuple[str, int]:
    """The file and the line of a recommendation."""
    lines = (folder / f"{stage}.yml").read_text("utf-8").splitlines()
    number = next((each for each, line in enumerate(lines, 1) if line == f"- id: {case['id']}"), 1)
    return f"tests/data/{folder.name}/{stage}.yml", number


def recommendations_are_met(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Of what others recommend 95 of 100 are among the first two and 78 lead alone; few are exceptions.

    The unseen ones were written down before the guides were changed, or after, and never tuned for.
    """
    for folder in (CASES, UNSEEN):
        every = list(_of(files, whole, folder))
        cases = [(stage, case) for stage, case in every if case["recommended"] and "fact" not in case]
        met = [_met(whole, *each) for each in cases]
        two, alone = sum(near for near, _ in met), sum(first for _, first in met)
        file = f"tests/data/{folder.name}"
        for count, least, what in ((two, FIRST_TWO, "among the first two"), (alone, ALONE, "alone in front")):
            if count < least * len(cases):
                message = f"{count} of {len(cases)} recommendations have their tools {what}"
                yield Problem(file, 1, "", f"{message}; at least {least:.0%} are asked for")
        exceptions = sum("fact" in case for _, case in every)
        if exceptions > MOST_EXCEPTIONS * len(every):
            yield Problem(file, 1, "", f"{exceptions} of {len(every)} recommendations are exceptions")


def _met(whole: Catalogue, stage: str, case: Any) -> tuple[bool, bool]:
    """Whether a recommended tool is among the first two, and whether only such tools lead."""
    found = outcome(guide_of(whole, stage), answers_of(case))
    points, wanted = dict(found.ranking), set(case["recommended"])
    best = max((points[tool] for tool in wanted & points.keys()), default=-1)
    near = best >= 0 and sum(each >= best for each in points.values()) <= max(PLACES, len(wanted))
    return near, set(found.leaders) <= wanted


def judgements_stay_few(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The guides rest on cells: editorial judgements are at most 120 in all."""
    count = 0
    for loaded in files.guides.values():
        for number, asked in enumerate(loaded.record.questions):
            effects = (*asked.options.values(), *asked.effects.values())
            count += sum(len(part.favour) for each in effects for part in each.parts)
            if count > MOST_JUDGEMENTS:
                yield at(loaded, ("questions", number), f"holds judgement {count}; at most {MOST_JUDGEMENTS}")
                return
