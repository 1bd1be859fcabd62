"""The rules on conditions, on what was looked for and not found, and on the ledger of public ids."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue, Files
from macros.loading.ledger import MOVED, REMOVED, USED, public_ids
from macros.loading.problems import Problem
from macros.rules.rule import at, latest_day, rule, unknown

UNCONDITIONAL = ("no", "not-applicable", "disputed")


@rule
def conditions_are_known(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A condition stands in `conditions.yml`, and beside a value that is worth something."""
    for loaded in files.tools.values():
        for key, assessment in loaded.record.assessments.items():
            place = ("assessments", key, "condition")
            for condition in assessment.condition or ():
                if condition not in whole.conditions:
                    yield at(loaded, place, unknown("condition", condition, whole.conditions))
            if assessment.condition and assessment.values[0] in UNCONDITIONAL:
                yield at(loaded, place, f"a value that is '{assessment.values[0]}' has no condition")


@rule
def conditions_yield_to_answers(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The answers under which a condition means no are options of some question."""
    asked = {key: set(question.options) for key, question in whole.questions.items()}
    for guide in whole.guides.values():
        for question in guide.questions:
            if question.id:
                asked.setdefault(question.id, set()).update(question.options)
    for key, condition in whole.conditions.items():
        for name, options in condition.no_under.items():
            place = (key, "no_under", name)
            if name not in asked:
                yield at(files.conditions, place, unknown("question", name, asked))
                continue
            for option in options:
                if option not in asked[name]:
                    yield at(files.conditions, place, unknown("option", option, asked[name]))


@rule
def what_was_not_found_is_not_assessed(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """What was looked for and not found is asked of the tool, and has no assessment beside it."""
    for loaded in files.tools.values():
        tool = loaded.record
        asked = whole.criteria_for(tool)
        for key, looked in tool.looked.items():
            if key not in asked:
                yield at(loaded, ("looked", key), unknown("criterion of this tool", key, asked))
            if key in tool.assessments:
                yield at(loaded, ("looked", key), "has an assessment too; keep one of the two")
            if looked.day > latest_day():
                yield at(loaded, ("looked", key, "day"), f"{looked.day} is in the future")


@rule
def figures_are_not_written(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A figure is derived from what was measured or priced; no assessment copies it."""
    for loaded in files.tools.values():
        for key in loaded.record.assessments:
            if key in whole.criteria and whole.criteria[key].kind == "figure":
                yield at(loaded, ("assessments", key), "is a figure: it is measured, not written")


@rule
def public_ids_stay(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An id that was public once is used, moved to one that is used, or removed; never used again."""
    found = public_ids(whole)
    for kind, fates in whole.ids.items():
        for key, fate in fates.items():
            place = (kind, key)
            if fate == USED and key not in found[kind]:
                yield at(files.ids, place, f"has vanished; write '{REMOVED}', or '{MOVED}<to>'")
            if fate != USED and key in found[kind]:
                yield at(files.ids, place, f"is {fate}, yet it is used again; choose another id")
            target = fate.removeprefix(MOVED)
            if fate.startswith(MOVED) and target not in found[kind]:
                yield at(files.ids, place, f"moved to '{target}', which is not used")
