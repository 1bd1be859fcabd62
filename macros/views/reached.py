"""What tools did without the Internet: what they asked it for, and what it cost that nothing answered."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from macros.loading.catalogue import Catalogue
from macros.loading.measured import INDEX, Result, Seconds, Work
from macros.records.fields import Words

CHANCE = 1.0  # seconds by which one run of a busy machine differs from another


@dataclass(frozen=True)
class Reach:
    """What a tool did without the Internet, what it asked for, and what silence cost.

    `did` is `yes` for its first work, `started` where nothing more was tried, `no` where it failed.
    `index` says that it asked a package index too, whose name is the machine's own matter.
    `silence` is `no` where it failed without an answer, `same` or `longer`, empty where that was not tried.
    """

    tool: str
    name: Words
    did: str
    asked: tuple[str, ...]
    index: bool
    silence: str
    longer: float | None
    result: Result

    @property
    def notes(self) -> tuple[Words, ...]:
        """What a reader must know of what it asked for."""
        return self.result.noted("internet")


def reach(catalogue: Catalogue, tool: str, result: Result) -> Reach:
    """What one tool did without the Internet."""
    works = list(result.works.values())
    longer = [extra for work in works if (extra := _longer(work)) is not None]
    name = catalogue.tools[tool].name
    done = "started" if result.level == "starts" else "yes"
    did = "no" if any(work.problem for work in works) else done
    most = max(longer, default=None)
    asked = tuple(each for each in result.asked if each != INDEX)
    index = INDEX in result.asked
    return Reach(tool, name, did, asked, index, _silence(works, most), most, result)


def _silence(works: list[Work], longer: float | None) -> str:
    if any(work.silent and work.silent.problem for work in works):
        return "no"
    tried = any(work.silent for work in works)
    return "longer" if longer else "same" if tried else ""


def _longer(work: Work) -> float | None:
    """Seconds that start and work together took longer where the outside kept silent.

    Nothing where it asked for nothing, or took no second more than the slowest other run: that is chance.
    """
    runs = _whole(work.start_seconds, work.seconds)
    if not work.silent or work.silent.problem or not work.asked or not runs:
        return None
    silent = (work.silent.start_seconds or 0) + (work.silent.seconds or 0)
    return silent - median(runs) if silent >= max(runs) + CHANCE else None


def _whole(starts: Seconds, works: Seconds) -> list[float]:
    """The seconds of each run from its start to the end of its work; either may be missing."""
    count = max(len(starts), len(works))
    return [sum(run) for run in zip(starts or (0.0,) * count, works or (0.0,) * count, strict=False)]
