"""The matrix of a stage: what its controls show stands in the address, and the address shows it again."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import offered, opened, settled, visible, words
from tests.site.serving import Site

STAGES = ("experiment-tracking", "message-broker", "pipeline-orchestration")
STATES = 11
PAGE = "compare/model-serving/"

# Sets the controls as a reader would, one change at a time.
SET = """
(wanted) => {
  const form = document.querySelector(".controls");
  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
  for (const [name, values] of Object.entries(wanted)) {
    for (const field of form.querySelectorAll(`[name=${name}]`)) {
      const on = values.includes(field.value);
      if (field.type !== "select-one" && field.checked === on) continue;
      if (field.type === "radio" && !on) continue;
      if (field.type !== "select-one") field.checked = on; else field.value = values[0] ?? "";
      changed(field);
    }
  }
}
"""
CHOICES = """
() => Object.fromEntries(["tools", "criteria", "where", "sort", "only"].map((name) => {
  const fields = [...document.querySelectorAll(`.controls [name=${name}]`)];
  const values = (field) => field.options ? [...field.options].map((each) => each.value) : [field.value];
  return [name, fields.flatMap(values)];
}))
"""


def random_state(chance: random.Random, choices: dict[str, list[str]]) -> dict[str, list[str]]:
    """Some of the choices of each control, or all as they stand."""
    state = {"tools": choices["tools"], "criteria": choices["criteria"]}
    for name, most in (("tools", len(choices["tools"])), ("criteria", 12)):
        if chance.random() < 0.6:
            state[name] = chance.sample(choices[name], chance.randint(1, min(most, len(choices[name]))))
    state["where"] = chance.sample(choices["where"], chance.choice((0, 0, 1, 2)))
    for name in ("sort", "only"):
        state[name] = [chance.choice(choices[name])]
    return state


@pytest.mark.parametrize("stage", STAGES)
def test_opening_the_address_afresh_shows_exactly_the_same(stage: str, site: Site, page: Page) -> None:
    chance = random.Random(stage)  # noqa: S311 (repeatable, nothing secret)
    choices = offered(opened(page, site.url(f"compare/{stage}/"))).evaluate(CHOICES)
    addresses = set()
    for _ in range(STATES):
        offered(page).evaluate(SET, random_state(chance, choices))
        before = visible(page)
        opened(page, page.url)
        assert visible(page) == before, page.url
        addresses.add(page.url)
    assert len(addresses) > STATES / 2


@pytest.mark.parametrize(
    ("control", "value"),
    [
        ("tools", "kafka"),
        ("criteria", "kubernetes"),
        ("where", "licence-class:open-source"),
        ("sort", "kubernetes"),
        ("only", "differences"),
        ("only", "unchecked"),
    ],
)
def test_every_control_changes_what_is_shown_and_stands_in_the_address(
    control: str, value: str, site: Site, page: Page
) -> None:
    address = site.url("compare/message-broker/")
    before = visible(opened(page, address))["rows"]
    offered(page).evaluate(SET, {control: [value]})
    expect(page).to_have_url(f"{address}?{control}={value}")
    assert visible(page)["rows"] != before


def test_only_differences_hides_what_is_alike_and_only_unchecked_what_is_checked(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    tools = catalogue.tools_of("model-serving")

    def answers(criterion: str) -> list[tuple[str, ...]]:
        cells = (tool.assessments.get(criterion) for tool in tools.values())
        return [cell.values if cell else () for cell in cells]

    shown = "heads => heads.filter(head => head.checkVisibility()).map(head => head.dataset.criterion)"
    asked = settled(opened(page, site.url(PAGE))).locator("th[data-criterion]").evaluate_all(shown)
    settled(opened(page, site.url(PAGE) + "?only=differences"))
    found = page.locator("th[data-criterion]").evaluate_all(shown)
    assert found == [each for each in asked if len(set(answers(each))) > 1] != asked
    settled(opened(page, site.url(PAGE) + "?only=unchecked"))
    found = page.locator("th[data-criterion]").evaluate_all(shown)
    assert found == [each for each in asked if () in answers(each)] != asked


def test_what_an_address_asks_for_in_vain_is_dropped_with_a_word(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    vain = (
        "tools=moon",
        "criteria=colour",
        "where=licence-class:blue",
        "sort=nothing",
        "only=half",
        "as-of=2026-02-30",
    )
    opened(page, f"{site.url(PAGE)}?tools=triton&shade=dark&{'&'.join(vain)}")
    status = page.locator(".controls__status")
    for each in (words(catalogue, "js.matrix.unknown"), *vain):
        expect(status).to_contain_text(each)
    expect(status).not_to_contain_text("shade")  # nobody's parameter
    expect(page.locator("thead th[data-tool]")).to_have_count(1)
    page.evaluate(SET, {"only": ["differences"]})
    expect(page).to_have_url(f"{site.url(PAGE)}?tools=triton&only=differences")


def test_reset_shows_everything_again(site: Site, page: Page) -> None:
    before = visible(opened(page, site.url(PAGE)))
    expect(page.locator(".controls [name=only]").nth(1)).to_be_checked()
    offered(page).evaluate(SET, {"tools": ["triton"], "only": ["differences"]})
    page.locator(".controls [type=reset]").click()
    expect(page).to_have_url(site.url(PAGE))
    assert visible(page) == before
    offered(opened(page, site.url(PAGE) + "?tools=triton"))
    page.locator(".controls [type=reset]").click()
    expect(page.locator(".controls [name=tools]:not(:checked)")).to_have_count(0)


def test_an_old_link_with_tools_in_rows_still_works(catalogue: Catalogue, site: Site, page: Page) -> None:
    opened(page, f"{site.url(PAGE)}?tools=triton,kserve&turn=yes")
    status = page.locator(".controls__status")
    expect(status).not_to_contain_text(words(catalogue, "js.matrix.unknown"))
    expect(page.locator("thead th[data-tool]")).to_have_count(2)


def test_a_card_opens_by_keys_and_click_and_closes_by_escape(site: Site, page: Page) -> None:
    settled(opened(page, site.url(PAGE)))
    cell = page.locator("td.cell--yes").first
    link, card = cell.locator("> a"), cell.locator(".card")
    link.focus()
    page.keyboard.press("Enter")
    expect(card.locator("a.source").first).to_be_visible()
    expect(card.locator("[class=evidence__note], small").first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.card'))")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(link).to_be_focused()
    link.click()
    expect(card).to_be_visible()


def test_a_criterion_opens_its_definition(catalogue: Catalogue, site: Site, page: Page) -> None:
    for path in (PAGE, "compare/?tools=mlflow,wandb"):
        opened(page, site.url(path))
        page.locator("th[data-criterion=kubernetes] .criterion").click()
        asked = catalogue.criteria["kubernetes"]
        expect(page.locator(".card")).to_contain_text(asked.question.ko)
        expect(page.locator(".card")).to_contain_text(asked.options["required"].means.ko)


def test_an_address_of_a_cell_shows_it_even_far_down_and_right(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    opened(page, site.url("compare/pipeline-orchestration/") + "#zenml-leaving")
    expect(page.locator("td#zenml-leaving.named")).to_be_in_viewport()


def test_a_new_order_is_drawn_first_where_a_reader_looks_and_then_everywhere(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    settled(opened(page, site.url("compare/pipeline-orchestration/")))
    orders = """() => [...document.querySelectorAll(".matrix__table tbody tr:not(.matrix__group)")]
      .map((row) => [...row.cells].slice(1).map((cell) => cell.dataset.name).join())"""
    [before] = set(page.evaluate(orders))
    at_once = page.evaluate(f"""() => {{
      const sort = document.querySelector("[name=sort]");
      sort.value = "kubernetes";
      sort.dispatchEvent(new Event("change", {{ bubbles: true }}));
      return ({orders})();
    }}""")
    assert at_once[0] != before
    assert at_once[-1] == before
    assert set(settled(page).evaluate(orders)) == {at_once[0]}


def test_arrow_keys_move_between_cells_and_tab_leaves_the_table(site: Site, page: Page) -> None:
    settled(opened(page, site.url(PAGE)))
    cell = page.locator("tbody tr:not(.matrix__group) td[id] > a").first
    cell.focus()
    here = (
        "document.activeElement.parentElement.cellIndex + ' ' + document.activeElement.closest('tr').rowIndex"
    )
    before = page.evaluate(here).split()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    after = page.evaluate(here).split()
    assert [int(each) for each in after] == [int(each) + 1 for each in before]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('table')") is None


def test_a_phone_shows_the_tools_of_a_criterion_without_sideways_scrolling(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    settled(opened(page, site.url("compare/pipeline-orchestration/")))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row = page.locator("tr:has(> th[data-criterion=kubernetes])")
    assert row.locator("td[id]").evaluate_all("all => all.every(cell => cell.checkVisibility())")


def test_a_card_has_a_name_a_role_and_a_button_to_close_it(site: Site, page: Page) -> None:
    settled(opened(page, site.url(PAGE)))
    link = page.locator("td.cell--yes > a").first
    link.click()
    card = page.locator(".card[role=dialog]")
    expect(card).to_be_visible()
    assert card.get_attribute("aria-label")
    card.locator(".card__close").click()
    expect(page.locator(".card")).to_have_count(0)
    expect(link).to_be_focused()
