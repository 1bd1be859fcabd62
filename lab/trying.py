"""Lets a recipe run once, for whoever writes it: every step's words, nothing measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lab import recipes
from lab.box import Box
from lab.installing import install
from lab.measuring import parts
from lab.planning import steps
from lab.records import Kind
from lab.steps import Report, Step


def trial(tool: str, box: Box, lab: Path = recipes.LAB) -> Iterator[Report]:
    """Install, import, and each work once."""
    recipe = recipes.recipe(tool, lab)
    installed, box = install(tool, recipe, box, 1, lab)
    print(f"{tool}: {installed.packages} packages, {installed.megabytes} MB", flush=True)
    box = replace(box, env=tuple(recipe.env.items()), megabytes=recipe.megabytes)
    if recipe.module:
        yield box.run(
            "refuses", Step(do="run", name="import", command=(box.python, "-c", f"import {recipe.module}"))
        )
    for kind, work in parts(recipe):
        run = recipes.commands(Kind(kind), work) if recipe.works else ()
        plan = steps(kind, work, work.server or recipe.server, rest=3, run=run)
        yield box.run("refuses", *plan, files=recipes.files(tool, lab))


def told(report: Report) -> str:
    """A report for reading."""
    lines = []
    for step in report.steps:
        said = step.output.strip()[-2500:] if step.problem else step.output.strip()[-160:]
        lines.append(
            f"  {step.name}: {step.seconds} s, {step.megabytes} MiB {step.ports} {step.problem}\n{said}"
        )
        if step.requests:
            lines.append(f"    {step.requests}")
    lines += [
        f"  reached {each.name}:{each.port} during {each.during} x{each.times}" for each in report.reached
    ]
    lines += [f"  wrote {place}: {what.files} {what.names}" for place, what in report.written.items()]
    return "\n".join([*lines, f"  leaked: {report.leaked}"])
