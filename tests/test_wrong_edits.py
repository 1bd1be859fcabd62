"""One mistake is one problem, and its words mend it: tried by about a hundred wrong edits."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.rules import check as rules
from tests.conftest import DATA
from tests.editing import edit, said
from tests.wrong import EDITS
from tests.wrong.changes import ABOUT, BETA, CELL, EVIDENCE, GUIDE, TRACKING, Change, Edit, called, put

PAIR = {"ko": "글", "en": "A word"}
COMPARISON = """\
name: One
summary: One
tools: [alpha, beta]
criteria: [charts, hosting]
verdict:
  - kind: choose
    tools: alpha
    when: One
    because: One
    cells: [alpha.charts, beta.charts, beta.hosting]
"""
OTHER = COMPARISON.replace("name: One", "name: Two")
STACK = """\
name: Small
summary: Small
team: One
tools:
  - stage: tracking
    tool: alpha
    why: It is there
"""
SCENARIO = """\
lone:
  name: Lone
  summary: One person
  guides:
    - stage: tracking
      answers:
        place: inside
      noted: [beta]
"""
CHANGE = """\
- tool: alpha
  old: Old
  today: New
  since: "2024"
  source:
    url: https://alpha.example.test/change
    accessed: 2026-11-01
    shows: {ko: 글, en: A page}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny data set with its history and ledger, and with one plan of each kind."""
    folder = tmp_path / "data"
    shutil.copytree(DATA / "tiny", folder)
    for name, text in {
        "comparisons/one.yml": COMPARISON,
        "stacks/small.yml": STACK,
        "scenarios.yml": SCENARIO,
        "changes.yml": CHANGE,
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _make(root: Path, wrong: Edit) -> None:
    name, change, _ = wrong
    path = root / name
    if change is None:
        path.unlink()
    elif isinstance(change, tuple):
        text = path.read_text("utf-8")
        assert change[0] in text
        path.write_text(text.replace(*change, 1), "utf-8")
    elif isinstance(change, str):
        path.parent.mkdir(parents=True, exist_ok=True)
        guide = (root / "guides" / "tracking.yml").read_text("utf-8")
        path.write_text({"one": COMPARISON, "other": OTHER, "guide": guide}.get(change, change), "utf-8")
    else:
        edit(path, change)


def _with(ended: dict[str, Any]) -> Change:
    return lambda data: data["lifecycle"].update(ended)


def _problems(root: Path) -> list[str]:
    return [str(each) for each in rules.check(root)[1]]


def test_without_an_edit_the_data_set_is_sound(root: Path) -> None:
    assert _problems(root) == []


def test_there_are_about_a_hundred() -> None:
    assert len(EDITS) >= 100


@pytest.mark.parametrize("name", EDITS)
def test_a_wrong_edit_is_one_problem_that_says_how_to_mend_it(root: Path, name: str) -> None:
    _make(root, EDITS[name])
    problems = _problems(root)
    assert len(problems) == 1, "\n".join(problems)
    assert EDITS[name][2] in problems[0]


def test_four_mistakes_in_three_files_are_four_problems(root: Path) -> None:
    edit(root / EVIDENCE, put("yess", *CELL, "value"))
    edit(root / EVIDENCE, called("hostin", "assessments", "hosting"))
    edit(root / ABOUT, called("sumary", "summary"))
    edit(root / BETA, put("2999-01-01", "assessments", "licence", "checked"))
    assert len(_problems(root)) == 4


def test_a_torn_file_hides_no_mistake_of_another(root: Path) -> None:
    _make(root, EDITS["a comma that is missing"])
    path = root / TRACKING
    path.write_text(path.read_text("utf-8").replace("ko: 차트", "ko: [차트"), "utf-8")
    edit(root / BETA, put("closd", "assessments", "licence", "value"))
    edit(root / BETA, called("chart", "assessments", "charts"))
    assert [each.split(":")[0] for each in _problems(root)] == [
        "data/criteria/tracking.yml",
        "data/tools/alpha/about.yml",
        "data/tools/beta/evidence.yml",
        "data/tools/beta/evidence.yml",
    ]


def test_a_tool_that_cannot_be_read_is_missed_by_nobody(root: Path) -> None:
    """Verdicts, judgements, relations and stacks name it, and none of them has a problem."""
    edit(root / "tools" / "beta" / "evidence.yml", lambda data: data["lifecycle"].clear())
    path = root / "tools" / "alpha" / "evidence.yml"
    path.write_text(path.read_text("utf-8").replace("checked: 2026-11-02", "checked 2026-11-02", 1), "utf-8")
    assert {each.split(":")[0] for each in _problems(root)} == {
        "data/tools/alpha/evidence.yml",
        "data/tools/beta/evidence.yml",
    }


def test_a_circle_of_successors_is_one_problem(root: Path) -> None:
    for key, after in (("delta", "alpha"), ("alpha", "beta"), ("beta", "delta")):
        ended: dict[str, Any] = {"status": "archived", "note": PAIR, "successor": after}
        edit(root / "tools" / key / "evidence.yml", _with(ended))
    (only,) = _problems(root)
    assert "leads in a circle" in only
    assert "→" in only


def test_a_repository_belongs_to_one_tool(root: Path) -> None:
    for name in (ABOUT, "tools/beta/about.yml"):
        edit(root / name, put("https://alpha.example.test/code", "links", "repository"))
    (only,) = _problems(root)
    assert "beta/about.yml" in only
    assert "claimed by 'alpha' too" in only


def test_a_package_belongs_to_one_tool_or_does_more_than_both(root: Path) -> None:
    for name in (ABOUT, "tools/beta/about.yml"):
        edit(root / name, put({"pypi": "both"}, "packages"))
    (only,) = _problems(root)
    assert "beta/about.yml" in only
    assert "says under wider which do more" in only
    edit(root / "tools/beta/about.yml", put(["both"], "wider"))
    assert _problems(root) == []


def test_a_folder_that_was_copied_is_one_problem(root: Path) -> None:
    shutil.copytree(root / "tools" / "alpha", root / "tools" / "alpha-two")
    (only,) = _problems(root)
    assert "name: is claimed by 'alpha' too" in only


def test_a_file_that_may_not_be_read_is_one_problem(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == root / ABOUT:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert _problems(root) == ["data/tools/alpha/about.yml:1: cannot be read: Permission denied"]


def test_evidence_of_which_half_is_gone_is_missed_by_nobody(root: Path) -> None:
    (root / EVIDENCE).write_text("sources:\n  home: [a, b\n", "utf-8")
    (only,) = _problems(root)
    assert only.startswith("data/tools/alpha/evidence.yml:2: is not YAML")


def test_a_folder_that_may_not_be_read_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path == root / "stacks":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "data/stacks:1: cannot be read: Permission denied" in _problems(root)


def test_a_scenario_notes_tools_of_the_stage_that_it_asks_about(root: Path) -> None:
    edit(root / "tools" / "zeta" / "about.yml", called("serving", "stages", "tracking"))
    edit(root / "scenarios.yml", put(["zeta"], "lone", "guides", 0, "noted"))
    said = [each for each in _problems(root) if "scenarios.yml" in each]
    assert len(said) == 1
    assert "lone.guides.0.noted.0: 'zeta' is not in 'tracking'" in said[0]


def test_a_slip_in_the_name_of_a_file_is_one_problem(root: Path) -> None:
    (root / EVIDENCE).rename(root / "tools/alpha/evidences.yml")
    (root / "tools" / "zeta").rename(root / "tools" / "Zeta")
    (root / "guides" / "tracking.yml").rename(root / "guides" / "tracking.yaml")
    assert [each.split(": ", 1)[0] for each in _problems(root)] == [
        "data/guides/tracking.yaml:1",
        "data/tools/Zeta:1",
        "data/tools/alpha/evidences.yml:1",
    ]


def test_what_cannot_be_read_of_the_questions_is_missed_by_no_guide(root: Path) -> None:
    path = root / "questions.yml"
    path.write_text(path.read_text("utf-8").replace("  ask:", "  ask", 1), "utf-8")
    edit(root / GUIDE, put({"team": "solo"}, "questions", 1, "options", "inside", "without"))
    edit(root / GUIDE, put(9, "questions", 2, "options", "charts", "prefer", "charts", "yes"))
    assert [each.split(":")[0] for each in _problems(root)] == [
        "data/guides/tracking.yml",
        "data/questions.yml",
    ]


def test_data_are_read_as_they_were_written(root: Path) -> None:
    assert said(root / ABOUT)["name"] == "Alpha"
