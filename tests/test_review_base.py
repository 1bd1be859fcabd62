"""A pull request is compared with a commit, and the working copy stays as it is."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path

import pytest

from macros import __main__ as commands
from macros.editing.files import Unable
from macros.review.base import data_at
from tests.conftest import SHIPPED, Write
from tests.editing import edit
from tests.pull_requests import PULL_REQUESTS


@pytest.fixture
def repository(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit of the tiny data."""
    root = write()
    folder = root.parent
    git = partial(subprocess.run, check=True, cwd=folder, capture_output=True)
    git(["git", "init", "-q", "-b", "main"])
    git(["git", "add", "data"])
    git(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"])
    monkeypatch.setenv("DATA_FOLDER", str(root))
    return folder


def test_the_command_compares_with_a_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, told = PULL_REQUESTS["a maker speaks of its own tool"]
    change(repository / "data")
    assert commands.main(["diff", "main"]) == 0
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("base", ["nowhere", "--output=/tmp/x", "", "main:data"])
def test_a_base_that_is_none_is_refused(repository: Path, base: str) -> None:
    with pytest.raises(Unable, match="names no commit"), data_at(base, repository):
        pass


def test_the_working_copy_is_not_touched(repository: Path) -> None:
    edit(repository / "data/tools/alpha/about.yml", lambda about: about.update(name="Other"))
    with data_at("HEAD", repository) as root:
        assert "Alpha" in (root / "tools/alpha/about.yml").read_text("utf-8")
    assert "Other" in (repository / "data/tools/alpha/about.yml").read_text("utf-8")
    assert root != SHIPPED
