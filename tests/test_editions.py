"""What changed day by day: the page, the command, and what is listed, rejected and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.loading.catalogue import Catalogue
from macros.review.since import NOTHING, report
from macros.rules.check import check
from macros.views.editions import editions
from tests.conftest import Write
from tests.editing import edit
from tests.shown import content

HEAD = "criterion,day,before,after,why,source,by\n"
PAST = (
    HEAD
    + "charts,2026-11-02,,yes,first check,home,\n"
    + "charts,2026-11-05,yes,no,It was a demo. <b>,lost,Alpha Inc\n"
    + "charts,2026-11-09,no,yes,checked again,home,\n"
    + "licence,2026-11-05,,open,first check,home,\n"
)


@pytest.fixture
def changed(write: Write) -> Catalogue:
    """The tiny data with a past: one cell changed twice, one was checked later than the first."""
    whole, problems = check(write({"tools/alpha/history.csv": PAST}))
    assert whole is not None, problems
    return whole


def test_a_day_says_what_changed_why_and_by_which_source(changed: Catalogue) -> None:
    last, middle, first = editions(changed, "en")
    assert (last.day, middle.day, first.day) == (date(2026, 11, 9), date(2026, 11, 5), date(2026, 11, 2))
    (one,) = last.changed
    assert (one.tool, one.criterion, one.before, one.after) == ("alpha", "charts", "no", "yes")
    assert one.source == changed.tools["alpha"].sources["home"]
    (other,) = middle.changed
    assert (other.before, other.after, other.by, other.source) == ("yes", "no", "Alpha Inc", None)
    assert middle.first == {"alpha": 1}
    assert not first.changed
    assert first.first == {"alpha": 1}


def test_words_of_the_past_are_those_of_the_language(changed: Catalogue) -> None:
    (one,) = editions(changed, "ko")[0].changed
    (english,) = editions(changed, "en")[0].changed
    assert (one.before, one.after) != (english.before, english.after)


def test_between_two_days_stands_what_came_after_the_one_up_to_the_other(changed: Catalogue) -> None:
    def days(since: str, until: str = "") -> list[str]:
        return [each.day.isoformat() for each in editions(changed, "en", since, until)]

    assert days("2026-11-02") == ["2026-11-09", "2026-11-05"]
    assert days("2026-11-02", "2026-11-05") == ["2026-11-05"]
    assert days("2026-11-09") == []


def test_the_report_is_markdown_that_no_reason_can_break(changed: Catalogue) -> None:
    text = report(changed, "2026-11-02", "", "en")
    assert text.splitlines()[:4] == [
        "## 2026-11-09",
        "",
        "- Alpha, Charts: no → yes (checked again, <https://alpha.example.test/docs>)",
        "",
    ]
    assert "- Alpha, Charts: yes → no (It was a demo. b by Alpha Inc)" in text
    assert "- 1 cells of 1 tools were checked for the first time" in text
    assert report(changed, "2026-11-09", "", "en") == NOTHING + "\n"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_lists_every_change_by_day_without_a_script(catalogue: Catalogue, language: str) -> None:
    text = content(catalogue, "editions", "", language, "about/editions/")
    found = editions(catalogue, language)
    assert text.count("<section data-day=") == len(found)
    assert text.count('<th scope="row">') == sum(len(each.changed) for each in found)
    places = [text.index(f'id="day-{each.day}"') for each in found]
    assert places == sorted(places)
    lines = sum(len(tool.history) for tool in catalogue.tools.values())
    assert lines == sum(len(each.changed) + sum(each.first.values()) for each in found)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_was_declined_stands_with_its_day_and_reason(catalogue: Catalogue, language: str) -> None:
    text = content(catalogue, "inclusion", "", language, "about/inclusion/")
    assert catalogue.declined
    for each in catalogue.declined.values():
        assert str(each.day) in text
        assert str(getattr(each.because, language)).replace("'", "&#39;") in text


def test_what_a_stranger_wrote_is_text(catalogue: Catalogue) -> None:
    hostile = "<img src=x onerror=alert(1)> {{ 1 }} | `a`"
    kept = catalogue.tools["mlflow"]
    line = kept.history[0]._replace(why=hostile, before="no", by=hostile)
    tool = kept.model_copy(update={"history": (line,)})
    declined = catalogue.declined["docker"]
    words = declined.because.model_copy(update={"en": hostile})
    other = replace(
        catalogue,
        tools={**catalogue.tools, "mlflow": tool},
        declined={**catalogue.declined, "docker": declined.model_copy(update={"because": words})},
    )
    shown = [content(other, kind, "", "en", "about/x/") for kind in ("editions", "inclusion")]
    told = report(other, "2000-01-01", "", "en")
    for text in shown:
        assert "<img" not in text
        assert "&lt;img src=x" in text
    assert not {"<img", "`", "|"} & set(told.split())


def test_a_tool_that_was_removed_says_why(write: Write) -> None:
    root = write()
    edit(root / "ids.yml", lambda ids: ids.update(tools={"gone": "removed"}))
    _, problems = check(root)
    assert [str(each) for each in problems] == [
        "data/ids.yml:3: tools.gone: was removed without a reason; say it in declined.yml"
    ]
    said = {"name": "Gone", "fate": "removed", "day": "2026-11-02", "because": "It has no source."}
    edit(root / "declined.yml", lambda known: known.update(gone=said))
    assert check(root)[1] == []
