"""Every kind of page does its work under its own policy; what would come in by the data does not run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.shipped.kinds import KINDS
from tests.site.serving import Site

VIOLATIONS = """
window.refused = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  refused.push(`${violatedDirective} ${blockedURI}`));
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_for_nothing_that_its_policy_refuses(kind: str, site: Site, page: Page) -> None:
    page.add_init_script(VIOLATIONS)
    page.goto(site.url(KINDS[kind]), wait_until="networkidle")
    page.keyboard.press("Tab")
    page.mouse.move(200, 200)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("refused") == []
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1


def test_searching_works_under_the_policy(site: Site, page: Page) -> None:
    page.add_init_script(VIOLATIONS)
    page.goto(site.url(""))
    page.locator("[data-md-component=search-query]").press_sequentially("mlflow")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.evaluate("refused") == []


def test_a_script_that_slips_into_a_page_does_not_run(site: Site, page: Page) -> None:
    page.add_init_script(VIOLATIONS)
    page.goto(site.url("tools/mlflow/"))
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.broken = 1\">')"
    )
    page.wait_for_function("refused.length > 0")
    assert page.evaluate("window.broken") is None
