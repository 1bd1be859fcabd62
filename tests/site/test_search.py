"""What people type finds what they mean: in the search box of the built site."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.loading.catalogue import Catalogue
from tests.conftest import DATA
from tests.site.serving import BASE, Site
from tests.test_addresses import run

QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load((DATA / "search-queries.yml").read_text("utf-8"))
UNSEEN: dict[str, dict[str, list[str]]] = yaml.safe_load((DATA / "unseen-queries.yml").read_text("utf-8"))
ENOUGH = 0.9
MOST_OF_UNSEEN = 0.95
# Counts questions to the search worker and its answers, so that a test waits for the last one.
COUNT = """
window.asked = window.answered = 0;
const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  if (message.type === 2) window.asked++;
  return post.call(this, message);
};
const Plain = window.Worker;
window.Worker = class extends Plain {
  constructor(...rest) {
    super(...rest);
    this.addEventListener("message", ({ data }) => { if (data.type === 3) window.answered++; });
  }
};
"""


def results(page: Page, query: str) -> list[str]:
    """The addresses of the results for a query, best first, below the language's root."""
    box = page.locator("[data-md-component=search-query]")
    box.fill("")
    before = page.evaluate("asked")
    box.press_sequentially(query)
    page.wait_for_function("before => asked > before && asked === answered", arg=before)
    links: list[str] = page.locator(".md-search-result__item > a").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname)"
    )
    return [link.removeprefix(BASE).removeprefix("en/") for link in links]


def passes(catalogue: Catalogue, case: dict[str, Any], found: list[str]) -> bool:
    """Any target in the first three results, or all targets in the first five."""
    if case["match"] == "all":
        return all(_shows(catalogue, target, found[:5]) for target in case["targets"])
    stage = case.get("stage")
    pages = {f"{kind}/{stage}/" for kind in ("stages", "choose", "compare")} if stage else set()
    return bool(pages & set(found[:3])) or any(
        _shows(catalogue, target, found[:3]) for target in case["targets"]
    )


def _shows(catalogue: Catalogue, tool: str, found: list[str]) -> bool:
    compared = {f"compare/{key}/" for key, each in catalogue.comparisons.items() if tool in each.tools}
    return bool({f"tools/{tool}/", *compared} & set(found))


@pytest.mark.parametrize("origin", ["given", "own"])
def test_nine_queries_in_ten_find_what_they_mean(
    site: Site, browser: Browser, catalogue: Catalogue, origin: str
) -> None:
    misses = []
    for language in ("ko", "en"):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_init_script(COUNT)
        page = context.new_page()
        page.goto(site.url("", language))
        for case in QUERIES[origin]:
            if (case["language"] == "en") == (language == "en"):
                found = results(page, case["query"])
                if not passes(catalogue, case, found):
                    misses.append(f"{case['query']}: {found[:5]}")
        context.close()
    assert len(misses) <= (1 - ENOUGH) * len(QUERIES[origin]), "\n".join(misses)


@pytest.mark.parametrize("origin", ["given", "own"])
def test_every_target_of_a_query_is_in_the_catalogue(catalogue: Catalogue, origin: str) -> None:
    for case in QUERIES[origin]:
        assert set(case["targets"]) <= set(catalogue.tools), case["id"]
        assert case.get("stage") is None or case["stage"] in catalogue.stages, case["id"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_nobody_wrote_the_search_for_is_found_among_the_first_three(site: Site, language: str) -> None:
    folder = site.folder / ("en" if language == "en" else "") / "search"
    index = json.loads((folder / "pages.json").read_text("utf-8"))
    queries = UNSEEN[language]
    answers = run("finding.mjs", {"index": index, "queries": list(queries)})
    misses = [
        f"{query}: {found[:5]}"
        for (query, wanted), found in zip(queries.items(), answers, strict=True)
        if not any(address.startswith(tuple(wanted)) for address in found[:3])
    ]
    assert len(misses) <= (1 - MOST_OF_UNSEEN) * len(queries), "\n".join(misses)


@pytest.mark.parametrize("language", ["", "en"])
def test_the_index_stays_light(site: Site, language: str) -> None:
    index = (site.folder / language / "search" / "pages.json").read_bytes()
    assert len(gzip.compress(index)) <= 200_000


def test_a_search_whose_index_does_not_arrive_says_so_and_tries_again(site: Site, page: Page) -> None:
    page.context.route("**/search/pages.json", lambda route: route.abort())
    page.goto(site.url(""))
    box = page.locator("[data-md-component=search-query]")
    box.press_sequentially("mlflow")
    expect(page.locator(".md-search-result__item")).to_contain_text("색인을 읽지 못했습니다")
    page.context.unroute("**/search/pages.json")
    box.press_sequentially(" ")
    expect(page.locator(".md-search-result__item > a").first).to_have_attribute(
        "href", re.compile("tools/mlflow")
    )


def test_an_address_with_a_query_opens_the_search_at_once(site: Site, page: Page) -> None:
    page.goto(site.url("") + "?q=dpdjvmffhdn")
    first = page.locator(".md-search-result__item > a").first
    expect(first).to_be_visible()
    expect(first).to_have_attribute("href", re.compile("tools/airflow/"))
    expect(first.locator(".md-tag").first).to_have_text("도구")


def test_search_loads_its_index_only_when_somebody_types(site: Site, page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site.url(""), wait_until="networkidle")
    assert not [url for url in loaded if url.endswith("pages.json")]
    page.locator("[data-md-component=search-query]").press_sequentially("mlflow")
    page.locator(".md-search-result__item").first.wait_for()
    assert [url for url in loaded if url.endswith("search/pages.json")]


def _spelling(site: Site, page: Page, expression: str) -> Any:
    page.goto(site.url("data/"))
    module = site.url("assets/javascripts/lib/spelling.mjs")
    return page.evaluate(f"import('{module}').then(({{ words, forms, letters, distance }}) => {expression})")


def test_words_end_where_hangul_and_latin_meet_and_lone_particles_are_dropped(site: Site, page: Page) -> None:
    assert _spelling(site, page, "words('MLflow랑 W&B를, 서클CI!')") == ["mlflow", "w", "b", "서클", "ci"]


def test_a_word_is_known_with_and_without_its_particle(site: Site, page: Page) -> None:
    assert _spelling(site, page, "[forms('메타플로우를'), forms('지라')]") == [
        ["메타플로우를", "메타플로우"],
        ["지라"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("jenkins", "jenkis", 1), ("airflow", "airlfow", 1), ("젠킨스", "젠킨쓰", 1), ("kafka", "spark", 3)],
)
def test_slips_are_counted_in_letters(site: Site, page: Page, one: str, other: str, apart: int) -> None:
    assert _spelling(site, page, f"distance(letters('{one}'), letters('{other}'), 2)") == apart
