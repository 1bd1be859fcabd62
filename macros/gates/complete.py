"""The gate *complete*: prose, both languages, cells that guides rest on; listed, and blocks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from macros.gates.asking import (
    judgements_favour_the_living,
    options_act_on_a_tool,
    options_say_why_they_part_few,
    questions_part_the_tools,
)
from macros.gates.gate import Rule, asked
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded
from macros.records.texts import texts
from macros.rules.between import contradicted
from macros.rules.rule import at
from macros.rules.wording import wrong_forms

HANGUL = re.compile(r"[가-힣]")
LONGEST_SUMMARY = 140
LEAST = {"use_when": 2, "avoid_when": 2, "strengths": 2, "weaknesses": 2, "features": 3}
LEAST_VERDICTS = 2
KINDS = ("tools", "criteria", "guides", "comparisons", "stacks", "strings")
ONES = ("stages", "questions", "scenarios", "glossary", "changes", "conditions", "parts", "unmeasured")


def complete(root: Path) -> list[Problem]:
    """Everything that is not complete yet, with file and line."""
    return asked(RULES, root)


def _loaded(files: Files) -> Iterator[Loaded[Any]]:
    for kind in KINDS:
        yield from getattr(files, kind).values()
    yield from (getattr(files, name) for name in ONES)


def both_languages(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Every text stands in Korean and in English."""
    for loaded in _loaded(files):
        for place, words in texts(loaded.record):
            if not words.en:
                yield at(loaded, (*place, "en"), "is missing: the English words")
            if words.behind:
                yield at(
                    loaded, (*place, "behind"), f"'{words.behind}' does not follow the other language yet"
                )


def summaries_fit(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A summary is Korean in Korean and not in English, and at most 140 characters long."""
    for loaded in files.tools.values():
        summary = loaded.record.summary
        if not HANGUL.search(summary.ko):
            yield at(loaded, ("summary", "ko"), "has no Korean word in it")
        if HANGUL.search(summary.en or ""):
            yield at(loaded, ("summary", "en"), "has Korean words in it")
        for language in ("ko", "en"):
            if (size := len(getattr(summary, language) or "")) > LONGEST_SUMMARY:
                message = f"has {size} characters; at most {LONGEST_SUMMARY} fit one line of a list"
                yield at(loaded, ("summary", language), message)


def prose_is_there(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A living tool says twice when to use and to avoid it, what is strong and weak, and three features."""
    for loaded in files.tools.values():
        tool = loaded.record
        for field, least in LEAST.items() if tool.living else ():
            if (count := len(getattr(tool, field))) < least:
                yield at(loaded, (field,), f"has {count} of at least {least} sentences")
        if not tool.assessments:
            yield at(loaded, ("assessments",), "has no assessment")
        if tool.living and not any(HANGUL.search(word) for word in tool.search):
            yield at(loaded, ("search",), "has no Korean spelling that somebody could type")


def guides_rest_on_cells(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A living tool is checked on every criterion that the guide of its stage uses."""
    for stage in whole.guides:
        wanted = used_by_guide(whole, stage)
        for key, tool in whole.tools_of(stage).items():
            for criterion in wanted if tool.living else ():
                if criterion not in tool.assessments and criterion not in tool.looked:
                    message = f"is not checked, and the guide '{stage}' asks for it"
                    yield at(files.tools[key], ("assessments", criterion), message)


def used_by_guide(whole: Catalogue, stage: str) -> tuple[str, ...]:
    """The criteria that the effects of a guide name, its shared questions' included."""
    found: dict[str, None] = {}
    for question in whole.guides[stage].questions:
        shared = whole.questions[question.use].options if question.use else {}
        for effects in (*shared.values(), *question.effects.values(), *question.options.values()):
            found.update(dict.fromkeys((*effects.require, *effects.prefer)))
    asked_here = {**whole.general_criteria(), **whole.criteria_of(stage)}
    return tuple(key for key in found if key in asked_here)


def partial_says_under_what(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A partial value has the condition that it holds under."""
    for loaded in files.tools.values():
        for key, cell in loaded.record.assessments.items():
            if cell.values == ("partial",) and not cell.condition:
                known = ", ".join(whole.conditions)
                yield at(loaded, ("assessments", key), f"is partial without a condition; there are: {known}")


def reported_contradictions(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Cells that exclude each other by a rule that is only reported."""
    for loaded in files.tools.values():
        for each in whole.contradictions.values():
            if each.reported and each.beside:
                yield from contradicted(loaded, each)


def cells_agree_with_what_was_measured(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No cell says what the newest measurement of its tool disproves, as `contradictions.yml` says."""
    for key, result in whole.measured.items():
        cells = whole.tools[key].assessments
        for each in whole.contradictions.values():
            ((criterion, only),) = each.only.items()
            if each.seen in result.facts and criterion in cells and set(cells[criterion].values) <= set(only):
                because = each.because.en or each.because.ko
                message = f"'{', '.join(cells[criterion].values)}' contradicts {result.file}; {because}"
                yield at(files.tools[key], ("assessments", criterion, "value"), message)


def plans_are_whole(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A comparison asks what its tools are asked, with two verdicts; a stack lives; a stage has a guide."""
    for loaded in files.comparisons.values():
        record = loaded.record
        known = {key for tool in record.tools for key in whole.criteria_for(whole.tools[tool])}
        for number, criterion in enumerate(record.criteria):
            if criterion not in known and whole.criteria[criterion].kind != "figure":
                yield at(loaded, ("criteria", number), f"'{criterion}' is asked of none of these tools")
        if len(record.verdict) < LEAST_VERDICTS:
            yield at(
                loaded, ("verdict",), f"has {len(record.verdict)} of at least {LEAST_VERDICTS} sentences"
            )
    for stack in files.stacks.values():
        for number, entry in enumerate(stack.record.tools):
            if not whole.tools[entry.tool].living:
                yield at(stack, ("tools", number), f"'{entry.tool}' does not live any more")
    for stage in whole.stages:
        if stage not in whole.guides:
            yield at(files.stages, (stage,), "has no guide")


def titles_are_unique(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No two tools, comparisons or stacks have one name or one summary in a language."""
    for kind in ("tools", "comparisons", "stacks"):
        seen: dict[tuple[str, str, str], str] = {}
        for loaded in getattr(files, kind).values():
            for field, language in product(("name", "summary"), ("ko", "en")):
                said = getattr(getattr(loaded.record, field), language) or ""
                if said and (field, language, said) in seen:
                    message = f"'{said}' is the {field} of {seen[field, language, said]} too"
                    yield at(loaded, (field, language), message)
                seen.setdefault((field, language, said), loaded.file)


def wording_follows_the_glossary(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A term has one form in each language, the glossary's, in the data and in the prose."""
    yield from wrong_forms(files)


RULES: list[Rule] = [
    both_languages, summaries_fit, prose_is_there, guides_rest_on_cells, questions_part_the_tools,
    options_act_on_a_tool, options_say_why_they_part_few, judgements_favour_the_living,
    partial_says_under_what, reported_contradictions, cells_agree_with_what_was_measured, plans_are_whole,
    titles_are_unique, wording_follows_the_glossary,
]  # fmt: skip
