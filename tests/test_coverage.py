"""What is checked, how old it is and how firm: counted from the data, beside what was counted before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from macros.loading.catalogue import Catalogue
from macros.records.evidence import Assessment
from macros.records.vocabulary import Counted
from macros.views import about, facts, firmness, standing
from tests.shown import content

LANGUAGES = ("ko", "en")


def test_coverage_counts_what_is_asked_checked_and_disputed(tiny: Catalogue) -> None:
    assert facts.coverage(tiny, tiny.tools["alpha"]) == facts.Coverage(4, 4, 0, date(2026, 11, 2))
    zeta = facts.coverage(tiny, tiny.tools["zeta"])
    assert (zeta.asked, zeta.checked, zeta.disputed, zeta.percent) == (4, 3, 1, 75)
    assert facts.Coverage(3, 2, 0, None).percent == 66
    gamma = facts.coverage(tiny, tiny.tools["gamma"], "tracking")
    assert (gamma.asked, gamma.checked, gamma.percent, gamma.oldest) == (2, 0, 0, None)
    assert facts.coverage(tiny, tiny.tools["epsilon"], "serving").percent == 0


def test_the_figures_are_counted_from_the_data(tiny: Catalogue) -> None:
    assert facts.size(tiny) == (6, 14, 6, "2026-11-02")


def test_an_assessment_is_old_after_half_a_year(tiny: Catalogue) -> None:
    each: Assessment = tiny.tools["alpha"].assessments["charts"]
    assert not facts.is_old(each, date(2027, 5, 1))
    assert facts.is_old(each, date(2027, 5, 2))


def test_pages_count_age_up_to_the_day_of_their_catalogue(tiny: Catalogue) -> None:
    on = {day: replace(tiny, day=day) for day in (date.min, date(2027, 5, 1), date(2027, 6, 1))}
    old = [len(about.coverage_page(each, "", "en").old) for each in on.values()]
    assert old[0] == old[1] == 0 < old[2]
    assert [standing.standing(each, "alpha", "en").old for each in on.values()] == [0, 0, 4]


def test_the_coverage_page_lists_what_is_missing_and_disputed(tiny: Catalogue) -> None:
    shown = about.coverage_page(tiny, "", "ko")
    missing = {name: lacking for name, _, _, lacking in shown.tools}
    assert missing["gamma"] == [tiny.criteria[each] for each in ("charts", "limits")]
    assert missing["alpha"] == []
    assert [(each.key, each.criterion) for each in shown.disputed] == [("zeta", "licence")]
    assert [row[2:] for row in shown.stages] == [(4, 12), (0, 0)]


def test_the_coverage_page_counts_what_could_be_firmer(tiny: Catalogue) -> None:
    counted = about.coverage_page(tiny, "", "ko").firmness
    assert counted == firmness.firmness(tiny)
    sources = [source for tool in tiny.tools.values() for source in tool.sources.values()]
    assert counted["undated"] == len(sources)
    assert {key for key, count in counted.items() if count} == {"undated"}
    assert set(counted) <= set(Counted.model_fields)


@pytest.mark.parametrize(
    ("url", "foreign", "moving"),
    [
        ("https://docs.example.test/ja/help", True, False),
        ("https://docs.example.test/zh-tw/help", True, False),
        ("https://docs.example.cn/en_us/guide", True, False),
        ("https://example.test/docs?hl=he", True, False),
        ("https://example.test/ko/help", False, False),
        ("https://example.it/en/guide", False, False),
        ("https://example.test/guide/es/streams", False, False),
        ("https://github.com/a/b/blob/main/README.md", False, True),
        ("https://raw.githubusercontent.com/a/b/master/LICENSE", False, True),
        ("https://github.com/a/b/releases?page=5", False, True),
        ("https://github.com/a/main/blob/0123456789abcdef/docs/main/a.md", False, False),
    ],
)
def test_an_address_of_another_language_or_a_moving_one_is_known(
    url: str, foreign: bool, moving: bool
) -> None:
    assert (firmness.foreign(url), firmness.moving(url)) == (foreign, moving)


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://github.com/a/b/blob/0123456789abcdef/README.md", True),
        ("https://raw.githubusercontent.com/a/b/v1.0/LICENSE", True),
        ("https://github.com/a/b/blob/0123456789abcdef/docs/data-centers/README.md", False),
        ("https://github.com/a/b/blob/0123456789abcdef/docs/readme-first.md", False),
    ],
)
def test_a_readme_is_bare_at_the_root_only(url: str, bare: bool) -> None:
    assert firmness.bare(url) is bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage_shows_what_was_counted_before_beside_today(catalogue: Catalogue, language: str) -> None:
    counted = list(catalogue.counted.values())
    text = content(catalogue, "coverage", "", language, "about/coverage/")
    table = text.split('id="firmness"')[-1].split("{#firmness}")[-1].split("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[1:]]
    assert {len(row) for row in rows} == {2 + len(counted)}
    assert rows[0][1] == f"{getattr(counted[0].name, language)}<br><time>{counted[0].day}</time>"
    now = firmness.firmness(catalogue)
    said = {row[0]: row[1:] for row in rows[1:]}
    for key, number in now.items():
        then = (getattr(each, key) for each in counted)
        shown = ["–" if each is None else f"{each:,}" for each in then]
        word = getattr(catalogue.strings[f"coverage.firm-{key}"], language)
        assert said[word] == [*shown, f"{number:,}"]
