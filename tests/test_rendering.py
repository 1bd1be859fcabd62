"""The Jinja environment: strict, escaping, and with words in one language."""

from __future__ import annotations

import json
from html import unescape
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from jinja2 import UndefinedError

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.site.rendering import _environment, breakable, heading, say

HOSTILE = Words(ko="<script>alert(1)</script> & \"'", en="<b>bold</b>")
UNTRANSLATED = Words(ko="<글>")


def _render(text: str, language: str = "ko", **values: Any) -> str:
    return _environment().from_string(text).render(values, language=language, base="../../")


def test_text_from_the_data_is_escaped() -> None:
    assert _render("{{ words | t }}", words=HOSTILE) == (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;&#39;"
    )
    assert _render("{{ words | t }}", "en", words=HOSTILE) == "&lt;b&gt;bold&lt;/b&gt;"


def test_text_in_an_attribute_cannot_leave_it() -> None:
    assert _render('<a title="{{ words | plain }}">', words=Words(ko='" onclick="x')) == (
        '<a title="&#34; onclick=&#34;x">'
    )


@pytest.mark.parametrize(
    "idiom",
    ['{{ to("tools/x", words) }}', '{{ to("tools/x", words.ko) }}', '{{ marked("yes", words.ko) }}',
     '{{ [record] | named | join(", ") }}'],
)  # fmt: skip
def test_shared_idioms_escape_what_they_print(idiom: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;&#39;" in _render(
        idiom, words=HOSTILE, record=SimpleNamespace(name=HOSTILE)
    )


def test_records_are_linked_by_their_ids_and_names(tiny: Catalogue) -> None:
    some = {key: tiny.tools[key] for key in ("alpha", "beta")}
    said = _render('{{ tools | linked("tools") | join(" ") }}', tools=some)
    assert said == '<a href="../../tools/alpha/">Alpha</a> <a href="../../tools/beta/">Beta</a>'


@pytest.mark.parametrize(
    ("language", "address"), [("ko", "../../data/a.json"), ("en", "../../../data/a.json")]
)
def test_a_file_at_the_root_of_the_site_is_one_for_both_languages(language: str, address: str) -> None:
    assert _render("{{ root('data/a.json') }}", language) == address


def test_what_is_not_translated_stands_in_korean_and_says_so() -> None:
    assert _render("{{ words | t }}", "en", words=UNTRANSLATED) == (
        '<span lang="ko" class="untranslated">&lt;글&gt;</span>'
    )
    assert say(UNTRANSLATED, "ko") == "&lt;글&gt;"
    assert UNTRANSLATED.plain("en") == "<글>"


def test_an_undefined_name_fails_instead_of_printing_nothing() -> None:
    with pytest.raises(UndefinedError):
        _render("{{ nothing }}")


@pytest.mark.parametrize(
    "text", ["*a*", "_a_", "`a`", "[a](b)", "<b>", "a & b", "# a", "1. a", "![a](b)", "a {#b}", "\\*", "- a"]
)
def test_a_heading_shows_its_text_as_written(text: str) -> None:
    """Nothing in it is Markdown, HTML or an anchor."""
    assert "<" not in heading(text)
    html = markdown.markdown(f"# {heading(text)}", extensions=["attr_list"])
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html.replace("&gt;", ">") == f"<h1>{shown}</h1>".replace("&gt;", ">")


def test_an_interface_word_is_filled_and_escaped(tiny: Catalogue) -> None:
    text = '{{ "title.greeting" | s(name="<b>") }}'
    assert _render(text, catalogue=tiny) == "&lt;b&gt; 안녕"
    assert _render(text, "en", catalogue=tiny) == "Hello &lt;b&gt;"


def test_an_unknown_interface_word_fails(tiny: Catalogue) -> None:
    with pytest.raises(KeyError):
        _render('{{ "title.greting" | s }}', catalogue=tiny)


def test_the_words_of_a_script_are_json_without_their_prefix(tiny: Catalogue) -> None:
    def said(text: str, language: str) -> object:
        return json.loads(unescape(_render(text, language, catalogue=tiny)))

    assert said('{{ "js.panel" | words }}', "ko") == {"open": "열기", "shut": "닫기"}
    assert said('{{ "js.panel" | words }}', "en") == {"open": "Open", "shut": "닫기"}
    assert said('{{ "js.panel" | words("open") }}', "en") == {"open": "Open"}


def test_links_are_relative_so_that_the_site_works_below_any_path() -> None:
    assert _render("{{ link('tools/') }}") == "../../tools/"
    assert _environment().from_string("{{ link('') }}").render(base="") == "./"


def test_the_host_of_an_address_is_shown_without_www() -> None:
    assert _render("{{ url | host }}", url="https://www.example.test/a/b") == "example.test"


def test_a_name_of_one_word_may_break_before_a_capital_within_it() -> None:
    assert breakable("OpenTelemetry") == "Open<wbr>Telemetry"
    assert breakable("NVIDIA TensorRT") == "NVIDIA TensorRT"
    assert breakable("MLflow") == "MLflow"
