"""What cells said before: one line a change, from the first check to what the cell says now."""

from __future__ import annotations

from datetime import date

import pytest

from macros.loading import history
from macros.loading.catalogue import Catalogue
from macros.loading.history import HEAD, Line, completed, decoded, encoded, read, same
from macros.loading.reading import Refused
from macros.matrix.cells import cell
from macros.records.fields import Words
from macros.rules.check import check
from tests.conftest import Write

TOP = ",".join(HEAD) + "\n"
LICENCE = "licence,2026-11-01,,closed,first check,home,\nlicence,2026-11-02,closed,open,read again,home,\n"
ALPHA = "tools/alpha/history.csv"


def _with(write: Write, lines: str) -> Catalogue:
    whole, problems = check(write({ALPHA: TOP + lines}))
    assert whole is not None, problems
    return whole


def _problems(write: Write, text: str) -> list[str]:
    return [str(problem) for problem in check(write({ALPHA: text}))[1]]


def test_the_lines_are_read_with_their_place() -> None:
    assert read(TOP + LICENCE)[1] == Line(
        "licence", date(2026, 11, 2), "closed", "open", "read again", "home", "", 3
    )


def test_what_is_written_is_read_again_in_order() -> None:
    lines = read(TOP + LICENCE)
    assert history.write(reversed(lines)) == TOP + LICENCE
    strange = Line("limits", date(2026, 1, 2), "", '천 개, "둘" | A thousand', "why", "", "Acme, Inc.")
    assert read(history.write([strange]))[0] == strange._replace(number=2)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "does not begin with criterion,day,before,after,why,source,by"),
        ("day,criterion\n", 1, "does not begin with criterion,day,before,after,why,source,by"),
        (f"{TOP}<<<<<<< main\n{LICENCE}", 2, "is a mark of a merge that was not finished; keep one of"),
        (f"{TOP}licence,2026-11-01,,closed\n", 2, "has 4 fields; 7 are asked for"),
        (f"{TOP}licence,2026-02-30,,closed,a,b,\n", 2, "'2026-02-30' is not a date (YYYY-MM-DD)"),
        (f"{TOP}licence,2026-11-01,,clo\u200bsed,a,b,\n", 2, "has the hidden character U+200B"),
        (f'{TOP}licence,2026-11-01,,"closed,a,b,\n', 2, "is not CSV: unexpected end of data"),
    ],
)
def test_a_broken_file_is_refused_at_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text)
    assert refused.value.line == line
    assert refused.value.message.startswith(message)


def test_values_are_kept_as_ids_and_words_in_both_languages(tiny: Catalogue) -> None:
    hosting, limits = tiny.criteria["hosting"], tiny.criteria["limits"]
    assert encoded(("self", "managed")) == "self managed"
    assert decoded(hosting, "self managed") == ("self", "managed")
    words = Words(ko="천 개", en="A thousand")
    assert decoded(limits, encoded(words)) == words
    assert encoded(Words(ko="MIT", en="MIT")) == "MIT"
    assert decoded(limits, "disputed") == ("disputed",)


def test_a_set_of_values_has_no_order() -> None:
    assert same("self managed", "managed self")
    assert not same("self", "self managed")


def test_a_cell_without_a_line_gets_its_first(tiny: Catalogue) -> None:
    lines = completed(read(TOP + LICENCE), tiny.tools["alpha"].assessments)
    added = {line.criterion: line for line in lines[2:]}
    assert set(added) == {"hosting", "charts", "limits"}
    assert added["hosting"] == Line(
        "hosting", date(2026, 11, 2), "", "self managed", "first check", "home", ""
    )


def test_a_changed_cell_says_what_it_said_before_in_both_languages(write: Write) -> None:
    whole = _with(write, LICENCE)
    assert whole.first_day == "2026-11-01"
    said = cell(whole, "alpha", "licence", "ko").past_words
    assert said == (("2026-11-01", "닫힘"), ("2026-11-02", "열림"))
    assert cell(whole, "alpha", "licence", "en").past_words[0] == ("2026-11-01", "Closed")


def test_the_words_of_a_text_follow_the_language(write: Write) -> None:
    before = "limits,2026-11-01,,백 개 | A hundred,first check,home,\n"
    now = "limits,2026-11-02,백 개 | A hundred,천 개 | A thousand,read again,home,\n"
    whole = _with(write, before + now)
    assert cell(whole, "alpha", "limits", "ko").past_words[0] == ("2026-11-01", "백 개")
    assert cell(whole, "alpha", "limits", "en").past_words == (
        ("2026-11-01", "A hundred"),
        ("2026-11-02", "A thousand"),
    )


def test_a_cell_that_never_changed_has_no_past(write: Write) -> None:
    whole = _with(write, "licence,2026-11-01,,open,first check,home,\n")
    assert cell(whole, "alpha", "licence", "ko").past_words == ()


def test_a_cell_that_was_unchecked_at_first_says_so(write: Write) -> None:
    whole = _with(write, LICENCE + "charts,2026-11-02,,yes,first check,home,\n")
    said = cell(whole, "alpha", "charts", "ko").past_words
    assert said == (("2026-11-01", "확인 안 함"), ("2026-11-02", "예"))


def test_without_a_file_there_is_no_past_and_no_first_day(write: Write) -> None:
    whole, _ = check(write())
    assert whole is not None
    assert whole.first_day == ""
    assert cell(whole, "alpha", "licence", "ko").past_words == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("licence,2026-11-01,,closed,a,home,\n", "2: history.0: 'licence' says 'open', but its history ends"),
        ("licence,2026-11-01,open,open,a,home,\n", "2: history.0: goes on from 'open', but the line before"),
        ("licence,2999-11-01,,open,a,home,\n", "2: history.0: 2999-11-01 is in the future"),
        ("licence,2026-11-01,,open,,home,\n", "2: history.0: does not say why"),
        ("licenc,2026-11-01,,open,a,home,\n", "2: history.0: 'licenc' is no criterion; did you mean"),
        (
            "licence,2026-11-02,,closed,a,home,\nlicence,2026-11-01,closed,open,a,home,\n",
            "3: history.1: 2026-11-01",
        ),
    ],
)
def test_a_history_tells_what_the_cell_says_and_goes_on_without_a_gap(
    write: Write, lines: str, message: str
) -> None:
    said = _problems(write, TOP + lines)
    assert [each for each in said if each.startswith(f"data/{ALPHA}:{message}")], said


def test_words_that_would_read_as_two_languages_are_refused(write: Write) -> None:
    path = "tools/alpha/evidence.yml"
    text = (write() / path).read_text("utf-8").replace("천 개", "천 | 개")
    said = [str(problem) for problem in check(write({path: text}))[1]]
    assert len(said) == 1
    assert said[0].endswith("assessments.limits.value: holds ' | '; use another mark")
