"""Interface words: each one that is used exists, each one that exists is used, in both languages alike."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.loading.catalogue import Catalogue
from macros.rules import interface
from macros.rules.check import check
from macros.rules.interface import Code
from tests.conftest import DATA, PROJECT

CODE = Code()


def test_every_family_of_words_that_a_template_uses_exists(catalogue: Catalogue) -> None:
    assert {"value.", "short.", "doubt."} <= CODE.families
    scripts = {f"{start}." for start in interface.OF_SCRIPTS.findall(CODE.templates)}
    assert len(CODE.named) > 100
    assert not [
        start
        for start in CODE.families | scripts
        if not any(key.startswith(start) for key in catalogue.strings)
    ]


@pytest.fixture
def strings(tmp_path: Path) -> Path:
    """The interface words of a data set that a site could be built from."""
    root = tmp_path / "data"
    shutil.copytree(DATA / "small", root)
    shutil.copytree(PROJECT / "data" / "strings", root / "strings")
    return root / "strings"


def _said(strings: Path) -> list[str]:
    return [str(each) for each in check(strings.parent)[1]]


def test_the_words_that_ship_are_those_that_pages_use(strings: Path) -> None:
    assert _said(strings) == []


def test_a_misspelt_word_is_one_problem_that_names_the_right_one(strings: Path) -> None:
    page = strings / "page.yml"
    page.write_text(page.read_text("utf-8").replace("home.choose:", "home.chose:"), "utf-8")
    (only,) = _said(strings)
    assert only.endswith("home.chose: is used by no page; did you mean 'home.choose'?")


def test_a_word_that_is_gone_is_missed(strings: Path) -> None:
    page = strings / "page.yml"
    text = re.sub(r"^home.choose:\n(?:  .*\n)+\n", "", page.read_text("utf-8"), flags=re.M)
    page.write_text(text, "utf-8")
    assert _said(strings) == ["data/strings:1: lacks 'home.choose', which a page uses"]


def test_a_file_of_words_that_is_gone_is_one_problem(strings: Path) -> None:
    (strings / "page.yml").unlink()
    (only,) = _said(strings)
    assert "which a page uses, and " in only


def test_words_of_a_file_that_cannot_be_read_are_not_missed(strings: Path) -> None:
    page = strings / "page.yml"
    page.write_text("a: [\n" + page.read_text("utf-8"), "utf-8")
    (only,) = _said(strings)
    assert "page.yml" in only


def test_a_word_that_nobody_uses_would_be_found() -> None:
    assert not CODE.uses("home.nowhere")
    assert not CODE.uses("title.nowhere")
    assert not CODE.uses("js.guide.nowhere-to-be-seen")


def test_a_word_whose_end_is_the_value_of_a_field_is_missed_too(strings: Path) -> None:
    tool = strings / "tool.yml"
    tool.write_text(tool.read_text("utf-8").replace("status.sunset:", "status.sunsett:"), "utf-8")
    (only,) = _said(strings)
    assert only.endswith("status.sunsett: is used by no page; did you mean 'status.sunset'?")
    text = re.sub(r"^status.sunsett:\n(?:  .*\n)+\n", "", tool.read_text("utf-8"), flags=re.M)
    tool.write_text(text, "utf-8")
    assert _said(strings) == ["data/strings:1: lacks 'status.sunset', which a page uses"]
