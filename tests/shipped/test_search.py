"""What people type finds what they mean, in the index of the built site; the box asks for it when needed."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from macros.loading.catalogue import Catalogue
from tests.conftest import DATA
from tests.node import run
from tests.site.serving import Site

QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load((DATA / "search-queries.yml").read_text("utf-8"))
UNSEEN: dict[str, dict[str, list[str]]] = yaml.safe_load((DATA / "unseen-queries.yml").read_text("utf-8"))
ENOUGH = 0.9
ENOUGH_UNSEEN = 0.95
MOST = 200_000


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
def test_nine_queries_in_ten_find_what_they_mean(site: Site, catalogue: Catalogue, origin: str) -> None:
    misses = []
    for language, prefix in (("ko", ""), ("en", "en/")):
        cases = [each for each in QUERIES[origin] if (each["language"] == "en") == (language == "en")]
        index = str(site.folder / prefix / "search" / "pages.json")
        found = run("found.mjs", {"index": index, "queries": [case["query"] for case in cases]})
        for case, addresses in zip(cases, found, strict=True):
            if not passes(catalogue, case, addresses):
                misses.append(f"{case['query']}: {addresses}")
    assert len(misses) <= (1 - ENOUGH) * len(QUERIES[origin]), "\n".join(misses)


def beginnings(wanted: list[str]) -> tuple[str, ...]:
    """What addresses begin with that meet a query; a stage also has a guide and a matrix."""
    stages = [each.removeprefix("stages/") for each in wanted if re.match("stages/.", each)]
    return (*wanted, *(f"{folder}/{stage}" for stage in stages for folder in ("choose", "compare")))


@pytest.mark.parametrize(("language", "prefix"), [("ko", ""), ("en", "en/")])
def test_of_what_was_written_unseen_19_in_20_are_found(site: Site, language: str, prefix: str) -> None:
    index = str(site.folder / prefix / "search" / "pages.json")
    asked = UNSEEN[language]
    found = run("found.mjs", {"index": index, "queries": list(asked)})
    misses = [
        f"{query}: {addresses}"
        for (query, wanted), addresses in zip(asked.items(), found, strict=True)
        if not any(address.startswith(beginnings(wanted)) for address in addresses[:3])
    ]
    assert len(misses) <= (1 - ENOUGH_UNSEEN) * len(asked), "\n".join(misses)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_index_is_light(site: Site, prefix: str) -> None:
    assert len(gzip.compress((site.folder / prefix / "search" / "pages.json").read_bytes())) <= MOST


@pytest.mark.parametrize("origin", ["given", "own"])
def test_every_target_of_a_query_is_in_the_catalogue(catalogue: Catalogue, origin: str) -> None:
    for case in QUERIES[origin]:
        assert set(case["targets"]) <= set(catalogue.tools), case["id"]
        assert case.get("stage") is None or case["stage"] in catalogue.stages, case["id"]


def test_search_loads_its_index_only_when_somebody_types(site: Site, page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site.url(""), wait_until="networkidle")
    assert not [url for url in loaded if url.endswith("pages.json")]
    page.locator("[data-md-component=search-query]").press_sequentially("mlflow")
    page.locator(".md-search-result__item").first.wait_for()
    assert [url for url in loaded if url.endswith("search/pages.json")]
