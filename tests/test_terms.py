"""The first use of a term leads to the glossary, and nothing else of a page changes."""

from __future__ import annotations

import re

import pytest

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.records.plans import Term
from macros.site.terms import linked

TERMS = {
    "feature": Term(ko="피처", en="feature", means=Words(ko="가", en="a")),
    "feature-store": Term(ko="피처 스토어", en="feature store", means=Words(ko="가", en="a")),
    "dag": Term(ko="DAG(그래프)", en="DAG (graph)", means=Words(ko="가", en="a")),
    "quiet": Term(ko="조용한 말", en="quiet", means=Words(ko="가", en="a"), linked=False),
}
HERE = '<a class="term" href="../../about/glossary/#{}">{}</a>'


def _linked(html: str, language: str = "ko") -> str:
    return linked(html, TERMS, language, "concepts/here/")


def test_only_the_first_use_is_linked() -> None:
    assert _linked("<p>피처를 만들고 피처를 씁니다.</p>") == (
        f"<p>{HERE.format('feature', '피처')}를 만들고 피처를 씁니다.</p>"
    )


def test_a_longer_term_goes_before_its_part() -> None:
    shown = _linked("<p>피처 스토어는 피처를 둡니다.</p>")
    assert shown == (
        f"<p>{HERE.format('feature-store', '피처 스토어')}는 {HERE.format('feature', '피처')}를 둡니다.</p>"
    )


def test_what_stands_in_brackets_is_no_part_of_the_term() -> None:
    assert HERE.format("dag", "DAG") in _linked("<p>DAG로 씁니다.</p>")


def test_english_terms_are_whole_words_and_may_be_plural() -> None:
    assert HERE.format("feature", "Features") in _linked("<p>Features of a model</p>", "en")
    assert "term" not in _linked("<p>a featureless plain</p>", "en")


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert "term" not in _linked("<p>Airflow calls it a Dag.</p>", "en")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>피처</h2>", '<a href="x">피처</a>', "<code>피처</code>", "<svg><text>피처</text></svg>",
        "<table><tr><td>피처</td></tr></table>", '<p title="피처">글</p>', "<p>조용한 말</p>",
    ],
)  # fmt: skip
def test_headings_links_code_pictures_and_attributes_stay(html: str) -> None:
    assert _linked(html) == html


def test_a_use_after_a_heading_is_linked() -> None:
    assert _linked("<h2>피처</h2><p>피처</p>") == f"<h2>피처</h2><p>{HERE.format('feature', '피처')}</p>"


def test_without_its_links_a_page_is_what_it_was(catalogue: Catalogue) -> None:
    text = " ".join(stage.text[0].ko for stage in catalogue.stages.values())
    shown = linked(f"<p>{text}</p>", catalogue.glossary, "ko", "stages/x/")
    assert shown.count('class="term"') > 5
    assert re.sub(r'<a class="term" href="[^"]*">(.*?)</a>', r"\1", shown) == f"<p>{text}</p>"
