"""The rules on what may stand once: in a tool, among tools, among plans and terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.days import latest_day
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.records.fields import LANGUAGES
from macros.rules.rule import at, rule, twice


@rule
def nothing_is_said_twice(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool says each search word, relation, package and period once."""
    for loaded in files.tools.values():
        tool = loaded.record
        listed = {
            "search": tool.search,
            "images": tool.images,
            "licences": [(each.since, each.licence) for each in tool.licences],
            "stewards": [(each.since, each.name.ko) for each in tool.stewards],
            "relations": [(each.kind, each.tool) for each in tool.relations],
            "features": [each.ko for each in tool.features],
            "strengths": [each.ko for each in tool.strengths],
            "weaknesses": [each.ko for each in tool.weaknesses],
        }
        for field, items in listed.items():
            for number, item in twice(items):
                words = item if isinstance(item, str) else " ".join(item)
                yield at(loaded, (field, number), f"'{words}' stands here twice; keep one")


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
    for number, _ in twice(pairs):
        first = keys[pairs.index(pairs[number])]
        yield at(files.glossary, (keys[number],), f"is the term of '{first}' too; keep one")
    for key, term in whole.glossary.items():
        for language in LANGUAGES:
            for wrong in getattr(term, f"not_{language}"):
                if wrong == getattr(term, language):
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
