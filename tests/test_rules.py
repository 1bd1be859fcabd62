"""Every rule on the data, by the whole list of messages for one deliberately broken data set."""

from __future__ import annotations

import inspect
import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from types import FunctionType
from typing import Self

import pytest

from macros import __main__ as commands
from macros import outside as days
from macros.loading import addresses
from macros.rules import check as rules
from macros.rules.check import BrokenData, check, sound
from macros.rules.rule import RULES
from tests.conftest import DATA, Write

BROKEN = DATA / "broken" / "data"
EXPECTED = (DATA / "broken" / "expected.txt").read_text("utf-8").splitlines()


def test_the_broken_data_set_yields_exactly_these_messages_all_at_once() -> None:
    catalogue, problems = check(BROKEN)
    assert catalogue is None
    assert [str(problem) for problem in problems] == EXPECTED


def test_the_command_prints_them_and_fails_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_FOLDER", str(BROKEN))
    assert commands.main(["check"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines()[: len(EXPECTED)] == EXPECTED
    assert said.out.splitlines()[-1].startswith(f"{len(EXPECTED)} problems in data/")


def test_sound_data_has_no_problems() -> None:
    catalogue, problems = check(DATA / "tiny")
    assert problems == []
    assert catalogue is not None


def test_every_rule_is_applied_and_says_in_words_what_it_asks() -> None:
    defined = {
        item
        for module in rules.MODULES
        for name, item in vars(module).items()
        if getattr(item, "__module__", "") == module.__name__
        and isinstance(item, FunctionType)
        and list(inspect.signature(item).parameters) == ["files", "whole"]
    }
    assert defined == set(RULES)
    assert all((each.__doc__ or "").endswith(".") for each in RULES)


IN_TEST_STRINGS = "interface_words_are_there"  # the broken data set has too few words to be a site's


@pytest.mark.parametrize(
    "number",
    [number for number, each in enumerate(RULES) if each.__name__ != IN_TEST_STRINGS],
    ids=[each.__name__ for each in RULES if each.__name__ != IN_TEST_STRINGS],
)
def test_every_rule_has_a_mistake_in_the_broken_data_set(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule, messages are missing: the list above stands for each of them."""
    monkeypatch.setattr(rules, "RULES", [*RULES[:number], *RULES[number + 1 :]])
    _, problems = rules.check(BROKEN)
    assert set(map(str, problems)) < set(EXPECTED)


def test_an_unreadable_vocabulary_hides_the_rules_but_no_other_file(write: Write) -> None:
    root = write(
        {"stages.yml": "tracking: [", "tools/alpha/about.yml": "nme: x", "tools/beta/evidence.yml": "a: *b"}
    )
    catalogue, problems = check(root)
    assert catalogue is None
    assert {problem.file for problem in problems} == {
        "data/stages.yml",
        "data/tools/alpha/about.yml",
        "data/tools/beta/evidence.yml",
    }


@pytest.mark.parametrize("name", ["stages", "questions", "redirects", "changes"])
def test_a_missing_vocabulary_is_named(write: Write, name: str) -> None:
    assert [str(each) for each in check(write({f"{name}.yml": None}))[1]] == [
        f"data/{name}.yml:1: is missing"
    ]


def test_a_redirect_cannot_lead_out_of_the_site(write: Write) -> None:
    _, problems = check(write({"redirects.yml": '"../../etc": tools/alpha\ntools/old: //evil.example\n'}))
    assert [str(each) for each in problems] == [
        "data/redirects.yml:1: ../../etc: '../../etc' is no address of a page, such as tools/mlflow",
        "data/redirects.yml:2: tools/old: '//evil.example' is no address of a page, such as tools/mlflow",
    ]


def test_a_page_written_while_serving_is_known_at_once(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({"redirects.yml": "old: concepts/new\n"})
    monkeypatch.setattr(addresses, "DOCS", tmp_path / "docs")
    assert [str(each) for each in check(root)[1]] == ["data/redirects.yml:1: old: 'concepts/new' is no page"]
    page = tmp_path / "docs" / "ko" / "concepts" / "new.md"
    page.parent.mkdir(parents=True)
    page.touch()
    assert check(root)[1] == []


class _Clock(datetime):
    """Eleven at night in UTC on the 28th: in Seoul it is eight in the morning of the 29th."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2026, 11, 28, 23, 0, tzinfo=UTC).astimezone(tz)


@pytest.fixture
def _late(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock above, for a checker whose own calendar is that of UTC."""
    monkeypatch.setattr(days, "datetime", _Clock)


def _dated(write: Write, day: str) -> list[str]:
    """The problems of a data set whose source, assessment and change are of this day."""
    evidence = "tools/alpha/evidence.yml"
    alpha = (DATA / "tiny" / evidence).read_text("utf-8")
    change = (
        f"- {{tool: alpha, old: A, today: B, since: '2020', "
        f"source: {{url: 'https://example.test', accessed: {day}, shows: {{ko: 글, en: A}}}}}}\n"
    )
    dated = re.sub(r"(accessed|checked): [\d-]+", rf"\1: {day}", alpha)
    return [str(each) for each in check(write({evidence: dated, "changes.yml": change}))[1]]


def test_there_is_a_day_of_grace_for_who_lives_ahead_of_the_checker(write: Write) -> None:
    assert _dated(write, str(datetime.now(UTC).date() + timedelta(days=1))) == []


@pytest.mark.usefixtures("_late")
def test_a_day_that_has_begun_in_seoul_is_not_in_the_future(write: Write) -> None:
    assert days.latest_day() == date(2026, 11, 29)
    assert _dated(write, "2026-11-29") == []


@pytest.mark.usefixtures("_late")
def test_the_day_after_tomorrow_is_in_the_future_everywhere(write: Write) -> None:
    said = _dated(write, "2026-11-30")
    assert said
    assert all(each.endswith("is in the future") for each in said)
    assert {each.split(":")[0] for each in said} == {"data/changes.yml", "data/tools/alpha/evidence.yml"}


def test_a_missing_data_folder_is_said_and_not_thrown(tmp_path: Path) -> None:
    catalogue, problems = check(tmp_path / "nowhere")
    assert catalogue is None
    assert "nowhere/stages.yml:1: is missing" in map(str, problems)


def test_broken_data_stops_the_build_with_every_problem(
    write: Write,
) -> None:
    root = write({"stacks/a.txt": "", "stacks/b.txt": ""})
    with pytest.raises(BrokenData) as broken:
        sound(root)
    assert str(broken.value).splitlines() == [
        "2 problems in data/:",
        "data/stacks/a.txt:1: does not end in .yml",
        "data/stacks/b.txt:1: does not end in .yml",
    ]
