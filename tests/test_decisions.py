"""Decisions speak of the project as it stands: what they name is there, or they are replaced."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

DECISIONS = sorted((PROJECT / "docs" / "adr").glob("*.md"))
NAMED = re.compile(r"(?:[\w.-]+/)+[\w-]+\.(?:py|mjs|js|css|md|html|yml|csv|json)\b")
MADE = {"search/pages.json", "api/v1/packages.json"}  # stand in the built site
LISTED = subprocess.run(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
    cwd=PROJECT, capture_output=True, text=True, check=False,
).stdout.splitlines()  # fmt: skip


@pytest.mark.skipif(not LISTED, reason="no repository")
@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_what_a_decision_names_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    if "*Replaced by decision" in text:
        return
    named = set(NAMED.findall(text)) - MADE
    assert [each for each in named if not any(f"/{file}".endswith(f"/{each}") for file in LISTED)] == []


def test_decisions_are_numbered_once() -> None:
    numbers = [path.stem.partition("-")[0] for path in DECISIONS]
    assert len(numbers) == len(set(numbers)) > 20
