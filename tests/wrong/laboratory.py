"""Wrong edits: what the laboratory gives."""

from __future__ import annotations

import json
from typing import Any

from tests.wrong.changes import Edit

RESULT = {
    "day": "2026-11-01", "version": "1", "age_months": 1, "level": "works", "works": {},
    "machine": {"cores": 2, "load_before": 0.1}, "install": {"packages": 1, "megabytes": 3.0},
}  # fmt: skip
ALPHA = "../lab/results/2026-11-01/alpha.json"


def _result(**fields: Any) -> str:
    return json.dumps({**RESULT, **fields})


EDITS: dict[str, Edit] = {
    "a part of nobody": ("../lab/parts.yml", "alpah:\n  ko: 일부\n  en: A part\n", "did you mean 'alpha'"),
    "a part without Korean": ("../lab/parts.yml", "alpha:\n  en: A part\n", "alpha.ko: is missing"),
    "a note of nobody": (
        "../lab/notes.yml", "alpah:\n  track: {ko: 글, en: words}\n", "did you mean 'alpha'",
    ),
    "a note of no work": (
        "../lab/notes.yml", "alpha:\n  trakc: {ko: 글, en: words}\n", "trakc",
    ),
    "a list that is torn": ("../lab/parts.yml", "alpha: [\n", "close it"),
    "a result of nobody": ("../lab/results/2026-11-01/alpah.json", _result(), "did you mean 'alpha'"),
    "a result of another day": (ALPHA, _result(day="2026-10-01"), "lies in the folder of 2026-11-01"),
    "a result of the future": (
        "../lab/results/2999-11-01/alpha.json", _result(day="2999-11-01"), "is in the future",
    ),
    "less than nothing": (
        ALPHA, _result(install={"packages": 1, "megabytes": -3.0}), "install.megabytes: Input should",
    ),
    "no number": (ALPHA, _result().replace("3.0", "NaN"), "install.megabytes: Input should be a finite"),
    "a level that is none": (ALPHA, _result(level="wrks"), "level: Input should be 'works'"),
    "a result that is torn": (ALPHA, _result()[:-3], "is no result of the laboratory"),
}  # fmt: skip
