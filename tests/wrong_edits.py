"""About a hundred wrong edits of a small sound data set, each with words that its one problem has to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Change = Callable[[Any], object]
Edit = tuple[str, Change | tuple[str, str] | str | None, str]
ABOUT, EVIDENCE, HISTORY = (f"tools/alpha/{name}" for name in ("about.yml", "evidence.yml", "history.csv"))
BETA = "tools/beta/evidence.yml"
GUIDE, TRACKING, GENERAL = "guides/tracking.yml", "criteria/tracking.yml", "criteria/general.yml"
ONE, TWO, STACK = "comparisons/one.yml", "comparisons/two.yml", "stacks/small.yml"


def put(value: Any, *path: str | int) -> Change:
    """Write a value at a place."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = value

    return change


def drop(*path: str | int) -> Change:
    """Take a place out."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        del data[path[-1]]

    return change


def called(name: str, *path: str | int) -> Change:
    """Give a key another name."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        kept = {name if key == path[-1] else key: value for key, value in data.items()}
        data.clear()
        data.update(kept)

    return change


def more(value: Any, *path: str | int) -> Change:
    """Add to a list, which may not be there yet."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        data.setdefault(path[-1], []).append(value)

    return change


CELL = ("assessments", "charts")
RELATION = {"kind": "works_with", "tool": "beta", "source": "home"}
MIT = {"licence": "MIT", "since": "2020", "source": "home"}
PAIR = {"ko": "글", "en": "A page"}

EDITS: dict[str, Edit] = {
    # form
    "a comma that is missing": (
        ABOUT, ("links:\n", 'search: ["a" "b"]\nlinks:\n'), "column 9 misses ','",
    ),
    "a quote that nothing closes": (ABOUT, ("en: Records", 'en: "Records'), "quote in column"),
    "a colon in plain text": (ABOUT, ("en: The tool Alpha", "en: Alpha: a tool"), "double quotes"),
    "a colon without its space": (ABOUT, ("name: Alpha", "name:Alpha"), "space is missing behind the ':'"),
    "a line indented too far": (ABOUT, ("  en: The tool", "    en: The tool"), "column"),
    "a text that begins with @": (ABOUT, ("name: Alpha", "name: @alpha"), "'@' in column 7"),
    "a tab": (ABOUT, ("  ko: Alpha 도구", "\tko: Alpha 도구"), "tab; use two spaces"),
    "a key that stands twice": (ABOUT, ("links:\n", "name: Two\n\nlinks:\n"), "key 'name' twice"),
    "marks of a merge": (ABOUT, ("links:\n", "<<<<<<< main\nlinks:\n"), "merge that was not finished"),
    "marks of a merge in a history": (HISTORY, ("charts,", "<<<<<<< main\ncharts,"), "merge"),
    "a misspelt key": (ABOUT, called("sumary", "summary"), "did you mean 'summary'"),
    "a key by another word": (ABOUT, called("title", "name"), "did you mean 'name'"),
    "a key that nobody knows": (ABOUT, put("x", "colour"), "known here: name"),
    "a key that is missing": (ABOUT, drop("links", "home"), "links.home: is missing"),
    "a value in the place of a cell": (EVIDENCE, put("yes", *CELL), "write value, source, checked"),
    "a list in the place of a word": (ABOUT, put(["a"], "name", ), "name"),
    "an empty word": (ABOUT, put("", "summary", "en"), "is empty"),
    "a word that is null": (ABOUT, put("null", "summary", "en"), "leave the line out"),
    "a word that is a tilde": (ABOUT, put("~", "summary", "en"), "leave the line out"),
    "a name that nobody sees": (ABOUT, put("\u3164", "name"), "U+3164"),
    "a blank of Braille": (ABOUT, put("a\u2800b", "name"), "U+2800"),
    "a word of marks only": (ABOUT, put("\u0301", "name"), "nothing that one could read"),
    "a placeholder": (ABOUT, put("<FILL IN> what it is", "summary", "ko"), "fill it in"),
    "a template": (ABOUT, put("{{ config }}", "summary", "ko"), "template markup"),
    "a space at the end": (ABOUT, put("Alpha ", "name"), "begins or ends with a space"),
    "an address that is none": (ABOUT, put("javascript:alert(1)", "links", "home"), "https:// address"),
    "an address of an example": (ABOUT, put("https://example.com/docs", "links", "docs"), "example"),
    "a package index by another name": (ABOUT, put({"pip": "x"}, "packages"), "did you mean 'pypi'"),
    "a truth that is none": (ABOUT, put("half", "stages", "tracking", "part"), "true or false"),
    # sources and days
    "one word for what was seen": (EVIDENCE, put("docs", "sources", "home", "shows"), "ko and en"),
    "a source that does not exist": (EVIDENCE, put("hom", *CELL, "source"), "did you mean 'home'"),
    "a source renamed where it is defined": (EVIDENCE, called("hme", "sources", "home"), "more places"),
    "a misspelt key of a cell": (EVIDENCE, called("sourc", *CELL, "source"), "did you mean 'source'"),
    "a cell without a source": (EVIDENCE, drop(*CELL, "source"), "no source, no assessment"),
    "a source that nothing uses": (
        EVIDENCE,
        put({"url": "https://a.test/b", "accessed": "2026-11-01", "shows": PAIR}, "sources", "spare"),
        "delete it",
    ),
    "a source opened in the future": (
        EVIDENCE, put("2999-01-01", "sources", "home", "accessed"), "in the future",
    ),
    "a source opened after its cells": (
        EVIDENCE, put("2026-11-05", "sources", "home", "accessed"), "4 cells",
    ),
    "a cell checked before its source": (EVIDENCE, put("2026-10-01", *CELL, "checked"), "was opened"),
    "a cell checked in the future": (EVIDENCE, put("2999-01-01", *CELL, "checked"), "in the future"),
    "a date by another form": (EVIDENCE, put("01.11.2026", *CELL, "checked"), "YYYY-MM-DD"),
    "a day that no calendar holds": (EVIDENCE, put("2018-02-31", "lifecycle", "since"), "calendar"),
    "a period that begins in the future": (EVIDENCE, put("2099-12", "lifecycle", "since"), "future"),
    "a copy younger than its reading": (
        EVIDENCE, put("2026-11-30", "sources", "home", "as_of"), "after accessed",
    ),
    # values
    "a value that does not exist": (EVIDENCE, put("yess", *CELL, "value"), "yes, partial, no"),
    "n/a": (EVIDENCE, put("n/a", *CELL, "value"), "did you mean 'not-applicable'"),
    "True": (EVIDENCE, put("True", *CELL, "value"), "did you mean 'yes'"),
    "unknown": (EVIDENCE, put("unknown", *CELL, "value"), "delete the entry"),
    "words for a choice": (EVIDENCE, put(PAIR, *CELL, "value"), "yes, partial, no"),
    "an id for words": (EVIDENCE, put("many", "assessments", "limits", "value"), "ko and en"),
    "disputed beside a value": (
        EVIDENCE, put(["disputed", "managed"], "assessments", "hosting", "value"), "stands alone",
    ),
    "disputed without sides": (EVIDENCE, put("disputed", *CELL, "value"), "two sides"),
    "sides without a dispute": (
        EVIDENCE, put([{"value": "yes", "source": "home"}], *CELL, "sides"), "not disputed",
    ),
    "a side that does not exist": (
        "tools/zeta/evidence.yml", put("shut", "assessments", "licence", "sides", 0, "value"), "open, closed",
    ),
    "partial without a note": (BETA, drop("assessments", "charts", "note"), "which part"),
    "two values where one is asked": (
        EVIDENCE, put(["open", "closed"], "assessments", "licence", "value"), "takes one",
    ),
    "the same value twice": (
        EVIDENCE, put(["self", "self"], "assessments", "hosting", "value"), "twice",
    ),
    "a condition that does not exist": (BETA, put("payd", "assessments", "charts", "condition"), "'paid'"),
    "a condition beside a no": (
        "tools/zeta/evidence.yml", put("paid", "assessments", "charts", "condition"), "has no condition",
    ),
    "a misspelt criterion": (EVIDENCE, called("chart", *CELL), "did you mean 'charts'"),
    "a criterion of another stage": (
        "tools/zeta/about.yml", called("serving", "stages", "tracking"), "stage 'tracking'",
    ),
    "looked for beside a cell": (
        EVIDENCE, put({"charts": {"where": PAIR, "day": "2026-11-01"}}, "looked"), "keep one of the two",
    ),
    # stages, relations, names
    "a misspelt stage": (ABOUT, called("trackin", "stages", "tracking"), "did you mean 'tracking'"),
    "a relation to nobody": (
        EVIDENCE, put([{**RELATION, "tool": "bet"}], "relations"), "did you mean 'beta'",
    ),
    "a relation to itself": (EVIDENCE, put([{**RELATION, "tool": "alpha"}], "relations"), "tool itself"),
    "the same relation twice": (EVIDENCE, put([RELATION, RELATION], "relations"), "keep one"),
    "a kind of relation by another name": (
        EVIDENCE, put([{**RELATION, "kind": "work_with"}], "relations"), "did you mean 'works_with'",
    ),
    "a successor of an active tool": (EVIDENCE, put("beta", "lifecycle", "successor"), "no successor"),
    "a successor that is nobody": (
        "tools/delta/evidence.yml", put("alhpa", "lifecycle", "successor"), "did you mean 'alpha'",
    ),
    "a status that does not exist": (EVIDENCE, put("activ", "lifecycle", "status"), "'active'"),
    "an end without a note": (EVIDENCE, put("archived", "lifecycle", "status"), "says why"),
    "licences out of order": (
        EVIDENCE, put([{**MIT, "since": "2022"}, {**MIT, "since": "2021"}], "licences"), "ordered by day",
    ),
    "a search word twice": (ABOUT, put(["알파", "알파"], "search"), "keep one"),
    "a name that another tool has": (ABOUT, put("Beta", "name"), "claimed by"),
    "a home that another tool has": (
        ABOUT, put("https://beta.example.test/", "links", "home"), "claimed by",
    ),
    # history and ids
    "a cell changed without its line": (EVIDENCE, put("no", *CELL, "value"), "add a line"),
    "a cell taken out": (EVIDENCE, drop(*CELL), "its history ends with 'yes'"),
    "a history of nothing": (HISTORY, ("charts,", "chart,"), "did you mean 'charts'"),
    "a history in the future": (HISTORY, ("charts,2026", "charts,2999"), "in the future"),
    "a history without a reason": (HISTORY, ("yes,first check", "yes,"), "does not say why"),
    "a history with a field too few": (HISTORY, (",first check,home,\n", ",first check\n"), "fields"),
    "a history with another head": (HISTORY, ("criterion,day", "day,criterion"), "does not begin with"),
    "an id that vanished": ("ids.yml", put("used", "tools", "older"), "has vanished"),
    "an id used again": ("ids.yml", put("removed", "tools", "alpha"), "used again"),
    "an id that moved nowhere": ("ids.yml", put("moved alfa", "tools", "old"), "not used"),
    # vocabularies
    "a misspelt key of a criterion": (
        TRACKING, called("qestion", "criteria", "charts", "question"), "'question'",
    ),
    "a criterion renamed": (TRACKING, called("chart", "criteria", "charts"), "was 'chart' meant"),
    "a criterion of no stage": (TRACKING, put("trackng", "stage"), "did you mean 'tracking'"),
    "a value taken out": (TRACKING, drop("criteria", "charts", "options", "partial"), "yes, partial and no"),
    "a stage's key that is missing": ("stages.yml", drop("serving", "lane"), "lane: is missing"),
    "a stage renamed": ("stages.yml", called("servng", "serving"), "was 'servng' meant"),
    "a stage that Windows cannot hold": (
        "stages.yml", lambda data: data.update(con=data["serving"]), "Windows",
    ),
    "a condition under no question": (
        "conditions.yml", put({"plce": "inside"}, "managed-only", "no_under"), "did you mean 'place'",
    ),
    "a term without its meaning": ("glossary.yml", drop("model-serving", "means"), "is missing"),
    # plans
    "a verdict on no cell": (ONE, put(["alpha.chart"], "verdict", 0, "cells"), "did you mean 'charts'"),
    "a verdict on no tool": (ONE, put(["alfa.charts"], "verdict", 0, "cells"), "did you mean 'alpha'"),
    "a verdict on a tool beside": (ONE, put("gamma", "verdict", 0, "tools"), "not compared here"),
    "a comparison of one": (ONE, put(["alpha"], "tools"), "needs at least 2"),
    "a comparison by nothing": (ONE, put(["chart"], "criteria"), "did you mean 'charts'"),
    "a stack of nobody": (STACK, put("alfa", "tools", 0, "tool"), "did you mean 'alpha'"),
    "a stack for another stage": (STACK, put("serving", "tools", 0, "stage"), "is not in 'serving'"),
    "a guide that requires nothing known": (
        GUIDE, put({"hostin": "self"}, "questions", 1, "options", "inside", "require"), "'hosting'",
    ),
    "a guide that requires no value": (
        GUIDE, put({"hosting": "selff"}, "questions", 1, "options", "inside", "require"), "self, managed",
    ),
    "a weight too large": (
        GUIDE, put(9, "questions", 2, "options", "charts", "prefer", "charts", "yes"), "more than 3",
    ),
    "a judgement on nobody": (
        GUIDE, put("bata", "questions", 2, "options", "habit", "favour", 0, "tool"), "did you mean 'beta'",
    ),
    "an option without an effect": (GUIDE, drop("questions", 3, "options", "open", "require"), "no effect"),
    "a shared question that is none": (GUIDE, put("teem", "questions", 0, "use"), "did you mean 'team'"),
    "an effect of no option": (GUIDE, called("sollo", "questions", 0, "effects", "solo"), "'solo'"),
    "a scenario of no guide": ("scenarios.yml", put("trackin", "lone", "guides", 0, "stage"), "'tracking'"),
    "a scenario of no option": (
        "scenarios.yml", put({"place": "insde"}, "lone", "guides", 0, "answers"), "did you mean 'inside'",
    ),
    "a scenario of no question": (
        "scenarios.yml", put({"plce": "inside"}, "lone", "guides", 0, "answers"), "did you mean 'place'",
    ),
    "notes of nobody": ("scenarios.yml", put(["nothing"], "lone", "guides", 0, "noted"), "is no tool"),
    "a change of nobody": ("changes.yml", put("alfa", 0, "tool"), "did you mean 'alpha'"),
    "a redirect over a page": ("redirects.yml", put("tools/beta", "tools/alpha"), "overwrite"),
    "a redirect to nowhere": ("redirects.yml", put("tools/bet", "tools/b"), "did you mean 'tools/beta'"),
    # interface words
    "braces that do not close": ("strings/page.yml", put("{name", "title.greeting"), "braces"),
    "braces that reach inside": (
        "strings/page.yml", put("{day.__class__}", "title.greeting"), "no bare name",
    ),
    "braces in one language": (
        "strings/page.yml", put({"ko": "{name}", "en": "Hello"}, "title.greeting"), "both need the same",
    ),
    "an interface word in two rooms": ("strings/page.yml", put(PAIR, "value.yes"), "is defined in"),
    # files
    "a comparison named as a stage": ("comparisons/tracking.yml", "one", "has its page at compare/tracking"),
    "a tool named index": ("tools/index/about.yml", "", "address keeps"),
    "a file with another ending": ("stacks/other.yaml", "a: 1\n", "does not end in .yml"),
    "a file of Windows": ("stacks/con.yml", "a: 1\n", "Windows"),
    "a file beside": ("notes.md", "a\n", "does not belong"),
    "an evidence that is missing": (EVIDENCE, None, "is missing"),
    "a vocabulary that is missing": ("stages.yml", None, "is missing"),
    "a guide of no stage": ("guides/trackng.yml", "guide", "did you mean 'tracking'"),
}  # fmt: skip
