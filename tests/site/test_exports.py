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
from macros.matrix.cells import cell as shown_cell
from tests.bench import enlarge
from tests.site.driving import copied, opened, saved, settled
from tests.site.serving import Site

MANY = 48
ADDRESSES = (
    "compare/experiment-tracking/",
    "compare/message-broker/?tools=kafka,rabbitmq,sqs&only=differences",
    "compare/model-serving/?criteria=kubernetes,hosting,licence&where=licence-class:open-source&sort=kubernetes",
    "compare/experiment-tracking/?only=unchecked",
    "compare/kafka-rabbitmq-sqs/?only=differences",
    "compare/?tools=mlflow,airflow,kafka&only=differences",
)

# Every visible cell: id, values, words.
CELLS = """
() => [...document.querySelectorAll("td[id]")].filter((each) => each.checkVisibility()).map(
  ({ id, dataset, firstElementChild: link }) =>
    [id, dataset.value, (link.querySelector(".cell__words") ?? link).textContent.trim()],
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


def conditions(catalogue: Catalogue, tool: str, criterion: str) -> str:
    """What stands beside the value of a cell."""
    return ", ".join(each.short.ko for each in shown_cell(catalogue, tool, criterion, "ko").conditions)


def markdown_cells(catalogue: Catalogue, text: str, shown: list[Any], address: str) -> dict[Any, Any]:
    """A Markdown table read back, its footnotes followed to their addresses."""
    _, table, notes = text.split("\n\n", 2)
    links = dict(re.findall(r"^(\d+)\. <(.+)> \(\d{4}-\d\d-\d\d\)$", notes, re.M))
    head, _, *lines = [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in table.splitlines()]
    tools = list(dict.fromkeys(tool for tool, *_ in shown))
    criteria = {catalogue.criteria[each].name.ko: each for _, each, *_ in shown}
    head = [re.sub(r" \([^()]+\)$", "", unescaped(each)) for each in head]  # a lifecycle that has ended
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
            condition = "".join(f" ({said})" for said in [conditions(catalogue, *key)] if said)
            assert unescaped(plain).endswith(condition), "a value holds under its conditions only"
            found[key] = (unescaped(plain).removesuffix(condition), values[key], [url for _, url in marks])
    return found


def unescaped(text: str) -> str:
    """Text as it was before it was made safe for Markdown."""
    return re.sub(r"\\(.)", r"\1", text)


def with_many(page: Page, path: str) -> None:
    """Serve a matrix with its tools repeated."""

    def larger(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=enlarge(answer.text(), MANY))

    page.route(re.compile(f"/{path}(\\?.*)?$"), larger)


def test_a_matrix_of_many_tools_is_laid_out_whole_and_the_exports_hold_all(site: Site, page: Page) -> None:
    with_many(page, "compare/pipeline-orchestration/")
    opened(page, site.url("compare/pipeline-orchestration/") + "?sort=kubernetes")
    heads = settled(page).locator("thead th[data-tool]")
    expect(heads).to_have_count(MANY)
    rows = page.locator("tr:has(> th[data-criterion])")
    counts = rows.evaluate_all("rows => rows.map(row => row.cells.length)")
    assert set(counts) == {MANY + 1}
    assert len({row["tool"] for row in json.loads(saved(page, "json"))}) == MANY
