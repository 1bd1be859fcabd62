"""What is asked of one box (a plan of steps) and what comes back from it (a report): both cross as JSON."""

from __future__ import annotations

from typing import Literal

from lab.records import Record, Request

Network = Literal["open", "refuses", "silent", "shared"]


class Step(Record):
    """One thing to do: run to its end, start and leave running, rest and look, or ask a thousand times."""

    do: Literal["run", "start", "rest", "load", "stop"]
    name: str = ""
    command: tuple[str, ...] = ()
    ready: str = ""
    proof: str = ""
    request: Request | None = None
    seconds: float = 120
    watch: bool = False
    core: int | None = None


class Plan(Record):
    """Steps in one box: its folder, its network, its limits."""

    folder: str
    network: Network
    steps: tuple[Step, ...]
    env: dict[str, str] = {}
    megabytes: int = 6000
    grace: float = 10
    layers: tuple[str, ...] = ()
    upper: str = ""
    cache: str = ""
    keep: bool = False


class Requests(Record):
    """What a thousand requests showed."""

    sent: int
    failed: int
    per_second: float
    p50_ms: float
    p95_ms: float


class Done(Record):
    """What one step took and showed."""

    name: str
    seconds: float = 0
    cpu_seconds: float = 0
    output: str = ""
    problem: str = ""
    megabytes: float = 0
    processes: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    requests: Requests | None = None


class Reached(Record):
    """An address outside that was asked for, during which step, how often."""

    name: str
    port: int
    during: str
    times: int


class Written(Record):
    """Files written in one place, their bytes on disk, and the first few names."""

    files: int = 0
    bytes: int = 0
    names: tuple[str, ...] = ()


class Report(Record):
    """What came back from a box."""

    steps: tuple[Done, ...]
    reached: tuple[Reached, ...] = ()
    leaked: tuple[str, ...] = ()
    written: dict[str, Written] = {}

    def problem(self) -> str:
        """The first thing that went wrong, or nothing."""
        return next((f"{each.name}: {each.problem}" for each in self.steps if each.problem), "")

    def step(self, name: str) -> Done:
        """What the step of this name showed."""
        return next(
            (each for each in self.steps if each.name == name), Done(name=name, problem="not reached")
        )
