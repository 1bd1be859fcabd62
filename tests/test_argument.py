"""What is said for an outcome is found by trying; the record's writer; the calendar."""

from __future__ import annotations

from typing import Any

import pytest

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Answers, Outcome, outcome
from macros.loading.catalogue import Catalogue
from tests.answers import given_sets
from tests.node.evaluating import evaluate
from tests.records import names
from tests.test_twins import ask

STAGES = names("guides")
SETS = 60
CASES = """
async ({ guide, sets }, lib) => {
  const { caseFor } = await lib("guide/case");
  return sets.map((given) => {
    const made = caseFor(guide, new Map(given));
    return { ...made, found: null, deciding: made.deciding.map(({ outcome, ...each }) => each),
      revisits: made.revisits.map(({ outcome, ...each }) => each) };
  });
}
"""


def _lead(found: Outcome) -> int | None:
    points = [each for _, each in found.ranking]
    behind = points[len(found.leaders) :]
    return points[0] - behind[0] if behind else None


def _answered(given: Answers) -> list[str]:
    return [key for key, values in given.items() if set(values) - {"unknown"}]


@pytest.mark.parametrize("stage", STAGES)
def test_the_case_says_what_taking_away_and_changing_answers_shows(catalogue: Catalogue, stage: str) -> None:
    guide = guide_of(catalogue, stage)
    sets = [each for each in given_sets(guide, SETS, f"case {stage}") if outcome(guide, each).ranking]
    for given, said in zip(sets, ask(CASES, guide, sets), strict=True):
        now = outcome(guide, given)
        _decides(guide_of(catalogue, stage), given, said, now)
        for each in said["revisits"]:
            asked = next(q for q in guide.questions if q.id == each["question"])
            kept = tuple(v for v in given.get(asked.id, ()) if v != "unknown") if asked.many else ()
            then = outcome(guide, {**given, asked.id: (*kept, each["option"])})
            assert list(then.leaders) == each["leaders"] != list(now.leaders)
        _rows(guide, given, said, now)


def _decides(guide: Any, given: Answers, said: Any, now: Outcome) -> None:
    """A decisive answer is one without which the leaders change or their lead shrinks; no other is."""
    named = {each["question"]: each for each in said["deciding"]}
    for key in _answered(given):
        without = outcome(guide, {k: v for k, v in given.items() if k != key})
        turns = without.leaders != now.leaders
        shrinks = (_lead(now) or 0) > (_lead(without) or 0)
        assert (key in named) == (turns or shrinks), (given, key)
        if key in named:
            assert named[key]["turns"] == turns
    order = [(not each["turns"], -each["shrinks"]) for each in said["deciding"]]
    assert order == sorted(order)


def _rows(guide: Guide, given: Answers, said: Any, now: Outcome) -> None:
    """A tie has no tool; else each answer has a row, and the rows add up to the tool's points."""
    assert said["tool"] == (now.leaders[0] if len(now.leaders) == 1 else None)
    assert said["tied"] == (list(now.leaders) if len(now.leaders) > 1 else [])
    if said["tool"]:
        assert {row["question"] for row in said["rows"]} == set(_answered(given))
        assert sum(row["points"] for row in said["rows"]) == dict(now.ranking)[said["tool"]]
    assert [each["tool"] for each in said["even"]] == (said["shown"] if said["tied"] else [])
    for each in said["even"]:
        assert {row["question"] for row in each["rows"]} == set(_answered(given))
        assert sum(row["points"] for row in each["rows"]) == dict(now.ranking)[each["tool"]]
    known = {row["criterion"] for row in said["versus"]["differ"] + said["versus"]["same"]}
    for criterion in said["apart"]:
        assert criterion not in known
        assert len({guide.values(tool, criterion) for tool in said["shown"]}) > 1
    shown = said["shown"]
    for place, tool in enumerate(shown):
        rows = said["versus"]["differ"] + said["versus"]["same"]
        assert sum(row["points"][place] for row in rows) == dict(now.ranking)[tool]
    assert all(len(set(row["points"])) > 1 for row in said["versus"]["differ"])


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
