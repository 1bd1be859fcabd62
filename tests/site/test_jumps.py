"""Nothing jumps while a page comes up: whatever scripts put in place has its room from the start."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.kinds import KINDS
from tests.site.serving import Site

MOST = 0.02
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((each) => { if (!each.hadRecentInput) sum += each.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})"""
OWN = ("home", "tool", "tools", "stage", "stages", "picked", "matrix", "comparison")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", OWN)
def test_a_page_comes_up_without_a_jump(kind: str, width: int, site: Site, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(site.url(KINDS[kind]), wait_until="networkidle")
    assert page.evaluate(SHIFTS) <= MOST
