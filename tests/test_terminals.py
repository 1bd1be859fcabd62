"""The commands in terminals that cannot print Korean, in closed pipes, without git, on any day."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys

import pytest

from macros import __main__ as commands
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
def test_a_terminal_that_cannot_print_a_character_shows_its_number(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, said = io.BytesIO(), io.BytesIO()
    monkeypatch.setenv("DATA_FOLDER", BROKEN)
    monkeypatch.setattr(sys, "argv", ["macros", "check"])
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(said, encoding=encoding))
    assert commands.run() == 1
    shown = out.getvalue().decode(encoding)
    assert "assessments.hosting.value: " in shown
    assert ("직접" in shown) == (encoding in ("cp949", "utf-8"))
    assert said.getvalue() == b""


def test_the_locale_c_ends_in_no_traceback() -> None:
    run = _run("check", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert run.returncode == 1
    assert run.stderr == b""
    assert b"problems in data/" in run.stdout


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


def test_nothing_else_reads_a_clock() -> None:
    """Whoever asks for a day asks one module."""
    clocks = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("time", "time")}
    for path in sorted((PROJECT / "macros").rglob("*.py")):
        if path.name == "outside.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) not in clocks, path


@pytest.mark.parametrize("arguments", ["check >&-", "check >&- 2>&-", "check > /dev/full"])
def test_no_place_to_print_ends_in_no_traceback(arguments: str) -> None:
    run = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m macros {arguments}"],
        cwd=PROJECT,
        env={**os.environ, "DATA_FOLDER": BROKEN},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert run.stderr.count(b"\n") <= 1
