"""Bands of measured figures, by which guides reason, and cells that a measurement disproves."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.gates.complete import complete
from macros.guide.guide import guide_of
from macros.guide.outcome import outcome
from macros.loading.catalogue import Catalogue
from macros.loading.figures import band
from tests.conftest import DATA, Write
from tests.editing import said as read
from tests.laboratory import GROUP, WORK, result, site, sized, whole_of


def _light() -> str:
    """The tiny guide, one of whose options prefers what is light."""
    guide = read(DATA / "tiny" / "guides" / "tracking.yml")
    place = next(each for each in guide["questions"] if each.get("id") == "place")
    place["options"]["outside"]["prefer"]["size"] = {"light": 2}
    return json.dumps(guide, ensure_ascii=False)


GUIDE = _light()


ALPHA = result(works={"track": {**WORK, "start_cpu_seconds": [3.0, 1.0, 2.0]}})


@pytest.fixture
def shipped(catalogue: Catalogue) -> dict[str, Any]:
    """The words of the shipped catalogue: the tiny one has only a few."""
    return {"strings": catalogue.strings}


def test_a_band_reaches_up_to_its_end(write: Write, shipped: dict[str, Any]) -> None:
    whole = whole_of(write, shipped, alpha=sized(100), beta=sized(101))
    assert [band(whole, key, "size") for key in ("alpha", "beta")] == ["light", "heavy"]


@pytest.mark.parametrize(
    ("megabytes", "age", "parts", "points"),
    [(50, 2, "", 2), (500, 2, "", 0), (50, 30, "", 0), (50, 2, "alpha: {ko: 일부, en: A part}", 0)],
)
def test_a_guide_reasons_with_bands_of_what_is_whole_and_young(
    write: Write, shipped: dict[str, Any], megabytes: float, age: int, parts: str, points: int
) -> None:
    others = dict.fromkeys(("beta", "gamma", "zeta"), sized(500))
    whole = whole_of(write, shipped, parts, GUIDE, alpha=sized(megabytes, age), **others)
    found = outcome(guide_of(whole, "tracking"), {"place": ("outside",)})
    assert sum(each.points for each in found.reasons["alpha"] if each.criterion == "size") == points
    assert ("size" in found.unchecked["alpha"]) == (points == 0 and megabytes < 100)


def test_a_guide_reasons_with_no_figure_that_most_candidates_lack(write: Write) -> None:
    files = {"criteria/measured.yml": GROUP, "guides/tracking.yml": GUIDE}
    whole, problems = site(write, {"2026-11-29/alpha.json": sized(50)}, files)
    assert whole is None
    (only,) = problems
    assert only.startswith("data/guides/tracking.yml:1: reasons with 'size', measured of 1 of ")


def test_data_without_the_laboratorys_results_are_judged_without_them(write: Write) -> None:
    whole, problems = site(write, {}, {"criteria/measured.yml": GROUP, "guides/tracking.yml": GUIDE})
    assert problems == []
    assert whole is not None


def test_a_list_of_parts_that_cannot_be_read_is_a_problem_with_its_file(write: Write) -> None:
    whole, problems = site(write, {}, None, "alpha: {en: A part}")
    assert whole is None
    assert [each.partition(": ")[0] for each in problems] == ["lab/parts.yml:1"]


@pytest.mark.parametrize(
    ("fields", "parts", "reported"),
    [
        ({}, "", True),
        ({"level": "client", "works": {}}, "", False),
        ({"age_months": 30}, "", False),
        ({"works": {"track": {**WORK, "silent": {"problem": "not done"}}}}, "", False),
        ({}, "alpha: {ko: 일부, en: A part}", False),
    ],
)
def test_a_cell_that_a_measurement_disproves_is_reported_for_review(
    write: Write, fields: dict[str, Any], parts: str, reported: bool
) -> None:
    seen = {"only": {"charts": "yes"}, "seen": "works-offline", "because": {"ko": "글", "en": "it worked"}}
    files = {"contradictions.yml": json.dumps({"blind": seen})}
    whole, problems = site(write, {"2026-11-29/alpha.json": result(**fields)}, files, parts)
    assert (whole is not None, problems) == (True, [])
    told = [str(each) for each in complete(write(files)) if "contradicts lab/" in str(each)]
    line = "'yes' contradicts lab/results/2026-11-29/alpha.json; it worked"
    assert [each.partition("value: ")[2] for each in told] == ([line] if reported else [])


def test_a_contradiction_names_a_cell_or_what_was_seen(write: Write) -> None:
    neither = {"only": {"charts": "yes"}, "because": {"ko": "글", "en": "words"}}
    _, problems = site(write, {}, {"contradictions.yml": json.dumps({"blind": neither})})
    assert [each.partition(": ")[2] for each in problems] == ["blind: needs either beside or seen"]
