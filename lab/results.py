"""One measured tool as it is kept: raw figures of every run, machine and day; never written over."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import Field

from lab.records import Kind, Level, Record
from lab.steps import Reached, Requests, Written

FOLDER = Path(__file__).parent / "results"


class Machine(Record):
    """Where it was measured; no name of it, of its user or of its folders."""

    processor: str
    cores: int
    memory_gb: float
    system: str
    kernel: str
    python: str
    load_before: float
    load_after: float
    priority: int = 0
    storage: str = "disk"


class Install(Record):
    """What came onto the disk, and how long that took with everything already fetched."""

    packages: int
    megabytes: float
    seconds: tuple[float, ...]
    versions: dict[str, str]
    by: str


class Import(Record):
    """Importing the module in a new process, beside a Python that does nothing."""

    module: str
    first_seconds: float
    seconds: tuple[float, ...]
    cpu_seconds: tuple[float, ...]
    bare_seconds: tuple[float, ...]
    bare_cpu_seconds: tuple[float, ...]
    reached: tuple[Reached, ...] = ()


class Yardstick(Record):
    """The same without the tool, measured between the same runs."""

    seconds: tuple[float, ...] = ()
    cpu_seconds: tuple[float, ...] = ()
    start_seconds: tuple[float, ...] = ()
    start_cpu_seconds: tuple[float, ...] = ()
    idle_mb: float | None = None
    work_mb: float | None = None
    lines: int | None = None
    requests: tuple[Requests, ...] = ()


class Silent(Record):
    """The one run whose outside did not refuse but kept silent."""

    start_seconds: float | None = None
    seconds: float | None = None
    problem: str = ""


class Worked(Record):
    """One first useful thing (or, under `start`, a server that was only started)."""

    problem: str = ""
    start_seconds: tuple[float, ...] = ()
    start_cpu_seconds: tuple[float, ...] = ()
    seconds: tuple[float, ...] = ()
    cpu_seconds: tuple[float, ...] = ()
    lines: int | None = None
    idle_mb: float | None = None
    work_mb: float | None = None
    processes: tuple[str, ...] = ()
    ports: tuple[str, ...] = ()
    written: dict[str, Written] = {}
    reached: tuple[Reached, ...] = ()
    leaked: tuple[str, ...] = ()
    requests: tuple[Requests, ...] = ()
    silent: Silent | None = None
    yardstick: Yardstick = Yardstick()


class Result(Record):
    """Everything one run of the laboratory learnt about one tool."""

    day: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    version: str
    released: str
    age_months: int
    level: Level
    recipe: str = Field(pattern=r"^[0-9a-f]{12}$")
    machine: Machine
    install: Install
    imported: Import | None = None
    works: dict[Kind | str, Worked] = {}
    seconds_taken: float


def write(tool: str, result: Result, folder: Path = FOLDER) -> Path:
    """Keep a result under its day; a second one of the same day is numbered, none is written over."""
    text = (
        json.dumps(result.model_dump(mode="json", exclude_defaults=True), indent=1, ensure_ascii=False) + "\n"
    )
    (folder / result.day).mkdir(parents=True, exist_ok=True)
    for number in range(1, 1000):
        name = tool if number == 1 else f"{tool}.{number}"
        try:
            with (folder / result.day / f"{name}.json").open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return folder / result.day / f"{name}.json"
    raise FileExistsError(f"{tool} was measured a thousand times on {result.day}")


def read(file: Path) -> Result:
    """A result as it was kept."""
    return Result.model_validate_json(file.read_text("utf-8"))


def kept(folder: Path = FOLDER) -> list[Path]:
    """Every result there is, oldest day first."""
    return sorted(folder.glob("*/*.json"))
