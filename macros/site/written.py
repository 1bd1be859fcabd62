"""Every page as a file of Markdown and HTML: what another builder needs, with no hook and no macro."""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

from macros.loading.catalogue import ROOT, Catalogue
from macros.site import pages

SHOWN = re.compile(r"\{\{ show\('([a-z-]+)'(?:, '([^']*)')?\) \}\}")
HOLD = re.compile(r"<!--/?hold-->")


def write(catalogue: Catalogue, docs: Path, folder: Path) -> int:
    """Put the written and the generated pages of both languages below a folder; how many there are.

    Raises FileExistsError where the folder holds something already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for language in ("ko", "en"):
        shutil.copytree(docs / language, folder / language, dirs_exist_ok=True)
        for stub in pages.stubs(catalogue, language):
            place = folder / language / stub.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(stub.text, "utf-8")
        for place in sorted((folder / language).rglob("*.md")):
            below = place.relative_to(folder / language).as_posix()
            place.write_text(_filled(catalogue, place.read_text("utf-8"), language, below), "utf-8")
    return len(list(folder.rglob("*.md")))


def _filled(catalogue: Catalogue, text: str, language: str, path: str) -> str:
    address = re.sub(r"(^|/)index\.md$", r"\1", path).removesuffix(".md")
    address = address if not address or address.endswith("/") else f"{address}/"

    def content(found: re.Match[str]) -> str:
        return pages.content(catalogue, found[1], found[2] or "", language, address)

    return HOLD.sub("", SHOWN.sub(content, text))


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `stubs`."""
    parser = commands.add_parser("stubs", help="write every page as a file, for another builder")
    parser.add_argument("folder", type=Path)


def run(chosen: argparse.Namespace) -> int:
    """Write the pages and say how many there are."""
    try:
        count = write(pages.sound(), ROOT.parent / "docs", chosen.folder)
    except (FileExistsError, pages.BrokenData) as problem:
        print(problem)
        return 1
    print(f"{count} pages in {chosen.folder}")
    return 0
