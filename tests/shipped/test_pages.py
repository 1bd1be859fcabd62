"""One page of each kind in a real browser: accessible, quiet, narrow and light."""

from __future__ import annotations

import gzip
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.axe import violations
from tests.conftest import SHIPPED
from tests.shipped.kinds import EVERY, KINDS
from tests.site.serving import Site

WIDTHS = (1280, 390)
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
MOST_KILOBYTES = 108
MOST_PICKED = 115
# Of the pages that grow with the data, every one: the matrices and guides of all stages.
GROWING = [
    (language, f"{part}/{path.stem}/")
    for language in ("ko", "en")
    for part in ("compare", "choose", "stages")
    for path in sorted((SHIPPED / "guides").glob("*.yml"))
]
HEAVIEST = 6
LIGHT = [(language, KINDS[kind]) for language, kind in EVERY]
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


def lit(page: Page, light: Literal["light", "dark"]) -> None:
    """Switch the reader's device to light or dark, and wait until the page has followed."""
    page.emulate_media(color_scheme=light)
    scheme = "default" if light == "light" else "slate"
    followed = f":is([data-md-color-scheme=auto], [data-md-color-scheme={scheme}])"
    body = f"body{followed}:not([data-md-color-switching])"
    expect(page.locator(body)).to_have_count(1)


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_page_with_every_fold_open_is_accessible_and_quiet_at_every_width_and_in_every_light(
    site: Site, page: Page, complaints: list[str], language: str, kind: str
) -> None:
    page.goto(site.url(KINDS[kind], language), wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        lit(page, "light")
        assert violations(page, sample=width != WIDTHS[0]) == [], f"{width} light"
        lit(page, "dark")
        assert violations(page, COLOURS, sample=True) == [], f"{width} dark"
    assert complaints == []


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_a_page_does_not_scroll_sideways_on_a_narrow_phone(
    site: Site, page: Page, language: str, kind: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(site.url(KINDS[kind], language), wait_until="networkidle")
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize(("language", "path"), [*LIGHT, *GROWING])
def test_the_first_view_of_a_page_is_light(site: Site, browser: Browser, language: str, path: str) -> None:
    assert weight(site, browser, language, path) <= MOST_KILOBYTES * 1000


def test_the_six_heaviest_tools_side_by_side_are_light(site: Site, browser: Browser) -> None:
    files = (site.folder / "api" / "v1" / "tools").glob("*.json")
    lean = [site.folder / "embed" / "tools" / file.name for file in files]
    tools = sorted(lean, key=lambda file: len(gzip.compress(file.read_bytes())))[-HEAVIEST:]
    path = f"compare/?tools={','.join(file.stem for file in tools)}"
    assert weight(site, browser, "ko", path) <= MOST_PICKED * 1000


def weight(site: Site, browser: Browser, language: str, path: str) -> int:
    """What a page and all that it loads weigh before a reader does anything, compressed, in bytes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    got: list[Response] = []
    page.on("response", lambda response: got.append(response))
    page.goto(site.url(path, language), wait_until="networkidle")
    sizes = {each.url: len(gzip.compress(each.body(), 6)) for each in got}
    context.close()
    return sum(sizes.values())
