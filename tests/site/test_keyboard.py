"""Everything works from the keyboard, and the language switch keeps the reader's place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.axe import violations
from tests.site.driving import opened
from tests.site.serving import BASE, Site

MATRIX = "compare/model-serving/"
MANY = 120
FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {MANY} tabs")


def test_the_first_tab_stop_skips_to_the_content(site: Site, page: Page) -> None:
    opened(page, site.url(MATRIX))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    assert page.locator(".md-skip").is_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.url(MATRIX) + "#top")
    page.keyboard.press("Tab")
    expect(page.locator(".md-content :focus")).to_have_count(1)


def test_a_cell_opens_and_closes_its_card_from_the_keyboard(site: Site, page: Page) -> None:
    opened(page, site.url(MATRIX))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tab_to(page, ".matrix__table a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.matches('td[id] > a')")
    assert page.evaluate(FOCUS)
    page.keyboard.press("Enter")
    page.locator(".card:popover-open").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.locator(".card:popover-open").count() == 0
    assert page.evaluate("document.activeElement.matches('td[id] > a')")


def test_focus_is_visible_on_whatever_is_reached_first(site: Site, page: Page) -> None:
    page.goto(site.url("choose/model-serving/"), wait_until="networkidle")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement !== document.body"):
            break
        if not page.evaluate(FOCUS):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []


def test_the_search_dialog_with_results_is_accessible(site: Site, page: Page) -> None:
    page.goto(site.url(""), wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("mlflow")
    page.locator(".md-search-result__item").first.wait_for()
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(site.url("tools/mlflow/"))


def test_the_language_switch_stays_on_the_page_and_keeps_its_state(site: Site, page: Page) -> None:
    opened(page, site.url("compare/?tools=mlflow,wandb"))
    page.locator("a.language").click()
    page.wait_for_url(site.url("compare/?tools=mlflow,wandb", "en"))
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.locator("a.language")).to_have_attribute("href", re.compile("tools="))
    page.locator("a.language").click()
    page.wait_for_url(site.url("compare/?tools=mlflow,wandb"))


def test_the_language_switch_works_on_every_kind_of_address_below_the_base_path(
    site: Site, page: Page
) -> None:
    for path in ("", "tools/mlflow/", "choose/model-serving/tree/"):
        page.goto(site.url(path))
        href = page.locator("a.language").evaluate("link => new URL(link.href).pathname")
        assert href == f"{BASE}en/{path}"


@pytest.mark.parametrize("path", ["", "tools/", "tools/mlflow/", MATRIX])
def test_the_menu_of_a_phone_leads_to_every_part_of_the_site(site: Site, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site.url(path), wait_until="networkidle")
    page.locator("label.md-header__button[for=__drawer]").click()
    menu = page.locator(".md-nav--primary > .md-nav__list > .md-nav__item > a")
    assert menu.count() == 8
    assert all(link.is_visible() for link in menu.all())
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=0.9)
    assert violations(page) == []


def test_the_list_of_contents_marks_where_the_reader_is(site: Site, page: Page) -> None:
    page.goto(site.url("tools/mlflow/"), wait_until="networkidle")
    here = page.locator("[data-md-component=toc] [aria-current]")
    expect(here).to_have_count(0)
    page.evaluate("document.getElementById('group-experiment-tracking').scrollIntoView()")
    expect(here).to_have_attribute("href", "#group-experiment-tracking")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(here).to_have_attribute("href", "#more")
