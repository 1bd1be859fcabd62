"""A link pinned to a day keeps its word: cells that have changed since say so, with what they said."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.loading import history
from macros.loading.catalogue import ROOT, Catalogue
from macros.records.tool import Tool
from tests.site.driving import copied, opened, words
from tests.site.serving import BASE, Site, built, served

STAGE = "experiment-tracking"
BEFORE, RECORDED, AFTER = "2026-01-01", "2026-01-02", "2026-01-09"
OLD, NEW = "  kubernetes:\n    value: optional\n", "  kubernetes:\n    value: required\n"
CHANGE = "kubernetes,2026-01-20,optional,required,read again,,\n"


class Later(NamedTuple):
    """A site whose data has moved on since the recorded day, and the tools in which it has."""

    site: Site
    changed: list[str]


@pytest.fixture(scope="module")
def later(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Later]:
    """Record the values, date them back, change two cells, build anew."""
    folder = tmp_path_factory.mktemp("later")
    data = folder / "data"
    shutil.copytree(ROOT, data)
    for tool, record in catalogue.tools.items():
        (data / "tools" / tool / history.FILE).write_text(history.write(_dated_back(record)), "utf-8")
    (data / "redirects.yml").write_text("tools/runs-and-models: tools/mlflow\n", "utf-8")
    changed = changeable(catalogue)[:2]
    for tool in changed:
        path = data / "tools" / tool / "evidence.yml"
        path.write_text(path.read_text("utf-8").replace(OLD, NEW), "utf-8")
        with (data / "tools" / tool / history.FILE).open("a", encoding="utf-8") as file:
            file.write(CHANGE)
    with served(built(folder / "site", data)) as site:
        yield Later(site, changed)


def _dated_back(tool: Tool) -> Iterator[history.Line]:
    for key, each in tool.assessments.items():
        value = history.encoded(each.value)
        yield history.Line(key, date.fromisoformat(RECORDED), "", value, "first check", each.sources[0], "")


def changeable(catalogue: Catalogue) -> list[str]:
    """The tools of the stage whose value can be changed."""
    files = {tool: ROOT / "tools" / tool / "evidence.yml" for tool in catalogue.tools_of(STAGE)}
    return [tool for tool, path in files.items() if OLD in path.read_text("utf-8")]


@pytest.mark.parametrize("page_of", ["compare/{stage}/", "compare/?tools={tools}", "embed/{stage}/"])
def test_exactly_the_changed_cells_are_marked_with_what_they_said(
    page_of: str, later: Later, catalogue: Catalogue, page: Page
) -> None:
    address = later.site.url(page_of.format(stage=STAGE, tools=",".join(later.changed)))
    for day in (RECORDED, AFTER):
        page.goto(f"{address}{'&' if '?' in address else '?'}as-of={day}")
        marked = page.locator(".cell--changed")
        expect(marked).to_have_count(len(later.changed))
        ids = marked.evaluate_all("cells => cells.map(cell => cell.id)")
        assert sorted(ids) == sorted(f"{tool}-kubernetes" for tool in later.changed)
        old = catalogue.criteria["kubernetes"].options["optional"].name
        assert old is not None
        expect(marked.first.locator(".cell__was")).to_have_text(
            words(catalogue, "js.matrix.was", day=day, value=old.ko)
        )


def test_the_status_counts_the_changes(later: Later, catalogue: Catalogue, page: Page) -> None:
    opened(page, later.site.url(f"compare/{STAGE}/?as-of={AFTER}"))
    said = words(catalogue, "js.matrix.changed", day=AFTER, count=len(later.changed))
    expect(page.locator(".controls__status")).to_contain_text(said)
    opened(page, later.site.url(f"compare/{STAGE}/?as-of={AFTER}&criteria=licence"))
    said = words(catalogue, "js.matrix.unchanged", day=AFTER)
    expect(page.locator(".controls__status")).to_contain_text(said)


def test_a_day_before_the_first_record_says_so(later: Later, catalogue: Catalogue, page: Page) -> None:
    opened(page, later.site.url(f"compare/{STAGE}/?as-of={BEFORE}"))
    said = words(catalogue, "js.matrix.early", day=BEFORE, first=RECORDED)
    expect(page.locator(".controls__status")).to_contain_text(said)
    expect(page.locator(".cell--changed")).to_have_count(0)


def test_the_pinned_link_holds_the_state_and_todays_date(later: Later, page: Page) -> None:
    opened(page, later.site.url(f"compare/{STAGE}/?only=differences"))
    link = copied(page, "pin", ".controls")
    assert re.fullmatch(re.escape(page.url) + r"&as-of=\d{4}-\d\d-\d\d", link)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Asia/Seoul", "2026-11-28T23:00:00Z", "2026-11-29"),
        ("Asia/Seoul", "2026-11-29T14:59:00Z", "2026-11-29"),
        ("UTC", "2026-11-28T23:00:00Z", "2026-11-28"),
        ("America/Los_Angeles", "2026-12-01T07:00:00Z", "2026-11-30"),
    ],
)
def test_pinned_to_today_is_the_readers_day(
    zone: str, moment: str, day: str, site: Site, browser: Browser
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    opened(page, site.url(f"compare/{STAGE}/"))
    assert copied(page, "pin", ".controls").endswith(f"?as-of={day}")
    context.close()


def test_the_shipped_record_does_not_pretend_to_know_an_earlier_day(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(f"compare/{STAGE}/?as-of={BEFORE}"))
    first = catalogue.first_day
    said = words(catalogue, f"js.matrix.{'early' if first else 'unrecorded'}", day=BEFORE, first=first)
    expect(page.locator(".controls__status")).to_contain_text(said)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_old_address_of_a_renamed_page_leads_on(language: str, later: Later) -> None:
    old, new = (later.site.pages(language)[f"tools/{tool}/"] for tool in ("runs-and-models", "mlflow"))
    prefix = "en/" if language == "en" else ""
    assert f"url=http://127.0.0.1{BASE}{prefix}tools/mlflow/" in old.read_text("utf-8")
    assert new.is_file()


@pytest.mark.parametrize("path", [f"compare/{STAGE}/", "compare/", "embed/"])
def test_a_tool_that_was_renamed_is_found_by_its_old_id(path: str, later: Later, page: Page) -> None:
    page.goto(later.site.url(f"{path}?tools=runs-and-models,wandb"))
    heads = page.locator(".matrix__table:not([aria-busy]) th[data-tool]")
    expect(heads).to_have_count(2)
    assert set(heads.evaluate_all("heads => heads.map(head => head.dataset.tool)")) == {"mlflow", "wandb"}
