"""A guide in the browser: answers, their address, the outcome with its reasons, the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.guide.guide import guide_of
from macros.guide.outcome import outcome
from macros.loading.catalogue import Catalogue
from tests.site.driving import STAGES, Given, copied, given_sets, lead, opened, query, words
from tests.site.guide_page import SHOWN, expected_outcome, next_asked, shown_outcome
from tests.site.serving import Site

STAGE = "experiment-tracking"
PAGE = "choose/experiment-tracking/"
OPEN = ".question:not([hidden])"


@pytest.mark.parametrize("stage", STAGES)
def test_an_address_shows_its_answers_and_their_outcome(
    stage: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    for given in given_sets(catalogue, stage, 5)[1:]:
        address = site.url(f"choose/{stage}/") + query(given)
        shown = opened(page, address).evaluate(SHOWN)
        assert shown["chips"] == list(given)
        assert shown["mode"] == "outcome"
        assert shown_outcome(shown) == expected_outcome(catalogue, stage, given), address
        assert shown["cited"]
        assert copied(page, "link") == address
        if left := next_asked(catalogue, stage, given):
            page.locator("[data-do=more]").click()
            assert page.evaluate(SHOWN)["asked"] == left


def test_an_unknown_answer_is_dropped_with_a_word(catalogue: Catalogue, site: Site, page: Page) -> None:
    address = site.url(PAGE) + "?team=small&hosting=moon&nothing=1&budget=free,paid&h=word"
    notice = opened(page, address).locator(".guide__notice")
    expect(notice).to_have_text(f"{words(catalogue, 'js.guide.dropped')} hosting=moon, budget=paid")
    assert copied(page, "link") == site.url(PAGE) + "?team=small&budget=free"


def chip(page: Page, question: str) -> Locator:
    """The chip of an answer."""
    return page.locator(f".guide__answers [data-question={question}]")


def test_one_answer_is_changed_by_its_chip_and_the_others_stay(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE) + "?hosting=managed&team=small&budget=free")
    chip(page, "team").click()
    expect(page.locator("#question-team input:checked")).to_be_focused()
    page.locator("#question-team input[value=large]").check()
    expect(page).to_have_url(site.url(PAGE) + "?hosting=managed&team=large&budget=free")
    expect(page.locator(".guide")).to_have_attribute("data-mode", "outcome")
    expect(page.locator(".outcome h2").first).to_be_focused()


def test_one_press_answers_and_back_and_forward_go_answer_by_answer(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE))
    given: Given = {}
    for _ in range(3):
        (question,) = next_asked(catalogue, STAGE, given)
        box = page.locator(OPEN)
        expect(box).to_have_attribute("data-question", question)
        option = box.locator("input").first.get_attribute("value") or ""
        many = box.get_attribute("data-many") is not None
        page.keyboard.press("1")
        if many:
            box.locator("[data-do=next]").click()
        given[question] = (option,)
        expect(page.locator(".guide__answers .chip")).to_have_count(len(given))
    expect(page.locator(".guide__now")).to_contain_text(re.compile(r"3 / \d"))
    page.go_back()
    page.go_back()
    expect(page.locator(OPEN)).to_have_count(1)
    page.go_forward()
    expect(page).not_to_have_url(site.url(PAGE))


def test_i_do_not_know_is_an_answer_and_so_is_going_on_without_one(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE))
    first = page.locator(OPEN).get_attribute("data-question")
    page.keyboard.press("0")
    if page.locator(f"{OPEN}[data-question={first}]").count():
        page.locator(f"{OPEN} [data-do=next]").click()
    expect(page).to_have_url(site.url(PAGE) + f"?{first}=unknown")
    second = page.locator(OPEN).get_attribute("data-question")
    page.locator(f"{OPEN} [data-do=next]").click()
    expect(page.locator(".guide__answers .chip--skipped")).to_have_count(2)
    assert {first, second} == {each.split("=")[0] for each in page.url.split("?")[1].split("&")}


def test_walking_over_options_with_the_arrow_keys_answers_nothing_for_good(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE) + "?team=solo")
    chip(page, "team").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#question-team input[value=large]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.url(PAGE) + "?team=large")
    expect(page.locator(".guide")).to_have_attribute("data-mode", "outcome")


def test_of_several_answers_i_do_not_know_excludes_the_others(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE) + "?need=unknown")
    chip(page, "need").click()
    page.locator("#question-need input").nth(0).check()
    expect(page.locator("#question-need input[value=unknown]")).not_to_be_checked()
    page.locator("#question-need input").nth(1).check()
    expect(page.locator("#question-need input:checked")).to_have_count(2)
    page.locator("#question-need input[value=unknown]").check()
    expect(page.locator("#question-need input:checked")).to_have_count(1)


def test_shared_answers_are_carried_to_the_next_guide_with_a_word(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url(PAGE) + "?team=small&hosting=self")
    chip(page, "hosting").click()
    page.locator("#question-hosting [data-do=next]").click()
    opened(page, site.url("choose/pipeline-orchestration/"))
    expect(page.locator(".guide__notice")).to_have_text(words(catalogue, "js.guide.carried"))
    expect(page).to_have_url(site.url("choose/pipeline-orchestration/") + "?hosting=self&team=small")
    expect(chip(page, "team")).to_be_visible()
    opened(page, site.url("choose/model-serving/") + "?kubernetes=yes")
    expect(page.locator(".question input:checked")).to_have_count(1)
    expect(page.locator(".guide__notice")).to_be_hidden()


def test_a_guides_own_answers_are_not_carried(site: Site, page: Page) -> None:
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


def test_a_guide_is_answered_by_keyboard_alone(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE))
    for _ in range(12):
        if page.locator(".guide").get_attribute("data-mode") == "outcome":
            break
        before = page.url
        page.locator(f"{OPEN} legend").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        if page.locator(f"{OPEN} input:checked[type=checkbox]").count():
            page.keyboard.press("Enter")
        expect(page).not_to_have_url(before)
        expect(page.locator(f"{OPEN} legend:focus, .outcome h2:focus")).to_be_visible()
    expect(page.locator(".outcome h2").first).to_be_focused()


def test_a_tie_asks_to_choose_and_the_record_says_so(catalogue: Catalogue, site: Site, page: Page) -> None:
    given = next(
        each
        for each in given_sets(catalogue, STAGE, 200)[1:]
        if 1 < len(outcome(guide_of(catalogue, STAGE), each).leaders) <= 3
    )
    tied = outcome(guide_of(catalogue, STAGE), given).leaders
    opened(page, site.url(PAGE) + query(given))
    expect(page.locator(".win h2")).to_have_text(words(catalogue, "js.guide.tie-title"))
    assert lead(catalogue, "js.guide.record-chosen") not in copied(page, "adr")
    page.locator(f".tie input[value={tied[1]}]").click()
    expect(page.locator(".win h2")).to_have_text(catalogue.tools[tied[1]].name.ko)
    assert lead(catalogue, "js.guide.record-chosen") in copied(page, "adr")


def test_a_link_with_a_day_and_leaders_says_what_changed(
    catalogue: Catalogue, site: Site, page: Page
) -> None:
    given: Given = {"team": ("small",), "budget": ("free",)}
    leaders = outcome(guide_of(catalogue, STAGE), given).leaders
    address = site.url(PAGE) + query(given) + "&day=2026-11-01&led="
    expect(opened(page, address + ",".join(leaders)).locator(".since p").first).to_contain_text("2026-11-01")
    same = words(catalogue, "js.guide.changed-same", day="2026-11-01", now="").strip()
    expect(page.locator(".since p").first).to_contain_text(same)
    other = next(tool for tool in guide_of(catalogue, STAGE).tools if tool not in leaders)
    expect(opened(page, address + other).locator(".since p").first).not_to_contain_text(same)
    expect(page.locator(".guide__notice")).to_be_hidden()


def test_a_tie_that_a_reader_settles_says_so_where_the_keyboard_is(site: Site, page: Page) -> None:
    opened(page, site.url(PAGE) + "?team=small")
    page.locator("input[name=tie]").first.click()
    expect(page.locator(".win h2")).to_be_focused()


def test_the_last_question_stays_until_its_outcome_can_stand(site: Site, page: Page) -> None:
    held: list[Route] = []
    page.route("**/guide/outcome.mjs", lambda route: held.append(route))
    opened(page, site.url(PAGE))
    page.locator(f"{OPEN} label").first.click()
    page.locator(f"{OPEN} [data-do=see]").click()
    expect(page.locator(OPEN)).to_be_visible()
    held[0].continue_()
    expect(page.locator(".outcome h2").first).to_be_focused()
    expect(page.locator(OPEN)).to_have_count(0)
