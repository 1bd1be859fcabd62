"""The tests that are written in the language of what they test: tests/node/*.test.mjs."""

from __future__ import annotations

import subprocess

from tests.node import NODE, SCRIPTS


def test_the_browsers_pure_modules_do_what_their_own_tests_say() -> None:
    assert NODE
    files = sorted(str(path) for path in SCRIPTS.glob("*.test.mjs"))
    assert files
    result = subprocess.run([NODE, "--test", *files], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
