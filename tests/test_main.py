"""The project's commands: what they print, what they write, and how they end."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros import __main__ as commands
from macros.loading.catalogue import Catalogue
from macros.loading.problems import Problem
from macros.loading.schema import schemas
from macros.review.annotating import on_lines
from tests.conftest import DATA, Use, Write
from tests.editing import edit


def test_check_says_that_sound_data_is_sound(use: Use, capsys: pytest.CaptureFixture[str]) -> None:
    use(DATA / "tiny")
    assert commands.main(["check"]) == 0
    assert capsys.readouterr().out == "data/ is sound: 6 tools, 14 assessments.\n"


def test_check_lists_the_problems_of_broken_data(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    use(write({"stacks/x.txt": "x"}))
    assert commands.main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "data/stacks/x.txt:1: does not end in .yml",
        "",
        "1 problem in data/; nothing is built until they are mended.",
    ]


def test_in_a_job_a_problem_stands_on_its_line_too(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    use(write({"stacks/x,y:%.txt": "x"}))
    assert commands.main(["check"]) == 1
    plain, said, *_ = capsys.readouterr().out.splitlines()
    assert plain == "data/stacks/x,y:%.txt:1: does not end in .yml"
    assert said == "::error file=data/stacks/x%2Cy%3A%25.txt,line=1,title=data::does not end in .yml"
    problem = Problem("a.yml", 3, "b.c", "100%\n::stop-commands::x")
    assert on_lines([problem]) == ["::error file=a.yml,line=3,title=b.c::100%25%0A::stop-commands::x"]


def test_of_many_problems_a_job_shows_the_first_ten(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    use(write({f"stacks/x{number}.txt": "x" for number in range(14)}))
    commands.main(["check"])
    printed = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("::error file=data/stacks/x") for line in printed) == 10
    assert sum(line.startswith("data/stacks/x") for line in printed) == 14


def test_new_scaffolds_a_tool_and_says_what_comes_next(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write()
    use(root)
    assert commands.main(["new", "my-tool", "tracking"]) == 0
    assert "name: My Tool\n" in (root / "tools" / "my-tool" / "about.yml").read_text("utf-8")
    assert capsys.readouterr().out.startswith("data/tools/my-tool/ is ready: ")


def test_a_second_tool_is_scaffolded_while_the_first_is_half_filled_in(use: Use, write: Write) -> None:
    root = write()
    use(root)
    assert commands.main(["new", "my-tool", "tracking"]) == 0
    assert commands.main(["check"]) == 1
    assert commands.main(["new", "another-tool", "tracking"]) == 0
    assert (root / "tools" / "another-tool" / "evidence.yml").exists()


def test_tidy_takes_the_open_questions_out_of_one_tool(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write()
    use(root)
    commands.main(["new", "my-tool", "tracking"])
    assert commands.main(["tidy", "my-tool"]) == 0
    assert "##" not in (root / "tools" / "my-tool" / "evidence.yml").read_text("utf-8")
    for key in ("nothing", "../tools/my-tool", ""):
        assert commands.main(["tidy", key]) == 1
        assert "there is no data/tools/" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["My_Tool", "../escape", "a/b", "", "alpha"])
def test_new_refuses_what_is_no_id_or_exists(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    root = write()
    before = sorted(root.rglob("*"))
    use(root)
    assert commands.main(["new", key, "tracking"]) == 1
    assert key in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_schema_writes_every_schema(use: Use, write: Write, tiny: Catalogue) -> None:
    root = write()
    use(root)
    assert commands.main(["schema"]) == 0
    assert {path.stem: path.read_text("utf-8") for path in (root / "schema").iterdir()} == schemas(tiny)


def test_freshness_lists_what_is_due_for_a_new_check(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write()
    edit(root / "tools" / "gamma" / "evidence.yml", _years_ago)
    use(root)
    assert commands.main(["freshness"]) == 0
    assert "- data/tools/gamma/evidence.yml: licence, hosting\n" in capsys.readouterr().out


def _years_ago(said: Any) -> None:
    for source in said["sources"].values():
        source["accessed"] = "2020-01-01"
    for assessment in said["assessments"].values():
        assessment["checked"] = "2020-01-02"


def test_outcome_prints_what_a_guide_recommends(use: Use, capsys: pytest.CaptureFixture[str]) -> None:
    use(DATA / "tiny")
    assert commands.main(["outcome", "tracking", "place=inside", "need=charts,habit"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == {
        "ranking": [["alpha", 3], ["gamma", 0]],
        "baseline": False,
        "out": {"beta": ["place=inside on hosting"], "zeta": ["place=inside on hosting"]},
    }


def test_outcome_of_an_unknown_guide_names_the_nearest(use: Use, capsys: pytest.CaptureFixture[str]) -> None:
    use(DATA / "tiny")
    assert commands.main(["outcome", "trackng"]) == 1
    assert capsys.readouterr().err == "'trackng' is no guide; did you mean 'tracking'?\n"


@pytest.mark.parametrize("command", [["format"], ["freshness"], ["outcome", "tracking"]])
def test_no_command_works_on_broken_data(
    use: Use, write: Write, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    use(write({"stages.yml": "["}))
    assert commands.main(command) == 1
    assert capsys.readouterr().err == "1 problem; run 'python -m macros check'\n"


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        commands.main(["chek"])
    assert stop.value.code == 2
    assert "invalid choice: 'chek'" in capsys.readouterr().err


def test_help_names_every_command_with_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        commands.main(["--help"])
    printed = capsys.readouterr().out
    for name in ("check", "format", "schema", "new", "tidy", "assess", "rename", "outcome", "freshness",
                 "stubs", "watch", "links", "diff", "since"):  # fmt: skip
        assert re.search(rf"^    {name} +\w", printed, re.MULTILINE), name
