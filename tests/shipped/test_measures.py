"""What a reader sees at first sight, counted: criteria in view, phone screens, sheets of paper, jumps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.shipped.kinds import KINDS
from tests.site.driving import opened, settled
from tests.site.serving import Site
from tests.site.test_picked import TWINS

MOST_JUMP = 0.02
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((each) => { if (!each.hadRecentInput) sum += each.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})"""
OWN = ("home", "tool", "tools", "stage", "picked", "matrix", "comparison", "guide", "stacks")
IN_VIEW = """() => [...document.querySelectorAll(".matrix__table th[data-criterion]")].filter((head) => {
  const { top, bottom } = head.getBoundingClientRect();
  const edge = document.querySelector(".matrix__table thead th").getBoundingClientRect().bottom;
  return top >= Math.min(edge, innerHeight) - 1 && bottom <= innerHeight;
}).length"""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_laptop_shows_twelve_criteria_on_opening_and_twenty_with_the_head_on_top(
    language: str, site: Site, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(opened(page, site.url("compare/pipeline-orchestration/", language)))
    assert page.locator("thead th[data-tool]").count() == 13
    assert page.evaluate(IN_VIEW) >= 12
    page.evaluate("scrollTo(0, document.querySelector('.matrix__table').getBoundingClientRect().top - 48)")
    assert page.evaluate(IN_VIEW) >= 20
    assert page.locator("thead th[data-tool]").first.bounding_box()["y"] >= 0  # type: ignore[index]


def test_a_tool_page_takes_at_most_eight_screens_of_a_phone(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in (KINDS["tool"], "tools/airflow/", KINDS["ended-tool"]):
        page.goto(site.url(path))
        assert page.evaluate("document.documentElement.scrollHeight") <= 8 * 844
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_printed_matrix_has_its_notes_and_sources_below(site: Site, page: Page) -> None:
    page.goto(site.url("compare/model-serving/?tools=triton,kserve,bentoml,vllm"), wait_until="networkidle")
    expect(page.locator(".controls")).to_be_visible()
    expect(page.locator(".matrix__table thead th[data-tool]")).to_have_count(4)
    notes = page.locator(".notes dl > [id^=note-]")
    assert not notes.first.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#note-triton-licence, #note-vllm-licence").all()[1].is_visible()
    assert not page.locator("#note-torchserve-licence").is_visible()
    assert page.locator("[id^=source-vllm]").last.is_visible()
    assert not page.locator(".md-header").is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not notes.first.is_visible()


def test_a_sheet_of_paper_has_at_most_eight_tools(site: Site, page: Page) -> None:
    page.goto(site.url("compare/pipeline-orchestration/"), wait_until="networkidle")
    expect(page.locator(".controls")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    heads = "sheets => sheets.map(sheet => sheet.querySelectorAll('thead th[data-tool]').length)"
    assert page.locator(".matrix__sheet").evaluate_all(heads) == [7, 6]
    groups = "sheets => sheets.map(sheet => sheet.querySelector('.matrix__group th').colSpan)"
    assert page.locator(".matrix__sheet").evaluate_all(groups) == [8, 7]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".matrix__sheet")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", OWN)
def test_a_page_comes_up_without_a_jump(kind: str, width: int, site: Site, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site.url(KINDS[kind]), wait_until="networkidle")
    assert page.evaluate(SHIFTS) <= MOST_JUMP


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("compare/kafka-rabbitmq-sqs/", 6),
        ("compare/?tools=airflow,dagster,prefect", 6),
        ("choose/pipeline-orchestration/?need=assets", 2),
        ("choose/pipeline-orchestration/?kubernetes=no&hosting=by-choice&need=scheduled", 2),
        ("stacks/?team=small&stack=experiment-tracking:mlflow,model-serving:kserve", 1),
    ],
)
def test_what_is_taken_to_a_meeting_fits_on_few_sheets(path: str, most: int, site: Site, page: Page) -> None:
    opened(page, site.url(path))
    page.wait_for_load_state("networkidle")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 0 < len(sheets) <= most


LONGEST = """() => {
  const { left, right } = document.querySelector(".matrix__sheet").getBoundingClientRect();
  const cells = [...document.querySelectorAll(".matrix__sheet td, .matrix__sheet th")];
  const cut = cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1);
  const out = cells.filter((cell) => cell.getBoundingClientRect().right > right + 1);
  const hidden = (cell) => cell.querySelector("a > .cell__words--long")?.offsetWidth <= 1;
  const short = cells.filter((cell) => cell.matches(".cell--choice, .cell--text") && hidden(cell));
  const whole = [...cut, ...out].filter((cell) => !cell.querySelector(".cell__words--long"));
  return [...whole, ...short].map((cell) => cell.id);
}"""


def test_nothing_is_cut_on_a_sheet_of_a_matrix(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1047, "height": 718})  # A4 landscape within its margins
    opened(page, site.url("compare/pipeline-orchestration/"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".matrix__sheet").first).to_be_visible()
    assert page.evaluate(LONGEST) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1047


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_measured_tool_says_the_same_by_both_writers_and_leads_to_its_raw_result(
    language: str, site: Site, page: Page
) -> None:
    page.goto(site.url("embed/tools/mlflow/", language))
    lib = page.locator("script[src*='site.mjs']").evaluate("it => new URL('compare/lean.mjs', it.src).href")
    sheets = [lib, site.url("embed/tools/", language), "mlflow", "../../../tools/"]
    assert page.evaluate(TWINS, sheets)[:1] == []
    for link in page.locator("#note-mlflow-installed-size .evidence__raw a").all():
        assert page.request.get(link.evaluate("it => it.href")).ok
