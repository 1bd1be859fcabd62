"""Put on each open pull request the labels of the folders that it touches; none is taken off.

`gh` finds the repository and its token in the environment. Of a pull request only its number, its labels and
the paths of its files are read.
"""

from __future__ import annotations

import json
import subprocess
from typing import Any

FOLDERS = {
    "tools": ("data/tools/",),
    "guides": ("data/guides/", "data/questions.yml", "data/scenarios.yml"),
    "criteria": ("data/criteria/", "data/conditions.yml", "data/contradictions.yml"),
    "comparisons": ("data/comparisons/", "data/stacks/"),
    "words": ("data/strings/", "data/glossary.yml", "docs/"),
    "code": ("macros/", "overrides/", "tests/"),
    "laboratory": ("lab/",),
    "workflows": (".github/", ".ci/", "Makefile", "requirements", "package"),
}
MOST = "200"


def labels(paths: list[str]) -> set[str]:
    """The labels that belong to these files."""
    return {label for label, starts in FOLDERS.items() for path in paths if path.startswith(starts)}


def main() -> None:
    """Add what is missing to every open pull request."""
    asked = ("pr", "list", "--state", "open", "--limit", MOST, "--json", "number,labels,files")
    known = set(_names(json.loads(_gh("label", "list", "--limit", MOST, "--json", "name")), "name"))
    for each in json.loads(_gh(*asked)):
        missing = sorted(labels(_names(each["files"], "path")) - set(_names(each["labels"], "name")))
        for label in missing:
            if label not in known:
                _gh("label", "create", label)
                known.add(label)
        if missing:
            _gh("pr", "edit", str(each["number"]), "--add-label", ",".join(missing))


def _names(found: list[dict[str, Any]], key: str) -> list[str]:
    return [str(each[key]) for each in found]


def _gh(*arguments: str) -> str:
    return subprocess.run(["gh", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main()
