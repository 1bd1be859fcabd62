"""A result of the laboratory: what this site shows of it, and what it proves."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from statistics import median
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from macros.records.fields import Words
from macros.records.vocabulary import Fact

OLD_AFTER_MONTHS = 12
INDEX = "a package index"  # as the laboratory calls any of them
METADATA = "metadata.google.internal"  # the other clouds have an address for it
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]
Seconds = tuple[Amount, ...]
Port = Annotated[str, Field(pattern=r"^(loopback|one address|every address):\d+$")]
Level = Literal["works", "starts", "installed", "client", "tried"]


class Lenient(BaseModel):
    """A part of a result; what this site does not show is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Machine(Lenient):
    """Where it was measured, and how many processes wanted to run just before."""

    cores: Count
    load_before: Amount


class Install(Lenient):
    """What came onto the disk, and how long that took with everything already fetched."""

    packages: Count
    megabytes: Amount
    seconds: Seconds = ()


class Imported(Lenient):
    """Importing the module in a new process, beside a Python that does nothing."""

    seconds: Seconds
    cpu_seconds: Seconds = ()
    bare_cpu_seconds: Seconds = ()


class Requests(Lenient):
    """What a thousand requests, one after another, showed."""

    per_second: Amount
    p95_ms: Amount | None = None


class Yardstick(Lenient):
    """The same without the tool, in the same run."""

    cpu_seconds: Seconds = ()
    requests: tuple[Requests, ...] = ()


class Silent(Lenient):
    """The run whose outside kept silent."""

    seconds: float | None = None
    start_seconds: float | None = None
    problem: str = ""


class Written(Lenient):
    """Files in one place that were new or changed after the work, their bytes, and the first few names."""

    files: Count = 0
    bytes: Count = 0
    names: tuple[str, ...] = ()


class Work(Lenient):
    """The first useful thing of a stage, or a server that was only started (`start`)."""

    problem: str = ""
    start_seconds: Seconds = ()
    start_cpu_seconds: Seconds = ()
    seconds: Seconds = ()
    cpu_seconds: Seconds = ()
    lines: int | None = None
    idle_mb: Amount | None = None
    work_mb: Amount | None = None
    processes: tuple[str, ...] = ()
    ports: tuple[Port, ...] = ()
    written: dict[str, Written] = {}
    leaked: tuple[str, ...] = ()
    reached: tuple[Any, ...] = ()
    requests: tuple[Requests, ...] = ()
    silent: Silent | None = None
    yardstick: Yardstick = Yardstick()

    @property
    def asked(self) -> tuple[str, ...]:
        """The names outside that it tried to reach."""
        return tuple(str(each["name"]) for each in self.reached if isinstance(each, dict) and "name" in each)


class Result(Lenient):
    """The newest result of one tool; `file` is its place in the project.

    `part` says which part was measured, `notes` what a reader must know of a figure, by the work it is of.
    """

    file: str
    day: str
    version: str
    age_months: Count
    level: Level
    machine: Machine
    install: Install
    imported: Imported | None = None
    works: dict[str, Work] = {}
    part: Words | None = None
    notes: Mapping[str, Words] = {}

    def noted(self, figure: str) -> tuple[Words, ...]:
        """What a reader must know beside a figure, if anything: a work, or what `notes.yml` names else."""
        return (self.notes[figure],) if figure in self.notes else ()

    @property
    def asked(self) -> tuple[str, ...]:
        """The names outside that any of its works tried to reach, each once."""
        return tuple(dict.fromkeys(name for work in self.works.values() for name in work.asked))

    @property
    def outside(self) -> tuple[str, ...]:
        """Those on the Internet: a cloud's metadata are asked of the machine's own network."""
        return tuple(name for name in self.asked if not _metadata(name))

    @property
    def facts(self) -> frozenset[Fact]:
        """What its works prove: done with every call outside refused, and once unanswered."""
        works = self.works.values()
        silent = (each.silent for each in works)
        broken = any(each.problem for each in works) or any(each and each.problem for each in silent)
        if self.level != "works" or broken:
            return frozenset()
        found: set[Fact] = {"records-offline"} if "track" in self.works else set()
        if not self.part and not self.old:
            served = any(each.start_seconds for each in works)
            found |= {"works-offline"} if served else {"works-offline", "works-alone"}
        return frozenset(found)

    @property
    def old(self) -> bool:
        """Whether the release is too old to say anything about the tool of today."""
        return self.age_months > OLD_AFTER_MONTHS


def _metadata(name: str) -> bool:
    try:
        return ip_address(name).is_link_local
    except ValueError:
        return name == METADATA


def times(figures: Seconds, yard: Seconds) -> float | None:
    """How many times the yardstick, by medians; None where either is missing."""
    return median(figures) / median(yard) if figures and yard and median(yard) else None
