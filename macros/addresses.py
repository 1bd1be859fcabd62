"""Every address of the site: of the pages that the data gives rise to, and of the written ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from macros.loading.catalogue import Files
from macros.records.fields import LANGUAGES

DOCS = Path(__file__).parent.parent / "docs"
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
    "embed-guide": ("guides", "embed/guide/{}.md"),
    "guide": ("guides", "choose/{}.md"),
    "tree": ("guides", "choose/{}/tree.md"),
    "comparison": ("comparisons", "compare/{}.md"),
    "stack": ("stacks", "stacks/{}.md"),
}


def path(kind: str, key: str = "") -> str:
    """Where the page of a kind stands, for the record that it shows."""
    return FIXED[kind] if kind in FIXED else OF_EACH[kind][1].format(key)


def address(of: str) -> str:
    """The address of a page's path below its language's root: `tools/mlflow`; empty for the front page."""
    bare = PurePosixPath(of).with_suffix("")
    return str(bare.parent if bare.name == "index" else bare).removeprefix(".")


def generated(ids: Mapping[str, Iterable[str]]) -> set[str]:
    """The addresses of the pages that records with these ids give rise to."""
    each = (path(kind, key) for kind, (folder, _) in OF_EACH.items() for key in ids[folder])
    return {address(of) for of in (*FIXED.values(), *each)}


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
