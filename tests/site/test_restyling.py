"""How much of a matrix the browser has to style and draw: said by the browser itself, no time is taken."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.bench import enlarge
from tests.site.driving import opened, settled
from tests.site.serving import Site

TEXT = """
async () => {
  document.querySelector(".controls__status [role=status]").textContent += ".";
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
}
"""
# Whether a browser draws the first words of a row; and whether it does within some frames.
DRAWN = """(row) => row.firstElementChild.firstElementChild
  .checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })"""
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


ROWS = ".matrix__table tbody tr:not(.matrix__group)"
# Changes the order, and says of each row, before the browser has drawn: is it drawn, how many cells has it?
ORDERED = f"""(criterion) => {{
  const sort = document.querySelector(".controls [name=sort]");
  sort.value = criterion;
  sort.dispatchEvent(new Event("change", {{ bubbles: true }}));
  return [...document.querySelectorAll("{ROWS}")].filter((row) => !row.hidden)
    .map((row) => [({DRAWN})(row), row.cells.length]);
}}"""
WIDE = "compare/pipeline-orchestration/"


@pytest.mark.parametrize("shown", ["", "?tools=airflow,kubeflow,zenml"])
def test_a_change_begins_with_the_first_rows_and_draws_nothing_old_below_a_new_head(
    shown: str, site: Site, page: Page
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(opened(page, site.url(WIDE) + shown))
    drawn = [each for each, _ in page.evaluate(ORDERED, "kubernetes")]
    begun = drawn.index(False)
    assert 0 < begun < len(drawn)
    assert not any(drawn[begun:])
    settled(page)
    assert page.locator(".matrix__later").count() == 0


def test_the_row_that_has_the_focus_is_drawn_at_once_and_keeps_it(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(opened(page, site.url(WIDE)))
    last = page.locator(f"{ROWS} td > a").last
    last.focus()
    page.evaluate(ORDERED, "kubernetes")
    settled(page)
    assert page.evaluate(
        "document.activeElement.closest('tr') === [...document.querySelectorAll('tr')].at(-1)"
    )


def test_a_change_leaves_the_stop_of_the_keyboard_where_it_was(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(opened(page, site.url(WIDE)))
    last = page.locator(f"{ROWS} td > a").last
    last.focus()
    stop = last.get_attribute("href")
    page.locator(".controls [name=sort]").focus()
    page.evaluate(ORDERED, "kubernetes")
    settled(page)
    expect(page.locator(".matrix__table [tabindex='0']")).to_have_attribute("href", stop or "")


def test_of_many_tools_the_columns_in_view_come_first_and_all_come(site: Site, page: Page) -> None:
    address, many = site.url(WIDE), 40
    page.route(address, lambda route: route.fulfill(body=enlarge(route.fetch().text(), many)))
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(opened(page, address))
    [(drawn, cells), *_] = page.evaluate(ORDERED, "kubernetes")
    assert drawn
    assert cells < many / 2
    settled(page)
    heads = page.locator(".matrix__table thead th[data-tool]")
    order = heads.evaluate_all("heads => heads.map((head) => head.dataset.tool)")
    assert len(order) == many
    under = """(rows, order) => rows.every((row) =>
      row.cells.length === order.length + 1
      && order.every((id, place) => row.cells[place + 1].id.startsWith(id)))"""
    assert page.locator(ROWS).evaluate_all(under, order)


def test_of_many_chips_those_come_at_once_that_are_seen_first(site: Site, page: Page) -> None:
    address, many = site.url(WIDE), 60
    page.route(address, lambda route: route.fulfill(body=enlarge(route.fetch().text(), many)))
    page.set_viewport_size({"width": 390, "height": 844})
    settled(opened(page, address))
    row = page.locator(f"{ROWS}:not([hidden])").first
    names = "row => [...row.cells].slice(1).map((cell) => cell.id)"
    [(drawn, cells), *_] = page.evaluate(ORDERED, "kubernetes")
    assert drawn
    assert cells < many / 2
    page.evaluate(ORDERED, "")
    at_once = row.evaluate(names)
    settled(page)
    seen = row.evaluate(f"""row => ({names})(row).map((id) => [id, document.getElementById(id)])
      .map(([id, cell]) => [cell.offsetTop, cell.offsetLeft, id])
      .sort(([top, left], [below, right]) => top - below || left - right).map(([, , id]) => id)""")
    assert len(seen) == many
    assert set(at_once) == set(seen[: len(at_once)])


def test_hidden_rows_take_no_room_and_are_out_of_reach(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(opened(page, site.url(WIDE) + "?only=differences"))
    hidden = page.locator(f"{ROWS}[hidden]")
    assert hidden.count()
    assert hidden.evaluate_all("rows => rows.every((row) => !row.offsetHeight && row.ariaHidden === 'true')")
    assert hidden.evaluate_all("rows => rows.every((row) => !row.querySelector('a').checkVisibility())")
    page.emulate_media(media="print")
    assert hidden.evaluate_all("rows => rows.every((row) => getComputedStyle(row).display === 'none')")
    assert page.locator(ROWS).first.evaluate("row => getComputedStyle(row).display") == "table-row"
