"""Without JavaScript every page still shows its facts; on paper the cards are there too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros import asking
from macros.catalogue import Catalogue
from macros.rendering import plain
from tests.site.kinds import KINDS
from tests.site.serving import Site

STAGE = "model-serving"


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_something_without_scripts(site: Site, bare: Page, kind: str, language: str) -> None:
    bare.goto(site.url(KINDS[kind], language))
    assert bare.locator("h1").first.is_visible()
    assert len(bare.locator("main").inner_text()) > 80


def test_a_tool_shows_every_value_with_its_sources_and_dates(
    site: Site, bare: Page, catalogue: Catalogue
) -> None:
    tool = catalogue.tools["mlflow"]
    bare.goto(site.url(KINDS["tool"]))
    shown = {
        row["id"]: row
        for row in bare.locator(".assessments tr[id]").evaluate_all(
            """rows => rows.map(row => ({
                 id: row.id, text: row.querySelector("td").innerText,
                 sources: [...row.querySelectorAll("td a")].map(link => link.getAttribute("href")),
               }))"""
        )
    }
    assert set(shown) == {f"mlflow-{criterion}" for criterion in catalogue.criteria_for(tool)}
    for criterion, assessment in tool.assessments.items():
        row = shown[f"mlflow-{criterion}"]
        assert assessment.checked.isoformat() in row["text"]
        assert {source.url for source in catalogue.sources_of(tool, criterion)} <= set(row["sources"])
        assert all(
            source.accessed.isoformat() in row["text"] for source in catalogue.sources_of(tool, criterion)
        )


def test_a_matrix_holds_every_cell_with_its_note_and_sources(
    site: Site, bare: Page, catalogue: Catalogue
) -> None:
    bare.goto(site.url(f"compare/{STAGE}/"))
    cells = {
        cell["id"]: cell
        for cell in bare.locator(".matrix__table td[id]").evaluate_all(
            """cells => cells.map(cell => ({
                 id: cell.id, text: cell.textContent.replace(/\\s+/g, " "),
                 sources: [...cell.querySelectorAll("a.source")].map(link => link.getAttribute("href")),
               }))"""
        )
    }
    criteria = [*catalogue.general_criteria(), *catalogue.criteria_of(STAGE)]
    tools = catalogue.tools_of(STAGE)
    assert set(cells) == {f"{tool}-{criterion}" for tool in tools for criterion in criteria}
    for key, tool in tools.items():
        for criterion in set(criteria) & set(tool.assessments):
            cell, assessment = cells[f"{key}-{criterion}"], tool.assessments[criterion]
            assert {each.url for each in catalogue.sources_of(tool, criterion)} <= set(cell["sources"])
            assert assessment.note is None or plain(assessment.note, "ko") in cell["text"]


def test_the_card_of_a_cell_opens_without_scripts(site: Site, bare: Page) -> None:
    bare.goto(site.url(f"compare/{STAGE}/"))
    cell = bare.locator("td.cell--yes").first
    assert not cell.locator(".card").is_visible()
    cell.locator(".cell__open").click()
    assert cell.locator(".card a.source").first.is_visible()


def test_a_guide_asks_every_question_and_says_what_each_option_does(
    site: Site, bare: Page, catalogue: Catalogue
) -> None:
    bare.goto(site.url(f"choose/{STAGE}/"))
    for asked in asking.questions(catalogue, STAGE):
        box = bare.locator(f"#question-{asked.id}")
        assert asked.question.ask
        assert plain(asked.question.ask, "ko") in box.locator("legend").inner_text()
        box.locator(".deeds > summary").click()
        for option in asked.options.values():
            assert option.name
            assert box.get_by_text(plain(option.name, "ko"), exact=True).last.is_visible()
    for tool in asking.candidates(catalogue, STAGE):
        assert bare.locator(f"#candidate-{tool} > summary").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pipeline_links_every_stage(site: Site, bare: Page, catalogue: Catalogue, width: int) -> None:
    bare.set_viewport_size({"width": width, "height": 900})
    bare.goto(site.url(""))
    shown = [link for link in bare.locator(".pipeline a").all() if link.is_visible()]
    addresses = [link.get_attribute("href") for link in shown]
    assert sorted(map(str, addresses)) == sorted(f"stages/{stage}/" for stage in catalogue.stages)


def test_a_printed_matrix_shows_its_cards(site: Site, page: Page) -> None:
    page.goto(site.url(f"compare/{STAGE}/"), wait_until="networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    cards = page.locator("td.cell--yes .card .evidence__checked")
    assert cards.count() > 20
    assert all(card.is_visible() for card in cards.all()[:20])
    assert not page.locator(".md-header").is_visible()
