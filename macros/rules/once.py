"""The rules on what may stand once: in a tool, among tools, among plans and terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.outside import latest_day
from macros.records.fields import LANGUAGES, Words
from macros.rules.rule import at, rule, twice

SENTENCES = ("features", "strengths", "weaknesses", "workflow", "use_when", "avoid_when")


@rule
def nothing_is_said_twice(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool says each search word, relation, package and period once."""
    for loaded in files.tools.values():
        tool = loaded.record
        listed = {
            "search": [each.casefold() for each in tool.search],
            "images": tool.images,
            "licences": [(each.since, each.licence) for each in tool.licences],
            "stewards": [(each.since, each.name.ko) for each in tool.stewards],
            "relations": [(each.kind, each.tool) for each in tool.relations],
            "support": [each.version for each in tool.support],
            "prices": [(each.plan.ko, each.per.ko, each.currency) for each in tool.prices],
            "components": [each.name.ko for each in tool.components],
            "setups": [each.name.ko for each in tool.setups],
        }
        listed |= {field: [each.ko for each in getattr(tool, field)] for field in SENTENCES}
        for field, items in listed.items():
            for number, item in twice(items):
                words = item if isinstance(item, str) else " ".join(item)
                yield at(loaded, (field, number), f"'{words}' stands here twice; keep one")


@rule
def one_sentence_speaks_for_or_against(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """What speaks for a tool is not what speaks against it."""
    for loaded in files.tools.values():
        for good, bad in (("use_when", "avoid_when"), ("strengths", "weaknesses")):
            said = {each.ko for each in getattr(loaded.record, good)}
            for number, each in enumerate(getattr(loaded.record, bad)):
                if each.ko in said:
                    yield at(loaded, (bad, number), f"'{each.ko}' stands in {good} too; keep one")


@rule
def what_one_chooses_from_is_told_apart(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two stages, conditions, criteria of a group or options of a question have one name."""
    for loaded, place, named in _choices(whole, files):
        for key, name in _alike(named):
            yield at(loaded, (*place, key, "name"), f"'{name}' is the name of another one too")


def _alike(texts: Mapping[str, Words | None]) -> Iterator[tuple[str, str]]:
    """Each key whose words are those of a key before it, in either language and spelling, with the words."""
    told: set[str] = set()
    for language in LANGUAGES:
        said = {key: getattr(each, language) for key, each in texts.items() if each}
        keys = [key for key, words in said.items() if words]
        for number, _ in twice(re.sub(r"[\s-]", "", said[key].casefold()) for key in keys):
            if keys[number] not in told:
                told.add(keys[number])
                yield keys[number], said[keys[number]]


@rule
def what_one_chooses_from_means_something_else(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two conditions or values of a criterion mean the same, and none means just its name."""
    lists: list[tuple[Loaded[Any], Place, Mapping[str, Any]]] = [(files.conditions, (), whole.conditions)]
    for group in files.criteria.values():
        criteria = group.record.criteria
        lists += [(group, ("criteria", key, "options"), each.options) for key, each in criteria.items()]
    for loaded, place, records in lists:
        means = {key: each.means for key, each in records.items() if each.means}
        for key, _ in _alike(means):
            yield at(loaded, (*place, key, "means"), "means what another one means; say in what they differ")
        for key, said in means.items():
            if records[key].name and said == records[key].name:
                message = "only says its name again; say when it holds, so that two people choose the same"
                yield at(loaded, (*place, key, "means"), message)


@rule
def criteria_ask_something_else(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two criteria ask the same; only figures may, of several tools or days."""
    home: dict[str, str] = {}
    for loaded in files.criteria.values():
        for key, each in loaded.record.criteria.items():
            if each.kind != "figure" and home.setdefault(each.question.ko, key) != key:
                message = f"is the question of '{home[each.question.ko]}' too; say in what they differ"
                yield at(loaded, ("criteria", key, "question"), message)


def _choices(whole: Catalogue, files: Files) -> Iterator[tuple[Loaded[Any], Place, dict[str, Any]]]:
    """What stands side by side: the names by id, with the place that they stand at."""
    lists: list[tuple[Loaded[Any], Place, Mapping[str, Any]]] = [
        (files.stages, (), whole.stages),
        (files.conditions, (), whole.conditions),
    ]
    lists += [(files.questions, (key, "options"), each.options) for key, each in whole.questions.items()]
    for group in files.criteria.values():
        asked = {key: each for key, each in group.record.criteria.items() if each.kind != "figure"}
        lists.append((group, ("criteria",), asked))
        lists += [(group, ("criteria", key, "options"), each.options) for key, each in asked.items()]
    for guide in files.guides.values():
        for number, question in enumerate(guide.record.questions):
            lists.append((guide, ("questions", number, "options"), question.options))
    for loaded, place, records in lists:
        yield loaded, place, {key: each.name for key, each in records.items()}


@rule
def searches_and_changes_are_said_once(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A spelling of what is not covered leads to one place; a change is told once."""
    spelled: dict[str, str] = {}
    for key, each in whole.uncovered.items():
        for number, word in enumerate(each.search):
            if spelled.setdefault(word.casefold(), key) != key:
                message = f"'{word}' leads to '{spelled[word.casefold()]}' too; keep one"
                yield at(files.uncovered, (key, "search", number), message)
    for number, (tool, _) in twice((each.tool, each.old.ko) for each in whole.changes):
        yield at(files.changes, (number,), f"tells of '{tool}' what another entry tells; keep one")


@rule
def plans_have_names_of_their_own(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two comparisons, stacks or scenarios have one name: it is the title of their page."""
    plans: dict[str, list[tuple[Loaded[Any], tuple[str, ...], Any]]] = {
        "comparison": [(each, (), each.record) for each in files.comparisons.values()],
        "stack": [(each, (), each.record) for each in files.stacks.values()],
        "scenario": [(files.scenarios, (key,), each) for key, each in files.scenarios.record.items()],
    }
    for kind, records in plans.items():
        for number, name in twice(record.name.ko for _, _, record in records):
            loaded, place, _ = records[number]
            yield at(loaded, (*place, "name"), f"'{name}' is the name of another {kind} too; tell them apart")


@rule
def terms_are_right_in_one_form(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A term stands once, and its right form is none of its wrong ones."""
    pairs = [(term.ko.casefold(), term.en.casefold()) for term in whole.glossary.values()]
    keys = list(whole.glossary)
    right = {each: {getattr(term, each) for term in whole.glossary.values()} for each in LANGUAGES}
    for number, _ in twice(pairs):
        first = keys[pairs.index(pairs[number])]
        yield at(files.glossary, (keys[number],), f"is the term of '{first}' too; keep one")
    for key, term in whole.glossary.items():
        for language in LANGUAGES:
            for wrong in getattr(term, f"not_{language}"):
                if wrong in right[language]:
                    place = (key, f"not_{language}", wrong)
                    yield at(files.glossary, place, f"'{wrong}' is the right form; write one that is wrong")


@rule
def what_is_declined_is_no_tool(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool that is declined has the name of no tool that is listed."""
    listed = {
        name.casefold(): key
        for key, tool in whole.tools.items()
        for name in (tool.name.ko, tool.name.en or "")
    }
    for key, each in whole.declined.items():
        if key not in whole.tools and each.name.ko.casefold() in listed:
            message = (
                f"is the name of '{listed[each.name.ko.casefold()]}', which is listed; keep one of the two"
            )
            yield at(files.declined, (key, "name"), message)


@rule
def days_of_decisions_have_come(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Nothing was declined, counted or looked for on a day that has not come."""
    for loaded in (files.declined, files.counted, files.unmeasured):
        for key, each in loaded.record.items():
            if each.day > latest_day():
                yield at(loaded, (key, "day"), f"{each.day} is in the future")
