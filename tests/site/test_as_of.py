"""A link pinned to a day keeps its word: cells that have changed since say so, with what they said."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import copied, opened, words
from tests.site.serving import BASE, Site

STAGE = "experiment-tracking"
BEFORE, RECORDED, AFTER = "2026-01-01", "2026-01-02", "2026-01-09"
CHANGED = ("comet", "mlflow")  # their kubernetes said "optional" until 2026-01-20


@pytest.mark.parametrize("page_of", ["compare/{stage}/", "compare/?tools={tools}&only=all", "embed/{stage}/"])
def test_exactly_the_changed_cells_are_marked_with_what_they_said(
    page_of: str, site: Site, catalogue: Catalogue, page: Page
) -> None:
    address = site.url(page_of.format(stage=STAGE, tools=",".join(CHANGED)))
    for day in (RECORDED, AFTER):
        page.goto(f"{address}{'&' if '?' in address else '?'}as-of={day}")
        marked = page.locator(".cell--changed")
        expect(marked).to_have_count(len(CHANGED))
        ids = marked.evaluate_all("cells => cells.map(cell => cell.id)")
        assert sorted(ids) == sorted(f"{tool}-kubernetes" for tool in CHANGED)
        old = catalogue.criteria["kubernetes"].options["optional"].name
        assert old is not None
        expect(marked.first.locator(".cell__was")).to_have_text(
            words(catalogue, "js.matrix.was", day=day, value=old.ko)
        )


def test_the_status_counts_the_changes(site: Site, catalogue: Catalogue, page: Page) -> None:
    opened(page, site.url(f"compare/{STAGE}/?as-of={AFTER}"))
    said = words(catalogue, "js.matrix.changed", day=AFTER, count=len(CHANGED))
    expect(page.locator(".controls__status")).to_contain_text(said)
    opened(page, site.url(f"compare/{STAGE}/?as-of={AFTER}&criteria=licence"))
    said = words(catalogue, "js.matrix.unchanged", day=AFTER)
    expect(page.locator(".controls__status")).to_contain_text(said)


def test_a_day_before_the_first_record_says_so(site: Site, catalogue: Catalogue, page: Page) -> None:
    opened(page, site.url(f"compare/{STAGE}/?as-of={BEFORE}"))
    said = words(catalogue, "js.matrix.early", day=BEFORE, first=RECORDED)
    expect(page.locator(".controls__status")).to_contain_text(said)
    expect(page.locator(".cell--changed")).to_have_count(0)


def test_the_pinned_link_holds_the_state_and_todays_date(site: Site, page: Page) -> None:
    opened(page, site.url(f"compare/{STAGE}/?only=differences"))
    link = copied(page, "pin", ".controls")
    assert re.fullmatch(re.escape(page.url) + r"&as-of=\d{4}-\d\d-\d\d", link)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Asia/Seoul", "2026-11-28T23:00:00Z", "2026-11-29"),
        ("Asia/Seoul", "2026-11-29T14:59:00Z", "2026-11-29"),
        ("UTC", "2026-11-28T23:00:00Z", "2026-11-28"),
        ("America/Los_Angeles", "2026-12-01T07:00:00Z", "2026-11-30"),
    ],
)
def test_pinned_to_today_is_the_readers_day(
    zone: str, moment: str, day: str, site: Site, browser: Browser
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    opened(page, site.url(f"compare/{STAGE}/"))
    assert copied(page, "pin", ".controls").endswith(f"?as-of={day}")
    context.close()


def test_a_page_without_a_record_does_not_pretend_to_know_an_earlier_day(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    def unrecorded(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(RECORDED, ""))

    page.route(re.compile(f"/compare/{STAGE}/"), unrecorded)
    opened(page, site.url(f"compare/{STAGE}/?as-of={BEFORE}"))
    said = words(catalogue, "js.matrix.unrecorded", day=BEFORE, first="")
    expect(page.locator(".controls__status")).to_contain_text(said)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_old_address_of_a_renamed_page_leads_on(language: str, site: Site) -> None:
    old, new = (site.pages(language)[f"tools/{tool}/"] for tool in ("runs-and-models", "mlflow"))
    prefix = "en/" if language == "en" else ""
    assert f"url=http://127.0.0.1{BASE}{prefix}tools/mlflow/" in old.read_text("utf-8")
    assert new.is_file()


@pytest.mark.parametrize("path", [f"compare/{STAGE}/", "compare/", "embed/"])
def test_a_tool_that_was_renamed_is_found_by_its_old_id(path: str, site: Site, page: Page) -> None:
    page.goto(site.url(f"{path}?tools=runs-and-models,wandb"))
    heads = page.locator(".matrix__table:not([aria-busy]) th[data-tool]")
    expect(heads).to_have_count(2)
    assert set(heads.evaluate_all("heads => heads.map(head => head.dataset.tool)")) == {"mlflow", "wandb"}
