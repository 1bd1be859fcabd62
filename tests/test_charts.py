"""The laboratory's figures as tables with bars: nothing in them misleads."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from tests.conftest import Write
from tests.laboratory import WORK, result, shown, site
from tests.shown import content


def test_a_figure_is_the_median_of_its_runs(write: Write) -> None:
    page = shown(write, {"2026-11-29/alpha.json": result()})
    figures = {chart.id: [bar.number for bar in chart.bars] for chart in page.charts}
    assert figures == {"megabytes": [50.0], "idle": [120.5], "import": [3.0], "track": [4.5]}


def test_bars_stand_on_one_baseline_the_smallest_first(write: Write) -> None:
    small, large = (result(install={"packages": 1, "megabytes": each}) for each in (25, 100))
    page = shown(write, {"2026-11-29/beta.json": large, "2026-11-29/alpha.json": small})
    assert [(bar.tool, bar.share) for bar in page.charts[0].bars] == [("alpha", 25), ("beta", 100)]


@pytest.mark.parametrize(
    ("times", "text"),
    [(0.768, "0.77"), (2.96, "3.0"), (9.97, "10"), (26.7, "27"), (894.4, "890"), (1021, "1,000")],
)
def test_a_ratio_has_two_digits(write: Write, times: float, text: str) -> None:
    work = {**WORK, "cpu_seconds": [times], "yardstick": {"cpu_seconds": [1.0]}}
    page = shown(write, {"2026-11-29/alpha.json": result(works={"track": work})})
    assert {chart.id: chart.bars[0].text for chart in page.charts} == {
        "megabytes": "50",
        "idle": "120",
        "import": "3",
        "track": text,
    }


@pytest.mark.parametrize(("kind", "plain"), [("steps", True), ("serve", False)])
def test_a_plain_yardstick_says_that_its_start_is_most_of_it(
    write: Write, catalogue: Catalogue, kind: str, plain: bool
) -> None:
    asked = [{"per_second": 100}]
    work = {**WORK, "requests": asked, "yardstick": {"cpu_seconds": [0.1], "requests": asked}}
    tiny, problems = site(write, {"2026-11-29/alpha.json": result(works={kind: work})})
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = " ".join(content(whole, "measured", "", "en", "measured/").split())
    assert ("the start of Python" in text) == plain
    assert ("CPU time, × the plain program" in text) == plain
    assert ("time of a request, × FastAPI" in text) == (not plain)


def test_a_served_model_is_compared_by_the_time_of_a_request(write: Write) -> None:
    rates = (100, 200, 250), (800, 900, 1000)
    asked, bare = ([{"per_second": each, "p95_ms": 2000 / each} for each in found] for found in rates)
    serve = {**WORK, "start_seconds": [1.0], "requests": asked, "yardstick": {"requests": bare}}
    page = shown(write, {"2026-11-29/alpha.json": result(works={"serve": serve})})
    (chart,) = [each for each in page.charts if each.id == "serve"]
    assert [(bar.text, bar.apart) for bar in chart.bars] == [("4.5", False)]
    assert (chart.column, chart.yardstick, chart.bars[0].beside) == ("p95", "1.1", {"count": 9, "ms": "10"})


def test_what_was_not_counted_beside_a_figure_is_a_dash(write: Write) -> None:
    rates = [{"per_second": 100}]
    works = {
        "serve": {**WORK, "requests": rates, "lines": None, "yardstick": {"requests": rates}},
        "track": {**WORK, "seconds": [], "lines": None},
    }
    page = shown(write, {"2026-11-29/alpha.json": result(works=works)})
    besides = {chart.id: chart.bars[0].beside for chart in page.charts}
    assert besides["serve"] == {"count": "–", "ms": "–"}
    assert besides["track"] == {"count": "–", "seconds": "–"}


@pytest.mark.parametrize(("started", "apart"), [([1.0], True), ([], False)])
def test_a_time_without_that_of_the_server_is_marked(write: Write, started: list[float], apart: bool) -> None:
    page = shown(
        write, {"2026-11-29/alpha.json": result(works={"track": {**WORK, "start_seconds": started}})}
    )
    (chart,) = [each for each in page.charts if each.id == "track"]
    assert ([bar.apart for bar in chart.bars], chart.apart) == ([apart], apart)
    assert (chart.column, chart.yardstick) == ("lines", "0.2")
    assert chart.bars[0].beside == {"count": 9, "seconds": "1.1"}


def test_memory_at_rest_stands_beside_its_processes_and_the_wait_for_an_answer(write: Write) -> None:
    works = {
        "serve": {**WORK, "idle_mb": 80.0, "processes": ["one"]},
        "track": {**WORK, "processes": ["one", "two"], "start_seconds": [1.0, 12.3, 17.0]},
        "steps": {**WORK, "idle_mb": None, "processes": ["one", "two", "three"]},
    }
    page = shown(write, {"2026-11-29/alpha.json": result(works=works)})
    (chart,) = [each for each in page.charts if each.id == "idle"]
    assert [(chart.column, bar.number) for bar in chart.bars] == [("processes", 120.5)]
    assert chart.bars[0].beside == {"count": 2, "seconds": "12"}


def test_a_size_stands_beside_its_packages_and_the_time_to_install(write: Write) -> None:
    size = {"packages": 3, "megabytes": 50.0, "seconds": [0.5, 0.128, 0.1]}
    page = shown(write, {"2026-11-29/alpha.json": result(install=size), "2026-11-29/beta.json": result()})
    besides = [bar.beside for bar in page.charts[0].bars]
    assert besides == [{"count": 3, "seconds": "0.13"}, {"count": 3, "seconds": "–"}]
