"""Wrong edits: stages, relations, names, histories, public ids."""

from __future__ import annotations

from tests.wrong.changes import ABOUT, CELL, EVIDENCE, HISTORY, MIT, RELATION, Edit, called, drop, put

EDITS: dict[str, Edit] = {
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
    "a glyph that is none": (ABOUT, put("mlfow", "mark"), "did you mean 'mlflow'"),
    "the mark of another tool": (ABOUT, put("Be", "mark"), "as 'beta' has; write mark: Al"),
    "the letters of another tool": (ABOUT, put("Be", "letters"), "as 'beta' has; write letters: Al"),
    # what machines saw
    "seen in the future": ("tools/alpha/observed.yml", "seen: 2999-01-01\n", "is in the future"),
    "a release after it was seen": (
        "tools/alpha/observed.yml",
        "seen: 2026-11-01\nreleases:\n  pypi:\n    version: '1'\n    day: 2026-11-02\n",
        "is after 2026-11-01",
    ),
    "a release of another tool's package": (
        "tools/alpha/observed.yml",
        "seen: 2026-11-01\nreleases:\n  pypi:\n    name: gamma\n    version: '1'\n",
        "'gamma' is the package of 'gamma'",
    ),
    "a condition far from any": (EVIDENCE, put("whatever", *CELL, "condition"), "there are: managed-only"),
    # history and ids
    "a history by nobody's source": (HISTORY, ("check,home,", "check,hmoe,"), "did you mean 'home'"),
    "a history without a source": (HISTORY, ("check,home,", "check,,"), "does not name its source"),
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
    "the same licence twice": (EVIDENCE, put([MIT, MIT], "licences"), "keep one"),
}  # fmt: skip
