"""What was measured, as tables with bars: weight, memory at rest, the first useful thing, the Internet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.loading.measured import Result, Seconds, Work, Yardstick, times
from macros.records.fields import Words
from macros.records.vocabulary import Unmeasured
from macros.views.reached import Reach, reach

# By tool: the number, what is counted beside it, whether its server's time is missing.
Figures = dict[str, tuple[float, int | None, bool]]
SERVE = "serve"
KINDS = ("track", "steps", SERVE, "feature", "publish", "keep", "watch")


@dataclass(frozen=True)
class Bar:
    """One tool's figure: its number, its share of the largest (0 to 100), and where it comes from.

    `beside` is what its chart counts in a column beside; `apart` says that its server's time is not in it;
    `ratio` that the number is times a yardstick.
    """

    tool: str
    name: Words
    number: float
    share: float
    result: Result
    beside: int | None = None
    apart: bool = False
    ratio: bool = False

    @property
    def text(self) -> str:
        """The number as it is printed: two digits of a ratio; else three, or whole from 100 on."""
        if self.ratio:
            number = float(f"{self.number:.2g}")
            return f"{number:#.2g}" if number < 10 else f"{number:,.0f}"
        return f"{self.number:,.3g}" if self.number < 100 else f"{self.number:,.0f}"


@dataclass(frozen=True)
class Chart:
    """Tools by one figure, the smallest first; `id` chooses its words, and `column` those of what is beside.

    `yardstick` is what the yardstick itself took: processor seconds of a plain program, or milliseconds of
    a request.
    """

    id: str
    bars: tuple[Bar, ...]
    column: str = ""
    yardstick: str = ""

    @property
    def unit(self) -> str:
        """The key of its unit: every plain program's is the same."""
        return "measured.plain-unit" if self.plain else f"measured.{self.id}-unit"

    @property
    def plain(self) -> bool:
        """Whether its yardstick is a program that starts, works and ends; the other one is a server."""
        return self.id in KINDS and self.id != SERVE

    @property
    def apart(self) -> bool:
        """Whether the server's time is missing from any of its figures."""
        return any(each.apart for each in self.bars)


class Absent(NamedTuple):
    """A tool of which nothing was measured, with the reason; `result` where its client alone was."""

    tool: str
    name: Words
    reason: Unmeasured | None
    result: Result | None


class Measured(NamedTuple):
    """What was measured, and of which tools nothing was and why."""

    charts: list[Chart]
    reaches: list[Reach]
    tools: int
    working: int
    newest: str
    unmeasured: list[Absent]


def measured(catalogue: Catalogue, key: str, language: str) -> Measured:
    """The page of measurements: charts, what was asked of the Internet, what was not measured."""
    results = {tool: each for tool, each in catalogue.measured.items() if each.level != "client"}
    charts = [
        _chart(catalogue, "megabytes", _each(results, lambda result: result.install.megabytes)),
        _chart(catalogue, "idle", _idle(results), "processes"),
        _chart(catalogue, "import", _each(results, _import)),
        *(_work(catalogue, kind) for kind in KINDS),
    ]
    return Measured(
        charts=[chart for chart in charts if chart.bars],
        reaches=[reach(catalogue, tool, result) for tool, result in results.items() if result.works],
        tools=len(results),
        working=sum(result.level == "works" for result in results.values()),
        newest=max((result.day for result in results.values()), default=""),
        unmeasured=[
            Absent(tool, each.name, catalogue.unmeasured.get(tool), catalogue.measured.get(tool))
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


def _each(results: dict[str, Result], figure: Callable[[Result], float | None]) -> Figures:
    found = {tool: figure(result) for tool, result in results.items()}
    return {tool: (number, None, False) for tool, number in found.items() if number is not None}


def _idle(results: dict[str, Result]) -> Figures:
    """The work whose server holds the most at rest, with its processes."""
    found = {
        tool: max(result.works.values(), key=_at_rest, default=Work()) for tool, result in results.items()
    }
    return {
        tool: (work.idle_mb, len(work.processes), False)
        for tool, work in found.items()
        if work.idle_mb is not None
    }


def _at_rest(work: Work) -> float:
    return -1 if work.idle_mb is None else work.idle_mb


def _work(catalogue: Catalogue, kind: str) -> Chart:
    """The first useful thing of a stage, as times of the same run's yardstick."""
    figures, yards = {}, []
    for tool, result in catalogue.measured.items():
        if (work := result.works.get(kind)) and not work.problem:
            taken, yard = _taken(kind, work), _taken(kind, work.yardstick)
            if (number := times(taken, yard)) is not None:
                figures[tool] = (number, work.lines, kind != SERVE and bool(work.start_seconds))
                yards.append(median(yard))
    return _chart(catalogue, kind, figures, "lines", f"{median(yards):.2g}" if yards else "")


def _taken(kind: str, work: Work | Yardstick) -> Seconds:
    """Milliseconds of a request to a served model; of other works processor seconds of what the user runs."""
    if kind == SERVE:
        return tuple(1000 / each.per_second for each in work.requests)
    return work.cpu_seconds


def _chart(catalogue: Catalogue, name: str, figures: Figures, column: str = "", yardstick: str = "") -> Chart:
    most = max((number for number, *_ in figures.values()), default=1) or 1
    bars = (
        Bar(
            tool,
            catalogue.tools[tool].name,
            number,
            max(100 * number / most, 0.5),
            catalogue.measured[tool],
            beside,
            apart,
            ratio=bool(yardstick),
        )
        for tool, (number, beside, apart) in sorted(figures.items(), key=lambda item: item[1][0])
    )
    return Chart(name, tuple(bars), column, yardstick)
