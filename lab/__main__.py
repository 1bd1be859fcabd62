"""`python -m lab` lists what is measured and what is not; run, try, check, lock and show do the rest."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from lab import checking, clients, installing, recipes, results, running, yardsticks
from lab.ratios import summary

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
        print(f"{tool:26} not measured: {reason.why.en}")
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
    """Measure or try, in a mount namespace of our own so that nothing stays mounted."""
    tools = asked.tools or _part(recipes.tools(), asked.part)
    if unknown := sorted(set(tools) - set(recipes.tools())):
        print(f"there is no recipe for {', '.join(unknown)}; `python -m lab` lists them", file=sys.stderr)
        return 1
    if os.geteuid():
        print("a measurement builds walls, and only root may: run it with sudo", file=sys.stderr)
        return 1
    if WALLED not in os.environ:
        again = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", "lab", *sys.argv[1:]]
        os.execvpe("unshare", again, os.environ | {WALLED: "1"})  # noqa: S606 (this very command, walled)
    clients.ready_uv(asked.cache)
    with running.workshop(asked.cache) as place:
        if asked.do == "try":
            return running.try_all(tools, place)
        os.setpriority(os.PRIO_PROCESS, 0, asked.priority)
        return running.measure_all(tools, place, asked.times, asked.results)


def _part(tools: list[str], part: str) -> list[str]:
    number, parts = map(int, part.split("/"))
    return tools[number - 1 :: parts]


if __name__ == "__main__":
    sys.exit(main())
