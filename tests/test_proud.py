"""The gate *proud*: what the catalogue wants to say of itself, tried on a data set that can say little."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from macros.gates import breadth, published
from macros.gates import proud as rules_proud
from macros.gates.proud import proud
from macros.loading.catalogue import catalogue_of
from macros.loading.files import read
from tests.conftest import Write
from tests.editing import edit


@pytest.fixture(autouse=True)
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for published recommendations, empty at first."""
    folder = tmp_path / "recommendations"
    folder.mkdir()
    monkeypatch.setattr(published, "CASES", folder)
    monkeypatch.setattr(published, "UNSEEN", folder)
    return folder


def _update(lifecycle: dict[str, Any], data: Any) -> None:
    data["lifecycle"].update(lifecycle)


def _said(root: Path) -> list[str]:
    return [str(each) for each in proud(root, date.min)]


def test_a_tool_that_never_leads_says_why(write: Write) -> None:
    root = write()
    follows = "stages.tracking: leads alone for no answers"
    first = [str(each) for each in proud(root, date.min) if follows in str(each)]
    tools = {each.split("/")[2] for each in first}
    assert tools
    reason = {"ko": "글", "en": "It is the simplest"}
    for tool in tools:
        edit(
            root / "tools" / tool / "about.yml",
            lambda data: data["stages"]["tracking"].update(follows=reason),
        )
    assert not [str(each) for each in proud(root, date.min) if follows in str(each)]


def test_two_living_tools_unchecked_are_one_too_many_unless_the_criterion_is_young(write: Write) -> None:
    root = write({"tools/zeta/history.csv": HISTORY})
    for tool in ("alpha", "beta"):
        edit(root / "tools" / tool / "evidence.yml", lambda data: data["assessments"].pop("charts"))
    files, _ = read(root)
    (only,) = rules_proud.what_guides_use_is_checked(files, catalogue_of(files, date(2027, 1, 2)))
    assert "not checked for alpha, beta" in str(only)
    assert not list(rules_proud.what_guides_use_is_checked(files, catalogue_of(files, date(2026, 12, 2))))


HISTORY = "criterion,day,before,after,why,source,by\ncharts,2026-11-02,,no,first check,home,\n"


def test_a_stage_without_a_choice_is_named(write: Write) -> None:
    said = _said(write())
    assert "data/stages.yml:29: serving: has 1 of at least 4 living tools" in said
    assert "data/stages.yml:1: tracking: has 2 of at least 8 criteria" in said
    assert not [each for each in said if "tracking: has 4" in each], "alpha, beta, gamma and zeta live"


def test_a_living_tool_that_is_hardly_checked_is_named(write: Write) -> None:
    root = write()
    said = [each for each in _said(root) if "are asked for" in each and "cells" in each]
    assert any("tools/gamma/evidence.yml" in each and "has 2 of 4 cells" in each for each in said)
    assert not any("tools/alpha" in each for each in said)
    where = {"where": {"ko": "글", "en": "Docs"}, "day": "2026-11-02"}
    looked = {"looked": {"charts": where, "limits": where}}
    edit(root / "tools/gamma/evidence.yml", lambda data: data.update(looked))
    assert not any("tools/gamma" in each and "cells" in each for each in _said(root))


def test_too_few_official_marks_are_one_line(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write()
    (only,) = [each for each in _said(root) if "official mark" in each]
    assert "is one of 6 tools without an official mark; at least 40 show theirs" in only
    monkeypatch.setattr(breadth, "LEAST_OFFICIAL", 1)
    edit(root / "tools/beta/about.yml", lambda data: data.update(mark="mlflow"))
    assert not [each for each in _said(root) if "official mark" in each]


def test_nobody_is_led_to_what_is_only_maintained(write: Write) -> None:
    root = write()
    note = {"ko": "글", "en": "Only mended"}
    for tool, told in (("gamma", False), ("alpha", True)):
        lifecycle = {"status": "maintenance", "note": note}
        edit(root / "tools" / tool / "evidence.yml", partial(_update, lifecycle))
        found = [each for each in _said(root) if "only maintained" in each]
        assert bool(found) == told
        assert told == any("is led by 'alpha' for " in each for each in found)


CASE = "- id: one\n  answers: {{{answers}}}\n  recommended: [{good}]\n  rejected: [{bad}]\n"


@pytest.mark.parametrize(
    ("answers", "good", "bad", "said"),
    [
        ("need: charts", "alpha", "beta", ""),
        ("need: charts", "zeta", "", "does not put zeta in front, as one does"),
        ("need: habit", "alpha", "beta", "is led by beta, which one rejects"),
        ("ned: charts", "alpha", "", "'ned' is no question of this guide; did you mean 'need'?"),
        ("need: chart", "alpha", "", "'chart' is no option; did you mean 'charts'?"),
        ("place: [inside, outside]", "alpha", "", "'place' takes one answer"),
        ("need: charts", "zeta", "", "0 of 1 recommendations have their tools among the first two"),
        ("law: open", "alpha", "", "0 of 1 recommendations have their tools alone in front"),
    ],
)
def test_what_others_recommend_is_held_against_the_guides(
    write: Write, cases: Path, answers: str, good: str, bad: str, said: str
) -> None:
    (cases / "tracking.yml").write_text(CASE.format(answers=answers, good=good, bad=bad), "utf-8")
    found = [each for each in _said(write()) if re.search(r"\bone\b(?! of)|recommend", each)]
    assert said in "\n".join(found)
    assert said or not found, found


def test_an_exception_names_its_place_where_its_tool_has_died(write: Write, cases: Path) -> None:
    text = CASE.format(answers="need: charts", good="delta", bad="").replace("- id", "# a word\n- id")
    (cases / "tracking.yml").write_text(text + "  fact: it was good once\n", "utf-8")
    said = _said(write())
    assert "tests/data/recommendations/tracking.yml:2: one: 'delta' does not live any more" in said
    assert any(each.endswith("1 of 1 recommendations are exceptions") for each in said)


def test_judgements_are_counted(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write()
    assert not [each for each in _said(root) if "judgement" in each]
    monkeypatch.setattr(published, "MOST_JUDGEMENTS", 0)
    (only,) = [each for each in _said(root) if "judgement" in each]
    assert "guides/tracking.yml" in only
    assert "questions.2: holds judgement 1; at most 0" in only
