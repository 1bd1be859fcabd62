"""Figures: numbers with a unit and a day, derived at load from prices and measurements, never written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from macros.loading.catalogue import Catalogue
from macros.loading.measured import Result, Work
from macros.records.evidence import Source
from macros.records.fields import Words
from macros.records.tool import Tool
from macros.records.vocabulary import Criterion


@dataclass(frozen=True)
class Figure:
    """A number, the day on which it was seen, how it came about, and where; its own unit if it has one.

    A measured one has its result, the numbers of its single runs, how many processes were looked at, and
    whether a server ran meanwhile.
    """

    number: float
    day: str
    how: Words | None = None
    unit: Words | None = None
    sources: tuple[Source, ...] = ()
    result: Result | None = None
    runs: tuple[float, ...] = ()
    processes: int = 0
    served: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is a cell: one of a release more than a year old says nothing of the tool of today."""
        return not (self.result and self.result.old)


def _price(tool: Tool) -> Figure | None:
    """The lowest price of any plan that costs something."""
    paid = [price for price in tool.prices if price.amount]
    if not paid:
        return None
    least = min(paid, key=lambda price: price.amount)
    sources = tuple(tool.sources[key] for key in least.source)
    day = max(source.accessed for source in sources).isoformat()
    per = Words(ko=f"{least.currency} / {least.per.ko}", en=f"{least.currency} / {least.per.en}")
    return Figure(least.amount, day, least.plan, per, sources)


def _one(number: float | None) -> tuple[float, ...]:
    return () if number is None else (number,)


RUNS: dict[str, Callable[[Result, Work], tuple[float, ...]]] = {
    "installed-megabytes": lambda result, _: (result.install.megabytes,),
    "idle-megabytes": lambda _, work: _one(work.idle_mb),
    "work-megabytes": lambda _, work: _one(work.work_mb),
    "start-cpu-seconds": lambda _, work: work.start_cpu_seconds,
    "outside-names": lambda result, _: (float(len(result.outside)),) if result.level == "works" else (),
}
OF_SERVERS = ("idle-megabytes", "start-cpu-seconds")


def derived(catalogue: Catalogue, tool: str, criterion: str) -> Figure | None:
    """The figure of a tool on a criterion; None for another kind of criterion, or where nothing is known."""
    asked, result = catalogue.criteria[criterion], catalogue.measured.get(tool)
    if asked.measure == "price":
        return _price(catalogue.tools[tool])
    if not asked.measure or not result or result.level == "client":
        return None
    work = _work(result, asked)
    runs = RUNS[asked.measure](result, work) if work else ()
    if not runs or not work:
        return None
    return Figure(
        _rounded(median(runs)),
        result.day,
        result=result,
        runs=runs,
        processes=len(work.processes),
        served=bool(work.start_seconds),
    )


def serverless(catalogue: Catalogue, tool: str, criterion: str) -> bool:
    """Whether a criterion asks for a server's figure, and the tool does its first work without one."""
    asked, result = catalogue.criteria[criterion], catalogue.measured.get(tool)
    if asked.measure not in OF_SERVERS or not result or "works-alone" not in result.facts:
        return False
    return not asked.works or any(kind in result.works for kind in asked.works)


def band(catalogue: Catalogue, tool: str, criterion: str) -> str | None:
    """The band that a figure falls into, by which guides reason; None where there is none.

    What a part of a tool takes says nothing about the whole.
    """
    found = derived(catalogue, tool, criterion)
    if not found or not found.counts or (found.result and found.result.part):
        return None
    bands = catalogue.criteria[criterion].options.items()
    return next((key for key, each in bands if each.up_to is None or found.number <= each.up_to), None)


def _work(result: Result, asked: Criterion) -> Work | None:
    """The first of the criterion's works that was done; any does where it names none."""
    done = {kind: work for kind, work in result.works.items() if not work.problem}
    if asked.works:
        return next((done[kind] for kind in asked.works if kind in done), None)
    return next(iter(done.values()), None if result.works else Work())


def _rounded(number: float) -> float:
    """Three digits, or whole from 100 on."""
    return float(f"{number:.3g}") if number < 100 else float(round(number))
