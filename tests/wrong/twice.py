"""Wrong edits: what is said twice, by one name for two things, or for and against."""

from __future__ import annotations

from tests.wrong.changes import (
    ABOUT,
    CELL,
    EVIDENCE,
    GENERAL,
    GUIDE,
    MIT,
    ONE,
    PAIR,
    TRACKING,
    Edit,
    more,
    put,
)  # fmt: skip

NAMED = {"name": PAIR, "text": PAIR}
PRICE = {"plan": PAIR, "amount": "1", "currency": "USD", "per": PAIR, "source": "home"}
SUPPORT = {"version": "1", "ends": "2026-04", "source": "home"}
NOWHERE = {"name": "Nowhere", "search": ["zz"], "nearest": "tracking"}
OPTIONS = ("criteria", "licence", "options")

EDITS: dict[str, Edit] = {
    "a part twice": (ABOUT, put([NAMED, NAMED], "components"), "components.1: '글' stands here twice"),
    "a way to run it twice": (ABOUT, put([NAMED, NAMED], "setups"), "setups.1"),
    "a step twice": (ABOUT, put([PAIR, PAIR], "workflow"), "workflow.1"),
    "a reason twice": (ABOUT, put([PAIR, PAIR], "use_when"), "use_when.1"),
    "one sentence for and against": (
        ABOUT, lambda data: data.update(use_when=[PAIR], avoid_when=[PAIR]), "stands in use_when too",
    ),
    "a strength that is a weakness": (
        ABOUT, lambda data: data.update(strengths=[PAIR], weaknesses=[PAIR]), "stands in strengths too",
    ),
    "an end of support twice": (EVIDENCE, put([SUPPORT, SUPPORT], "support"), "'1' stands here twice"),
    "a price twice": (EVIDENCE, put([PRICE, PRICE], "prices"), "prices.1"),
    "a condition twice": (EVIDENCE, put(["paid", "paid"], *CELL, "condition"), "names 'paid' twice"),
    "a licence that did not change": (
        EVIDENCE, put([MIT, {**MIT, "since": "2022"}], "licences"), "a period begins with a change",
    ),
    "two stages of one name": ("stages.yml", put({"ko": "추적", "en": "S"}, "serving", "name"), "name"),
    "two conditions of one name": (
        "conditions.yml",
        lambda data: data["paid"].update(name=data["managed-only"]["name"]),
        "is the name of another one too",
    ),
    "two criteria of one name": (
        TRACKING, put({"ko": "차트", "en": "L"}, "criteria", "limits", "name"), "'차트' is the name",
    ),
    "two values of one name": (GENERAL, put({"ko": "열림", "en": "C"}, *OPTIONS, "closed", "name"), "'열림'"),
    "two options of one name": (
        GUIDE, put({"ko": "안", "en": "O"}, "questions", 1, "options", "outside", "name"), "'안' is the name",
    ),
    "a tool favoured twice": (
        GUIDE,
        lambda data: data["questions"][2]["options"]["habit"].update(
            favour=data["questions"][2]["options"]["habit"]["favour"] * 2
        ),
        "favours 'beta' twice",
    ),
    "a cell cited twice": (
        ONE, put(["alpha.charts", "alpha.charts"], "verdict", 0, "cells"), "names 'alpha.charts' twice",
    ),
    "a guide asked twice": (
        "scenarios.yml",
        lambda data: data["lone"].update(guides=data["lone"]["guides"] * 2),
        "asks the guide 'tracking' twice",
    ),
    "two answers where one is taken": (
        "scenarios.yml",
        put({"place": ["inside", "outside"]}, "lone", "guides", 0, "answers"),
        "takes one answer, and there are 2",
    ),
    "an answer twice": (
        "scenarios.yml", put({"need": ["charts", "charts"]}, "lone", "guides", 0, "answers"), "twice",
    ),
    "a change told twice": ("changes.yml", lambda data: data.append(data[0]), "what another entry tells"),
    "a change of nothing": (
        "changes.yml", lambda data: data[0].update(today=data[0]["old"]), "nothing has changed",
    ),
    "one spelling for two": (
        "uncovered.yml",
        lambda data: data.update(x=NOWHERE, y={**NOWHERE, "name": "Else"}),
        "leads to 'x' too",
    ),
    "a wrong form that is another's right one": (
        "glossary.yml",
        put({"ko": "시험", "en": "trial", "means": PAIR, "not_ko": {"모델 서빙": "시험"}}, "x"),
        "is the right form",
    ),
    "ids that moved in a circle": (
        "ids.yml", lambda data: data["tools"].update(a="moved b", b="moved a"), "a → b → a",
    ),
    "a stage after itself": ("stages.yml", put("tracking", "tracking", "next"), "is the stage itself"),
    "a stage without a pain": ("stages.yml", put([], "tracking", "pains"), "needs at least 1"),
    "many words": (TRACKING, put("true", "criteria", "limits", "many"), "only a choice"),
    "a unit of what is no figure": (TRACKING, put("MB", "criteria", "charts", "unit"), "a figure criterion"),
    "a package by its address": (
        ABOUT, put({"pypi": "https://pypi.org/project/x"}, "packages"), "the name that its index knows",
    ),
    "an image with a tag": (ABOUT, more("alpha/server:1.2", "images"), "without tag"),
}  # fmt: skip
