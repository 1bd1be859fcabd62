"""The rules on stages, criteria, conditions, what was looked for, and the ledger of public ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.files import FOLDERS, Files
from macros.loading.ledger import USED
from macros.loading.problems import Problem
from macros.loading.reading import unnamable
from macros.rules.rule import at, rule, unknown

UNCONDITIONAL = ("no", "not-applicable", "disputed")


@rule
def conditions_stand_beside_what_is_worth_something(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A condition stands beside a value that is worth something without it."""
    for loaded in files.tools.values():
        for key, assessment in loaded.record.assessments.items():
            if assessment.condition and assessment.values[0] in UNCONDITIONAL:
                message = f"a value that is '{assessment.values[0]}' has no condition"
                yield at(loaded, ("assessments", key, "condition"), message)


@rule
def conditions_yield_to_answers(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """The answers under which a condition means no are options of some question."""
    asked = {key: set(question.options) for key, question in whole.questions.items()}
    guides = [sheet for sheet in files.sheets.values() if sheet.kind is FOLDERS["guides"]]
    for sheet in guides:
        for key, options in _own_questions(sheet.data):
            asked.setdefault(key, set()).update(options)
    unread = bool(files.questions.lost) or any(sheet.data is None for sheet in guides)
    public = {key.rpartition(".")[2] for key in files.ids.record.get("questions", {})}
    for key, condition in whole.conditions.items():
        for name, options in condition.no_under.items():
            place = (key, "no_under", name)
            if unread or (name in public and name not in asked):
                continue
            if name not in asked:
                yield at(files.conditions, place, unknown("question", name, asked))
                continue
            for option in options:
                if option not in asked[name] | once(name, whole):
                    yield at(files.conditions, place, unknown("option", option, asked[name]))


def _own_questions(guide: Any) -> Iterator[tuple[str, Iterable[str]]]:
    """The questions of a guide's own, with their options, in whatever state it is."""
    questions = guide.get("questions") if isinstance(guide, dict) else None
    for each in questions if isinstance(questions, list) else ():
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            yield each["id"], each["options"] if isinstance(each.get("options"), dict) else ()


def once(place: str, whole: Catalogue) -> set[str]:
    """The options that a question had once, by the ledger: one that vanished has a problem there."""
    fates = whole.ids.get("options", {})
    start = f"{place}."
    return {key.removeprefix(start) for key, fate in fates.items() if fate == USED and key.startswith(start)}


@rule
def what_was_not_found_is_not_assessed(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """What was looked for and not found has no assessment beside it."""
    for loaded in files.tools.values():
        for key in loaded.record.looked:
            if key in loaded.record.assessments:
                yield at(loaded, ("looked", key), "has an assessment too; keep one of the two")


@rule
def stages_can_be_addresses(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A stage's id, which becomes the name of pages, is one that every system can hold."""
    for key in whole.stages:
        if message := unnamable(key):
            yield at(files.stages, (key,), message)


@rule
def stages_hand_over_in_one_circle(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Where stages name a next one they follow each other in one circle, and every stage gives something."""
    stages = whole.stages
    first = next((key for key, stage in stages.items() if stage.next), None)
    if first is None or any(files.stages.doubts(key) for key in stages):
        return
    for key, stage in stages.items():
        if stage.next == key:
            yield at(files.stages, (key, "next"), "is the stage itself")
            return
    way = [first]
    while (after := stages[way[-1]].next) and after not in way:
        way.append(after)
    if after != first:
        said = f"'{after}' is on the way already" if after else "leads nowhere"
        yield at(
            files.stages, (way[-1], "next"), f"{said}; the stages lead on in one circle, back to '{first}'"
        )
        return
    silent = [
        (key, field)
        for key, stage in stages.items()
        for field in (("takes", "gives") if key in way else ("gives",))
        if not getattr(stage, field)
    ]
    for key, stage in stages.items():
        if stage.next and key not in way:
            yield at(files.stages, (key, "next"), f"leads into the circle, and no stage leads to '{key}'")
    if silent:
        more = f" (and in {len(silent) - 1} more places)" if silent[1:] else ""
        message = f"says nothing: what stages hand over is shown as a picture{more}"
        yield at(files.stages, silent[0], message)


@rule
def lists_show_what_every_tool_is_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A criterion with a place in the list of tools, or among needs, is general; a place is taken once."""
    for field in ("column", "need"):
        taken: dict[int, str] = {}
        for loaded in files.criteria.values():
            for key, criterion in loaded.record.criteria.items():
                place = getattr(criterion, field)
                if place and loaded.record.stage:
                    message = (
                        f"is asked of '{loaded.record.stage}' only; the list holds what every tool answers"
                    )
                    yield at(loaded, ("criteria", key, field), message)
                elif place and taken.setdefault(place, key) != key:
                    yield at(
                        loaded, ("criteria", key, field), f"{place} is the place of '{taken[place]}' too"
                    )


@rule
def guides_are_of_stages(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A guide is named as a stage of `stages.yml`."""
    for key, guide in files.guides.items():
        known = files.stages.sheets[0].keys() | set(whole.ids.get("stages", {}))
        if known and key not in known:
            yield at(guide, (), unknown("stage", key, whole.stages))


@rule
def criteria_are_unique(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A criterion has one home: no two files define the same id."""
    home: dict[str, str] = {}
    for loaded in files.criteria.values():
        for key in loaded.record.criteria:
            if key in home:
                yield at(loaded, ("criteria", key), f"is defined in {home[key]} too")
            home[key] = loaded.file


@rule
def figures_are_not_written(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A figure is derived from what was measured or priced; no assessment copies it."""
    for loaded in files.tools.values():
        for key in loaded.record.assessments:
            if key in whole.criteria and whole.criteria[key].kind == "figure":
                yield at(loaded, ("assessments", key), "is a figure: it is measured, not written")


@rule
def what_was_measured_needs_no_reason(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool has measurements, or stands in the laboratory's list of what was not measured."""
    for key in files.unmeasured.record:
        if key in whole.measured:
            message = f"was measured: {whole.measured[key].file}; take the entry out"
            yield at(files.unmeasured, (key,), message)
