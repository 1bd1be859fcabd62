"""Wrong edits: sources, days, values."""

from __future__ import annotations

from tests.wrong.changes import BETA, CELL, EVIDENCE, PAIR, Edit, called, drop, put

EDITS: dict[str, Edit] = {
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
    "a source named twice": (EVIDENCE, put(["home", "home"], *CELL, "source"), "names 'home' twice"),
    "sides that agree": (
        "tools/zeta/evidence.yml", lambda data: [
            each.update(value="open") for each in data["assessments"]["licence"]["sides"]
        ], "nothing is disputed",
    ),
    "a misspelt key of all cells": (
        EVIDENCE, called("assesments", "assessments"), "did you mean 'assessments'",
    ),
}  # fmt: skip
