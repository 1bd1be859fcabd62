"""An address that names a place: the page comes to rest, the place is in view, nothing else moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.driving import IDLE, opened, settled
from tests.site.serving import Site

LANGUAGES = ("ko", "en")
PICKED = "compare/?tools=mlflow,wandb"
CELLS = ("mlflow-sso", "wandb-licence", "mlflow-kubernetes")
GUIDE = "choose/experiment-tracking/?hosting=self&team=small"
OPEN = ".question:not([hidden])"
DEEDS = f"{OPEN} .deeds"
MOST = 20

# Counts what the page does with its own address, and cuts a circle short so that the tab stays alive.
COUNTING = f"""
window.turns = 0;
addEventListener("popstate", (event) => {{ if (++turns > {MOST}) event.stopImmediatePropagation(); }});
"""
FOCUSED = """(({ tagName, id, href, value, textContent }) =>
  [tagName, id, href, value, textContent])(document.activeElement)"""


@pytest.fixture
def counted(page: Page) -> Page:
    """A page that counts how often its address calls for another state."""
    page.add_init_script(COUNTING)
    return page


def rests(page: Page, cell: str, turns: int = 0) -> Locator:
    """The page has come to rest, with the cell in view and marked."""
    found = settled(page).locator(f"td[id={cell}]")
    page.evaluate(IDLE)
    assert page.evaluate("turns") <= turns
    expect(found).to_be_in_viewport()
    expect(page.locator(".named")).to_have_attribute("id", cell)
    assert page.evaluate("location.hash") == f"#{cell}"
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cell", CELLS)
def test_an_address_of_a_picked_cell_comes_to_rest_with_the_cell_in_view(
    cell: str, language: str, site: Site, counted: Page
) -> None:
    counted.set_viewport_size({"width": 390, "height": 700})
    opened(counted, site.url(f"{PICKED}#{cell}", language))
    rests(counted, cell)
    counted.evaluate("scrollTo(0, 0)")
    counted.reload()
    rests(counted, cell)
    counted.goto(site.url("stages/", language))
    counted.go_back()
    rests(counted, cell)
    counted.go_back()
    counted.go_forward()
    rests(counted, cell)


@pytest.mark.parametrize("path", [PICKED, "compare/experiment-tracking/", "embed/experiment-tracking/"])
def test_back_and_forward_between_cells_come_to_rest_without_drawing_anew(
    path: str, site: Site, counted: Page
) -> None:
    counted.goto(site.url(path) + "#mlflow-sso")
    rests(counted, "mlflow-sso")
    counted.locator("td[id=mlflow-kubernetes]").evaluate("cell => { cell.dataset.same = 'yes'; }")
    counted.evaluate("location.hash = 'wandb-licence'")
    rests(counted, "wandb-licence", 1)
    counted.go_back()
    rests(counted, "mlflow-sso", 2)
    counted.go_forward()
    rests(counted, "wandb-licence", 3)
    expect(counted.locator("td[id=mlflow-kubernetes][data-same]")).to_have_count(1)


def test_back_to_other_tools_draws_them_with_the_cell_in_view(site: Site, counted: Page) -> None:
    opened(counted, site.url(f"{PICKED}#mlflow-sso"))
    rests(counted, "mlflow-sso")
    counted.evaluate("scrollTo(0, 0)")
    box = counted.locator(".picked__form input[value=comet]").first
    box.evaluate("box => { box.closest('details').open = true; }")
    box.check()
    heads = counted.locator(".matrix__table thead th[data-tool]")
    expect(heads).to_have_count(3)
    expect(settled(counted).locator("td[id=mlflow-sso].named")).to_have_count(1)
    assert counted.evaluate("scrollY") < 200  # who picks a tool is not taken away from the picker
    counted.go_back()
    expect(heads).to_have_count(2)
    rests(counted, "mlflow-sso", 1)
    counted.go_forward()
    expect(heads).to_have_count(3)
    rests(counted, "mlflow-sso", 2)


def test_a_link_to_evidence_leaves_the_question_in_progress_and_the_focus(site: Site, counted: Page) -> None:
    opened(counted, site.url(GUIDE))
    counted.locator(".guide__answers [data-question=team]").click()
    expect(counted.locator(OPEN)).to_have_attribute("id", "question-team")
    counted.locator(f"{DEEDS} > summary").click()
    link = counted.locator(f"{DEEDS} a[href^='#']").first
    link.focus()
    before = counted.evaluate(FOCUSED)
    counted.keyboard.press("Enter")
    cell = (link.get_attribute("href") or "")[1:]
    expect(counted).to_have_url(site.url(GUIDE) + f"#{cell}")
    expect(counted.locator(OPEN)).to_have_attribute("id", "question-team")
    assert counted.evaluate(FOCUSED) == before
    expect(counted.locator(f"[id={cell}].named")).to_be_in_viewport()
    counted.go_back()
    expect(counted).to_have_url(site.url(GUIDE))
    expect(counted.locator(OPEN)).to_have_attribute("id", "question-team")
    counted.go_forward()
    expect(counted.locator(OPEN)).to_have_attribute("id", "question-team")


def test_a_half_given_answer_stays_open_while_its_evidence_is_read(site: Site, counted: Page) -> None:
    opened(counted, site.url("choose/experiment-tracking/?need=unknown&hosting=self"))
    counted.locator(".guide__answers [data-question=need]").click()
    box = counted.locator("#question-need input").nth(1)
    box.check()
    box.focus()
    counted.locator(f"{DEEDS} a[href^='#']").first.evaluate("link => link.click()")
    expect(counted.locator(OPEN)).to_have_attribute("id", "question-need")
    expect(box).to_be_focused()
    expect(counted.locator(".candidate .named")).to_be_in_viewport()
    counted.reload()
    expect(counted.locator(".candidate .named")).to_be_in_viewport()
    expect(counted.locator("#question-need input:checked")).to_have_count(1)
