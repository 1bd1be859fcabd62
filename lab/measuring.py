"""Measures one tool: it is installed, imported and let work five times, once watched, once in silence."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from lab import machine, recipes, yardsticks
from lab.box import Box
from lab.installing import install
from lab.planning import steps
from lab.records import Kind, Level, Recipe, Work
from lab.results import Import, Result, Silent, Worked, Yardstick
from lab.steps import Done, Network, Reached, Report, Step

BRIEF = 10.0  # seconds: what is over so soon is watched several times, for one look may miss its peak
LOOKS = 3


@dataclass(frozen=True)
class Bench:
    """What a measurement needs: the tool's box, the yardstick's box, how often, and where recipes are."""

    box: Box
    yard: Box
    times: int = 5
    rest: float = 5.0
    lab: Path = recipes.LAB
    say: Callable[[str], None] = print


def measure(tool: str, bench: Bench, day: datetime.date) -> Result:
    """All figures of one tool."""
    began, before = time.monotonic(), machine.load()
    recipe = recipes.recipe(tool, bench.lab)
    bench.say(f"{tool}: installing")
    installed, box = install(tool, recipe, bench.box, bench.times, bench.lab)
    bench = replace(bench, box=replace(box, env=tuple(recipe.env.items()), megabytes=recipe.megabytes))
    imported = imports(recipe, bench) if recipe.module else None
    works: dict[Kind | str, Worked] = {}
    for kind, work in parts(recipe):
        bench.say(f"{tool}: {kind}")
        works[kind] = one_work(tool, recipe, kind, work, bench)
        if works[kind].problem:
            bench.say(f"{tool}: {kind}: {works[kind].problem}")
    return Result(
        day=day.isoformat(),
        version=_version(recipe),
        released=recipe.released,
        age_months=age(recipe.released, day),
        level=level(recipe, works),
        recipe=recipes.mark(tool, bench.lab),
        machine=machine.describe(before),
        install=installed,
        imported=imported,
        works=works,
        seconds_taken=round(time.monotonic() - began),
    )


def level(recipe: Recipe, works: dict[Kind | str, Worked]) -> Level:
    """The recipe's level if any of its works proved itself; else it was only tried."""
    return recipe.level() if not works or not all(each.problem for each in works.values()) else "tried"


def parts(recipe: Recipe) -> list[tuple[Kind | str, Work]]:
    """What is tried: each work, or the bare start of a server."""
    if recipe.works or not recipe.server:
        return list(recipe.works.items())
    return [("start", Work(proof=""))]


def age(released: str, day: datetime.date) -> int:
    """Months between the month of a release and a day."""
    year, month = map(int, released.split("-"))
    return (day.year - year) * 12 + day.month - month


def _version(recipe: Recipe) -> str:
    named = next(each for each in recipe.pypi + recipe.npm + recipe.debian if each.startswith(recipe.main))
    return named.replace("@", "=").rsplit("=", 1)[1]


def imports(recipe: Recipe, bench: Bench) -> Import:
    """The first import after installing, then as many as there are runs, each beside a bare Python."""
    python = bench.box.python
    steps = [Step(do="run", name="first", command=(python, "-c", f"import {recipe.module}"))]
    for number in range(bench.times):
        steps.append(Step(do="run", name=f"bare-{number}", command=(python, "-c", "pass")))
        steps.append(
            Step(do="run", name=f"import-{number}", command=(python, "-c", f"import {recipe.module}"))
        )
    report = bench.box.run("refuses", *steps)
    if problem := report.problem():
        raise RuntimeError(f"{problem}\n{report.steps[-1].output}")
    ours, bare = ([f"{what}-{number}" for number in range(bench.times)] for what in ("import", "bare"))
    return Import(
        module=recipe.module,
        first_seconds=report.step("first").seconds,
        seconds=tuple(report.step(name).seconds for name in ours),
        cpu_seconds=tuple(report.step(name).cpu_seconds for name in ours),
        bare_seconds=tuple(report.step(name).seconds for name in bare),
        bare_cpu_seconds=tuple(report.step(name).cpu_seconds for name in bare),
        reached=report.reached,
    )


def one_work(tool: str, recipe: Recipe, kind: Kind | str, work: Work, bench: Bench) -> Worked:
    """The timed runs beside their yardstick, the watched one, and the one with a silent outside."""
    server = work.server or recipe.server
    files = recipes.files(tool, bench.lab)
    run = recipes.commands(Kind(kind), work) if recipe.works else ()

    def go(network: Network, watch: bool = False) -> Report:
        box = bench.box if watch else bench.box.hurried
        return box.run(network, *steps(kind, work, server, bench.rest if watch else None, run), files=files)

    looked = [go("refuses", watch=True)]
    watched = looked[0]
    if problem := watched.problem():
        return Worked(problem=_short(watched, problem), reached=watched.reached, leaked=watched.leaked)
    if not server and worked_seconds(watched) < BRIEF:
        looked += [go("refuses", watch=True) for _ in range(LOOKS - 1)]
    runs, yard = [], yardsticks.Yards(bench.yard, kind, bool(server))
    for _ in range(bench.times):
        runs.append(go("refuses"))
        yard.once()
    if broken := next((report for report in runs if report.problem()), None):
        return Worked(problem=_short(broken, broken.problem()), reached=watched.reached)
    silent = go("silent")
    lines = recipes.written_lines(tool, Kind(kind), work, bench.lab) if run else None
    return _worked(looked, runs, silent, yard.figures(), bool(server), lines)


def _worked(
    looked: list[Report], runs: list[Report], silent: Report, yard: Yardstick, server: bool, lines: int | None
) -> Worked:
    watched = looked[0]
    idle, peak = watched.step("idle"), _peak(watched)
    busiest = idle if server else peak
    return Worked(
        start_seconds=tuple(report.step("start").seconds for report in runs) if server else (),
        start_cpu_seconds=tuple(report.step("start").cpu_seconds for report in runs) if server else (),
        seconds=tuple(worked_seconds(report) for report in runs) if lines is not None else (),
        cpu_seconds=tuple(worked_cpu_seconds(report) for report in runs) if lines is not None else (),
        lines=lines,
        idle_mb=idle.megabytes if server else None,
        work_mb=max(_peak(report).megabytes for report in looked) if lines is not None else None,
        processes=busiest.processes,
        ports=busiest.ports,
        written=watched.written,
        reached=_reached(*looked, *runs, silent),
        leaked=watched.leaked,
        requests=tuple(found for report in runs if (found := report.step("load").requests)),
        silent=_silent(silent, server, lines is not None),
        yardstick=yard,
    )


def _peak(report: Report) -> Done:
    """The step that held the most memory; resting is not one."""
    return max(report.steps, key=lambda step: step.megabytes if step.name != "idle" else 0)


def _reached(*reports: Report) -> tuple[Reached, ...]:
    """Every address asked for in any run, with the most times in one: some call home only now and then."""
    most: dict[tuple[str, int, str], int] = {}
    for each in (each for report in reports for each in report.reached):
        key = (each.name, each.port, each.during)
        most[key] = max(most.get(key, 0), each.times)
    return tuple(Reached(name=n, port=p, during=d, times=t) for (n, p, d), t in sorted(most.items()))


def _silent(report: Report, server: bool, work: bool) -> Silent:
    if problem := report.problem():
        return Silent(problem=_short(report, problem))
    return Silent(
        start_seconds=report.step("start").seconds if server else None,
        seconds=worked_seconds(report) if work else None,
    )


def worked_seconds(report: Report) -> float:
    """Seconds of what the user ran, without the server's start."""
    return round(sum(step.seconds for step in report.steps if step.name.startswith("work-")), 3)


def worked_cpu_seconds(report: Report) -> float:
    """Processor seconds of what the user ran, without the server's."""
    return round(sum(step.cpu_seconds for step in report.steps if step.name.startswith("work-")), 6)


def _short(report: Report, problem: str) -> str:
    said = " / ".join(line.strip() for line in report.steps[-1].output.strip().splitlines()[-6:])
    said = said.replace(sys.base_prefix, "python")
    return f"{problem}: {said}"[-1200:] if said else problem
