"""What is said for an outcome is found by trying; the record's writer; the calendar."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from tests.argued import case_is_found_by_trying
from tests.conftest import DATA
from tests.node.evaluating import evaluate

STAGES = sorted(path.stem for path in (DATA / "small" / "guides").iterdir())


@pytest.mark.parametrize("stage", STAGES)
def test_the_case_says_what_taking_away_and_changing_answers_shows(small: Catalogue, stage: str) -> None:
    case_is_found_by_trying(small, stage, 12)


BLOCKS = [
    {"title": "We use *A*"},
    {"head": "Why"},
    {"text": ["See ", {"strong": "B"}, " ", {"link": "https://a.example/?a=1&b=2", "words": "here [x]"}]},
    {"list": ["one [1]", "<b>two</b> & more"]},
    {"numbers": [["First – ", {"link": "https://a.example/"}]]},
    {"table": {"head": ["Tool", "Points"], "rows": [["A|B", "3"]]}},
]


def _written(form: str) -> str:
    said: str = evaluate(f'async (blocks, lib) => (await lib("shared/document")).{form}(blocks)', BLOCKS)
    return said


def test_a_document_is_markdown_that_says_what_the_words_say() -> None:
    assert _written("markdown") == (
        "# We use \\*A\\*\n\n## Why\n\nSee **B** [here \\[x]](https://a.example/?a=1&b=2)\n\n"
        "- one [1]\n- \\<b>two\\</b> & more\n\n1. First – <https://a.example/>\n\n"
        "| Tool | Points |\n|---|---|\n| A\\|B | 3 |\n"
    )


def test_the_same_document_is_html_in_which_nothing_is_markup_but_its_own() -> None:
    said = _written("html")
    assert "<h1>We use *A*</h1>" in said
    assert '<a href="https://a.example/?a=1&amp;b=2">here [x]</a>' in said
    assert "<li>&lt;b&gt;two&lt;/b&gt; &amp; more</li>" in said
    assert "<table><thead><tr><th>Tool</th><th>Points</th></tr></thead>" in said


def test_a_day_to_look_again_is_half_a_year_later_and_exists() -> None:
    act = 'async (days, lib) => days.map((await lib("shared/calendar")).lookAgain)'
    assert evaluate(act, ["2026-11-29", "2026-08-31", "2026-01-15"]) == [
        "2027-05-29",
        "2027-02-28",
        "2026-07-15",
    ]


def test_a_calendar_file_has_one_whole_day_and_short_lines() -> None:
    given = {
        "title": "도구를 다시 봅니다, " * 8,
        "day": "2027-05-29",
        "url": "https://a.example/?a=1",
        "today": "2026-11-29",
    }
    text: str = evaluate('async (given, lib) => (await lib("shared/calendar")).calendar(given)', given)
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20270529\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "도구를 다시 봅니다\\, " in text.replace("\r\n ", "")


def test_sources_are_numbered_once_in_the_order_of_citing() -> None:
    act = """async (_, lib) => {
      const sources = (await lib("guide/citing")).citing();
      const numbers = [sources.cite([{ url: "b" }, { url: "a" }]), sources.cite([{ url: "a" }])];
      return [...numbers, sources.all.map((each) => each.url)];
    }"""
    assert evaluate(act, None) == [[1, 2], [2], ["b", "a"]]
