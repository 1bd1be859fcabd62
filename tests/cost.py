"""What a build costs: beside stock Material, and with twice and four times the tools.

Run by `make bench`, in one run, as processor seconds of both languages. Stock Material builds what
`python -m macros stubs` writes: the same rendered content as plain pages. What our build does beside its
pages (reading and checking the data, exports, what browsers fetch for a comparison, the search index) is
counted apart. It prints the figures and draws them into .github/bench.svg; it asserts nothing.
"""

from __future__ import annotations

import functools
import importlib
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from string import ascii_uppercase, digits
from types import ModuleType
from typing import Any, NamedTuple

from mkdocs.__main__ import cli
from mkdocs.exceptions import Abort

from tests.conftest import PROJECT

TIMES = (1, 2, 4)
PLOT = PROJECT / ".github" / "bench.svg"
OF_ONE_TOOL = (
    "search",
    "packages",
    "family",
    "images",
    "wider",
    "mark",
    "letters",
)  # what no second tool may have
WIDTH, HEIGHT, LEFT, BOTTOM = 640, 300, 60, 44


BESIDE = (
    ("macros.rules.check", "sound"), ("macros.site.export", "write"), ("macros.site.lean", "write"),
    ("macros.site.search", "index"), ("macros.site.lighter", "write"), ("macros.site.face", "write"),
)  # fmt: skip


class Cost(NamedTuple):
    """A build: how many pages it made, its processor seconds, and how many of these went beside the pages."""

    pages: int
    seconds: float
    beside: float = 0.0


def multiply(data: Path, times: int) -> None:
    """Put each tool this many times into a data folder: with its evidence, under names of its own."""
    letters = (f"\nletters: {''.join(two)}\n" for two in product(ascii_uppercase, ascii_uppercase + digits))
    for tool in sorted(path for path in (data / "tools").iterdir() if path.is_dir()):
        for number in range(2, times + 1):
            again = tool.with_name(f"{tool.name}-{number}")
            shutil.copytree(tool, again)
            about = again / "about.yml"
            about.write_text(_renamed(about.read_text("utf-8"), number) + next(letters), "utf-8")
            (again / "observed.yml").unlink(missing_ok=True)
            _measure(data.parent / "lab", tool.name, again.name)


def _measure(lab: Path, tool: str, again: str) -> None:
    """Give another tool what the laboratory has of this one."""
    if (lab / tool).is_dir():
        shutil.copytree(lab / tool, lab / again)
    for result in (lab / "results").glob(f"*/{tool}.*"):
        shutil.copy(result, result.with_name(result.name.replace(tool, again, 1)))


def _renamed(about: str, number: int) -> str:
    parts = re.split(r"^(?=\w+:)", about, flags=re.MULTILINE)
    kept = [part for part in parts if part.partition(":")[0] not in OF_ONE_TOOL]
    name = next(place for place, part in enumerate(kept) if part.startswith("name:"))
    kept[name] = re.sub(r"(?<=: )([^\n]+)", rf"\1 {number}", kept[name])
    return re.sub(r"^(  (?:home|repository): \S+)", rf"\1?{number}", "".join(kept), flags=re.MULTILINE)


def seconds(command: list[str], folder: Path, given: Mapping[str, str]) -> float:
    """The processor seconds that a command takes, with all that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **given}
    subprocess.run(command, cwd=folder, env=env, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def ours(data: Path, site: Path) -> Cost:
    """The site of a data folder, built as it ships."""
    apart = site.with_suffix(".beside")
    command = [sys.executable, "-m", "tests.cost", str(site), str(apart)]
    taken = seconds(command, PROJECT, {"DATA_FOLDER": str(data)})
    return Cost(len(list(site.rglob("index.html"))), taken, float(apart.read_text("utf-8")))


def build(site: str, apart: str) -> None:
    """Build as `mkdocs build` does, and write into a file the seconds that went beside the pages."""
    before = time.process_time()
    importlib.import_module(BESIDE[0][0])  # the records, and what reads and checks them
    beside = [[time.process_time() - before]]
    beside += [watched(importlib.import_module(room), name) for room, name in BESIDE]
    try:
        cli(["build", "--quiet", "--site-dir", site], standalone_mode=False)
    except Abort as broken:
        sys.exit(str(broken))
    Path(apart).write_text(f"{sum(map(sum, beside))}", "utf-8")


def watched(room: ModuleType, name: str) -> list[float]:
    """The processor seconds of each call of a function from now on."""
    function, found = getattr(room, name), []

    @functools.wraps(function)
    def timed(*given: Any, **named: Any) -> Any:
        before = time.process_time()
        try:
            return function(*given, **named)
        finally:
            found.append(time.process_time() - before)

    setattr(room, name, timed)
    return found


def stock(data: Path, folder: Path) -> Cost:
    """The same content as plain pages, built by MkDocs and Material without anything of this project."""
    stubs = [sys.executable, "-m", "macros", "stubs", str(folder)]
    seconds(stubs, PROJECT, {"DATA_FOLDER": str(data)})
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    taken = sum(seconds(command, folder / language, {}) for language in ("ko", "en"))
    return Cost(len(list(folder.rglob("site/**/index.html"))), taken)


def plot(growth: list[Cost], material: Cost) -> str:
    """Both as one picture: seconds by pages, ours as a line, stock Material as a point."""
    most_pages, most = (
        max(each.pages for each in growth),
        max(*(each.seconds for each in growth), material.seconds),
    )
    wide, high = WIDTH - LEFT - 90, HEIGHT - BOTTOM - 30

    def place(cost: Cost) -> tuple[float, float]:
        return LEFT + wide * cost.pages / most_pages, HEIGHT - BOTTOM - high * cost.seconds / most

    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in [(LEFT, HEIGHT - BOTTOM), *map(place, growth)])
    marks = [_mark(*place(each), f"{each.pages:,} pages: {each.seconds:.0f} s", "#0b5cad") for each in growth]
    marks.append(_mark(*place(material), f"stock Material: {material.seconds:.0f} s", "#8a4b00"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="13">\n'
        "<title>Processor seconds of a build, both languages, by the number of pages</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n'
        f'<path d="M{LEFT} 20V{HEIGHT - BOTTOM}H{WIDTH - 20}" fill="none" stroke="#556"/>\n'
        f'<polyline points="{line}" fill="none" stroke="#0b5cad" stroke-width="2"/>\n'
        + "\n".join(marks)
        + f'\n<text x="{LEFT}" y="{HEIGHT - 14}" fill="#334">Pages in both languages: today, with twice'
        " and with four times the tools</text>\n"
        f'<text x="14" y="16" fill="#334">Processor seconds of a build</text>\n</svg>\n'
    )


def _mark(x: float, y: float, words: str, colour: str) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
        f'<text x="{x - 8:.1f}" y="{y - 9:.1f}" fill="{colour}" text-anchor="middle">{words}</text>'
    )


def main() -> int:
    """Print one line a build, then draw; with a site and a file as words, build that one."""
    if len(sys.argv) > 1:
        build(*sys.argv[1:])
        return 0
    growth = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for times in TIMES:
            data = folder / f"{times}" / "data"
            shutil.copytree(PROJECT / "data", data)
            shutil.copytree(PROJECT / "lab", data.parent / "lab")
            multiply(data, times)
            growth.append(ours(data, folder / f"site-{times}"))
            each = growth[-1]
            print(
                f"{times}x the tools: {each.pages} pages, {each.seconds:.1f} s,"
                f" {each.beside:.1f} of them beside the pages,"
                f" {1000 * (each.seconds - each.beside) / each.pages:.0f} ms a page,"
                f" {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000:.0f} MB at most so far",
                flush=True,
            )
        material = stock(folder / "1" / "data", folder / "stock")
    whole = growth[0].seconds / material.seconds
    pages = (growth[0].seconds - growth[0].beside) / material.seconds
    print(
        f"stock Material: {material.pages} pages, {material.seconds:.1f} s;"
        f" pages={pages:.2f}, all={whole:.2f}"
    )
    PLOT.write_text(plot(growth, material), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
