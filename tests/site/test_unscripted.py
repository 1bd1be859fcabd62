"""Without JavaScript every page still shows its facts; on paper the cards are there too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests.shipped.kinds import KINDS
from tests.site.serving import Site

STAGE = "model-serving"


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


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
        sources = [tool.sources[key] for key in assessment.sources]
        assert {source.url for source in sources} <= set(row["sources"])
        packages = [each.package for each in sources if each.package]
        assert all(package in row["text"] for package in packages)
        assert all(source.accessed.isoformat() in row["text"] for source in sources)


def test_a_matrix_holds_every_cell_with_its_note_sources_and_dates(
    site: Site, bare: Page, catalogue: Catalogue
) -> None:
    bare.goto(site.url(f"compare/{STAGE}/"))
    cells = bare.locator(".matrix__table td[id]").evaluate_all(
        "cells => cells.map(cell => [cell.id, cell.firstElementChild.getAttribute('href').slice(1)])"
    )
    notes = {
        note["id"]: note
        for note in bare.locator("[id^=note-]").evaluate_all(
            """notes => notes.map(note => ({
                 id: note.id, text: note.innerText.replace(/\\s+/g, " "),
                 sources: [...note.querySelectorAll("a[href^='#source-']")].map(mark => {
                   const item = document.getElementById(mark.getAttribute("href").slice(1));
                   return [item.querySelector("a.source").getAttribute("href"), item.innerText];
                 }),
               }))"""
        )
    }
    criteria = [*catalogue.general_criteria(), *catalogue.criteria_of(STAGE)]
    tools = catalogue.tools_of(STAGE)
    assert {name for name, _ in cells} == {f"{tool}-{criterion}" for tool in tools for criterion in criteria}
    assert all(note in notes for _, note in cells)
    for listed in bare.locator("section[id^=notes-] > ol").all():
        items = listed.locator("li").evaluate_all("items => items.map(item => item.innerHTML)")
        assert len(items) == len(set(items)) > 0
    for key, tool in tools.items():
        for criterion in set(criteria) & set(tool.assessments):
            note, assessment = notes[f"note-{key}-{criterion}"], tool.assessments[criterion]
            assert assessment.checked.isoformat() in note["text"]
            assert assessment.note is None or assessment.note.plain("ko") in note["text"]
            for source in (tool.sources[each] for each in assessment.sources):
                told = [words for url, words in note["sources"] if url == source.url]
                assert any(source.accessed.isoformat() in words for words in told)


def test_the_criteria_of_a_matrix_lead_to_their_definitions(
    site: Site, bare: Page, catalogue: Catalogue
) -> None:
    bare.goto(site.url(f"compare/{STAGE}/"))
    for criterion in catalogue.criteria_of(STAGE):
        link = bare.locator(f"th[data-criterion={criterion}] a").get_attribute("href")
        assert link == f"../../about/criteria/#definition-{criterion}"
    bare.locator(f"th[data-criterion={criterion}] a").click()
    asked = bare.locator(f"#definition-{criterion}")
    expect(asked).to_be_in_viewport()
    expect(asked).to_contain_text(catalogue.criteria[criterion].question.plain("ko"))


def test_a_cell_leads_to_its_note_without_scripts(site: Site, bare: Page) -> None:
    bare.goto(site.url(f"compare/{STAGE}/"))
    link = bare.locator("td.cell--yes a").first
    link.click()
    assert bare.locator("[id^=note-]:target a[href^='#source-']").first.is_visible()


def test_a_guide_asks_every_question_and_says_what_each_option_does(
    site: Site, bare: Page, catalogue: Catalogue
) -> None:
    bare.goto(site.url(f"choose/{STAGE}/"))
    for asked in guide_of(catalogue, STAGE).questions:
        box = bare.locator(f"#question-{asked.id}")
        assert asked.question.ask
        assert asked.question.ask.plain("ko") in box.locator("legend").inner_text()
        box.locator(".deeds > summary").click()
        for option in asked.options.values():
            assert option.name
            assert box.get_by_text(option.name.plain("ko"), exact=True).last.is_visible()
    for tool in guide_of(catalogue, STAGE).tools:
        assert bare.locator(f"#candidate-{tool} > summary").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pipeline_links_every_stage(site: Site, bare: Page, catalogue: Catalogue, width: int) -> None:
    bare.set_viewport_size({"width": width, "height": 900})
    bare.goto(site.url(""))
    shown = [link for link in bare.locator(".pipeline a").all() if link.is_visible()]
    addresses = [link.get_attribute("href") for link in shown]
    assert sorted(map(str, addresses)) == sorted(f"stages/{stage}/" for stage in catalogue.stages)


def test_the_notes_of_a_matrix_are_there_when_they_are_asked_for(site: Site, page: Page) -> None:
    page.goto(site.url(f"compare/{STAGE}/") + "#note-triton-licence", wait_until="networkidle")
    assert page.locator("#note-triton-licence").is_visible()
    page.goto(site.url(f"compare/{STAGE}/"), wait_until="networkidle")
    page.locator(".notes summary").first.click()
    assert page.locator("#note-triton-licence").is_visible()


@pytest.mark.parametrize(
    ("path", "shown"), [("tools/mlfow/", "MLflow"), ("en/compare/model-servin/", "serving")]
)
def test_an_address_that_leads_nowhere_offers_the_nearest_in_the_readers_language(
    path: str, shown: str, site: Site, page: Page
) -> None:
    text = (site.folder / "404.html").read_text("utf-8")
    page.route(f"**/{path}", lambda route: route.fulfill(status=404, body=text, content_type="text/html"))
    page.goto(site.url(path))
    link = page.locator("[data-guess]:visible a")
    expect(link).to_contain_text(shown, ignore_case=True)
    expect(page.locator("section[lang]:visible")).to_have_attribute("lang", "en" if "en/" in path else "ko")
