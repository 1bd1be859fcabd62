"""What a printed page says that the screen shows by pressing: where its sources are."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.site.driving import opened
from tests.site.serving import Site

BEHIND = "links => links.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content])"


def test_on_paper_a_source_shows_its_address(site: Site, page: Page) -> None:
    page.goto(site.url("tools/mlflow/"))
    page.emulate_media(media="print")
    sources = page.locator(".evidence__sources a.source, .evidence a.source")
    expect(sources.first).to_be_attached()
    shown = sources.evaluate_all(BEHIND)
    assert all(href and href in content for href, content in shown)
    expect(page.locator(".md-header")).to_be_hidden()


def test_the_names_of_the_tools_stay_in_view(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    opened(page, site.url("compare/model-serving/"))
    head = page.locator(".matrix__table thead th[data-tool]").first
    page.locator(".matrix__table tbody tr").last.scroll_into_view_if_needed()
    expect(head).to_be_in_viewport()
