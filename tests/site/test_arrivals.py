"""A file that does not arrive: the page says so in words, and offers to try again."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, Route, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import opened, words
from tests.site.serving import Site

HEADS = ".matrix__table thead th[data-tool]"
MATRIX = "compare/experiment-tracking/"


@pytest.mark.parametrize(
    ("part", "path", "press"),
    [
        ("matrix/exports", MATRIX, ".takeaway [data-do=grid]"),
        ("weights/weighing", MATRIX, ".weights__open > summary"),
        ("guide/outcome", "choose/experiment-tracking/?hosting=self", "[data-do=see]"),
        ("compare/compare", "compare/?tools=mlflow,wandb", ""),
        ("planner/planner", "stacks/", ""),
    ],
)
def test_a_part_that_does_not_arrive_is_said_to_be_missing(
    part: str, path: str, press: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.route(f"**/{part}.mjs", lambda route: route.abort())
    page.goto(site.url(path), wait_until="networkidle")
    if press:
        page.locator(press).first.dispatch_event("click")
    missing = page.locator("[role=alert]").filter(has_text=words(catalogue, "late.missing"))
    expect(missing.first).to_be_visible()
    expect(missing.get_by_role("button", name=words(catalogue, "late.again")).first).to_be_visible()


def test_a_card_that_does_not_arrive_leads_to_the_same_words_below(site: Site, page: Page) -> None:
    page.route("**/matrix/card.mjs", lambda route: route.abort())
    opened(page, site.url(MATRIX))
    page.locator("td[id] > a:visible").first.click()
    expect(page).to_have_url(re.compile(r"#note-[a-z]"))


def _html(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<p>Log in to this network</p>")


def test_another_page_instead_of_a_tool_s_file_is_no_file(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.route("**/wandb.json", _html)
    page.goto(site.url("compare/?tools=mlflow,wandb,comet"))
    again = page.get_by_role("button", name=words(catalogue, "js.compare.again"))
    expect(again).to_be_visible()
    expect(page.locator(HEADS)).to_have_count(2)
    page.unroute("**/wandb.json")
    again.click()
    expect(page.locator(HEADS)).to_have_count(3)


def test_names_that_could_not_be_read_are_not_said_to_be_unknown(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.route("**/names.json", lambda route: route.abort())
    page.goto(site.url("compare/?tools=엠엘플로우,wandb"))
    again = page.get_by_role("button", name=words(catalogue, "js.compare.again"))
    expect(again).to_be_visible()
    said = page.locator(".picked__form [role=status]")
    expect(said).not_to_contain_text(words(catalogue, "js.compare.unknown"))
    page.unroute("**/names.json")
    again.click()
    expect(page.locator(HEADS)).to_have_count(2)


def test_a_search_that_never_gets_ready_says_so(catalogue: Catalogue, site: Site, page: Page) -> None:
    page.route("**/search_index.json", lambda route: route.abort())
    page.clock.install()
    page.goto(site.url(""))
    page.locator("[data-md-toggle=search]").evaluate("box => box.click()")
    page.locator("[data-md-component=search-query]").press_sequentially("mlflow")
    for _ in range(2):  # the theme's own complaint about the file may come up in the clock
        with suppress(Error):
            page.clock.fast_forward(6000)
    expect(page.locator(".md-search-result__meta")).to_contain_text(words(catalogue, "late.missing"))
    page.unroute("**/search_index.json")
    page.clock.resume()
    page.locator(".md-search-result__meta button").dispatch_event("click")
    expect(page.locator(".md-search-result__item").first).to_be_attached()


def test_an_anchor_that_was_cut_off_leaves_the_page_as_it_is(site: Site, page: Page) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(site.url("tools/mlflow/#mlflow-sso%EB%A5"))
    expect(page.locator("details[data-fold=done]").first).to_be_attached()
    assert not failed
