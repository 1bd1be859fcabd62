"""Cells and ids changed by command: with their history, in their form, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

import macros.__main__ as commands
from macros.loading.canonical import problems
from macros.loading.history import read
from macros.rules.check import check
from tests.conftest import Use, Write
from tests.editing import said


@pytest.fixture
def root(use: Use, write: Write) -> Path:
    """The tiny data, in form and with its history."""
    folder = write()
    use(folder)
    commands.main(["format"])
    return folder


def _run(*arguments: str) -> int:
    return commands.main(list(arguments))


def _files(root: Path) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def _sound(root: Path) -> bool:
    whole, found = check(root)
    return whole is not None and not found and problems(whole, root) == []


def test_a_changed_cell_gets_its_line_of_history(root: Path) -> None:
    assert _run("assess", "alpha", "licence", "closed", "--source", "home", "--why", "read again") == 0
    cell = said(root / "tools" / "alpha" / "evidence.yml")["assessments"]["licence"]
    assert (cell["value"], cell["source"]) == ("closed", "home")
    lines = read((root / "tools" / "alpha" / "history.csv").read_text("utf-8"))
    assert [(line.before, line.after, line.why) for line in lines if line.criterion == "licence"] == [
        ("", "open", "first check"),
        ("open", "closed", "read again"),
    ]
    assert _sound(root)


def test_a_new_cell_from_a_new_address_makes_a_source(root: Path) -> None:
    address = "https://gamma.example.test/docs/charts.html"
    shows = ("--shows-ko", "차트 목록", "--shows-en", "A list of charts")
    note = ("--note-ko", "선만", "--note-en", "Lines only", "--condition", "paid,managed-only")
    assert _run("assess", "gamma", "charts", "partial", "--source", address, *shows, *note) == 0
    evidence = said(root / "tools" / "gamma" / "evidence.yml")
    assert evidence["assessments"]["charts"]["condition"] == ["managed-only", "paid"]
    assert evidence["sources"][evidence["assessments"]["charts"]["source"]]["url"] == address
    assert _sound(root)


def test_words_and_sets_are_written_as_a_line_of_history_writes_them(root: Path) -> None:
    assert _run("assess", "alpha", "limits", "백 개 | A hundred", "--source", "home", "--why", "fewer") == 0
    assert _run("assess", "alpha", "hosting", "managed,self", "--source", "home") == 0
    cells = said(root / "tools" / "alpha" / "evidence.yml")["assessments"]
    assert cells["limits"]["value"] == {"ko": "백 개", "en": "A hundred"}
    assert cells["hosting"]["value"] == ["self", "managed"]
    assert _sound(root)


def test_a_source_that_nothing_rests_on_any_more_goes(root: Path) -> None:
    new = ("--source", "https://alpha.example.test/new", "--shows-ko", "글", "--shows-en", "words")
    assert _run("assess", "alpha", "charts", "yes", *new) == 0
    assert _run("assess", "alpha", "charts", "yes", "--source", "home") == 0
    assert set(said(root / "tools" / "alpha" / "evidence.yml")["sources"]) == {"home"}
    assert _sound(root)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("alfa", "licence", "open", "--source", "home"), "'alfa' is no tool; did you mean 'alpha'?"),
        (("alpha", "licenc", "open", "--source", "home"), "'licenc' is no criterion of this tool; did you"),
        (("alpha", "licence", "open", "--source", "hom"), "'hom' is no source of this tool; did you mean"),
        (("alpha", "licence", "closed", "--source", "home"), "it said 'open' before; say why it changes"),
        (("alpha", "licence", "opn", "--source", "home", "--why", "x"), "nothing was changed:\ndata/tools/a"),
        (("alpha", "licence", "open", "--source", "https://a.example.test"), "a new source says what it sho"),
    ],
)
def test_what_cannot_be_written_is_said_and_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    before = _files(root)
    assert _run("assess", *arguments) == 1
    assert capsys.readouterr().err.startswith(message)
    assert _files(root) == before


def test_a_renamed_tool_is_renamed_wherever_it_is_named(root: Path) -> None:
    page = root.parent / "docs" / "ko" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text("[베타](../tools/beta.md), [](tools/beta-2.md)\n", "utf-8")
    cases = root.parent / "tests" / "data" / "recommendations" / "a.yml"
    cases.parent.mkdir(parents=True)
    cases.write_text("- {id: beta, recommended: [beta, beta-x], rejected: beta}\n", "utf-8")
    pair = "name: A\nsummary: A\ntools: [alpha, beta]\ncriteria: [licence]\n"
    verdict = "verdict:\n  - {kind: choose, tools: beta, when: A, because: A, cells: [beta.licence]}\n"
    (root / "comparisons").mkdir()
    (root / "comparisons" / "one.yml").write_text(pair + verdict, "utf-8")
    listed = root.parent / "lab" / "parts.yml"
    listed.parent.mkdir()
    listed.write_text("beta: {ko: 일부, en: A part}\n", "utf-8")
    assert _run("format") == 0
    assert _run("rename", "beta", "better") == 0
    assert (root / "tools" / "better" / "history.csv").exists()
    assert not (root / "tools" / "beta").exists()
    comparison = said(root / "comparisons" / "one.yml")
    assert comparison["tools"] == ["alpha", "better"]
    assert comparison["verdict"][0]["cells"] == ["better.licence"]
    assert [*said(listed)] == ["better"]
    assert said(root / "redirects.yml") == {"tools/beta": "tools/better"}
    assert said(root / "ids.yml")["tools"]["beta"] == "moved better"
    assert page.read_text("utf-8") == "[베타](../tools/better.md), [](tools/beta-2.md)\n"
    assert cases.read_text("utf-8") == "- {id: beta, recommended: [better, beta-x], rejected: better}\n"
    assert _sound(root)


def test_a_tool_that_is_renamed_twice_leads_on_from_both(root: Path) -> None:
    assert _run("rename", "gamma", "delta-two") == 0
    assert _run("rename", "delta-two", "three") == 0
    assert said(root / "redirects.yml") == {"tools/gamma": "tools/three", "tools/delta-two": "tools/three"}
    assert said(root / "ids.yml")["tools"]["gamma"] == "moved three"
    assert _sound(root)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [("nothing", "new", "'nothing' is no tool"), ("beta", "alpha", "'alpha' is or was the id of a tool")],
)
def test_a_rename_that_cannot_be_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    before = _files(root)
    assert _run("rename", old, new) == 1
    assert capsys.readouterr().err.startswith(message)
    assert _files(root) == before
