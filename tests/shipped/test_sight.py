"""What a reader must not see: words broken in the middle, a name cut off, forms on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.shipped.kinds import KINDS
from tests.site.driving import opened
from tests.site.serving import Site

# Words (letters alone) that stand on two lines; code and what is hidden may.
BROKEN = r"""() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const apart = "script, style, noscript, code, pre, .visually-hidden, .md-sidebar, .md-search";
    if (text.parentElement.closest(apart) || !text.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of text.data.matchAll(/[A-Za-z\uAC00-\uD7A3]{2,}/g)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const parts = [...range.getClientRects()].filter(({ width }) => width > 1);
      if (new Set(parts.map(({ top }) => Math.round(top))).size > 1) found.add(word);
    }
  }
  return [...found];
}"""
KINDS_WITH_TABLES = ("stage", "glossary", "inclusion", "concept", "embed-tool", "embed")


@pytest.mark.parametrize("width", [360, 1024, 1280])
@pytest.mark.parametrize("kind", KINDS_WITH_TABLES)
def test_no_word_is_broken_in_the_middle(kind: str, width: int, site: Site, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.url(KINDS[kind]))
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 768])
def test_the_title_names_all_picked_tools(width: int, site: Site, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, site.url("compare/?tools=airflow,dagster,prefect,flyte,kubeflow,argo-workflows"))
    expect(page.locator("h1")).to_contain_text("Argo Workflows")
    assert page.locator("h1").evaluate("title => title.scrollHeight - title.clientHeight") < 10  # no line


def test_the_planner_prints_what_is_answered_and_picked_alone(site: Site, page: Page) -> None:
    opened(page, site.url("stacks/?team=small&stack=model-serving:bentoml"))
    page.emulate_media(media="print")
    expect(page.locator(".planner__answers p:visible")).to_have_count(1)
    expect(page.locator(".planner__stage:visible")).to_have_count(1)
    expect(page.locator("#pick-model-serving")).to_have_css("border-top-width", "0px")
    expect(page.locator("#curated")).to_be_hidden()
    page.goto(site.url("stacks/"))
    expect(page.locator(".planner")).to_be_hidden()
    expect(page.locator("#curated")).to_be_visible()


def test_an_outcome_prints_no_button(site: Site, page: Page) -> None:
    opened(page, site.url("choose/pipeline-orchestration/?kubernetes=no&hosting=isolated&need=batch"))
    expect(page.locator(".outcome h2").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".guide button:not(.chip):visible")).to_have_count(0)
    expect(page.locator(".guide input:visible")).to_have_count(0)


def test_scenarios_print_on_three_sheets(site: Site, page: Page) -> None:
    page.goto(site.url("scenarios/"))
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 3
    page.emulate_media(media="print")
    expect(page.locator(".computed__open:visible")).to_have_count(0)
