"""The record of changes in a browser: all of it, and only what came after a day in the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.serving import Site

FIRST, LAST = "2026-01-02", "2026-01-20"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_day_in_the_address_leaves_what_came_after_it(site: Site, page: Page, language: str) -> None:
    address = site.url("about/editions/", language)
    for since, shown in (("", [LAST, FIRST]), (FIRST, [LAST]), (LAST, [])):
        page.goto(f"{address}?since={since}" if since else address)
        expect(page.locator("[data-day]:visible h2")).to_have_text(shown)
        expect(page.locator(".editions input")).to_have_value(since)
    status = page.locator(".editions [role=status]")
    expect(status).to_have_text(str(status.get_attribute("data-none")))


def test_a_day_that_is_chosen_stands_in_the_address(site: Site, page: Page) -> None:
    page.goto(site.url("about/editions/", "en"))
    page.locator(".editions input").fill(FIRST)
    expect(page.locator("[data-day]:visible")).to_have_count(1)
    expect(page.locator(".editions [role=status]")).to_have_text("2 changes.")
    assert page.url.endswith(f"?since={FIRST}")
    page.reload()
    expect(page.locator("[data-day]:visible")).to_have_count(1)
    page.locator(".editions input").fill("")
    expect(page.locator("[data-day]:visible")).to_have_count(2)


def test_without_scripts_the_whole_record_is_a_list_by_day(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url(f"about/editions/?since={LAST}"))
    expect(page.locator("[data-day]:visible h2")).to_have_text([LAST, FIRST])
    expect(page.locator(".editions form")).to_be_hidden()
    context.close()
