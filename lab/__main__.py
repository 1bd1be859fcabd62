"""`python -m lab` lists what is measured and what is not; run, try, check, lock and show do the rest."""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lab import checking, clients, installing, machine, recipes, results, yardsticks
from lab.box import PROJECT, Box
from lab.measuring import Bench, measure
from lab.ratios import summary
from lab.trying import told, trial

WALLED = "LAB_WALLED"


def main(words: list[str] | None = None) -> int:
    """Do what was asked; 1 when something is wrong."""
    asked = _parser().parse_args(words)
    if asked.do in ("run", "try"):
        return run(asked)
    if asked.do == "check":
        problems = [*checking.problems()]
        print("\n".join(problems) or "lab: all recipes and results are sound")
        return bool(problems)
    if asked.do == "lock":
        return lock(asked.tools, asked.cache)
    if asked.do == "show":
        print(summary({file.stem: results.read(file) for file in asked.files or results.kept()}))
        return 0
    return listed()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lab", description=__doc__)
    cache = Path(tempfile.gettempdir()) / "lab-cache"
    does = parser.add_subparsers(dest="do")
    running = does.add_parser("run", help="measure these tools (without a name: all)")
    running.add_argument("tools", nargs="*")
    running.add_argument("--part", default="1/1", help="of all tools only the n-th of m parts, as 2/4")
    running.add_argument("--times", type=int, default=5, help="runs for seconds")
    running.add_argument(
        "--priority", type=int, default=0, help="as for nice: -10 where others use the machine"
    )
    running.add_argument("--results", type=Path, default=results.FOLDER)
    running.add_argument("--cache", type=Path, default=cache)
    trying = does.add_parser("try", help="install, start and work once, and print what happened")
    trying.add_argument("tools", nargs="+")
    trying.add_argument("--cache", type=Path, default=cache)
    does.add_parser("check", help="are recipes and results sound?")
    locking = does.add_parser("lock", help="pin every package of these recipes anew")
    locking.add_argument("tools", nargs="+")
    locking.add_argument("--cache", type=Path, default=cache)
    showing = does.add_parser("show", help="results as a table of ratios")
    showing.add_argument("files", nargs="*", type=Path)
    return parser


def listed() -> int:
    """What is measurable, what is not, and why."""
    for tool in recipes.tools():
        recipe = recipes.recipe(tool)
        print(f"{tool:26} {recipe.level():10} {', '.join(recipe.works)}")
    for tool, reason in sorted(recipes.unmeasured().items()):
        print(f"{tool:26} not measured: {reason.why}")
    return 0


def lock(tools: list[str], cache: Path) -> int:
    """Write lock.txt of these recipes."""
    cache.mkdir(parents=True, exist_ok=True)
    for tool in tools:
        recipe = yardsticks.RECIPE if tool == yardsticks.FOLDER.name else recipes.recipe(tool)
        if recipe.pypi:
            (recipes.LAB / tool / "lock.txt").write_text(installing.lock(recipe, cache), "utf-8")
    return 0


def run(asked: argparse.Namespace) -> int:
    """Measure, in a mount namespace of our own so that nothing stays mounted."""
    tools = asked.tools or _part(recipes.tools(), asked.part)
    if unknown := sorted(set(tools) - set(recipes.tools())):
        print(f"there is no recipe for {', '.join(unknown)}; `python -m lab` lists them", file=sys.stderr)
        return 1
    if os.geteuid():
        print("a measurement builds walls, and only root may: run it with sudo", file=sys.stderr)
        return 1
    if WALLED not in os.environ:
        os.environ[WALLED] = "1"
        again = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", "lab", *sys.argv[1:]]
        return subprocess.run(again, cwd=PROJECT, check=False).returncode
    asked.cache.mkdir(parents=True, exist_ok=True)
    clients.ready_uv(asked.cache)
    place = Path(tempfile.mkdtemp(prefix="lab-"))
    try:
        return _all(tools, place, asked) if asked.do == "run" else _try(tools, place, asked.cache)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _part(tools: list[str], part: str) -> list[str]:
    number, parts = map(int, part.split("/"))
    return tools[number - 1 :: parts]


def _try(tools: list[str], place: Path, cache: Path) -> int:
    memory = place / "memory"
    memory.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(memory)], check=True)
    failed = False
    for tool in tools:
        for report in trial(tool, Box(place / tool, memory / tool, cache)):
            print(told(report))
            failed |= bool(report.problem())
    return failed


def _all(tools: list[str], place: Path, asked: argparse.Namespace) -> int:
    memory = place / "memory"
    memory.mkdir()
    os.setpriority(os.PRIO_PROCESS, 0, asked.priority)
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(memory)], check=True)
    (place / "yard").mkdir()
    yard = yardsticks.prepare(Box(place / "yard", memory / "yard", asked.cache))
    broken = []
    for tool in tools:
        folder = place / tool
        box = Box(folder, memory / tool, asked.cache)
        try:
            result = measure(tool, Bench(box, yard, asked.times), datetime.datetime.now(datetime.UTC).date())
            print(
                f"{tool}: {results.write(tool, result, asked.results).name}, {result.seconds_taken:g} s",
                flush=True,
            )
        except (installing.CannotInstall, RuntimeError) as error:
            broken.append(tool)
            print(f"{tool}: not measured: {error}", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(memory / tool, ignore_errors=True)
    print(f"{len(tools) - len(broken)} measured, {len(broken)} not; load {machine.load()}")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
