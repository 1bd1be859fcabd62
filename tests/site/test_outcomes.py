"""The outcome of a guide: reasons, the way back, the comparison, the decision record, the tree."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests.records import names
from tests.site.driving import Given, copied, given_sets, opened, query, words
from tests.site.guide_page import SHOWN, expected_outcome, shown_outcome
from tests.site.serving import Site

STAGES = names("guides")
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
    for leader in (each for section in shown["sections"] for each in section):
        reasons = found.reasons[leader["tool"]]
        wanted = [[[leader["tool"], each.criterion]] if each.criterion else [] for each in reasons]
        assert [each["cells"] for each in leader["reasons"]] == wanted
        assert all(each["sources"] for each in leader["reasons"])
        assert leader["open"] == list(found.unchecked[leader["tool"]])
    for each in shown["out"]:
        assert each["sources"] >= len(each["bars"])
        assert each["back"] == list(dict.fromkeys(bar.question for bar in found.out[each["tool"]]))
    assert (shown["separator"] is not None) == (len(found.leaders + found.near) > 1)


def test_following_the_way_back_brings_a_tool_back(catalogue: Catalogue, site: Site, page: Page) -> None:
    given: Given = {"kubernetes": ("no",)}
    tool = next(iter(guide.outcome(guide_of(catalogue, "pipeline-orchestration"), given).out))
    opened(page, site.url("choose/pipeline-orchestration/") + query(given))
    page.locator(f".outcome__out [data-tool={tool}] button").click()
    expect(page.locator("#question-kubernetes input:checked")).to_be_focused()
    page.locator("#question-kubernetes input[value=yes]").check()
    page.locator("#question-kubernetes [data-do=next]").click()
    expect(page.locator(f".outcome__live .leader[data-tool={tool}]")).to_have_count(1)
    expect(page.locator(f".outcome__out [data-tool={tool}]")).to_have_count(0)


def test_the_leaders_open_side_by_side(catalogue: Catalogue, site: Site, page: Page) -> None:
    given: Given = {"hosting": ("self",), "budget": ("free",)}
    found = guide.outcome(guide_of(catalogue, "experiment-tracking"), given)
    opened(page, site.url(PAGE) + query(given))
    page.locator(".outcome__live > p > a").click()
    first = [tool for tool, _ in found.ranking][: max(2, len(found.leaders))][:6]
    expect(page.locator(".matrix__table thead th[data-tool]")).to_have_count(len(first))
    assert parse_qs(urlsplit(page.url).query)["tools"] == [",".join(first)]


def rich_case(catalogue: Catalogue) -> tuple[str, Given]:
    """Answers that rule tools out and favour a leader by judgement; best with something left open."""
    cases = []
    for stage in STAGES:
        for given in given_sets(catalogue, stage, 200):
            found = guide.outcome(guide_of(catalogue, stage), given)
            reasons = [reason for tool in found.leaders for reason in found.reasons[tool]]
            if found.out and any(reason.favour for reason in reasons):
                cases.append((sum(len(found.unchecked[tool]) for tool in found.leaders), stage, given))
    _, stage, given = max(cases, key=lambda case: case[0])
    return stage, given


def test_the_decision_record_holds_the_whole_decision(catalogue: Catalogue, site: Site, page: Page) -> None:
    stage, given = rich_case(catalogue)
    found = guide.outcome(guide_of(catalogue, stage), given)
    shown = (*found.leaders, *found.near)
    record = copied(opened(page, site.url(f"choose/{stage}/") + query(given)), "adr")
    parts = dict(part.split("\n\n", 1) for part in record.split("\n## ")[1:])
    context, options, decision, reasons = (
        parts[words(catalogue, f"js.guide.adr-{key}")]
        for key in ("context", "options", "decision", "reasons")
    )
    unsettled = parts.get(words(catalogue, "js.guide.adr-open"), "")
    asked = {each.id: each for each in guide_of(catalogue, stage).questions}
    chosen = [
        asked[key].options[value] for key, values in given.items() for value in values if value != "unknown"
    ]
    assert all(choice.name and choice.name.ko in context for choice in chosen)
    assert len(context.strip().splitlines()) == len(given)
    names_of = {tool: catalogue.tools[tool].name.ko for tool in guide_of(catalogue, stage).tools}
    assert all(f"- {name}" in options for name in names_of.values())
    assert decision.strip() == ", ".join(names_of[tool] for tool in found.leaders)
    lines = [line for line in reasons.splitlines() if line.startswith("- ")]
    assert len(lines) == sum(len(found.reasons[tool]) for tool in shown)
    assert all(re.search(r"<https?://[^>]+> \(\d{4}-\d\d-\d\d\)", line) for line in lines)
    ruled = [line for line in options.splitlines() if f"({words(catalogue, 'js.guide.adr-ruled')}" in line]
    assert len(ruled) == len(found.out)
    assert all(re.search(r"<https?://[^>]+> \(\d{4}-\d\d-\d\d\)", line) for line in ruled)
    assert unsettled.count("- ") == sum(len(found.unchecked[tool]) for tool in shown)
    assert record.endswith(f"<{page.url}>")


def answers_of(address: str) -> Given:
    """The answers that a link to a guide holds."""
    return {key: (value,) for key, (value,) in parse_qs(urlsplit(address).query).items()}


@pytest.mark.parametrize("stage", STAGES)
def test_the_trees_outcomes_open_the_guide_with_the_same_leaders(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.goto(site.url(f"choose/{stage}/tree/"))
    links = page.locator(".tree__outcome a").evaluate_all(
        "links => links.map(link => [link.href, link.textContent.trim()])"
    )
    assert len(links) > len(guide_of(catalogue, stage).questions)
    for address, text in links:
        given = answers_of(address)
        leaders = guide.outcome(guide_of(catalogue, stage), given).leaders
        more = f" +{len(leaders) - 4}" if len(leaders) > 4 else ""
        assert text == ", ".join(catalogue.tools[tool].name.ko for tool in leaders[:4]) + more
    address = links[-1][0]
    given = answers_of(address)
    assert shown_outcome(opened(page, address).evaluate(SHOWN)) == expected_outcome(catalogue, stage, given)
