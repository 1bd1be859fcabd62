"""Wrong edits: two things that are alike, and what one mistake makes look like several."""

from __future__ import annotations

from tests.wrong.changes import (
    ABOUT,
    EVIDENCE,
    GENERAL,
    MIT,
    ONE,
    PAIR,
    TRACKING,
    Edit,
    put,
)  # fmt: skip

OPTIONS = ("criteria", "licence", "options")
STEWARD = {"name": "Somebody", "since": "2020", "source": "home"}
PAGE = {"url": "https://alpha.example.test/b", "accessed": "2026-11-02", "shows": PAIR}

EDITS: dict[str, Edit] = {
    "two values of one English name": (
        GENERAL, put({"ko": "닫힘", "en": "Open"}, *OPTIONS, "closed", "name"), "'Open' is the name",
    ),
    "two values of one name spelled twice": (
        GENERAL, put({"ko": "열 림", "en": "C"}, *OPTIONS, "closed", "name"), "'열 림' is the name",
    ),
    "two values of one meaning": (
        GENERAL,
        lambda data: data["criteria"]["licence"]["options"]["closed"].update(
            means=data["criteria"]["licence"]["options"]["open"]["means"]
        ),
        "means what another one means",
    ),
    "two conditions of one meaning": (
        "conditions.yml",
        lambda data: data["paid"].update(means=data["managed-only"]["means"]),
        "means what another one means",
    ),
    "a value that means its name": (
        GENERAL,
        lambda data: data["criteria"]["licence"]["options"]["closed"].update(
            means=data["criteria"]["licence"]["options"]["closed"]["name"]
        ),
        "only says its name again",
    ),
    "two criteria of one question": (
        TRACKING,
        lambda data: data["criteria"]["limits"].update(question=data["criteria"]["charts"]["question"]),
        "is the question of 'charts' too",
    ),
    "a search word in two cases": (ABOUT, put(["alfa", "Alfa"], "search"), "'alfa' stands here twice"),
    "a size of team twice": (
        ABOUT, put([{"name": PAIR, "text": PAIR, "team": ["solo", "solo"]}], "setups"), "names 'solo' twice",
    ),
    "a steward that did not change": (
        EVIDENCE, put([STEWARD, {**STEWARD, "since": "2022"}], "stewards"), "a period begins with a change",
    ),
    "a licence by another name": (
        EVIDENCE, put([{**MIT, "licence": "MIT License"}], "licences"), "write 'MIT'",
    ),
    "a licence that is a family": (
        EVIDENCE,
        put([{**MIT, "licence": "MIT OR GPLv3"}], "licences"),
        "write 'GPL-3.0-only' or 'GPL-3.0-or-later'",
    ),
    "a licence with a slip": (
        EVIDENCE, put([{**MIT, "licence": "Proprietry"}], "licences"), "write 'Proprietary'",
    ),
    "a cell without its source, which nothing else used": (
        EVIDENCE,
        lambda data: (data["sources"].update(b=PAGE), data["assessments"]["charts"].pop("source")),
        "no source, no assessment",
    ),
    "an address in the place of a source": (
        EVIDENCE,
        lambda data: (
            data["sources"].update(b=PAGE),
            data["assessments"]["charts"].update(source="https://a.test/"),
        ),
        "give the page an id under sources",
    ),
    "a source by an id that it does not have": (
        EVIDENCE,
        lambda data: (
            data["sources"].update(b=PAGE),
            data["assessments"]["charts"].update(source="elsewhere"),
        ),
        "'elsewhere' is no source of this tool",
    ),
    "a source that nothing names": (
        EVIDENCE, lambda data: data["sources"].update(b=PAGE), "sources.b: is used by nothing",
    ),
    "a file that ends after its sources": (
        EVIDENCE,
        lambda data: [data.pop(key) for key in list(data) if key != "sources"],
        "lifecycle: is missing",
    ),
    "a tool of a comparison twice": (ONE, put(["alpha", "alpha"], "tools"), "'alpha' stands here twice"),
}  # fmt: skip
