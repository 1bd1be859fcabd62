"""Workflows run with the least permissions, pinned by commit, and end in time."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

FOLDER = PROJECT / ".github" / "workflows"
FILES = sorted(path.name for path in FOLDER.iterdir())
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def _workflow(name: str) -> Any:
    return yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (strings only)


def _steps(name: str) -> list[Any]:
    return [step for job in _workflow(name)["jobs"].values() for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert {"check.yml", "publish.yml"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_action_is_pinned_by_a_commit_and_says_its_version(name: str) -> None:
    used = [step["uses"] for step in _steps(name) if "uses" in step]
    assert used
    assert not [each for each in used if not PINNED.fullmatch(each)]
    lines = [line for line in (FOLDER / name).read_text("utf-8").splitlines() if "uses:" in line]
    assert all(re.search(r"@[0-9a-f]{40} # v\d", line) for line in lines)


@pytest.mark.parametrize("name", FILES)
def test_no_permission_is_given_to_all_jobs(name: str) -> None:
    assert _workflow(name)["permissions"] in ("", {})
    assert all(job.get("permissions") for job in _workflow(name)["jobs"].values())


@pytest.mark.parametrize("name", FILES)
def test_every_job_ends_in_time(name: str) -> None:
    for job in _workflow(name)["jobs"].values():
        assert 0 < int(job["timeout-minutes"]) <= 30


@pytest.mark.parametrize("name", FILES)
def test_no_checkout_leaves_its_token_behind(name: str) -> None:
    for step in _steps(name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("name", FILES)
def test_no_script_is_put_together_from_what_strangers_wrote(name: str) -> None:
    scripts = [step["run"] for step in _steps(name) if "run" in step]
    assert not [script for script in scripts if "${{" in script]


def test_a_pull_request_can_only_read() -> None:
    check = _workflow("check.yml")
    assert "pull_request_target" not in check["on"]
    for job in check["jobs"].values():
        assert set(job["permissions"].values()) == {"read"}


def test_what_ci_runs_is_what_a_contributor_runs() -> None:
    assert "make check" in [step.get("run") for step in _steps("check.yml")]
    assert "make check" in [step.get("run") for step in _steps("publish.yml")]
