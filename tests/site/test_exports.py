"""What a reader takes away from a matrix: exactly the visible cells with their sources, many or few."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from macros.loading.catalogue import Catalogue
from tests.bench import enlarge
from tests.site.driving import copied, opened, saved, settled
from tests.site.serving import Site

MANY = 48
ADDRESSES = (
    "compare/experiment-tracking/",
    "compare/message-broker/?tools=kafka,rabbitmq,sqs&only=differences&turn=yes",
    "compare/model-serving/?criteria=kubernetes,hosting,licence&where=licence-class:open-source&sort=kubernetes",
    "compare/experiment-tracking/?only=unchecked",
    "compare/kafka-rabbitmq-sqs/?only=differences",
    "compare/?tools=mlflow,airflow,kafka&only=differences",
)

# Every visible cell: id, values, words.
CELLS = """
() => [...document.querySelectorAll("td[id]")].filter((each) => each.checkVisibility()).map(
  ({ id, dataset, firstElementChild }) => [id, dataset.value, firstElementChild.textContent.trim()],
)
"""


def sources(catalogue: Catalogue, tool: str, criterion: str) -> list[str]:
    """The addresses that a cell rests on, in order."""
    record = catalogue.tools[tool]
    cell = record.assessments.get(criterion)
    keys = [*(cell.source or ()), *(key for side in cell.sides for key in side.source)] if cell else []
    return [str(record.sources[key].url) for key in keys]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_exports_hold_exactly_the_visible_cells_with_their_sources(
    address: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    expect(opened(page, site.url(address)).locator(".controls__status")).not_to_be_empty()
    places = {f"{tool}-{each}": (tool, each) for tool in catalogue.tools for each in catalogue.criteria}
    shown = [(*places[name], value, words) for name, value, words in settled(page).evaluate(CELLS)]
    wanted = {
        (tool, criterion): (words, value, sources(catalogue, tool, criterion))
        for tool, criterion, value, words in shown
    }
    assert len(wanted) == len(shown) > 0
    marked = saved(page, "csv")
    assert marked.startswith("\ufefftool,"), "a spreadsheet would take the text for another encoding"
    table = list(csv.DictReader(io.StringIO(marked[1:])))
    assert len(table) == len(wanted)
    for row in table:
        words, value, urls = wanted[row["tool"], row["criterion"]]
        assert (row["words"].lstrip("'"), row["value"], row["sources"].split()) == (words, value, urls)
    rows = json.loads(saved(page, "json"))
    assert {
        (row["tool"], row["criterion"]): (
            row["words"],
            " ".join(row["value"]),
            [each["url"] for each in row["sources"]],
        )
        for row in rows
    } == wanted
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", each["opened"]) for row in rows for each in row["sources"])
    assert markdown_cells(catalogue, copied(page, "markdown", ".controls"), shown, page.url) == wanted


def markdown_cells(catalogue: Catalogue, text: str, shown: list[Any], address: str) -> dict[Any, Any]:
    """A Markdown table read back, its footnotes followed to their addresses."""
    _, table, notes = text.split("\n\n", 2)
    links = dict(re.findall(r"^(\d+)\. <(.+)> \(\d{4}-\d\d-\d\d\)$", notes, re.M))
    head, _, *lines = [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in table.splitlines()]
    tools = list(dict.fromkeys(tool for tool, *_ in shown))
    criteria = {catalogue.criteria[each].name.ko: each for _, each, *_ in shown}
    head = [unescaped(each) for each in head]
    assert {catalogue.tools[tool].name.ko for tool in tools} == set(head[1:])
    ids = {catalogue.tools[tool].name.ko: tool for tool in tools}
    values = {(tool, criterion): value for tool, criterion, value, _ in shown}
    assert notes.endswith(f"<{address}>")
    found = {}
    for name, *cells in lines:
        for tool, cell in zip(head[1:], cells, strict=True):
            plain = re.sub(r"( \[\d+\]\(<[^>]*>\))+$", "", cell)
            key = ids[tool], criteria[unescaped(name)]
            marks = re.findall(r" \[(\d+)\]\(<([^>]*)>\)", cell[len(plain) :])
            assert all(links[number] == url for number, url in marks)
            found[key] = (unescaped(plain), values[key], [url for _, url in marks])
    return found


def unescaped(text: str) -> str:
    """Text as it was before it was made safe for Markdown."""
    return re.sub(r"\\(.)", r"\1", text)


def with_many(page: Page, path: str) -> None:
    """Serve a matrix with its rows repeated."""

    def larger(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=enlarge(answer.text(), MANY))

    page.route(re.compile(f"/{path}(\\?.*)?$"), larger)


HEADS = ".matrix__page:not(.matrix__page--old) th[data-tool]"


def scroll_to_all(page: Page, scroll: str) -> None:
    """Scroll until every tool is laid out; each time further ones appear."""
    heads = page.locator(HEADS)
    while (laid_out := settled(page).locator(HEADS).count()) < MANY:
        page.evaluate(scroll)
        expect(heads.nth(laid_out)).to_be_attached()


@pytest.mark.parametrize("state", ["", "?turn=yes"])
def test_further_tools_appear_on_scrolling_and_the_exports_hold_all(
    state: str, site: Site, page: Page
) -> None:
    with_many(page, "compare/pipeline-orchestration/")
    opened(page, site.url("compare/pipeline-orchestration/") + state)
    assert settled(page).locator(HEADS).count() < MANY
    assert len({row["tool"] for row in json.loads(saved(page, "json"))}) == MANY
    scroll_to_all(page, "document.querySelector('.matrix__region').scrollBy(1e6, 1e6)")


def test_a_table_too_short_to_scroll_shows_its_tools_at_once(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 3000})
    with_many(page, "compare/pipeline-orchestration/")
    opened(page, site.url("compare/pipeline-orchestration/") + "?criteria=kubernetes")
    expect(page.locator(HEADS)).to_have_count(MANY)


def test_further_tools_appear_where_the_page_scrolls_and_not_the_table(site: Site, page: Page) -> None:
    with_many(page, "embed/pipeline-orchestration/")
    page.goto(site.url("embed/pipeline-orchestration/"))
    expect(settled(page).locator(HEADS)).not_to_have_count(MANY)
    scroll_to_all(page, "scrollTo(0, document.body.scrollHeight)")
