"""What the outside says is read where the project is entered, and nowhere below; no catalogue is kept."""

from __future__ import annotations

import ast
import gc
import weakref
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import macros.__main__ as commands
from macros.loading.addresses import every
from macros.loading.catalogue import Catalogue
from macros.outside import EPOCH, NoDay, build_day, commit_time, outside
from macros.site import export, lean
from macros.site.pages import Pages
from tests.conftest import PROJECT

ENTRIES = {"__main__.py", "hooks.py", "serving/__main__.py"}


def test_an_environment_says_which_data_which_day_and_who_runs_us(tmp_path: Path) -> None:
    said = {"DATA_FOLDER": str(tmp_path), EPOCH: "1700000000", "GITHUB_ACTIONS": "true", "GH_TOKEN": "a"}
    told = outside(said)
    assert told == (tmp_path.resolve(), date(2023, 11, 14), True, "a", said)
    assert outside({}).data == PROJECT / "data"
    assert (outside({}).job, outside({"GITHUB_TOKEN": "b"}).token) == (False, "b")


def test_the_day_of_the_build_is_an_input_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Seoul")
    late = datetime(2026, 11, 28, 23, 59, tzinfo=UTC)
    assert build_day(str(int(late.timestamp()))) == date(2026, 11, 28)


def test_else_it_is_the_day_of_the_last_commit() -> None:
    last = commit_time()
    assert last is not None
    assert build_day() == datetime.fromtimestamp(last, UTC).date()


def test_without_git_the_day_is_today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert commit_time() is None
    assert build_day() == datetime.now(UTC).date()


def test_without_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert commit_time(tmp_path) is None


def test_a_day_that_is_no_number_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoDay):
        build_day("yesterday")
    monkeypatch.setenv(EPOCH, "yesterday")
    assert commands.main(["check"]) == 1
    said = "SOURCE_DATE_EPOCH is 'yesterday'; write the seconds since 1970-01-01 in UTC\n"
    assert capsys.readouterr().err == said


def test_only_the_entries_read_the_environment() -> None:
    asked = {"environ", "getenv", "environb", "cwd", "getcwd"}
    found = {
        path.relative_to(PROJECT / "macros").as_posix()
        for path in sorted((PROJECT / "macros").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in asked
    }
    assert found == ENTRIES


def test_nothing_keeps_a_catalogue_that_nobody_holds(small: Catalogue, tmp_path: Path) -> None:
    """A page of every kind, the exports and the files of its tools were made, and it is gone."""
    whole = replace(small, day=date(2026, 11, 29))
    kept = weakref.ref(whole)
    shown = Pages(whole, "en")
    for kind, key in dict(every(vars(whole))).items():
        shown.content(kind, key, "x/")
    lean.write(whole, tmp_path, "en")
    export.write(whole, tmp_path, "https://example.test/", PROJECT)
    del whole, shown
    gc.collect()
    assert kept() is None
