"""The records, one by one: what each accepts, and what it refuses in which words."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.records.evidence import Assessment, Lifecycle, Source
from macros.records.fields import Address, Day, Id, Month, Plain, Text, Url
from macros.records.vocabulary import Criterion

SOURCE = {"url": "https://example.test/docs", "accessed": "2026-11-21", "shows": {"ko": "글", "en": "A page"}}


def _refusal(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    return " ".join(str(each.get("ctx", {}).get("error", each["msg"])) for each in refused.value.errors())


def _accepted(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def test_one_string_is_a_text_in_both_languages() -> None:
    words = _accepted(Text, "MLflow")
    assert (words.ko, words.en) == ("MLflow", "MLflow")


def test_a_text_may_lack_its_english_but_not_its_korean() -> None:
    assert _accepted(Text, {"ko": "글"}).en is None
    assert "Field required" in _refusal(Text, {"en": "text"})


@pytest.mark.parametrize("mark", ["{{", "{%", "{#"])
def test_text_with_template_markup_is_refused(mark: str) -> None:
    assert f"has the template markup {mark}" in _refusal(Plain, f"a {mark} b")


@pytest.mark.parametrize("text", ["{name} of one brace", "100 %", "# 1", "a } b", "<b>&</b>", "한국어"])
def test_other_marks_are_plain_text(text: str) -> None:
    assert _accepted(Plain, text) == text


@pytest.mark.parametrize(
    "character", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ue000", "\x07", "\n", "\t", "\ufeff"]
)
def test_hidden_characters_are_refused_by_number(character: str) -> None:
    assert f"has the hidden character U+{ord(character):04X}" in _refusal(Plain, f"a{character}b")


def test_text_neither_begins_nor_ends_with_a_space() -> None:
    assert "begins or ends with a space" in _refusal(Plain, " a")
    assert "begins or ends with a space" in _refusal(Plain, "a\u3000")


def test_text_is_neither_empty_nor_endless() -> None:
    assert "at least 1" in _refusal(Plain, "")
    assert "at most 1200" in _refusal(Plain, "a" * 1201)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://example.test",
        "//example.test",
        "example.test",
        "https://",
        "https://localhost",
        "https://user@example.test",
        "https://user:word@example.test",
        'https://example.test/"onclick="x',
        "https://example.test/a b",
        "https://example.test/<script>",
        "https://example.test/{{x}}",
        "https://exam\u200bple.org",
        "https://example.test/\u202e",
        "https://example.test\\@evil.example",
    ],
)
def test_an_address_that_is_no_plain_web_page_is_refused(url: str) -> None:
    assert _refusal(Url, url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.test",
        "http://a.example.test:8080/b?c=d#e",
        "https://예시.kr/",
        "https://github.com/a/b/blob/main/docs/search.md",
        "https://github.com/a/b/issues/12",
        "https://web.archive.org/web/2026/https://example.test/",
        "https://en.wikipedia.org/wiki/Example,_Inc%2E",
        "https://cloud.google.com/pubsub/docs/access-control?hl=ko-kr",
        "https://example.test/docs?tool=search&view=results",
    ],
)
def test_web_addresses_are_accepted_as_written(url: str) -> None:
    assert _accepted(Url, url) == url


@pytest.mark.parametrize("key", ["a", "mlflow", "argo-cd", "s3", "3-tools"])
def test_ids_are_lower_case_words_joined_by_hyphens(key: str) -> None:
    assert _accepted(Id, key) == key


@pytest.mark.parametrize("key", ["", "A", "a_b", "-a", "a-", "a--b", "a/b", "..", "한글", "a\n", "a" * 61])
def test_anything_else_is_no_id(key: str) -> None:
    assert _refusal(Id, key)


@pytest.mark.parametrize("address", ["../x", "/x", "x/", "x//y", "X", "https://x.org", ""])
def test_an_address_of_a_page_stays_inside_the_site(address: str) -> None:
    assert _refusal(Address, address)
    assert _accepted(Address, "tools/argo-cd") == "tools/argo-cd"


@pytest.mark.parametrize("month", ["2026", "2026-11", "2026-11-21"])
def test_a_past_fact_is_dated_by_year_month_or_day(month: str) -> None:
    assert _accepted(Month, month) == month


@pytest.mark.parametrize("month", ["26", "1826", "2026-13", "2026-00", "2026-11-32", "Nov 2026"])
def test_other_dates_are_refused(month: str) -> None:
    assert _refusal(Month, month)


@pytest.mark.parametrize("day", ["0", "20261121", "2026-02-30", "2026-11-21T00:00:00", "21.11.2026", ""])
def test_a_day_is_written_out(day: str) -> None:
    assert _refusal(Day, day)


def test_records_refuse_unknown_keys_and_do_not_change() -> None:
    assert "not permitted" in _refusal(Source, {**SOURCE, "title": "x"})
    source = _accepted(Source, SOURCE)
    with pytest.raises(ValidationError, match="frozen"):
        source.url = "https://example.test"


def test_a_copy_is_not_younger_than_the_day_it_was_opened() -> None:
    assert _accepted(Source, {**SOURCE, "as_of": "2026-11-21"})
    assert "as_of 2026-11-22 is after" in _refusal(Source, {**SOURCE, "as_of": "2026-11-22"})


def test_no_source_no_assessment() -> None:
    assert "no source, no assessment" in _refusal(Assessment, {"value": "yes", "checked": "2026-11-21"})
    assert "at least 1" in _refusal(Assessment, {"value": "yes", "checked": "2026-11-21", "source": []})


def test_an_assessment_has_a_value() -> None:
    assert "at least 1" in _refusal(Assessment, {"value": [], "checked": "2026-11-21", "source": "a"})


def test_a_disputed_value_has_two_sides_each_with_its_source() -> None:
    side = {"value": "yes", "source": "a"}
    value = {"value": "disputed", "checked": "2026-11-21", "sides": [side]}
    assert "needs two sides" in _refusal(Assessment, value)
    both = _accepted(Assessment, {**value, "sides": [side, {"value": "no", "source": ["b", "c"]}]})
    assert both.sources == ("a", "b", "c")


def test_one_item_stands_for_a_list_of_one() -> None:
    given = _accepted(Assessment, {"value": "yes", "checked": "2026-11-21", "source": "a"})
    assert (given.values, given.sources) == (("yes",), ("a",))


def test_a_tool_that_is_not_active_says_why() -> None:
    life = {"status": "archived", "since": "2026", "source": "a"}
    assert "a tool that is archived needs a note" in _refusal(Lifecycle, life)
    assert _accepted(Lifecycle, {**life, "note": "Over"}).note.ko == "Over"


CRITERION = {"name": "A", "question": "A?", "why": "A"}
OPTION = {"name": "One", "means": "One"}


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("support", {"yes": OPTION, "no": OPTION}),
        ("support", {"no": OPTION, "partial": OPTION, "yes": OPTION}),
        ("choice", {"one": OPTION}),
        ("choice", {"one": OPTION, "two": {"means": "Two"}}),
        ("text", {"one": OPTION}),
    ],
)
def test_the_options_of_a_criterion_fit_its_kind(kind: str, options: dict[str, Any]) -> None:
    assert f"a {kind} criterion" in _refusal(Criterion, {**CRITERION, "kind": kind, "options": options})
