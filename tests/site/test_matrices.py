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
      if (field.type === "checkbox" && field.checked === on) continue;
      if (field.type === "checkbox") field.checked = on; else field.value = values[0] ?? "";
      changed(field);
    }
  }
}
"""
CHOICES = """
() => Object.fromEntries(["tools", "criteria", "where", "sort", "only", "turn"].map((name) => {
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
    state["turn"] = ["yes"] if chance.random() < 0.4 else []
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
        ("turn", "yes"),
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
        "turn=maybe",
        "as-of=2026-02-30",
    )
    opened(page, f"{site.url(PAGE)}?tools=triton&shade=dark&{'&'.join(vain)}")
    status = page.locator(".controls__status")
    for each in (words(catalogue, "js.matrix.unknown"), *vain):
        expect(status).to_contain_text(each)
    expect(status).not_to_contain_text("shade")  # nobody's parameter
    expect(page.locator("tbody th[data-tool]")).to_have_count(1)
    page.evaluate(SET, {"only": ["differences"]})
    expect(page).to_have_url(f"{site.url(PAGE)}?tools=triton&only=differences")


def test_reset_shows_everything_again(site: Site, page: Page) -> None:
    before = visible(opened(page, site.url(PAGE)))
    offered(page).evaluate(SET, {"tools": ["triton"], "only": ["differences"], "turn": ["yes"]})
    page.locator(".controls [type=reset]").click()
    expect(page).to_have_url(site.url(PAGE))
    assert visible(page) == before
    offered(opened(page, site.url(PAGE) + "?tools=triton"))
    page.locator(".controls [type=reset]").click()
    expect(page.locator(".controls [name=tools]:not(:checked)")).to_have_count(0)


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


def test_a_change_is_drawn_where_the_reader_looks_and_then_everywhere(site: Site, page: Page) -> None:
    settled(opened(page, site.url(PAGE)))
    page.locator(".matrix__region").evaluate("region => region.scrollTo(1e6, 0)")
    settled(page)
    last = page.locator("thead th[data-criterion]").last.get_attribute("data-criterion")
    drawn = page.evaluate(
        """([last]) => {
          const sort = document.querySelector(".controls [name=sort]");
          sort.value = "kubernetes";
          sort.dispatchEvent(new Event("change", { bubbles: true }));
          const rows = [...document.querySelectorAll(".matrix__page:not(.matrix__page--old) tbody tr")];
          return rows[0].querySelector(`td[id$="-${last}"]`) !== null && rows[0].cells.length < 20;
        }""",
        [last],
    )
    assert drawn
    counts = settled(page).locator("tbody tr").evaluate_all("rows => rows.map(row => row.cells.length)")
    assert set(counts) == {1 + page.locator("thead th[data-criterion]").count()}
    expect(page.locator(".matrix__page")).to_have_count(1)
