"""One page of each kind in a real browser: accessible, quiet, narrow and light."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from tests.site.kinds import EVERY, KINDS
from tests.site.serving import Site

WIDTHS = (1280, 390)
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
MOST_KILOBYTES = 120
# A matrix holds the note and the sources of every cell, so that it reads without scripts.
MATRIX_KILOBYTES = 155
# The picked comparison reads the pages of the tools that the reader has picked, once they are picked.
FIRST_VIEWS = [(language, kind) for language, kind in EVERY if kind != "picked"]
SIDEWAYS = """() => {
  const wide = document.scrollingElement.scrollWidth > innerWidth;
  const outside = element => !element.closest("[role=region][aria-label]");
  const culprits = [...document.querySelectorAll("body *")].filter(outside)
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
    .map(element => element.tagName + "." + element.className);
  return wide ? culprits : [];
}"""


@pytest.fixture
def complaints(page: Page, site: Site) -> list[str]:
    """What the page says in the console, what fails to load, and what leaves the site."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda request: found.append(f"failed: {request.url}"))
    page.on("response", lambda got: found.append(f"{got.status}: {got.url}") if got.status > 399 else None)
    page.on(
        "request",
        lambda request: (
            found.append(f"leaves: {request.url}")
            if not request.url.startswith((site.origin, "data:", "blob:"))
            else None
        ),
    )
    return found


def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """What axe finds on the page as it is shown now."""
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"][:4]
    ]


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_page_is_accessible_and_quiet_at_every_width_and_in_every_light(
    site: Site, page: Page, complaints: list[str], language: str, kind: str
) -> None:
    page.goto(site.url(KINDS[kind], language), wait_until="networkidle")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert violations(page) == [], f"{width} light"
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], f"{width} dark"
    assert complaints == []


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_page_does_not_scroll_sideways_on_a_narrow_phone(
    site: Site, page: Page, language: str, kind: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(site.url(KINDS[kind], language), wait_until="networkidle")
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize(("language", "kind"), FIRST_VIEWS)
def test_the_first_view_of_a_page_is_light(site: Site, browser: Browser, language: str, kind: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(site.url(KINDS[kind], language), wait_until="networkidle")
    sizes = {each.url: len(gzip.compress(each.body(), 6)) for each in got}
    context.close()
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:5]
    most = MATRIX_KILOBYTES if kind == "matrix" else MOST_KILOBYTES
    assert sum(sizes.values()) <= most * 1000, (sum(sizes.values()), heaviest)
