"""The outcome of a guide: reasons, the way back, the comparison, the decision record, the tree."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests.site.driving import STAGES, Given, copied, given_sets, opened, query, words
from tests.site.guide_page import SHOWN, expected_outcome, shown_outcome
from tests.site.serving import Site

PAGE = "choose/experiment-tracking/"


@pytest.mark.parametrize("stage", STAGES)
def test_every_reason_leads_to_a_cell_and_its_source(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    given = next(
        each
        for each in given_sets(catalogue, stage, 200)
        if (found := guide.outcome(guide_of(catalogue, stage), each)).out
        and any(len(found.reasons[tool]) > 1 for tool in found.leaders)
    )
    found = guide.outcome(guide_of(catalogue, stage), given)
    shown = opened(page, site.url(f"choose/{stage}/") + query(given)).evaluate(SHOWN)
    assert shown["cited"]
    assert shown["sources"]
    for each in shown["out"]:
        assert each["cited"] >= 1
        assert each["bars"] == [bar.criterion for bar in found.out[each["tool"]]]
        assert each["back"]
    if shown["winner"]:
        assert [key for key, _ in shown["rows"]] == [
            key for key, values in given.items() if values != ("unknown",)
        ]
        total = sum(int(points) for _, points in shown["rows"] if points.isdigit())
        assert total == shown["bars"][0] == found.ranking[0][1]
        assert shown["next"] == [tool for tool, _ in found.ranking[1:3]]


def test_following_the_way_back_brings_a_tool_back(catalogue: Catalogue, site: Site, page: Page) -> None:
    given: Given = {"kubernetes": ("no",)}
    tool = next(iter(guide.outcome(guide_of(catalogue, "pipeline-orchestration"), given).out))
    opened(page, site.url("choose/pipeline-orchestration/") + query(given))
    page.locator(".outcome__fold:has(.outcome__out) > summary").click()
    page.locator(f".outcome__out [data-tool={tool}] button").first.click()
    expect(page.locator("#question-kubernetes input:checked")).to_be_focused()
    page.locator("#question-kubernetes input[value=yes]").check()
    expect(page.locator(".guide")).to_have_attribute("data-mode", "outcome")
    expect(page.locator(f".outcome__out [data-tool={tool}]")).to_have_count(0)


def test_the_leaders_open_side_by_side(catalogue: Catalogue, site: Site, page: Page) -> None:
    given: Given = {"hosting": ("self",), "budget": ("free",)}
    found = guide.outcome(guide_of(catalogue, "experiment-tracking"), given)
    opened(page, site.url(PAGE) + query(given))
    page.locator(".win__onward a[href*='/compare/']").click()
    first = [tool for tool, _ in found.ranking][: max(3, len(found.leaders))][:6]
    expect(page.locator(".matrix__table thead th[data-tool]")).to_have_count(len(first))
    assert parse_qs(urlsplit(page.url).query)["tools"] == [",".join(first)]


def test_the_decision_record_is_one_that_an_engineer_would_commit(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    given: Given = {"kubernetes": ("no",), "hosting": ("isolated",), "team": ("small",), "need": ("batch",)}
    stage = "pipeline-orchestration"
    found = guide.outcome(guide_of(catalogue, stage), given)
    record = copied(opened(page, site.url(f"choose/{stage}/") + query(given)), "adr")
    parts = dict(part.split("\n\n", 1) for part in record.split("\n## ")[1:])
    context, options, decision, sources = (
        parts[words(catalogue, f"js.guide.record-{key}")]
        for key in ("context", "options", "decision", "sources")
    )
    assert len(context.strip().splitlines()) == len(given)
    assert options.count("| ") >= len(found.ranking)
    assert catalogue.tools[found.leaders[0]].name.ko in record.splitlines()[0]
    numbers = {int(each) for each in re.findall(r"\[(\d+)\]", record)}
    listed = re.findall(r"^(\d+)\. .*<https?://[^>]+>, \d{4}-\d\d-\d\d$", sources, re.MULTILINE)
    assert numbers == set(range(1, len(listed) + 1))
    lines = [line for line in decision.splitlines() if line.startswith("- ")]
    assert len(lines) == len(set(lines)) >= len(given)
    assert not set(re.findall(r"(?<![/=\w.-])(?:hosting|isolated|kubernetes=)\b", record.split("](")[0]))
    link = record.rsplit("](", 1)[1].split(")")[0]
    assert parse_qs(urlsplit(link).query)["led"] == [",".join(found.leaders)]


def answers_of(address: str) -> Given:
    """The answers that a link to a guide holds."""
    return {key: (value,) for key, (value,) in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("stage", STAGES)
def test_the_trees_outcomes_open_the_guide_with_the_same_leaders(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.goto(site.url(f"choose/{stage}/tree/"))
    links = page.locator(".tree__outcome a").evaluate_all(
        "links => links.map(link => [link.href, link.textContent.replace(/\\s+/g, ' ').trim()])"
    )
    assert 3 < len(links) < 40
    for address, text in links:
        given = answers_of(address)
        leaders = guide.outcome(guide_of(catalogue, stage), given).leaders
        more = f" +{len(leaders) - 4}" if len(leaders) > 4 else ""
        assert text == ", ".join(catalogue.tools[tool].name.ko for tool in leaders[:4]) + more
    address = links[-1][0]
    given = answers_of(address)
    assert shown_outcome(opened(page, address).evaluate(SHOWN)) == expected_outcome(catalogue, stage, given)
