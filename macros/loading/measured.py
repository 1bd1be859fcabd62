"""What the laboratory measured: the newest result of each tool, read from `lab/results`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from statistics import median
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.loading.problems import Problem
from macros.records.fields import Words
from macros.records.vocabulary import Fact

OLD_AFTER_MONTHS = 12
METADATA = "metadata.google.internal"  # the other clouds have an address for it
NAME = re.compile(r"([a-z0-9-]+?)(?:\.(\d+))?\.json")
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]
Seconds = tuple[Amount, ...]
Level = Literal["works", "starts", "installed", "client", "tried"]


class Lenient(BaseModel):
    """A part of a result; what this site does not show is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Machine(Lenient):
    """Where it was measured, and how many processes wanted to run just before."""

    cores: Count
    load_before: Amount


class Install(Lenient):
    """What came onto the disk."""

    packages: Count
    megabytes: Amount


class Imported(Lenient):
    """Importing the module in a new process, beside a Python that does nothing."""

    seconds: Seconds
    cpu_seconds: Seconds = ()
    bare_cpu_seconds: Seconds = ()


class Requests(Lenient):
    """What a thousand requests, one after another, showed."""

    per_second: Amount


class Yardstick(Lenient):
    """The same without the tool, in the same run."""

    cpu_seconds: Seconds = ()
    requests: tuple[Requests, ...] = ()


class Silent(Lenient):
    """The run whose outside kept silent."""

    seconds: float | None = None
    start_seconds: float | None = None
    problem: str = ""


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
    reached: tuple[Any, ...] = ()
    requests: tuple[Requests, ...] = ()
    silent: Silent | None = None
    yardstick: Yardstick = Yardstick()

    @property
    def asked(self) -> tuple[str, ...]:
        """The names outside that it tried to reach."""
        return tuple(str(each["name"]) for each in self.reached if isinstance(each, dict) and "name" in each)


class Result(Lenient):
    """The newest result of one tool; `file` is its place in the project."""

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


def read_results(
    folder: Path, root: Path, parts: Mapping[str, Words], problems: list[Problem]
) -> dict[str, Result]:
    """The newest result of each tool by its id; what cannot be read goes to `problems`.

    `parts` says of which tools only a part was measured, and which.
    """
    newest: dict[str, tuple[str, int, Path]] = {}
    for path in sorted(folder.glob("*/*.json")):
        if found := NAME.fullmatch(path.name):
            entry = (path.parent.name, int(found[2] or 1), path)
            newest[found[1]] = max(newest.get(found[1], entry), entry)
    results = {
        tool: _read(path, root, parts.get(tool), problems) for tool, (_, _, path) in sorted(newest.items())
    }
    return {tool: result for tool, result in results.items() if result}


def _read(path: Path, root: Path, part: Words | None, problems: list[Problem]) -> Result | None:
    file = path.relative_to(root).as_posix()
    try:
        return Result.model_validate({**_object(path), "file": file, "part": part})
    except ValidationError as error:
        (first, *_) = error.errors()
        said = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        problems.append(Problem(file, 1, "", f"is no result of the laboratory: {said}"))
    except ValueError as error:
        problems.append(Problem(file, 1, "", f"is no result of the laboratory: {error}"))
    return None


def _object(path: Path) -> dict[str, Any]:
    data = json.loads(path.read_text("utf-8"))
    if not isinstance(data, dict):
        raise ValueError("it is no mapping")
    return data
