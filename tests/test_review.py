"""A pull request in words: what is told of ten prepared ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.catalogue import Catalogue
from macros.review.diff import NOTHING, summary
from macros.rules.check import check
from tests.conftest import Write
from tests.editing import edit
from tests.pull_requests import PULL_REQUESTS, about, cell, evidence


def _read(root: Path) -> Catalogue:
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


@pytest.mark.parametrize("name", PULL_REQUESTS)
def test_a_pull_request_is_told_in_words(write: Write, name: str) -> None:
    change, told = PULL_REQUESTS[name]
    root = write()
    before = _read(root)
    change(root)
    assert summary(before, _read(root)) == told


def test_nothing_is_said_of_nothing(write: Write) -> None:
    before = _read(write())
    root = write()
    edit(root / "tools/alpha/about.yml", lambda about: None)
    assert summary(before, _read(root)) == NOTHING + "\n"


def test_what_a_stranger_writes_is_no_markup_in_the_summary(write: Write) -> None:
    root = write()
    before = _read(root)
    hostile = "[x](javascript:alert(1)) <img src=x> @everyone `code` |# head"
    evidence("alpha", cell("limits", value={"ko": hostile, "en": hostile}, checked="2026-11-02"))(root)
    text = summary(before, _read(root))
    line = next(line for line in text.splitlines() if line.startswith("- Alpha, Limits"))
    assert not set("[]`@|") & set(line)
    assert "<img" not in line


def test_a_text_that_says_it_is_behind_is_no_surprise_and_waits(write: Write) -> None:
    root = write()
    before = _read(root)
    about("beta", lambda data: data["summary"].update(en="More", behind="ko"))(root)
    said = "tools.beta.summary: the Korean does not follow yet, and readers are told so"
    assert summary(before, _read(root)) == f"## Waiting for the other language\n\n- {said}\n"
