"""Workflows run with the least permissions, pinned by commit, and end in time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT
from tests.site import serving

FOLDER = PROJECT / ".github" / "workflows"
FILES = sorted(path.name for path in FOLDER.iterdir())
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def _workflow(name: str) -> Any:
    return yaml.load((FOLDER / name).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (strings only)


def _steps(name: str) -> list[Any]:
    return [step for job in _workflow(name)["jobs"].values() for step in job.get("steps", ())]


def test_there_are_workflows() -> None:
    assert {"check.yml", "publish.yml"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_action_is_pinned_by_a_commit_and_says_its_version(name: str) -> None:
    used = [step["uses"] for step in _steps(name) if "uses" in step]
    assert used
    assert not [each for each in used if not PINNED.fullmatch(each)]
    calls = {job["uses"] for job in _workflow(name)["jobs"].values() if "uses" in job}
    assert all(each.startswith("$/.github/workflows/") for each in calls)  # of the same commit
    lines = [line for line in (FOLDER / name).read_text("utf-8").splitlines() if "uses: actions/" in line]
    assert len(lines) == len(used)
    assert all(re.search(r"@[0-9a-f]{40} # v\d", line) for line in lines)


@pytest.mark.parametrize("name", FILES)
def test_no_permission_is_given_to_all_jobs(name: str) -> None:
    assert _workflow(name)["permissions"] in ("", {})
    assert all(job.get("permissions") for job in _workflow(name)["jobs"].values())


@pytest.mark.parametrize("name", FILES)
def test_every_job_ends_in_time(name: str) -> None:
    for job in _workflow(name)["jobs"].values():
        if "uses" not in job:
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


@pytest.mark.parametrize("name", FILES)
def test_what_may_write_is_never_started_by_a_pull_request(name: str) -> None:
    workflow = _workflow(name)
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    writes = [job for job in workflow["jobs"].values() if "write" in job["permissions"].values()]
    if writes:
        assert "pull_request" not in workflow["on"]
    if set(workflow["on"]) & {"pull_request", "workflow_call"}:
        for job in workflow["jobs"].values():
            assert set(job["permissions"].values()) == {"read"}
            assert "secrets." not in str(job)


def test_what_ci_runs_is_what_a_contributor_runs() -> None:
    assert "make check" in [step.get("run") for step in _steps("check.yml")]


def test_what_is_deployed_is_what_was_tested() -> None:
    """One job builds, tests and hands on; the job that deploys waits for it and makes nothing itself."""
    tested = _workflow("check.yml")["jobs"]["check"]["steps"]
    (made,) = [number for number, step in enumerate(tested) if step.get("run") == "make check"]
    (kept,) = [number for number, step in enumerate(tested) if "pages-artifact" in step.get("uses", "")]
    assert made < kept
    assert tested[made]["env"]["SITE_FOLDER"] == tested[kept]["with"]["path"]
    jobs = _workflow("publish.yml")["jobs"]
    assert jobs["check"]["uses"].endswith("/.github/workflows/check.yml")
    assert jobs["deploy"]["needs"] == "check"
    assert [step.get("uses", "").split("@")[0] for step in jobs["deploy"]["steps"]] == [
        "actions/deploy-pages"
    ]
    assert not [step for step in _steps("publish.yml") if "make build" in step.get("run", "")]


def test_the_site_that_tests_look_at_stays_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    monkeypatch.setattr(serving, "_build", lambda site, data, name: made.append(site))
    monkeypatch.setenv("SITE_FOLDER", str(tmp_path / "kept"))
    assert serving.built(tmp_path, "shipped") == serving.built(tmp_path, "shipped") == tmp_path / "kept"
    serving.built(tmp_path, "small")
    assert made == [tmp_path / "kept", tmp_path / "small" / "site"]


def test_the_most_pedantic_auditor_of_workflows_finds_nothing() -> None:
    auditor = Path(sys.executable).with_name("zizmor")
    told = ["--offline", "--no-progress", "--persona=pedantic", "--format=plain", str(PROJECT / ".github")]
    ran = subprocess.run([auditor, *told], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
