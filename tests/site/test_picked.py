"""Two to six tools that a reader picks, side by side; and the lean pages to embed in other sites."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import opened, settled, visible, words
from tests.site.serving import BASE, Site

PAGE = "compare/"
HEADS = ".matrix__table thead th[data-tool]"


def picked(page: Page) -> list[str]:
    """The tools that stand side by side, in order."""
    found: list[str] = page.locator(HEADS).evaluate_all("heads => heads.map(head => head.dataset.tool)")
    return found


def chosen(site: Site, page: Page, state: str, count: int) -> Page:
    """Open the page and wait until this many tools stand side by side."""
    opened(page, site.url(PAGE) + state)
    expect(page.locator(HEADS)).to_have_count(count)
    return page


@pytest.mark.parametrize("tools", ["mlflow,wandb", "kafka,rabbitmq,sqs", "mlflow,airflow,kafka,triton"])
def test_the_page_says_which_jobs_the_tools_do_and_whether_they_share_one(
    tools: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    chosen(site, page, f"?tools={tools}", tools.count(",") + 1)
    assert picked(page) == tools.split(",")
    covers = [catalogue.tools[tool].stages for tool in tools.split(",")]
    stages = [stage for stage in catalogue.stages if any(stage in each for each in covers)]
    names = page.locator(".picked__result .jobs tbody th").all_inner_texts()
    assert names == [catalogue.stages[stage].name.ko for stage in stages]
    marks = page.locator(".picked__result .jobs tbody td .value").evaluate_all(
        "marks => marks.map(mark => mark.className.split('--')[1])"
    )
    assert marks == [
        "none" if stage not in each else "partial" if each[stage].part else "yes"
        for stage in stages
        for each in covers
    ]
    shared = any(all(stage in each for each in covers) for stage in stages)
    expect(page.locator(".picked__result .notice")).to_have_count(0 if shared else 1)


def test_only_the_criteria_common_to_all_are_compared(catalogue: Catalogue, site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,kafka&only=all", 2)
    found = (
        settled(page)
        .locator(".matrix__table th[data-criterion]")
        .evaluate_all("heads => heads.map(head => head.dataset.criterion)")
    )
    common = {key for group in catalogue.groups.values() if group.stage is None for key in group.criteria}
    assert set(found) == common


def test_adding_and_removing_a_tool_keeps_the_other_parameters(site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,wandb&only=differences&weigh=licence-class:3:open-source", 2)
    page.locator(".picker", has=page.locator("input[value=comet]")).first.evaluate(
        "picker => picker.open = true"
    )
    page.locator(".picked__form input[value=comet]").first.check()
    expect(page.locator(HEADS)).to_have_count(3)
    kept = {"only": ["differences"], "weigh": ["licence-class:3:open-source"]}
    assert parse_qs(urlsplit(page.url).query) == {**kept, "tools": ["mlflow,wandb,comet"]}
    page.locator(".picked__chosen button").first.click()
    expect(page.locator(HEADS)).to_have_count(2)
    assert parse_qs(urlsplit(page.url).query) == {**kept, "tools": ["wandb,comet"]}
    expect(page.locator(".controls [name=only][value=differences]")).to_be_checked()
    page.go_back()
    expect(page.locator(HEADS)).to_have_count(3)
    assert picked(page) == ["mlflow", "wandb", "comet"]


def test_who_takes_a_tool_out_by_keyboard_stays_in_the_row(site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,wandb", 2)
    page.locator(".picked__chosen button").last.press("Enter")
    expect(page.locator(".picked__chosen button")).to_have_count(1)
    expect(page.locator(".picked__chosen button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".picked__form [list]")).to_be_focused()


def test_the_address_shows_the_same_afresh(site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,wandb,comet", 3)
    page.locator(".controls [name=only][value=unchecked]").check()
    before = visible(page)
    opened(page, page.url)
    expect(page.locator(".controls__status")).not_to_be_empty()
    assert visible(page) == before
    assert parse_qs(urlsplit(page.url).query) == {
        "tools": ["mlflow,wandb,comet"],
        "only": ["unchecked"],
    }


def test_more_than_six_and_unknown_tools_are_dropped_with_a_word(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    chosen(site, page, "?tools=mlflow,moon,wandb,comet,airflow,kafka,triton,prefect", 6)
    said = page.locator(".picked__said")
    expect(said).to_contain_text(f"{words(catalogue, 'js.compare.unknown')} moon")
    expect(said).to_contain_text(words(catalogue, "js.compare.many"))
    assert picked(page) == ["mlflow", "wandb", "comet", "airflow", "kafka", "triton"]
    chosen(site, page, "?tools=mlflow", 0)
    expect(said).to_have_text(words(catalogue, "js.compare.few"))


def test_picked_tools_are_ranked_by_a_teams_own_weights(site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,wandb,comet", 3)
    page.locator(".weights__open > summary").click()
    page.locator("#weight-licence-class").select_option("5")
    page.locator("[data-criterion=licence-class] [data-wanted]").select_option("open-source")
    ranking = page.locator(".weights__result > ol > li")
    expect(ranking).to_have_count(3)
    expect(ranking.first).to_contain_text("MLflow 100%")
    address = page.url
    opened(page, address)
    expect(ranking.first).to_contain_text("MLflow 100%")
    assert "weigh=licence-class:5:open-source" in page.url


def embedded(page: Page) -> str:
    """The address in the code that a reader copies."""
    place = settled(page).locator(".embed-help code")
    expect(place).not_to_contain_text("…/")
    code = place.text_content() or ""
    found = re.fullmatch(
        r'<iframe src="([^"]+)" width="100%" height="600" loading="lazy" title="[^"]+"></iframe>', code
    )
    assert found, code
    return found[1].replace("&amp;", "&")


def test_the_code_to_embed_picked_tools_shows_them_alone(site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,wandb", 2)
    page.locator(".controls [name=only][value=all]").check()
    address = embedded(page)
    assert address == site.url("embed/") + "?tools=mlflow,wandb&only=all"
    rows = visible(page)["rows"]
    page.goto(address)
    expect(page.locator(HEADS)).to_have_count(2)
    assert visible(page)["rows"] == rows
    expect(page.locator("nav, header, form")).to_have_count(0)
    expect(page.locator("h1 a")).to_have_attribute("target", "_blank")


def test_the_code_to_embed_a_stage_shows_the_same_table_alone(site: Site, page: Page) -> None:
    state = "?criteria=hosting,kubernetes&where=licence-class:open-source&sort=kubernetes"
    opened(page, site.url("compare/model-serving/") + state)
    assert embedded(page) == site.url("embed/model-serving/") + state
    rows = visible(page)["rows"]
    page.goto(embedded(page))
    expect(page.locator(".matrix__table")).to_be_visible()
    assert visible(page)["rows"] == rows
    expect(page.locator("nav, header, form")).to_have_count(0)
    assert urlsplit(page.url).path.startswith(BASE)


def test_an_embedded_comparison_of_nothing_says_so(catalogue: Catalogue, site: Site, page: Page) -> None:
    page.goto(site.url("embed/") + "?tools=mlflow,moon")
    expect(page.locator(".picked")).to_contain_text(f"{words(catalogue, 'js.compare.unknown')} moon")
    page.goto(site.url("embed/"))
    expect(page.locator(".picked")).to_have_text(words(catalogue, "js.compare.few"))


def test_picked_tools_show_what_tells_them_apart_with_the_notes_in_the_cells(site: Site, page: Page) -> None:
    chosen(site, page, "?tools=mlflow,wandb,comet", 3)
    settled(page)
    expect(page.locator(".controls [name=only][value=differences]")).to_be_checked()
    rows = page.locator("tr:has(> th[data-criterion]):visible")
    count = "row => new Set([...row.cells].slice(1).map(cell => cell.dataset.value)).size"
    values = rows.evaluate_all(f"all => all.map({count})")
    assert values
    assert all(count > 1 for count in values)
    assert page.locator("td[id] .evidence__note:visible").count() > 5


CANON = """(element) => {
  const bare = (text) => text.replace(/\\s+/g, "");
  const attribute = ({ name, value }) =>
    `${name}=${bare(name === "data-past" ? JSON.stringify(JSON.parse(value)) : value)}`;
  const canon = (each) => [each.tagName, [...each.attributes].map(attribute).sort(),
    [...each.childNodes].map((node) => node.nodeType === 3 ? bare(node.data) : canon(node))
      .filter((part) => part !== "")];
  return JSON.stringify(canon(element));
}"""
TWINS = f"""async ([lib, sheets, tool, root]) => {{
  const canon = {CANON};
  const {{ cellOf, headOf, sectionOf }} = await import(lib);
  const sheet = await (await fetch(`${{sheets}}${{tool}}.json`)).json();
  const text = await (await fetch(`${{sheets}}${{tool}}/`)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  const criteria = sheet.groups.flatMap((group) => group.criteria);
  const name = sheet.tool.name;
  const report = page.querySelector(`[id="notes-${{tool}}"] > p:last-child > a`);
  const cells = criteria.map((each) => cellOf(tool, name, each, true, root));
  const made = [headOf(tool, sheet.tool, root), ...cells,
    sectionOf(tool, {{ ...sheet, criteria }}, true, {{
      address: report.getAttribute("href").split("?")[0], words: report.textContent }})];
  const printed = [page.querySelector("th[data-tool]"), ...page.querySelectorAll("td[id]"),
    page.querySelector("section[id^=notes-]")];
  const both = made.map((each, place) => [canon(each), canon(printed[place])]);
  return both.filter(([one, other]) => one !== other);
}}"""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_scripts_make_of_a_tool_is_what_the_page_of_the_tool_prints(
    language: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.goto(site.url("embed/tools/mlflow/", language))
    lib = page.locator("script[src*='site.mjs']").evaluate("it => new URL('compare/lean.mjs', it.src).href")
    for tool in catalogue.tools:
        differing = page.evaluate(TWINS, [lib, site.url("embed/tools/", language), tool, "../../../tools/"])
        assert differing[:1] == [], tool


def test_a_tool_is_picked_by_typing_and_the_title_names_what_is_picked(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE))
    find = page.locator(".picked__find input")
    find.fill("MLflow")
    find.fill("엠엘")
    find.press("Enter")
    expect(page.locator(".picked__said")).to_contain_text("엠엘")
    find.fill("Weights & Biases")
    expect(page.locator(HEADS)).to_have_count(2)
    title = words(catalogue, "js.compare.title", tools="MLflow, Weights & Biases")
    expect(page.locator("h1")).to_contain_text(title)
    assert page.title().startswith(title)
    page.locator(".picked__chosen button").first.click()
    expect(page.locator("h1")).to_contain_text(words(catalogue, "title.compare"))
