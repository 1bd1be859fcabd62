"""What was measured, as tables with bars: weight, memory at rest, the first useful thing, the Internet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.loading.measured import Result, Work, times
from macros.records.fields import Words
from macros.records.vocabulary import Unmeasured

KINDS = ("track", "steps", "serve", "feature", "publish", "keep", "watch")


@dataclass(frozen=True)
class Bar:
    """One tool's figure: its number, its share of the largest (0 to 100), and where it comes from."""

    tool: str
    name: Words
    number: float
    share: float
    result: Result
    lines: int | None = None

    @property
    def text(self) -> str:
        """The number as it is printed: three digits, or whole from 100 on."""
        return f"{self.number:,.3g}" if self.number < 100 else f"{self.number:,.0f}"


@dataclass(frozen=True)
class Chart:
    """Tools by one figure, the smallest first; `id` chooses its words."""

    id: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Reach:
    """Whether a tool works without the Internet, what it asked for, and what silence cost."""

    tool: str
    name: Words
    works: bool
    asked: tuple[str, ...]
    longer: float | None
    result: Result


class Measured(NamedTuple):
    """What was measured, and of which tools nothing was and why."""

    charts: list[Chart]
    reaches: list[Reach]
    tools: int
    working: int
    newest: str
    unmeasured: list[tuple[str, Words, Unmeasured | None]]


def measured(catalogue: Catalogue, key: str, language: str) -> Measured:
    """The page of measurements: charts, what was asked of the Internet, what was not measured."""
    results = catalogue.measured
    charts = [
        _chart(catalogue, "megabytes", _each(results, lambda result: result.install.megabytes)),
        _chart(catalogue, "idle", _each(results, lambda result: result.idle_megabytes)),
        _chart(catalogue, "import", _each(results, _import)),
        *(_work(catalogue, kind) for kind in KINDS),
    ]
    return Measured(
        charts=[chart for chart in charts if chart.bars],
        reaches=[_reach(catalogue, tool, result) for tool, result in results.items() if result.works],
        tools=len(results),
        working=sum(result.level == "works" for result in results.values()),
        newest=max((result.day for result in results.values()), default=""),
        unmeasured=[
            (tool, each.name, catalogue.unmeasured.get(tool))
            for tool, each in catalogue.tools.items()
            if tool not in results
        ],
    )


def of_tool(catalogue: Catalogue, tool: str) -> Result | None:
    """What was measured of one tool."""
    return catalogue.measured.get(tool)


def _import(result: Result) -> float | None:
    cpu = result.imported.cpu_seconds if result.imported else ()
    return median(cpu) if cpu else None


def _each(
    results: dict[str, Result], figure: Callable[[Result], float | None]
) -> dict[str, tuple[float, int | None]]:
    found = {tool: figure(result) for tool, result in results.items() if result.level != "client"}
    return {tool: (number, None) for tool, number in found.items() if number is not None}


def _work(catalogue: Catalogue, kind: str) -> Chart:
    """Processor time of the first useful thing, as times of the same run's yardstick."""
    figures = {}
    for tool, result in catalogue.measured.items():
        work = result.works.get(kind)
        number = times(work.cpu_seconds, work.yardstick.cpu_seconds) if work and not work.problem else None
        if work and number is not None:
            figures[tool] = (number, work.lines)
    return _chart(catalogue, kind, figures)


def _chart(catalogue: Catalogue, name: str, figures: dict[str, tuple[float, int | None]]) -> Chart:
    most = max((number for number, _ in figures.values()), default=1) or 1
    bars = (
        Bar(
            tool,
            catalogue.tools[tool].name,
            number,
            max(100 * number / most, 0.5),
            catalogue.measured[tool],
            lines,
        )
        for tool, (number, lines) in sorted(figures.items(), key=lambda item: item[1][0])
    )
    return Chart(name, tuple(bars))


def _reach(catalogue: Catalogue, tool: str, result: Result) -> Reach:
    works = list(result.works.values())
    longer = [extra for work in works if (extra := _longer(work)) is not None]
    name = catalogue.tools[tool].name
    working = all(not work.problem for work in works)
    return Reach(tool, name, working, result.asked, max(longer, default=None), result)


def _longer(work: Work) -> float | None:
    """Seconds that the run took longer where the outside kept silent.

    Nothing where it took no second more than the slowest other run: on a busy machine that is chance.
    """
    if not work.silent or work.silent.seconds is None or not work.seconds:
        return None
    told = work.silent.seconds >= max(work.seconds) + 1
    return work.silent.seconds - median(work.seconds) if told else None
