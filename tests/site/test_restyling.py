"""How much of a matrix the browser has to style and draw: said by the browser itself, no time is taken."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.site.driving import opened
from tests.site.serving import Site

TEXT = """
async () => {
  document.querySelector(".controls__status [role=status]").textContent += ".";
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
}
"""
# Whether a browser draws the first words of a row; and whether it does within some frames.
DRAWN = "(row) => row.firstElementChild.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
SOON = f"""
async (row) => {{
  const drawn = {DRAWN};
  for (let frame = 0; frame < 120 && !drawn(row); frame += 1) await new Promise(requestAnimationFrame);
  return drawn(row);
}}
"""


@pytest.mark.parametrize("address", ["compare/model-serving/", "compare/message-broker/"])
def test_a_line_of_text_that_changes_leaves_the_cells_as_they_are(
    site: Site, page: Page, address: str
) -> None:
    """A rule with `:has()` on cells made the browser look through all of them at every change."""
    opened(page, site.url(address))
    cells = page.locator(".matrix__table td[id]").count()
    browser = page.context.browser
    assert browser is not None
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.evaluate(TEXT)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    styled = [each["args"]["elementCount"] for each in events if "elementCount" in each.get("args", {})]
    assert styled, "the browser said nothing"
    assert max(styled) < cells / 2


def test_a_phone_draws_the_criteria_that_come_into_view(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, site.url("compare/model-serving/"))
    rows = page.locator(".matrix__table tbody tr:not(.matrix__group)")
    assert rows.first.evaluate(DRAWN)
    assert not rows.last.evaluate(DRAWN)
    rows.last.scroll_into_view_if_needed()
    assert rows.last.evaluate(SOON)
