"""The rules on what is built on assessments: comparisons, stacks, scenarios, changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.outside import latest_day
from macros.records.plans import Effects, GuideQuestion, Part
from macros.rules.rule import at, heard, options_of, rule, twice, unknown
from macros.rules.vocabulary import once


@rule
def guides_ask_each_question_once(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A guide asks a question once: a shared one by `use`, its own by an id that no shared one has."""
    for loaded in files.guides.values():
        asked = [question.use or question.id or "" for question in loaded.record.questions]
        again = dict(twice(asked))
        for number, question in enumerate(loaded.record.questions):
            place: Place = ("questions", number)
            if question.id and question.id in whole.questions:
                message = f"'{question.id}' is a shared question; write use: {question.id}"
                yield at(loaded, (*place, "id"), message)
            elif number in again:
                yield at(loaded, place, f"asks '{again[number]}' twice")


@rule
def effects_rest_on_what_is_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Effects belong to options of their question, and name criteria and tools of the guide's stage."""
    guides = {stage: each for stage, each in files.guides.items() if stage in whole.stages}
    for stage, loaded in guides.items():
        for number, question in enumerate(loaded.record.questions):
            place: Place = ("questions", number)
            shared = whole.questions.get(question.use or "")
            for option, effects in question.effects.items():
                known = set(shared.options) | once(question.use or "", whole) if shared else {option}
                if option not in known and not files.questions.lacks(question.use or "", "options"):
                    yield at(loaded, (*place, "effects", option), unknown("option", option, sorted(known)))
                yield from _effects(loaded, (*place, "effects", option), effects, stage, whole)
            for option, effects in question.options.items():
                yield from _effects(loaded, (*place, "options", option), effects, stage, whole)
    for key, shared in whole.questions.items():
        for option, effects in shared.options.items():
            yield from _effects(files.questions, (key, "options", option), effects, None, whole)


def _effects(
    loaded: Loaded[Any], place: Place, effects: Part, stage: str | None, whole: Catalogue
) -> Iterator[Problem]:
    """Criteria and tools of another stage; with no stage, of any: a shared question has general ones only."""
    for number, extra in enumerate(getattr(effects, "also", ())):
        yield from _effects(loaded, (*place, "also", number), extra, stage, whole)
    for field in ("require", "prefer"):
        for criterion in getattr(effects, field):
            home = _home(criterion, whole)
            if home and home != stage and home in whole.stages:
                message = f"'{criterion}' belongs to the stage '{home}': no criterion of this {_here(stage)}"
                yield at(loaded, (*place, field, criterion), message)
    for number, favoured in twice(each.tool for each in effects.favour):
        yield at(loaded, (*place, "favour", number), f"favours '{favoured}' twice; keep one")
    for number, favour in enumerate(effects.favour):
        tool = whole.tools.get(favour.tool)
        if stage in whole.stages and tool and stage not in tool.stages and not _unsure(favour.tool, whole):
            yield at(loaded, (*place, "favour", number), f"'{favour.tool}' is not in this stage")


def _here(stage: str | None) -> str:
    return "guide" if stage else "question, which every guide may ask"


def _home(criterion: str, whole: Catalogue) -> str | None:
    """The stage of a criterion, where it is known and has one."""
    return next((group.stage for group in whole.groups.values() if criterion in group.criteria), None)


def _unsure(tool: str, whole: Catalogue) -> bool:
    """Whether it is not known in which stages a tool is: one of them does not exist."""
    return any(stage not in whole.stages for stage in whole.tools[tool].stages)


@rule
def options_do_something(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Each option of a guide's own question has an effect, and so has some option of a shared one."""
    for stage, loaded in files.guides.items():
        for number, question in enumerate(loaded.record.questions):
            place: Place = ("questions", number)
            for option, choice in question.options.items():
                idle = choice.empty and (question.id, option) not in heard(stage, whole)
                if idle and not loaded.doubts(*place, "options", option):
                    yield at(loaded, (*place, "options", option), "has no effect")
            sure = not loaded.doubts(*place) and not files.questions.doubts(question.use or "")
            if sure and question.use in whole.questions and not options_of(stage, question, whole):
                yield at(loaded, (*place, "use"), "has no effect in this guide")


@rule
def comparisons_compare_each_once(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A comparison names each tool and criterion once, and its verdicts are about its tools."""
    for loaded in files.comparisons.values():
        record = loaded.record
        for field in ("tools", "criteria"):
            for number, name in twice(getattr(record, field)):
                yield at(loaded, (field, number), f"'{name}' stands here twice; keep one")
        unsure = loaded.doubts("tools") or len(set(record.tools)) < len(record.tools)
        for number, verdict in enumerate(record.verdict):
            for tool in verdict.tools or ():
                if tool in whole.tools and tool not in record.tools and not unsure:
                    message = f"'{tool}' is not compared here: {', '.join(record.tools)}"
                    yield at(loaded, ("verdict", number, "tools"), message)


@rule
def stacks_use_tools_for_what_they_do(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A stack names a tool for a stage that the tool is in, and each pair of them once."""
    for loaded in files.stacks.values():
        for number, entry in enumerate(loaded.record.tools):
            tool = whole.tools.get(entry.tool)
            known = tool and entry.stage in whole.stages and not _unsure(entry.tool, whole)
            if tool and known and entry.stage not in tool.stages:
                yield at(loaded, ("tools", number), f"'{entry.tool}' is not in '{entry.stage}'")
        for number, pair in twice((each.stage, each.tool) for each in loaded.record.tools):
            yield at(loaded, ("tools", number), f"names '{pair[1]}' for '{pair[0]}' twice; keep one")


@rule
def scenarios_answer_what_is_asked(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A scenario answers what the guide of its stage asks, and notes tools of that stage."""
    for key, scenario in whole.scenarios.items():
        for number, stage in twice(each.stage for each in scenario.guides):
            yield at(files.scenarios, (key, "guides", number), f"asks the guide '{stage}' twice; keep one")
        for number, preset in enumerate(scenario.guides):
            for mention, tool in enumerate(preset.noted):
                known = tool in whole.tools and preset.stage in whole.stages and not _unsure(tool, whole)
                if known and preset.stage not in whole.tools[tool].stages:
                    said = f"'{tool}' is not in '{preset.stage}'"
                    yield at(files.scenarios, (key, "guides", number, "noted", mention), said)
            guide = files.guides.get(preset.stage)
            if guide is None or guide.lost or files.questions.lost:
                continue
            for question, options in preset.answers.items():
                place = (key, "guides", number, "answers", question)
                yield from _answers(files.scenarios, place, preset.stage, options, whole)


def _answers(
    loaded: Loaded[Any], place: Place, stage: str, options: tuple[str, ...], whole: Catalogue
) -> Iterator[Problem]:
    question = str(place[-1])
    known = {
        entry.use or entry.id or "": options_of(stage, entry, whole)
        for entry in whole.guides[stage].questions
    }
    past = once(f"{stage}.{question}", whole) | once(question, whole)
    if question not in known:
        if not past:
            yield at(loaded, place, unknown(f"question of the guide '{stage}'", question, known))
        return
    entry = next(each for each in whole.guides[stage].questions if question in (each.use, each.id))
    many = whole.questions[question].many if question in whole.questions else entry.many
    if len(options) > 1 and not many:
        yield at(loaded, place, f"takes one answer, and there are {len(options)}")
        return
    shared = whole.questions[question].options if question in whole.questions else {}
    misspelt = set(shared) if set(entry.effects) - set(shared) else set()
    for option in options:
        gone = (
            option in past and question in whole.questions and option not in whole.questions[question].options
        )
        if option not in known[question] and option not in misspelt and not gone:
            yield at(loaded, place, unknown("option", option, known[question]))


@rule
def changes_name_real_dates(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No change begins, and no source of a change or of a judgement was opened, in the future."""
    today = latest_day().isoformat()
    for number, change in enumerate(whole.changes):
        if change.source.accessed.isoformat() > today:
            yield at(files.changes, (number, "source", "accessed"), "is in the future")
        if change.since > today[: len(change.since)]:
            yield at(files.changes, (number, "since"), f"{change.since} is in the future")
    for loaded in files.guides.values():
        for place, effects in _every_effect(loaded.record.questions):
            for number, favour in enumerate(effects.favour):
                if favour.source.accessed.isoformat() > today:
                    yield at(loaded, (*place, "favour", number, "source", "accessed"), "is in the future")


def _every_effect(questions: tuple[GuideQuestion, ...]) -> Iterator[tuple[Place, Effects]]:
    for number, question in enumerate(questions):
        for field, effects in (("effects", question.effects), ("options", question.options)):
            for option, each in effects.items():
                yield ("questions", number, field, option), each
