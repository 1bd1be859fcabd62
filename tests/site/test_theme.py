"""The theme's script comes with the first thing a reader does, and nothing that was done is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.serving import Site

SCRIPT = re.compile(r"/bundle\.\w+\.min\.js")


@pytest.fixture
def loaded(page: Page) -> list[str]:
    """The scripts of the theme that the page has asked for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if SCRIPT.search(request.url) else None)
    return found


def test_the_themes_script_waits_for_a_reader(site: Site, page: Page, loaded: list[str]) -> None:
    page.goto(site.url(""), wait_until="networkidle")
    assert loaded == []
    with page.expect_request(SCRIPT):
        page.mouse.move(200, 300)
    page.mouse.move(300, 200)
    page.wait_for_load_state("networkidle")
    assert len(loaded) == 1


def test_the_themes_script_does_not_come_for_what_a_page_does_by_itself(
    site: Site, page: Page, loaded: list[str]
) -> None:
    page.goto(site.url("compare/pipeline-orchestration/") + "#zenml-leaving", wait_until="networkidle")
    expect(page.locator("td#zenml-leaving.named")).to_be_in_viewport()
    page.evaluate("document.querySelector('.md-logo').focus()")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("scrollY === 0")
    page.wait_for_load_state("networkidle")
    assert loaded == []
    with page.expect_request(SCRIPT):
        page.mouse.wheel(0, 200)


def test_colours_chosen_as_the_first_thing_are_kept(site: Site, page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site.url(""), wait_until="networkidle")
    page.evaluate("document.querySelector('[for=__palette_1]').click()")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelector('[for=__palette_2]').click()")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload(wait_until="networkidle")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_what_is_typed_into_search_as_the_first_thing_is_found(site: Site, page: Page) -> None:
    page.goto(site.url(""), wait_until="networkidle")
    page.locator(".md-search__input").focus()
    page.keyboard.type("mlflow")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
