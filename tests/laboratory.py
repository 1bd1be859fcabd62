"""What the laboratory could have given: results, lists, and the tiny data set beside them."""

from __future__ import annotations

import json
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from macros.views.measured import Measured, measured
from tests.conftest import Write

WORK = {
    "seconds": [1.0, 1.2, 1.1],
    "cpu_seconds": [0.8, 0.9, 1.0],
    "lines": 9,
    "idle_mb": 120.5,
    "reached": [{"name": "calls.example.org", "port": 443, "during": "start", "times": 2}],
    "silent": {"seconds": 9.1},
    "yardstick": {"cpu_seconds": [0.1, 0.3, 0.2]},
}


def result(**fields: Any) -> dict[str, Any]:
    """A result of the laboratory."""
    whole = {
        "day": "2026-11-29",
        "version": "1.2",
        "age_months": 2,
        "level": "works",
        "machine": {"cores": 2, "load_before": 0.5},
        "install": {"packages": 3, "megabytes": 50.0},
        "imported": {"seconds": [9.0], "cpu_seconds": [2.0, 4.0, 3.0]},
        "works": {"track": WORK},
    }
    return {**whole, **fields}


def site(
    write: Write,
    files: dict[str, Any],
    data: dict[str, Any] | None = None,
    parts: str = "",
    reasons: str = "",
    notes: str = "",
) -> tuple[Catalogue | None, list[str]]:
    """The tiny data set beside these results, with more data files, and what was measured in part or not."""
    root = write(data)
    for name, text in (("parts", parts), ("not-measured", reasons), ("notes", notes)):
        if text:
            (root.parent / "lab").mkdir(exist_ok=True)
            (root.parent / "lab" / f"{name}.yml").write_text(text, "utf-8")
    for name, sheet in files.items():
        path = root.parent / "lab" / "results" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sheet if isinstance(sheet, str) else json.dumps(sheet), "utf-8")
    whole, problems = check(root)
    return whole, list(map(str, problems))


def shown(write: Write, files: dict[str, Any]) -> Measured:
    """The page of measurements of the tiny data set beside these results."""
    whole, problems = site(write, files)
    assert whole is not None, problems
    return measured(whole, "", "ko")


BANDS = """
      light: {name: {ko: 가벼움, en: Light}, means: {ko: 100까지, en: Up to 100}, up_to: 100}
      heavy: {name: {ko: 무거움, en: Heavy}, means: {ko: 그 위, en: Above}}"""


GROUP = f"""
name: {{ko: 측정값, en: Measured}}
order: 9
criteria:
  size:
    name: {{ko: 크기, en: Size}}
    question: {{ko: 얼마?, en: How much?}}
    why: {{ko: 돈, en: Money}}
    kind: figure
    unit: MB
    measure: installed-megabytes
    options:{BANDS}
  start:
    name: {{ko: 시작, en: Start}}
    question: {{ko: 얼마?, en: How long?}}
    why: {{ko: 시간, en: Time}}
    kind: figure
    unit: {{ko: 초, en: s}}
    measure: start-cpu-seconds
    works: [serve, track]
"""


def whole_of(
    write: Write, words: dict[str, Any], parts: str = "", guide: str = "", **results: Any
) -> Catalogue:
    """The tiny catalogue with two measured criteria, these words, and results by tool."""
    named = {f"2026-11-29/{key}.json": each for key, each in results.items()}
    files = {"criteria/measured.yml": GROUP, **({"guides/tracking.yml": guide} if guide else {})}
    whole, problems = site(write, named, files, parts)
    assert whole is not None, problems
    return Catalogue(**{**vars(whole), **words})


def sized(megabytes: float, age: int = 2) -> dict[str, Any]:
    """A result of so many megabytes."""
    return result(install={"packages": 1, "megabytes": megabytes}, age_months=age)
