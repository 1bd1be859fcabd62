"""A guide in the browser: answers, their address, the outcome with its reasons, the keyboard."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros import guide
from macros.catalogue import Catalogue
from tests.records import names
from tests.site.driving import Given, copied, given_sets, opened, query, words
from tests.site.serving import Site

STAGES = names("guides")
PAGE = "choose/experiment-tracking/"
OPEN = ".question:not([hidden]):not(.question--answered)"

# The guide as a reader sees it; every link to a cell is followed to its element and its sources.
SHOWN = """
() => {
  const live = document.querySelector(".outcome__live");
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const sources = (root) => all(root, ".points__source").length;
  const cells = (root) => all(root, "a[href^='#']").map((link) => {
    const cell = document.getElementById(link.hash.slice(1));
    return [cell?.closest("[data-tool]")?.dataset.tool ?? null, cell?.dataset.criterion ?? null];
  });
  const leader = (box) => ({
    tool: box.dataset.tool,
    reasons: all(box, "ul > li").map((item) => ({ cells: cells(item), sources: sources(item) })),
    open: all(box, ":scope > p").slice(1).flatMap(cells).map(([, criterion]) => criterion),
  });
  const after = (head) => {
    const next = head.nextElementSibling;
    return next?.matches(".leader") ? [leader(next), ...after(next)] : [];
  };
  const sections = all(live, ":scope > h3").map(after);
  return {
    given: all(document, ".question").map((box) => [
      box.dataset.question, all(box, "input:checked").map((each) => each.value),
    ]),
    asked: all(document, ".question:not([hidden]):not(.question--answered)").map((box) => box.dataset.question),
    sections: sections.filter((each) => each.length),
    rest: all(live, ":scope > details .leader").map((box) => box.dataset.tool),
    separator: live.querySelector(".outcome__separator")?.textContent ?? null,
    out: all(live, ".outcome__out > li").map((item) => ({
      tool: item.dataset.tool,
      bars: cells(item).map(([, criterion]) => criterion),
      sources: sources(item),
      back: all(item, "button").map((button) => button.dataset.question),
    })),
    baseline: document.querySelector(".outcome__baseline").checkVisibility(),
    compare: live.querySelector(":scope > p > a")?.getAttribute("href") ?? null,
  };
}
"""


def shown_outcome(shown: dict[str, Any]) -> dict[str, Any]:
    """What the page says, as far as Python says it too."""
    sections = [[each["tool"] for each in section] for section in shown["sections"]]
    return {
        "leaders": sections[0] if sections else [],
        "near": sections[1] if len(sections) > 1 else [],
        "rest": shown["rest"],
        "out": {each["tool"]: each["bars"] for each in shown["out"]},
        "baseline": shown["baseline"],
    }


def expected_outcome(catalogue: Catalogue, stage: str, given: Given) -> dict[str, Any]:
    """What Python says."""
    found = guide.outcome(catalogue, stage, given)
    answered = any(value != "unknown" for values in given.values() for value in values)
    close = {*found.leaders, *found.near}
    return {
        "leaders": list(found.leaders) if answered else [],
        "near": list(found.near) if answered else [],
        "rest": [tool for tool, _ in found.ranking if tool not in close] if answered else [],
        "out": {tool: [bar.criterion for bar in bars] for tool, bars in found.out.items()},
        "baseline": found.baseline,
    }


def next_asked(catalogue: Catalogue, stage: str, given: Given) -> list[str]:
    """The first question without an answer that can still change the outcome."""
    remaining = tuple(tool for tool, _ in guide.outcome(catalogue, stage, given).ranking)
    asked = guide.questions(catalogue, stage)
    return [q.id for q in asked if q.id not in given and guide.matters(catalogue, stage, q, remaining)][:1]


@pytest.mark.parametrize("stage", STAGES)
def test_an_address_shows_its_answers_and_their_outcome(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    for given in given_sets(catalogue, stage, 5)[1:]:
        address = site.url(f"choose/{stage}/") + query(given)
        shown = opened(page, address).evaluate(SHOWN)
        assert {key: set(values) for key, values in shown["given"] if values} == {
            key: set(values) for key, values in given.items()
        }
        assert copied(page, "link") == address
        assert shown["asked"] == next_asked(catalogue, stage, given), address
        assert shown_outcome(shown) == expected_outcome(catalogue, stage, given), address


@pytest.mark.parametrize("stage", STAGES)
def test_every_reason_leads_to_a_cell_and_its_source(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    given = next(
        each
        for each in given_sets(catalogue, stage, 200)
        if (found := guide.outcome(catalogue, stage, each)).out
        and any(len(found.reasons[tool]) > 1 for tool in found.leaders)
    )
    found = guide.outcome(catalogue, stage, given)
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


def test_an_unknown_answer_is_dropped_with_a_word(catalogue: Catalogue, site: Site, page: Page) -> None:
    address = site.url(PAGE) + "?team=small&hosting=moon&nothing=1&budget=free,paid&h=word"
    notice = opened(page, address).locator(".guide__notice")
    expect(notice).to_have_text(f"{words(catalogue, 'js.guide.dropped')} hosting=moon, nothing, budget=paid")
    assert copied(page, "link") == site.url(PAGE) + "?team=small&budget=free"


def test_one_answer_is_changed_in_place_and_the_others_stay(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE) + "?hosting=managed&team=small&budget=free")
    page.locator("#question-team [data-do=change]").click()
    expect(page.locator("#question-team input:checked")).to_be_focused()
    page.locator("#question-team input[value=large]").check()
    page.locator("#question-team [data-do=next]").click()
    expect(page).to_have_url(site.url(PAGE) + "?hosting=managed&team=large&budget=free")
    expect(page.locator("#question-hosting [data-answer]")).not_to_be_empty()


def test_back_and_forward_go_answer_by_answer(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE))
    checked = page.locator(".question input:checked")
    page.locator("#question-hosting input[value=managed]").check()
    page.locator("#question-hosting input[value=self]").check()
    page.locator("#question-hosting [data-do=next]").click()
    page.locator("#question-cloud input[value=aws]").check()
    expect(page).to_have_url(site.url(PAGE) + "?hosting=self&cloud=aws")
    page.go_back()
    expect(checked).to_have_count(1)
    expect(page.locator("#question-hosting input[value=self]")).to_be_checked()
    page.go_back()
    expect(checked).to_have_count(0)
    expect(page).to_have_url(site.url(PAGE))
    page.go_forward()
    expect(page.locator("#question-hosting input[value=self]")).to_be_checked()


def test_i_do_not_know_is_an_answer_and_so_is_going_on_without_one(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE))
    page.locator("#question-hosting input[value=unknown]").check()
    page.locator("#question-hosting [data-do=next]").click()
    page.locator("#question-cloud [data-do=next]").click()
    expect(page).to_have_url(site.url(PAGE) + "?hosting=unknown&cloud=unknown")
    expect(page.locator(OPEN)).to_have_attribute("data-question", "team")
    opened(page, page.url)
    expect(page.locator("#question-cloud")).to_have_class(re.compile("question--answered"))


def test_of_several_answers_i_do_not_know_excludes_the_others(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE) + "?need=unknown")
    page.locator("#question-need [data-do=change]").click()
    page.locator("#question-need input").nth(0).check()
    expect(page.locator("#question-need input[value=unknown]")).not_to_be_checked()
    page.locator("#question-need input").nth(1).check()
    expect(page.locator("#question-need input:checked")).to_have_count(2)
    page.locator("#question-need input[value=unknown]").check()
    expect(page.locator("#question-need input:checked")).to_have_count(1)


def test_shared_answers_are_carried_to_the_next_guide_with_a_word(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE) + "?team=small")
    page.locator("#question-hosting input[value=self]").check()
    opened(page, site.url("choose/feature-store/"))
    expect(page.locator(".guide__notice")).to_have_text(words(catalogue, "js.guide.carried"))
    expect(page).to_have_url(site.url("choose/feature-store/") + "?hosting=self&team=small")
    expect(page.locator("#question-team input[value=small]")).to_be_checked()
    opened(page, site.url("choose/model-registry/") + "?kubernetes=yes")
    expect(page.locator(".question input:checked")).to_have_count(1)
    expect(page.locator(".guide__notice")).to_be_hidden()


def test_a_guides_own_answers_are_not_carried(catalogue: Catalogue, site: Site, page: Page) -> None:
    """Questions called `need` ask of each stage something else."""
    opened(page, site.url(PAGE))
    page.goto(
        site.url(PAGE) + "?need=" + (page.locator("#question-need input").first.get_attribute("value") or "")
    )
    expect(page.locator("#question-need input:checked")).to_have_count(1)
    for stage in STAGES:
        if stage not in PAGE:
            opened(page, site.url(f"choose/{stage}/"))
            expect(page.locator(".question input:checked")).to_have_count(0)


def test_following_the_way_back_brings_a_tool_back(catalogue: Catalogue, site: Site, page: Page) -> None:
    given: Given = {"hosting": ("managed",)}
    tool = next(iter(guide.outcome(catalogue, "experiment-tracking", given).out))
    opened(page, site.url(PAGE) + query(given))
    page.locator(f".outcome__out [data-tool={tool}] button").click()
    expect(page.locator("#question-hosting input:checked")).to_be_focused()
    page.locator("#question-hosting input[value=self]").check()
    page.locator("#question-hosting [data-do=next]").click()
    expect(page.locator(f".outcome__live .leader[data-tool={tool}]")).to_have_count(1)
    expect(page.locator(f".outcome__out [data-tool={tool}]")).to_have_count(0)


def test_the_leaders_open_side_by_side(catalogue: Catalogue, site: Site, page: Page) -> None:
    given: Given = {"hosting": ("self",), "budget": ("free",)}
    found = guide.outcome(catalogue, "experiment-tracking", given)
    opened(page, site.url(PAGE) + query(given))
    page.locator(".outcome__live > p > a").click()
    first = [tool for tool, _ in found.ranking][: max(2, len(found.leaders))][:6]
    expect(page.locator(".matrix__table thead th[data-tool]")).to_have_count(len(first))
    assert parse_qs(urlsplit(page.url).query)["tools"] == [",".join(first)]


def rich_case(catalogue: Catalogue) -> tuple[str, Given]:
    """Answers that rule tools out, favour a leader by judgement, and leave something open."""
    for stage in STAGES:
        for given in given_sets(catalogue, stage, 200):
            found = guide.outcome(catalogue, stage, given)
            reasons = [reason for tool in found.leaders for reason in found.reasons[tool]]
            open_cells = [each for tool in found.leaders for each in found.unchecked[tool]]
            if found.out and open_cells and any(reason.favour for reason in reasons):
                return stage, given
    raise LookupError("no answers rule out, favour and leave open at once")


def test_the_decision_record_holds_the_whole_decision(catalogue: Catalogue, site: Site, page: Page) -> None:
    stage, given = rich_case(catalogue)
    found = guide.outcome(catalogue, stage, given)
    shown = (*found.leaders, *found.near)
    record = copied(opened(page, site.url(f"choose/{stage}/") + query(given)), "adr")
    parts = dict(part.split("\n\n", 1) for part in record.split("\n## ")[1:])
    context, options, decision, reasons, unsettled = (
        parts[words(catalogue, f"js.guide.adr-{key}")]
        for key in ("context", "options", "decision", "reasons", "open")
    )
    asked = {each.id: each for each in guide.questions(catalogue, stage)}
    chosen = [
        asked[key].options[value] for key, values in given.items() for value in values if value != "unknown"
    ]
    assert all(choice.name and choice.name.ko in context for choice in chosen)
    assert len(context.strip().splitlines()) == len(given)
    names_of = {tool: catalogue.tools[tool].name.ko for tool in guide.candidates(catalogue, stage)}
    assert all(f"- {name}" in options for name in names_of.values())
    assert decision.strip() == ", ".join(names_of[tool] for tool in found.leaders)
    lines = reasons.strip().splitlines()
    assert len(lines) == sum(len(found.reasons[tool]) for tool in shown)
    assert all(re.search(r"<https?://[^>]+> \(\d{4}-\d\d-\d\d\)", line) for line in lines)
    ruled = [line for line in options.splitlines() if f"({words(catalogue, 'js.guide.adr-ruled')}" in line]
    assert len(ruled) == len(found.out)
    assert all(re.search(r"<https?://[^>]+> \(\d{4}-\d\d-\d\d\)", line) for line in ruled)
    assert unsettled.count("- ") == sum(len(found.unchecked[tool]) for tool in shown)
    assert record.endswith(f"<{page.url}>")


def test_a_guide_is_answered_by_keyboard_alone(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE))
    page.locator("#question-hosting legend").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#question-hosting input").first).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator("#question-hosting [data-do=next]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#question-cloud legend")).to_be_focused()
    expect(page.locator(".outcome__live[aria-live=polite] .leader").first).to_be_visible()


@pytest.mark.parametrize("stage", STAGES)
def test_the_trees_outcomes_open_the_guide_with_the_same_leaders(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    page.goto(site.url(f"choose/{stage}/tree/"))
    links = page.locator(".tree__outcome a").evaluate_all(
        "links => links.map(link => [link.href, link.textContent.trim()])"
    )
    assert len(links) > len(guide.questions(catalogue, stage))
    for address, text in links:
        given = {key: (value,) for key, (value,) in parse_qs(urlsplit(address).query).items()}
        leaders = guide.outcome(catalogue, stage, given).leaders
        more = f" +{len(leaders) - 4}" if len(leaders) > 4 else ""
        assert text == ", ".join(catalogue.tools[tool].name.ko for tool in leaders[:4]) + more
    address = links[-1][0]
    given = {key: (value,) for key, (value,) in parse_qs(urlsplit(address).query).items()}
    assert shown_outcome(opened(page, address).evaluate(SHOWN)) == expected_outcome(catalogue, stage, given)
