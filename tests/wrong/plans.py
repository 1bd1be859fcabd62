"""Wrong edits: vocabularies, guides, plans, interface words."""

from __future__ import annotations

from tests.wrong.changes import GUIDE, ONE, PAIR, STACK, TRACKING, TWO, Edit, called, drop, put

DECLINED = {"name": "Nobody", "fate": "rejected", "day": "2026-11-01", "because": PAIR}
COUNTED = {
    "name": PAIR, "day": "2026-11-01", "sources": 3, "assessments": 3, "undated": 0, "foreign": 0,
    "moving": 0, "secondary": 0, "bare": 0,
}  # fmt: skip

EDITS: dict[str, Edit] = {
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
        "stages.yml", lambda data: data.update(con={**data["serving"], "name": "Con"}), "Windows",
    ),
    "a condition under no question": (
        "conditions.yml", put({"plce": "inside"}, "managed-only", "no_under"), "did you mean 'place'",
    ),
    "a stage that leads nowhere": ("stages.yml", put("serving", "tracking", "next"), "leads nowhere"),
    "a criterion of one stage in the list of all": (
        TRACKING, put("1", "criteria", "limits", "column"), "is asked of 'tracking' only",
    ),
    "one value with a name among three": (
        TRACKING, put(PAIR, "criteria", "charts", "options", "yes", "name"), "names yes alone",
    ),
    "parts that are no term": ("glossary.yml", put(["모델", "서비"], "model-serving", "split"), "모델서비"),
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
    "an option renamed in a shared question": (
        "questions.yml", called("sollo", "team", "options", "solo"), "was 'team.sollo' meant",
    ),
    "a question that cannot be read": ("questions.yml", ("  ask:", "  ask"), "misses the ':'"),
    "redirects in a circle": ("redirects.yml", lambda data: data.update(a="b", b="a"), "a → b → a"),
    "a term twice": (
        "glossary.yml", lambda data: data.update(again=data["model-serving"]), "is the term of",
    ),
    "a right form among the wrong ones": (
        "glossary.yml", put({"모델 서빙": "모델 서빙"}, "model-serving", "not_ko"), "is the right form",
    ),
    "a comparison with another's name": (TWO, "one", "is the name of another comparison"),
    "a name that is declined": ("declined.yml", put({**DECLINED, "name": "Alpha"}, "x"), "is listed"),
    "declined in the future": ("declined.yml", put({**DECLINED, "day": "2999-01-01"}, "x"), "future"),
    "more undated than there are": ("counted.yml", put({**COUNTED, "undated": 9}, "x"), "9 of 3"),
    "a cell that contradicts itself": (
        "contradictions.yml",
        put({"only": {"hosting": "self"}, "beside": {"hosting": "managed"}, "because": PAIR}, "x"),
        "on both sides",
    ),
}  # fmt: skip
