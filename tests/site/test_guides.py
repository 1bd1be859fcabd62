"""A guide in the browser: answers, their address, the outcome with its reasons, the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import STAGES, copied, given_sets, opened, query, words
from tests.site.guide_page import SHOWN, expected_outcome, next_asked, shown_outcome
from tests.site.serving import Site

PAGE = "choose/experiment-tracking/"
OPEN = ".question:not([hidden]):not(.question--answered)"


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


def test_an_unknown_answer_is_dropped_with_a_word(catalogue: Catalogue, site: Site, page: Page) -> None:
    address = site.url(PAGE) + "?team=small&hosting=moon&nothing=1&budget=free,paid&h=word"
    notice = opened(page, address).locator(".guide__notice")
    expect(notice).to_have_text(f"{words(catalogue, 'js.guide.dropped')} hosting=moon, budget=paid")
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
    opened(page, site.url("choose/pipeline-orchestration/"))
    expect(page.locator(".guide__notice")).to_have_text(words(catalogue, "js.guide.carried"))
    expect(page).to_have_url(site.url("choose/pipeline-orchestration/") + "?hosting=self&team=small")
    expect(page.locator("#question-team input[value=small]")).to_be_checked()
    opened(page, site.url("choose/model-serving/") + "?kubernetes=yes")
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
