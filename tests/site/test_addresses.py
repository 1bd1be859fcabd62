"""Addresses as they arrive, mangled and tagged: each comes to its state and says what it read."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from macros.loading.catalogue import Catalogue
from tests.site.driving import opened, words
from tests.site.serving import Site

HEADS = ".matrix__table thead th[data-tool]"


@pytest.mark.parametrize(
    "query",
    [
        "tools=mlflow,wandb를",
        "tools=MLflow;%20WandB.",
        "utm_source=kakao&amp;tools=엠엘플로우,Weights+%26+Biases",
    ],
)
def test_a_link_out_of_a_sentence_compares_and_says_what_it_took_it_for(
    query: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    opened(page, site.url("compare/") + "?" + query)
    expect(page.locator(HEADS)).to_have_count(2)
    said = page.locator(".picked__said")
    expect(said).to_contain_text("wandb")
    expect(said).not_to_contain_text(words(catalogue, "js.compare.unknown"))


def test_what_messengers_add_is_ignored_in_silence(site: Site, page: Page) -> None:
    opened(page, site.url("choose/experiment-tracking/") + "?utm_source=kakao&fbclid=x&hosting=self를")
    expect(page.locator(".guide__notice")).to_be_hidden()
    expect(page.locator("#question-hosting input:checked")).to_have_value("self")


@pytest.mark.parametrize("place", ["weights", "note-mlflow-sso"])
def test_what_is_folded_opens_for_the_address_that_names_it(place: str, site: Site, page: Page) -> None:
    opened(page, site.url("compare/experiment-tracking/") + f"#{place}")
    expect(page.locator(f"[id='{place}']").first).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0); location.hash = ''")
    page.evaluate(f"location.hash = '{place}'")
    expect(page.locator(f"[id='{place}']").first).to_be_in_viewport()


def test_a_cell_that_a_filter_hides_is_said_to_be_hidden(site: Site, page: Page) -> None:
    opened(page, site.url("compare/model-serving/") + "?tools=kserve#triton-licence")
    expect(page.locator(".controls__status")).to_contain_text("tools=kserve")


def test_a_day_that_has_not_come_is_said_to_lie_ahead(catalogue: Catalogue, site: Site, page: Page) -> None:
    opened(page, site.url("compare/model-serving/") + "?as-of=2199-01-01")
    status = page.locator(".controls__status")
    expect(status).to_contain_text(words(catalogue, "js.matrix.future", day="2199-01-01"))


def test_the_list_of_tools_keeps_what_was_sought_for_the_way_back(site: Site, page: Page) -> None:
    page.goto(site.url("tools/"))
    page.locator("#filter").fill("dpdjvmffhdn")
    rows = page.locator("#tools [data-search]:visible")
    expect(rows.first).to_contain_text("Airflow")
    few = rows.count()
    assert few < 5
    rows.first.locator("a").first.click()
    expect(page).to_have_url(re.compile("tools/airflow/"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"tools/\?find="))
    expect(rows).to_have_count(few)


def test_what_was_typed_before_the_list_could_hear_it_stands_in_the_address(site: Site, page: Page) -> None:
    def late(route: Route) -> None:
        page.locator("#filter").fill("airflow")
        route.continue_()

    page.route("**/filter*.mjs", late)
    page.goto(site.url("tools/"))
    expect(page).to_have_url(re.compile(r"tools/\?find=airflow$"))


def test_the_link_to_the_other_language_holds_the_state_before_it_is_followed(site: Site, page: Page) -> None:
    opened(page, site.url("compare/model-serving/") + "?only=differences#triton-licence")
    link = page.locator("a.language")
    expect(link).to_have_attribute("href", re.compile(r"only=differences#triton-licence$"))
    page.locator(".controls [name=only][value=unchecked]").check()
    expect(link).to_have_attribute("href", re.compile("only=unchecked"))


@pytest.mark.parametrize(("path", "language"), [("tools/mlflow를", "ko"), ("en/tools/mlflow).", "en")])
def test_an_address_that_leads_nowhere_offers_the_page_it_meant(
    path: str, language: str, site: Site, page: Page
) -> None:
    lost = (site.folder / "404.html").read_text("utf-8")
    page.route(
        "**/tools/mlflow*", lambda route: route.fulfill(status=404, body=lost, content_type="text/html")
    )
    page.goto(site.url(path) + "?a=b#c")
    expect(page.locator(f"section[lang={language}] h1")).to_be_visible()
    expect(page.locator("section:visible[lang]")).to_have_count(1)
    expect(page.locator(".md-tabs a").first).to_have_text({"ko": "고르기", "en": "Choose"}[language])
    expect(page.locator(".md-search__input")).to_have_attribute(
        "placeholder", {"ko": "검색", "en": "Search"}[language]
    )
    expect(page.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    page.unroute("**/tools/mlflow*")


def test_a_frame_tells_its_height_and_its_links_open_outside(site: Site, page: Page) -> None:
    page.goto(site.url("data/"))
    page.evaluate(
        """address => new Promise((done) => {
          addEventListener("message", ({ data }) => data.type === "mlops-guide:height" && done());
          addEventListener("message", ({ data }) => { window.told = data; });
          const frame = document.createElement("iframe");
          frame.src = address;
          document.body.append(frame);
        })""",
        site.url("embed/tools/mlflow/"),
    )
    assert page.evaluate("told.height") > 200
    frame = page.frames[-1]
    assert frame.evaluate("document.querySelector('base').target") == "_blank"
    frame.locator(".notes summary").first.click()
    source = frame.locator("a[href^='https://']").first
    with page.expect_popup() as popup:
        source.evaluate("link => link.click()")
    assert popup.value


def test_a_page_works_where_nothing_may_be_stored(site: Site, page: Page) -> None:
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
        "{ configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    opened(page, site.url("compare/model-serving/") + "?only=differences")
    expect(page.locator(".controls__status")).not_to_be_empty()
    page.locator("[data-md-component=search-query]").press_sequentially("mlflow")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_sitemap_names_every_page_but_those_for_frames(language: str, site: Site) -> None:
    sitemap = site.folder / ("en" if language == "en" else "") / "sitemap.xml"
    named = set(
        re.findall(r"<loc>http://127\.0\.0\.1/base/(?:en/)?([^<]*)</loc>", sitemap.read_text("utf-8"))
    )
    assert len(named) > 50
    assert not {address for address in named if address.startswith("embed/")}
    assert {"", "tools/mlflow/", "compare/"} <= named


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("tools/?stage=모델 서빙를", "model-serving"),
        ("tools/?stage=Model-Servign", "model-serving"),
        ("tools/?stage=moon", "stage=moon"),
        ("about/editions/?since=moon", "since=moon"),
        ("about/editions/?since=2199-01-01", "2199-01-01"),
        ("stacks/?hosting=selff", "selff → self"),
        ("stacks/?hosting=self,managed", "hosting=managed"),
        ("choose/experiment-tracking/?hosting=selff", "selff → self"),
        ("compare/experiment-tracking/?weigh=sso:9", "sso:9"),
    ],
)
def test_every_page_with_state_says_what_it_took_or_could_not_use(
    path: str, said: str, site: Site, page: Page
) -> None:
    page.goto(site.url(path))
    says = page.locator("[role=status], .guide__notice, .planner__result, .weights__result")
    expect(says.filter(has_text=said, visible=True).first).to_be_visible()
