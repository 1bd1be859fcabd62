"""Turns a recipe's work into the steps a box carries out."""

from __future__ import annotations

import shlex

from lab.records import Kind, Server, Work
from lab.steps import Step

WORK_SECONDS = 150
STOP_SECONDS = 45


def steps(
    kind: Kind | str, work: Work, server: Server | None, rest: float | None, run: tuple[str, ...] = ()
) -> list[Step]:
    """A work as steps: a model is kept before it is served; all else is done while the server runs.

    Only where it is watched (after `rest` idle seconds) is a server asked to stop, and given time for it.
    """
    watch = rest is not None
    does = [*_does(work, run, watch)]
    if not server:
        return does
    starts = _starts(server, kind == Kind.SERVE, rest)
    ends = [Step(do="stop", name="stop", command=_words(server.stop), seconds=STOP_SECONDS)] if watch else []
    if kind == Kind.SERVE:
        load = Step(do="load", name="load", request=work.request, watch=watch, core=1)
        return [*does, *starts, load, *ends]
    return [*starts, *does, *ends]


def _does(work: Work, run: tuple[str, ...], watch: bool) -> list[Step]:
    found = [
        Step(do="run", name=f"work-{number}", command=_words(command), watch=watch, seconds=WORK_SECONDS)
        for number, command in enumerate(run)
    ]
    return [*found[:-1], found[-1].model_copy(update={"proof": work.proof})] if found else []


def _starts(server: Server, alone: bool, rest: float | None) -> list[Step]:
    before = [
        Step(do="run", name=f"before-{number}", command=_words(command))
        for number, command in enumerate(server.before)
    ]
    core = 0 if alone else None
    start = Step(
        do="start",
        name="start",
        command=_words(server.start),
        ready=server.ready,
        seconds=server.seconds,
        core=core,
    )
    idle = [Step(do="rest", name="idle", seconds=rest)] if rest is not None else []
    return [*before, start, *idle]


def _words(command: str) -> tuple[str, ...]:
    return tuple(shlex.split(command))
