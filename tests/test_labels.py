"""Labels by folder: the workflow's script with a `gh` that keeps pull requests in a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT

GH = f"""#!{sys.executable}
import json, pathlib, sys
file = pathlib.Path(__file__).with_name("state.json")
state = json.loads(file.read_text())
match sys.argv[1:]:
    case ["label", "list", *_]:
        print(json.dumps([{{"name": each}} for each in state["labels"]]))
    case ["label", "create", name]:
        assert name not in state["labels"], "there is one already"
        state["labels"].append(name)
    case ["pr", "list", *_]:
        print(json.dumps(state["pulls"]))
    case ["pr", "edit", number, "--add-label", names]:
        (pull,) = [each for each in state["pulls"] if each["number"] == int(number)]
        assert set(names.split(",")) <= set(state["labels"])
        pull["labels"] += [{{"name": each}} for each in names.split(",")]
    case unknown:
        sys.exit(f"unknown: {{unknown}}")
file.write_text(json.dumps(state))
"""


def _pull(number: int, *paths: str, labels: tuple[str, ...] = ()) -> dict[str, Any]:
    files = [{"path": path, "additions": 1} for path in paths]
    return {"number": number, "labels": [{"name": each} for each in labels], "files": files}


def _labelled(folder: Path, *pulls: dict[str, Any], known: tuple[str, ...] = ()) -> dict[int, set[str]]:
    (folder / "gh").write_text(GH, "utf-8")
    (folder / "gh").chmod(0o755)
    (folder / "state.json").write_text(json.dumps({"labels": known, "pulls": pulls}), "utf-8")
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    script = [sys.executable, str(PROJECT / ".ci" / "labels.py")]
    subprocess.run(script, env={**os.environ, "PATH": path}, check=True)
    state = json.loads((folder / "state.json").read_text("utf-8"))
    return {each["number"]: {label["name"] for label in each["labels"]} for each in state["pulls"]}


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("data/tools/mlflow/evidence.yml", "tools"),
        ("data/guides/model-serving.yml", "guides"),
        ("data/criteria/general.yml", "criteria"),
        ("docs/ko/about/method.md", "words"),
        ("macros/outside.py", "code"),
        (".github/workflows/check.yml", "workflows"),
        ("requirements-dev.txt", "workflows"),
    ],
)
def test_a_folder_has_its_label(tmp_path: Path, path: str, label: str) -> None:
    assert _labelled(tmp_path, _pull(7, path)) == {7: {label}}


def test_each_pull_request_gets_what_it_lacks_and_loses_nothing(tmp_path: Path) -> None:
    found = _labelled(
        tmp_path,
        _pull(1, "data/tools/a/about.yml", "docs/en/index.md", labels=("help wanted",)),
        _pull(2, "data/tools/b/about.yml", labels=("tools",)),
        _pull(3, "README.md"),
        known=("tools",),
    )
    assert found == {1: {"help wanted", "tools", "words"}, 2: {"tools"}, 3: set()}
