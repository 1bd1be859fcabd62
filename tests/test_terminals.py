"""The commands in terminals that cannot print Korean, in closed pipes, without git, on any day."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

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


def test_nothing_else_reads_a_clock() -> None:
    """Whoever asks for a day asks one module."""
    clocks = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("time", "time")}
    for path in sorted((PROJECT / "macros").rglob("*.py")):
        if path.name == "days.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                assert (node.value.id, node.attr) not in clocks, path
