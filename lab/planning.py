"""Turns a recipe's work into the steps a box carries out."""

from __future__ import annotations

import shlex

from lab.records import Kind, Server, Work
from lab.steps import Step

REST = 5.0
WORK_SECONDS = 150


def steps(
    kind: Kind | str, work: Work, server: Server | None, watch: bool, run: tuple[str, ...] = ()
) -> list[Step]:
    """A work as steps: a model is kept before it is served; all else is done while the server runs."""
    does = [
        Step(
            do="run",
            name=f"work-{number}",
            command=tuple(shlex.split(command)),
            watch=watch,
            seconds=WORK_SECONDS,
            proof=work.proof if number == len(run) - 1 else "",
        )
        for number, command in enumerate(run)
    ]
    starts: list[Step] = []
    if server:
        starts = [
            Step(do="run", name=f"before-{number}", command=tuple(shlex.split(command)))
            for number, command in enumerate(server.before)
        ]
        starts.append(
            Step(
                do="start",
                name="start",
                command=tuple(shlex.split(server.start)),
                ready=server.ready,
                seconds=server.seconds,
                core=0 if kind == Kind.SERVE else None,
            )
        )
        if watch:
            starts.append(Step(do="rest", name="idle", seconds=REST))
    loads = [Step(do="load", name="load", request=work.request, watch=watch, core=1)] if work.request else []
    ends = (
        [Step(do="stop", name="stop", command=tuple(shlex.split(server.stop)), seconds=45)] if server else []
    )
    return [*does, *starts, *loads, *ends] if kind == Kind.SERVE else [*starts, *does, *ends]
