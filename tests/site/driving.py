"""How the tests of behaviour drive the site: answers, what is copied or saved, what a matrix shows."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests import answers
from tests.site.serving import SMALL

STAGES = sorted(path.stem for path in (SMALL / "guides").iterdir())
Given = dict[str, tuple[str, ...]]

# The visible text of a matrix, cell by cell, and the status beside it.
VISIBLE = """
() => {
  const text = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  const rows = [...document.querySelectorAll(".matrix__table tr")].filter((row) => row.checkVisibility());
  return {
    rows: rows.map((row) => [...row.cells].filter((cell) => cell.checkVisibility()).map(text)),
    status: document.querySelector(".controls__status")?.textContent ?? "",
  };
}
"""

# Resolves when the browser has nothing left to do.
IDLE = """() => new Promise((done) =>
  requestAnimationFrame(() => requestIdleCallback(() => requestIdleCallback(done))))"""


def given_sets(catalogue: Catalogue, stage: str, count: int) -> list[Given]:
    """Seeded answers to a stage's guide."""
    return [dict(each) for each in answers.given_sets(guide_of(catalogue, stage), count, stage)]


def suggested(catalogue: Catalogue, stage: str, given: Given) -> list[str]:
    """The guide's leaders, all of a tie; nobody where the answers tell nobody apart."""
    found = guide.outcome(guide_of(catalogue, stage), given)
    return list(found.leaders) if len(found.leaders) < len(found.ranking) or found.out else []


def query(given: Given) -> str:
    """Answers as a query string."""
    return "?" + "&".join(f"{key}={','.join(values)}" for key, values in given.items()) if given else ""


def words(catalogue: Catalogue, key: str, **values: object) -> str:
    """An interface word in Korean."""
    return catalogue.strings[key].ko.format(**values)


def lead(catalogue: Catalogue, key: str) -> str:
    """The beginning of an interface word in Korean, before the first thing that is filled in."""
    return catalogue.strings[key].ko.split("{")[0]


def opened(page: Page, address: str) -> Page:
    """Go to a page and wait until its component has started."""
    page.goto(address)
    expect(page.locator(".takeaway:visible, .picked[data-ready], .guide[data-mode]").first).to_be_visible()
    return page


def opened_menu(page: Page) -> None:
    """Open the menu of exports where there is one."""
    page.locator(".controls .takeaway").evaluate_all("all => all.forEach(menu => { menu.open = true; })")


def copied(page: Page, act: str, within: str = "") -> str:
    """Press a button that copies, and return what it copied."""
    opened_menu(page)
    output = page.locator(f"{within} .takeaway__copied").first
    output.evaluate("output => delete output.dataset.copied")
    page.locator(f"{within} [data-do={act}]").click()
    expect(output).to_have_attribute("data-copied", re.compile("."))
    return output.get_attribute("data-copied") or ""


def saved(page: Page, act: str) -> str:
    """Press a button that saves a file, and return the file's text."""
    opened_menu(page)
    with page.expect_download() as download:
        page.locator(f".controls [data-do={act}]").click()
    return download.value.path().read_bytes().decode()


def settled(page: Page) -> Page:
    """Wait until a matrix is laid out whole and has said what it shows."""
    whole = page.locator(".matrix__table:not([aria-busy])")
    for _ in range(2):
        expect(whole).to_have_count(1)
        page.evaluate(IDLE)
    return page


def offered(page: Page) -> Page:
    """Open every picker of the controls, so that all they offer can be set."""
    page.locator("[data-picker]").evaluate_all("all => all.forEach(picker => { picker.open = true; })")
    for picker in page.locator("[data-picker]").all():
        expect(picker.locator("input").first).to_be_attached()
    return page


def visible(page: Page) -> Any:
    """{rows, status} of the matrix as a reader sees it."""
    return settled(page).evaluate(VISIBLE)
