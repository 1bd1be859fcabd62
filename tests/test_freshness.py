"""The one issue of what is due for a new check: the workflow's script with a `gh` that keeps a list."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

TITLE = "Assessments to check again"
Issue = dict[str, Any]
Run = Callable[[str], list[Issue]]

GH = f"""#!{sys.executable}
import argparse, json, pathlib, sys
file = pathlib.Path(__file__).with_name("issues.json")
issues = json.loads(file.read_text())
parser = argparse.ArgumentParser()
parser.add_argument("noun", choices=["issue"])
parser.add_argument("verb", choices=["list", "create", "edit", "close"])
parser.add_argument("number", nargs="?", type=int)
for option in ("title", "body-file", "comment", "json", "state", "limit"):
    parser.add_argument("--" + option)
given = parser.parse_args()
if given.verb == "list":
    found = [each for each in issues if each["state"] == given.state][: int(given.limit)]
    print(json.dumps([{{name: each[name] for name in given.json.split(",")}} for each in found]))
if given.verb == "create":
    body = pathlib.Path(given.body_file).read_text()
    issues.insert(0, {{"number": len(issues) + 1, "title": given.title, "state": "open", "body": body}})
for each in issues:
    if each["number"] == given.number and given.verb == "edit":
        each["body"] = pathlib.Path(given.body_file).read_text()
    if each["number"] == given.number and given.verb == "close":
        each["state"] = "closed"
file.write_text(json.dumps(issues))
"""


def _issue(number: int, title: str = TITLE, state: str = "open") -> Issue:
    return {"number": number, "title": title, "state": state, "body": "before"}


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A folder with a `gh` in it, and the issues that it knows."""
    gh = tmp_path / "gh"
    gh.write_text(GH, "utf-8")
    gh.chmod(0o755)
    (tmp_path / "issues.json").write_text("[]", "utf-8")
    return tmp_path


@pytest.fixture
def run(forge: Path) -> Run:
    """One Monday: what the workflow does with a report; returns all issues, the oldest first."""

    def monday(report: str) -> list[Issue]:
        (forge / "report.md").write_text(report, "utf-8")
        workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "freshness.yml").read_text("utf-8"))
        _, then = workflow["jobs"]["report"]["steps"][-1]["run"].split("> report.md\n")
        command = then.replace(".venv/bin/python", sys.executable).replace(".ci/", f"{PROJECT}/.ci/")
        path = f"{forge}{os.pathsep}{os.environ['PATH']}"
        subprocess.run(["bash", "-ec", command], cwd=forge, env={**os.environ, "PATH": path}, check=True)
        issues: list[Issue] = json.loads((forge / "issues.json").read_text("utf-8"))
        return sorted(issues, key=lambda each: int(each["number"]))

    return monday


def _known(forge: Path, *issues: Issue) -> None:
    (forge / "issues.json").write_text(json.dumps(issues), "utf-8")


def test_two_mondays_open_one_issue_and_rewrite_it(run: Run) -> None:
    run("- data/tools/a.yml: licence\n")
    (issue,) = run("- data/tools/a.yml: licence\n- data/tools/b.yml: hosting\n")
    assert issue == {
        "number": 1,
        "title": TITLE,
        "state": "open",
        "body": "- data/tools/a.yml: licence\n- data/tools/b.yml: hosting\n",
    }


def test_it_is_closed_when_nothing_is_due_and_opened_again_later(run: Run) -> None:
    assert run("") == []
    run("- data/tools/a.yml: licence\n")
    assert [each["state"] for each in run("")] == ["closed"]
    assert [each["state"] for each in run("")] == ["closed"]
    assert [each["state"] for each in run("- data/tools/a.yml: licence\n")] == ["closed", "open"]


def test_only_an_issue_with_exactly_this_title_is_touched(run: Run, forge: Path) -> None:
    others = [
        _issue(1, f"{TITLE} (2026-11-23)"),
        _issue(2, TITLE.lower()),
        _issue(3, f"Re: {TITLE}"),
        _issue(4, state="closed"),
    ]
    _known(forge, *others)
    *kept, new = run("- data/tools/a.yml: licence\n")
    assert kept == others
    assert (new["number"], new["title"], new["state"]) == (5, TITLE, "open")


def test_of_several_the_oldest_stays_and_the_others_are_closed(run: Run, forge: Path) -> None:
    _known(forge, _issue(9), _issue(7))
    oldest, other = run("- data/tools/a.yml: licence\n")
    assert (oldest["state"], oldest["body"]) == ("open", "- data/tools/a.yml: licence\n")
    assert other["state"] == "closed"


def test_an_old_issue_is_found_behind_many_newer_ones(run: Run, forge: Path) -> None:
    _known(forge, *(_issue(number, f"Another {number}") for number in range(200, 1, -1)), _issue(1))
    first, *_ = issues = run("- data/tools/a.yml: licence\n")
    assert first["body"] == "- data/tools/a.yml: licence\n"
    assert len(issues) == 200


def test_a_gh_that_fails_fails_the_job(run: Run, forge: Path) -> None:
    (forge / "gh").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        run("- data/tools/a.yml: licence\n")
    assert json.loads((forge / "issues.json").read_text("utf-8")) == []
