"""What the laboratory measured: the newest result of each tool, read from `lab/results`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from statistics import median
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from macros.loading.problems import Problem

OLD_AFTER_MONTHS = 12
NAME = re.compile(r"([a-z0-9-]+?)(?:\.(\d+))?\.json")
Seconds = tuple[float, ...]


class Lenient(BaseModel):
    """A part of a result; what this site does not show is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Install(Lenient):
    """What came onto the disk."""

    packages: int
    megabytes: float


class Imported(Lenient):
    """Importing the module in a new process, beside a Python that does nothing."""

    seconds: Seconds
    cpu_seconds: Seconds = ()
    bare_cpu_seconds: Seconds = ()


class Yardstick(Lenient):
    """The same without the tool, in the same run."""

    cpu_seconds: Seconds = ()


class Silent(Lenient):
    """The run whose outside kept silent."""

    seconds: float | None = None
    start_seconds: float | None = None
    problem: str = ""


class Work(Lenient):
    """The first useful thing of a stage, or a server that was only started (`start`)."""

    problem: str = ""
    start_seconds: Seconds = ()
    seconds: Seconds = ()
    cpu_seconds: Seconds = ()
    lines: int | None = None
    idle_mb: float | None = None
    work_mb: float | None = None
    reached: tuple[Any, ...] = ()
    silent: Silent | None = None
    yardstick: Yardstick = Yardstick()


class Result(Lenient):
    """The newest result of one tool; `file` is its place in the project."""

    file: str
    day: str
    version: str
    age_months: int
    level: str
    install: Install
    imported: Imported | None = None
    works: dict[str, Work] = {}

    @property
    def old(self) -> bool:
        """Whether the release is too old to say anything about the tool of today."""
        return self.age_months > OLD_AFTER_MONTHS

    @property
    def idle_megabytes(self) -> float | None:
        """Memory of its processes at rest, the most of its works."""
        known = [work.idle_mb for work in self.works.values() if work.idle_mb is not None]
        return max(known, default=None)


def times(figures: Seconds, yard: Seconds) -> float | None:
    """How many times the yardstick, by medians; None where either is missing."""
    return median(figures) / median(yard) if figures and yard and median(yard) else None


def read_results(folder: Path, root: Path, problems: list[Problem]) -> dict[str, Result]:
    """The newest result of each tool by its id; what cannot be read goes to `problems`."""
    newest: dict[str, tuple[str, int, Path]] = {}
    for path in sorted(folder.glob("*/*.json")):
        if found := NAME.fullmatch(path.name):
            entry = (path.parent.name, int(found[2] or 1), path)
            newest[found[1]] = max(newest.get(found[1], entry), entry)
    results = {tool: _read(path, root, problems) for tool, (_, _, path) in sorted(newest.items())}
    return {tool: result for tool, result in results.items() if result}


def _read(path: Path, root: Path, problems: list[Problem]) -> Result | None:
    file = path.relative_to(root).as_posix()
    try:
        return Result.model_validate({**_object(path), "file": file})
    except (ValidationError, ValueError) as error:
        problems.append(Problem(file, 1, "", f"is no result of the laboratory: {str(error).splitlines()[0]}"))
        return None


def _object(path: Path) -> dict[str, Any]:
    data = json.loads(path.read_text("utf-8"))
    if not isinstance(data, dict):
        raise ValueError("it is no mapping")
    return data
