"""Measurements on the page: the newest result of each tool, its figures, and nothing that misleads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.gates.complete import complete
from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from macros.views.measured import Measured, measured
from tests.conftest import Write
from tests.shown import content

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


def test_a_figure_is_the_median_of_its_runs(write: Write) -> None:
    page = shown(write, {"2026-11-29/alpha.json": result()})
    figures = {chart.id: [bar.number for bar in chart.bars] for chart in page.charts}
    assert figures == {"megabytes": [50.0], "idle": [120.5], "import": [3.0], "track": [4.5]}


def test_the_newest_result_of_a_tool_stands_for_it(write: Write) -> None:
    def size(megabytes: float) -> dict[str, Any]:
        return result(install={"packages": 1, "megabytes": megabytes})

    page = shown(
        write,
        {
            "2026-11-28/alpha.json": size(1),
            "2026-11-29/alpha.json": size(2),
            "2026-11-29/alpha.2.json": size(3),
            "2026-11-29/alpha.10.json": size(4),
        },
    )
    assert [bar.number for bar in page.charts[0].bars] == [4]


def test_bars_stand_on_one_baseline_the_smallest_first(write: Write) -> None:
    small, large = (result(install={"packages": 1, "megabytes": each}) for each in (25, 100))
    page = shown(write, {"2026-11-29/beta.json": large, "2026-11-29/alpha.json": small})
    assert [(bar.tool, bar.share) for bar in page.charts[0].bars] == [("alpha", 25), ("beta", 100)]


def test_a_client_alone_says_nothing_about_its_service_and_is_not_counted(write: Write) -> None:
    client = result(level="client", works={})
    page = shown(write, {"2026-11-29/alpha.json": client, "2026-11-29/beta.json": result()})
    assert {bar.tool for chart in page.charts for bar in chart.bars} == {"beta"}
    assert (page.tools, page.working) == (1, 1)


def test_a_client_alone_stands_under_what_was_not_measured(write: Write, catalogue: Catalogue) -> None:
    tiny, problems = site(write, {"2026-11-29/alpha.json": result(level="client", works={})})
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = content(whole, "measured", "", "en", "measured/")
    rows = {
        tool: next(row for row in text.split("<tr>") if f"tools/{tool}" in row) for tool in ("alpha", "beta")
    }
    assert [whole.strings["figure.client"].plain("en") in rows[tool] for tool in rows] == [True, False]
    assert all(words in rows["alpha"] for words in ("data/measured/alpha.json", "2026-11-29"))


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
    assert ("times the plain program" in text) == plain
    assert ("times FastAPI" in text) == (not plain)


def test_a_work_that_failed_is_no_figure_and_is_said(write: Write) -> None:
    failed = result(works={"track": {**WORK, "problem": "no proof"}})
    page = shown(write, {"2026-11-29/alpha.json": failed})
    assert "track" not in {chart.id for chart in page.charts}
    assert [each.did for each in page.reaches] == ["no"]


def test_what_was_only_started_did_no_work(write: Write) -> None:
    started = result(level="starts", works={"start": {"start_seconds": [1.0], "idle_mb": 9.0}})
    page = shown(write, {"2026-11-29/alpha.json": started})
    assert [each.did for each in page.reaches] == ["started"]


def test_a_served_model_is_compared_by_the_time_of_a_request(write: Write) -> None:
    rates = (100, 200, 250), (800, 900, 1000)
    asked, bare = ([{"per_second": each, "p95_ms": 2000 / each} for each in found] for found in rates)
    serve = {**WORK, "start_seconds": [1.0], "requests": asked, "yardstick": {"requests": bare}}
    page = shown(write, {"2026-11-29/alpha.json": result(works={"serve": serve})})
    (chart,) = [each for each in page.charts if each.id == "serve"]
    assert [(bar.text, bar.apart) for bar in chart.bars] == [("4.5", False)]
    assert (chart.column, chart.yardstick, chart.bars[0].beside) == ("p95", "1.1", {"count": 9, "ms": "10"})


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


def test_tools_without_a_result_are_named(write: Write) -> None:
    """A recipe for a tool that is not listed yet has a result, and no place on the page."""
    results = {f"2026-11-29/{name}.json": result() for name in ("alpha", "coming")}
    page = shown(write, {**results, "../coming/README.md": ""})
    assert {tool for tool, *_ in page.unmeasured} == {"beta", "delta", "epsilon", "gamma", "zeta"}


NOTES = """alpha:
  track: {ko: 서버를 거치지 않습니다., en: It goes past the server.}
  internet: {ko: 보내다 멈춥니다., en: It stops before it sends.}
"""


@pytest.mark.parametrize(
    ("language", "track", "internet"),
    [
        ("ko", "서버를 거치지 않습니다.", "보내다 멈춥니다."),
        ("en", "It goes past the server.", "It stops before it sends."),
    ],
)
def test_what_a_reader_must_know_stands_at_the_work_it_is_of(
    write: Write, catalogue: Catalogue, language: str, track: str, internet: str
) -> None:
    tiny, problems = site(write, {"2026-11-29/alpha.json": result()}, notes=NOTES)
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = content(whole, "measured", "", language, "measured/")
    tables = dict(re.findall(r"\{#([\w-]+)\}.*?(<table.*?</table>)", text, re.DOTALL))
    assert {key for key, table in tables.items() if track in table} == {"track"}
    assert {key for key, table in tables.items() if internet in table} == {"internet"}


REASON = "{}: {{why: {{ko: 클러스터가 필요, en: needs a cluster}}, looked: PyPI, day: 2026-11-29}}\n"


@pytest.mark.parametrize(("language", "why"), [("ko", "클러스터가 필요"), ("en", "needs a cluster")])
def test_the_page_says_why_a_tool_was_not_measured(
    write: Write, catalogue: Catalogue, language: str, why: str
) -> None:
    tiny, problems = site(write, {"2026-11-29/alpha.json": result()}, reasons=REASON.format("beta"))
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = content(whole, "measured", "", language, "measured/")
    row = next(each for each in text.split("<tr>") if "tools/beta" in each)
    assert all(words in row for words in (why, "PyPI", "2026-11-29"))


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (
            REASON.format("alpha"),
            "alpha: was measured: lab/results/2026-11-29/alpha.json; take the entry out",
        ),
        (REASON.format("alpah"), "alpah: 'alpah' is no tool; did you mean 'alpha'?"),
        ("beta: {why: {ko: 글, en: no}, looked: PyPI, day: soon}", "beta.day: 'soon' is not a date"),
    ],
)
def test_a_reason_is_checked_like_all_data(write: Write, reasons: str, said: str) -> None:
    whole, problems = site(write, {"2026-11-29/alpha.json": result()}, reasons=reasons)
    assert whole is None
    (only,) = problems
    assert only.startswith(f"lab/not-measured.yml:1: {said}")


def test_a_reason_in_one_language_is_reported(write: Write) -> None:
    reasons = "beta: {why: {ko: 클러스터가 필요}, looked: PyPI, day: 2026-11-29}\n"
    assert site(write, {}, reasons=reasons)[1] == []
    told = [str(each) for each in complete(write()) if str(each).startswith("lab/")]
    assert told == ["lab/not-measured.yml:1: beta.why.en: is missing: the English words"]


@pytest.mark.parametrize("text", ["{", "[]", "{}"])
def test_a_broken_result_is_a_problem_with_its_file(write: Write, text: str) -> None:
    whole, problems = site(write, {"2026-11-29/alpha.json": text})
    assert whole is None
    (only,) = problems
    assert only.startswith("lab/results/2026-11-29/alpha.json:1: is no result of the laboratory: ")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_says_the_age_of_an_old_release(write: Write, catalogue: Catalogue, language: str) -> None:
    tiny, _ = site(write, {"2026-11-29/alpha.json": result(age_months=30)})
    assert tiny is not None
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = content(whole, "measured", "", language, "measured/")
    assert "30" in text
    assert "{{" not in text


def test_the_shipped_results_are_read(catalogue: Catalogue) -> None:
    assert all((Path(__file__).parents[1] / each.file).is_file() for each in catalogue.measured.values())
