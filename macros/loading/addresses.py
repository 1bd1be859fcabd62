"""Every address of the site: of the pages that the data gives rise to, and of the written ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from macros.loading.files import Files
from macros.outside import PROJECT
from macros.records.fields import LANGUAGES

DOCS = PROJECT / "docs"
FIXED = {
    "choose": "choose/index.md",
    "compare": "compare/index.md",
    "stages": "stages/index.md",
    "tools": "tools/index.md",
    "stacks": "stacks/index.md",
    "mine": "stacks/mine.md",
    "scenarios": "scenarios/index.md",
    "embed-picked": "embed/index.md",
}
OF_EACH = {
    "tool": ("tools", "tools/{}.md"),
    "embed-tool": ("tools", "embed/tools/{}.md"),
    "stage": ("stages", "stages/{}.md"),
    "matrix": ("stages", "compare/{}.md"),
    "embed": ("stages", "embed/{}.md"),
    "guide": ("guides", "choose/{}.md"),
    "embed-guide": ("guides", "embed/guide/{}.md"),
    "tree": ("guides", "choose/{}/tree.md"),
    "comparison": ("comparisons", "compare/{}.md"),
    "stack": ("stacks", "stacks/{}.md"),
}
BESIDE = {"guides": "stages"}  # a guide has its stage's id, and its pages stand beside the stage's


def path(kind: str, key: str = "") -> str:
    """Where the page of a kind stands, for the record that it shows."""
    return FIXED[kind] if kind in FIXED else OF_EACH[kind][1].format(key)


def address(of: str) -> str:
    """The address of a page's path below its language's root: `tools/mlflow`; empty for the front page."""
    bare = PurePosixPath(of).with_suffix("")
    return str(bare.parent if bare.name == "index" else bare).removeprefix(".")


def every(ids: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(kind, key) of each page that records with these ids give rise to; the pages of a record together."""
    yield from ((kind, "") for kind in FIXED)
    for leading in dict.fromkeys(BESIDE.get(folder, folder) for folder, _ in OF_EACH.values()):
        for key in ids[leading]:
            for kind, (folder, _) in OF_EACH.items():
                if BESIDE.get(folder, folder) == leading and key in ids[folder]:
                    yield kind, key


def generated(ids: Mapping[str, Any]) -> set[str]:
    """Their addresses."""
    return {address(path(kind, key)) for kind, key in every(ids)}


def written() -> frozenset[str]:
    """The addresses of the pages that stand as prose."""
    folders = [DOCS / language for language in LANGUAGES]
    return frozenset(
        address(page.relative_to(folder).as_posix()) for folder in folders for page in folder.rglob("*.md")
    )


def taken(files: Files) -> set[str]:
    """Every address that has a page; a record that cannot be read has one too, once it is mended."""
    folders = ("tools", "guides", "comparisons", "stacks")
    ids = {folder: [each.stem for each in (files.root / folder).glob("*")] for folder in folders}
    return generated({**ids, "stages": files.stages.sheets[0].keys()}) | written()
