"""The commands in terminals that cannot print Korean, in closed pipes, without git, on any day."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros import days
from tests.conftest import DATA, PROJECT

BROKEN = str(DATA / "broken" / "data")


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=PROJECT,
        env={**os.environ, "DATA_FOLDER": BROKEN, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["cp949", "cp1252", "ascii", "utf-8"])
def test_a_terminal_that_cannot_print_a_character_shows_its_number(encoding: str) -> None:
    run = _run("check", PYTHONIOENCODING=encoding)
    assert run.returncode == 1
    assert run.stderr == b""
    shown = run.stdout.decode(encoding)
    assert "assessments.hosting.value: " in shown
    assert ("직접" in shown) == (encoding in ("cp949", "utf-8"))


def test_the_locale_c_ends_in_no_traceback() -> None:
    run = _run("check", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr


def test_a_closed_pipe_ends_in_silence() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [sys.executable, "-m", "macros", "check"],
        cwd=PROJECT,
        env={**os.environ, "DATA_FOLDER": BROKEN},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert run.stderr == b""


@pytest.fixture
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(days.EPOCH, raising=False)
    days.commit_time.cache_clear()


@pytest.mark.usefixtures("_no_epoch")
def test_the_day_of_the_build_is_an_input_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(days.EPOCH, str(int(datetime(2026, 11, 28, 23, 59, tzinfo=UTC).timestamp())))
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert days.build_day() == date(2026, 11, 28)


@pytest.mark.usefixtures("_no_epoch")
def test_a_day_that_is_no_number_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(days.EPOCH, "yesterday")
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is 'yesterday'; write the seconds since"):
        days.build_day()


@pytest.mark.usefixtures("_no_epoch")
def test_without_git_the_day_is_today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert days.commit_time() is None
    assert days.build_day() == datetime.now(UTC).date()
    days.commit_time.cache_clear()


@pytest.mark.usefixtures("_no_epoch")
def test_without_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert days.commit_time(tmp_path) is None


def test_nothing_else_reads_a_clock() -> None:
    """Whoever asks for a day asks one module."""
    clocks = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("time", "time")}
    for path in sorted((PROJECT / "macros").rglob("*.py")):
        if path.name == "days.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) not in clocks, path
