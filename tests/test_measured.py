"""The page of measurements: the newest result of each tool, what was asked of the Internet, what has none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from macros.gates.complete import complete
from macros.loading.catalogue import Catalogue
from tests.conftest import Write
from tests.laboratory import WORK, result, shown, site
from tests.shown import content


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


def test_a_work_that_failed_is_no_figure_and_is_said(write: Write) -> None:
    failed = result(works={"track": {**WORK, "problem": "no proof"}})
    page = shown(write, {"2026-11-29/alpha.json": failed})
    assert "track" not in {chart.id for chart in page.charts}
    assert [each.did for each in page.reaches] == ["no"]


def test_what_was_only_started_did_no_work(write: Write) -> None:
    started = result(level="starts", works={"start": {"start_seconds": [1.0], "idle_mb": 9.0}})
    page = shown(write, {"2026-11-29/alpha.json": started})
    assert [each.did for each in page.reaches] == ["started"]


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
    part = "alpha: {ko: 클라이언트만 쟀습니다., en: Its client alone.}"
    tiny, problems = site(write, {"2026-11-29/alpha.json": result()}, parts=part, notes=NOTES)
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = content(whole, "measured", "", language, "measured/")
    tables = dict(re.findall(r"\{#([\w-]+)\}.*?(<table.*?</table>)", text, re.DOTALL))
    assert {key for key, table in tables.items() if track in table} == {"track"}
    assert {key for key, table in tables.items() if internet in table} == {"internet"}
    alone = {"ko": "클라이언트만 쟀습니다.", "en": "Its client alone."}[language]
    assert {key for key, table in tables.items() if alone in table} == {"track"}


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
