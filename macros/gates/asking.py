"""Of the gate *complete*: what a guide asks parts the tools, and each of its options does something."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guide.guide import guide_of
from macros.guide.outcome import leaves_even, matters
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.records.plans import Guide
from macros.rules.rule import at

MOST_QUESTIONS = 7


def questions_part_the_tools(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A guide asks at most seven questions, each of which can tell the tools of its stage apart."""
    for stage, loaded in files.guides.items():
        guide = guide_of(whole, stage)
        if len(guide.questions) > MOST_QUESTIONS:
            yield at(
                loaded, ("questions",), f"asks {len(guide.questions)}; at most {MOST_QUESTIONS} are answered"
            )
        for each in guide.questions:
            if not matters(guide, {}, each.id):
                yield at(
                    loaded, _place(loaded.record, each.id), f"'{each.id}' tells no tools of this stage apart"
                )


def options_act_on_a_tool(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An option does something to a tool, says something of the baseline, or another one waits for it."""
    for stage, loaded in files.guides.items():
        guide = guide_of(whole, stage)
        every = [deed for of in guide.effects.values() for deeds in of.values() for deed in deeds]
        waited = {name for deed in every for name in deed.guard.named}
        for asked in guide.questions:
            for option, choice in asked.options.items():
                deeds = [deed for of in guide.effects[asked.id, option].values() for deed in of]
                idle = all(deed.kind == "open" for deed in deeds) and not choice.baseline
                if idle and (asked.id, option) not in waited:
                    message = f"'{asked.id}.{option}' acts on no tool of this stage"
                    yield at(loaded, _place(loaded.record, asked.id), message)


def _place(guide: Guide, question: str) -> Place:
    asked = (number for number, each in enumerate(guide.questions) if question in (each.use, each.id))
    return ("questions", next(asked))


def options_say_why_they_part_few(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An option that alone leaves more than half of the tools even says why it is asked (`even`)."""
    for stage in whole.guides:
        guide = guide_of(whole, stage)
        for each in guide.questions:
            for option, choice in each.options.items():
                if not choice.even and leaves_even(guide, each.id, option):
                    message = f"leaves more than half of the tools even at {each.id}.{option}; say why (even)"
                    yield at(files.guides[stage], (), message)


def judgements_favour_the_living(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """What a guide favours by judgement lives."""
    for guide in files.guides.values():
        for number, question in enumerate(guide.record.questions):
            for option, effects in {**question.effects, **question.options}.items():
                for favour in (each for part in effects.parts for each in part.favour):
                    if not whole.tools[favour.tool].living:
                        message = f"'{favour.tool}' is favoured by '{option}' and does not live any more"
                        yield at(guide, ("questions", number), message)
