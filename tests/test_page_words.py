"""What stands in the data stands on its page, in its own place."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from macros.loading.catalogue import Catalogue
from macros.matrix.matrix import groups_of, matrix
from macros.rules.check import check
from tests.conftest import Write
from tests.shown import content


def _plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_stage_says_when_its_baseline_is_enough_and_when_it_is_outgrown(small: Catalogue) -> None:
    for key, stage in small.stages.items():
        text = _plain(content(small, "stage", key, "en", f"stages/{key}/"))
        for mark in ("enough", "outgrown"):
            said = getattr(stage.baseline, mark).en
            assert f"{small.strings[f'stage.{mark}'].en} {said}" in text


def test_an_aged_claim_stands_before_what_holds_today(small: Catalogue) -> None:
    text = content(small, "changes", "", "en", "about/changes/")
    rows = [_plain(row) for row in text.split("<tr>")[2:]]
    assert len(rows) == len(small.changes)
    for each in small.changes:
        name = small.tools[each.tool].name.en
        assert any(f"{name} {each.old.en} {each.today.en} {each.since}" in row for row in rows)


COMPARISON = """\
name: Alpha and epsilon
summary: Two jobs
tools: [alpha, epsilon]
criteria: [licence]
"""


def test_a_part_of_a_stage_does_not_look_like_the_whole(write: Write, small: Catalogue) -> None:
    whole, problems = check(write({"comparisons/two.yml": COMPARISON}))
    assert whole is not None, problems
    shown = content(replace(whole, strings=small.strings), "comparison", "two", "en", "compare/two/")
    jobs = shown.split('class="plain jobs"')[1].split("</table>")[0]
    tracking, serving = jobs.split("<tr>")[2:]
    assert re.findall(r"value--(\w+)", tracking) == ["yes", "partial"]
    assert re.findall(r"value--(\w+)", serving) == ["none", "yes"]


def test_the_sources_of_a_tool_are_numbered_from_one_in_the_order_of_its_cells(tiny: Catalogue) -> None:
    shown = matrix(tiny, "m", ["alpha", "zeta"], groups_of(tiny, ["tracking"], "en"), "en")
    for tool, numbers in shown.sources.items():
        assert list(numbers.values()) == [*range(1, len(numbers) + 1)]
        cells = [each for (owner, _), each in shown.cells.items() if owner == tool]
        assert list(numbers) == [*dict.fromkeys(source for each in cells for source in each.evidence)]
