"""What people type when they mean something, and where search splits words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.rules.check import check
from macros.site.search import LONGEST_SUMMARY, index, separator, tags
from tests.conftest import Write
from tests.editing import edit
from tests.test_addresses import run


def test_a_page_is_found_by_its_names_and_its_aliases_each_once(tiny: Catalogue) -> None:
    found = tags(Words(ko="에어플로우", en="Airflow"), ("apache airflow", "Airflow"))
    assert found == ["에어플로우", "Airflow", "apache airflow"]


def test_a_missing_english_name_is_no_tag(tiny: Catalogue) -> None:
    assert tags(Words(ko="카프카"), ()) == ["카프카"]


ENTRIES: list[dict[str, Any]] = [
    {
        "location": "tools/alpha/",
        "title": "Alpha",
        "tags": ["알파", "Alpha"],
        "text": "<p>A &amp; <b>b</b></p>",
    },
    {"location": "tools/alpha/#use", "title": "When", "text": "<p>often</p>"},
    {"location": "tools/alpha/#sources", "title": "Sources", "text": "<p>opened</p>"},
    {"location": "stages/tracking/", "title": "Tracking", "text": "no paragraph " * 40},
]


def _pages(catalogue: Catalogue, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pages of an index, without what stands beside them."""
    found = index(catalogue, entries)["pages"]
    return [each for each in found if each["kind"] not in ("criteria", "terms")]


def test_the_index_has_one_page_for_all_its_sections(tiny: Catalogue) -> None:
    alpha, tracking = _pages(tiny, ENTRIES)
    assert alpha == {
        "address": "tools/alpha/",
        "kind": "tools",
        "title": "Alpha",
        "names": ["Alpha", "알파"],
        "labels": ["도구", "추적"],
        "related": ["stages/tracking/"],
        "instead": [],
        "summary": "Alpha 도구",
        "text": "Alpha A & b When often",
    }
    assert tracking["summary"] == tiny.stages["tracking"].summary.ko
    assert tracking["text"].endswith(tiny.stages["tracking"].pains[-1].ko), "a complaint finds its stage"


def test_a_page_without_a_paragraph_is_summed_up_by_its_beginning(tiny: Catalogue) -> None:
    (page,) = _pages(tiny, [{"location": "about/", "title": "About", "text": "no paragraph " * 40}])
    assert len(page["summary"]) == LONGEST_SUMMARY


@pytest.mark.parametrize(
    ("address", "related"),
    [
        ("tools/epsilon/", ["stages/serving/", "stages/tracking/"]),
        ("choose/tracking/", ["stages/tracking/"]),
        ("compare/serving/", ["stages/serving/"]),
        ("tools/nothing/", []),
        ("about/", []),
    ],
)
def test_a_page_is_related_to_what_it_is_about(tiny: Catalogue, address: str, related: list[str]) -> None:
    """What a tool covers wholly stands before what it covers in part."""
    (page,) = _pages(tiny, [{"location": address, "title": "A", "text": ""}])
    assert page["related"] == related


def test_a_tool_leads_to_its_alternatives_whichever_of_them_says_so(write: Write) -> None:
    root = write()
    kinds = (("alternative_to", "alpha"), ("works_with", "zeta"))
    named = [{"kind": kind, "tool": tool, "source": "home"} for kind, tool in kinds]
    edit(root / "tools" / "beta" / "evidence.yml", lambda said: said.update(relations=named))
    whole, problems = check(root)
    assert whole is not None, problems
    entries = [{"location": f"tools/{key}/", "title": key, "text": ""} for key in ("alpha", "beta", "zeta")]
    assert [page["instead"] for page in _pages(whole, entries)] == [
        ["tools/beta/"],
        ["tools/alpha/"],
        [],
    ]


def test_the_index_knows_the_terms_in_both_languages(tiny: Catalogue) -> None:
    assert index(tiny, [])["terms"] == [["모델 서빙", "model serving"]]


def _split(catalogue: Catalogue, text: str) -> list[str]:
    return [part for part in re.split(separator(catalogue), text) if part]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("모델서빙", ["모델", "서빙"]),
        ("모델서빙을", ["모델", "서빙"]),
        ("카프카와 스파크", ["카프카", "스파크"]),
        ("카프카에서", ["카프카"]),
        ("MLflow/Airflow", ["MLflow", "Airflow"]),
        ("scikit-learn", ["scikit", "learn"]),
        ("서버", ["서버"]),
        ("나는", ["나는"]),
    ],
)
def test_search_splits_words(tiny: Catalogue, text: str, parts: list[str]) -> None:
    assert _split(tiny, text) == parts


def test_every_compound_of_the_glossary_is_split_without_a_space(catalogue: Catalogue) -> None:
    compounds = [term for term in catalogue.glossary.values() if len(term.split) > 1]
    assert compounds
    for term in compounds:
        assert _split(catalogue, "".join(term.split)) == list(term.split), term.ko


def test_the_separator_holds_no_quotation_mark(catalogue: Catalogue) -> None:
    """Another builder of the same pages finds nothing where it does."""
    assert '"' not in separator(catalogue)


def test_criteria_and_terms_are_found_beside_the_pages(tiny: Catalogue) -> None:
    found = {each["address"]: each for each in index(tiny, ENTRIES)["pages"]}
    criterion = found["compare/tracking/?criteria=charts"]
    assert criterion["kind"] == "criteria"
    assert criterion["labels"] == ["평가 기준"]
    assert criterion["title"].endswith(f"— {tiny.stages['tracking'].name.ko}")
    assert "about/criteria/#definition-licence" in found
    assert {f"about/glossary/#{key}" for key in tiny.glossary} <= set(found)


def test_what_is_not_covered_is_said_with_the_nearest_stage(catalogue: Catalogue) -> None:
    found = index(catalogue, [])["uncovered"]
    assert len(found) == len(catalogue.uncovered)
    for each, record in zip(found, catalogue.uncovered.values(), strict=True):
        assert each["address"] == f"stages/{record.nearest}/"
        assert record.name.ko in each["title"]


def without_pages(catalogue: Catalogue) -> dict[str, Any]:
    """The index of tools and stages by their names alone."""
    entries = [
        {"location": f"{folder}/{key}/", "title": each.name.ko, "tags": list(each.search), "text": ""}
        for folder, records in (("tools", catalogue.tools), ("stages", catalogue.stages))
        for key, each in records.items()
    ]
    return index(catalogue, entries)


def _found(catalogue: Catalogue, *queries: str) -> list[list[str]]:
    return [
        found[:3] for found in run("finding.mjs", {"index": without_pages(catalogue), "queries": queries})
    ]


def test_an_answer_that_stands_beside_a_subject_leads_to_its_guide_and_the_rest_is_of_the_subject(
    catalogue: Catalogue,
) -> None:
    alone, beside, near = _found(
        catalogue, "쿠버네티스 없이", "쿠버네티스 없이 모델 서빙", "쿠버네티스 없이 파이프라인"
    )
    assert alone[0] == "stacks/?kubernetes=no"
    assert beside[:2] == ["choose/model-serving/?kubernetes=no", "stages/model-serving/"]
    assert near[0] == "choose/pipeline-orchestration/?kubernetes=no", "of two stages the one that asks this"


def test_one_way_to_say_an_answer_finds_what_the_others_find(catalogue: Catalogue) -> None:
    (found,) = _found(catalogue, "망분리")
    assert "about/criteria/#definition-air-gapped" in found


def test_a_compound_is_taken_apart_though_one_part_is_unknown(catalogue: Catalogue) -> None:
    for found in _found(catalogue, "모델서빙갈무리", "갈무리피처스토어"):
        assert found[0] in ("stages/model-serving/", "stages/feature-store/")


def test_a_criterion_is_found_by_what_else_people_type(catalogue: Catalogue) -> None:
    dead, shared, open_in = _found(catalogue, "DLQ", "MIG", "SAML")
    assert "compare/message-broker/?criteria=dead-letter" in dead
    assert "compare/model-serving/?criteria=gpu-sharing" in shared
    assert "about/criteria/#definition-sso" in open_in
