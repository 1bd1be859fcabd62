"""The laboratory's figures as tables with bars: weight, memory at rest, imports, the first useful thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from macros.loading.catalogue import Catalogue
from macros.loading.measured import Result, Seconds, Work, Yardstick, times
from macros.records.fields import Words

SERVE = "serve"
KINDS = ("track", "steps", SERVE, "feature", "publish", "keep", "watch")


class Seen(NamedTuple):
    """A tool's number, the facts that stand beside it, and whether its server's time is missing."""

    number: float
    beside: Mapping[str, Any] = {}
    apart: bool = False


Figures = dict[str, Seen]


@dataclass(frozen=True)
class Bar:
    """One tool's figure: its number, its share of the largest (0 to 100), and where it comes from.

    `beside` holds the facts of a column beside; `apart` says that its server's time is not in it; `ratio`
    that the number is times a yardstick; `notes` what a reader must know of it.
    """

    tool: str
    name: Words
    number: float
    share: float
    result: Result
    beside: Mapping[str, Any]
    apart: bool = False
    ratio: bool = False
    notes: tuple[Words, ...] = ()

    @property
    def text(self) -> str:
        """The number as it is printed: two digits of a ratio; else three, or whole from 100 on."""
        return _two(self.number) if self.ratio else _three(self.number)


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


def charts(catalogue: Catalogue) -> list[Chart]:
    """Every chart that has a bar."""
    results = {tool: each for tool, each in catalogue.measured.items() if each.level != "client"}
    found = [
        _chart(catalogue, "megabytes", _each(results, _installed), "packages"),
        _chart(catalogue, "idle", _each(results, _idle), "processes"),
        _chart(catalogue, "import", _each(results, _import)),
        *(_work(catalogue, kind) for kind in KINDS),
    ]
    return [chart for chart in found if chart.bars]


def _each(results: dict[str, Result], figure: Callable[[Result], Seen | None]) -> Figures:
    return {tool: seen for tool, result in results.items() if (seen := figure(result))}


def _installed(result: Result) -> Seen:
    beside = {"count": result.install.packages, "seconds": _median(result.install.seconds)}
    return Seen(result.install.megabytes, beside)


def _import(result: Result) -> Seen | None:
    cpu = result.imported.cpu_seconds if result.imported else ()
    return Seen(median(cpu)) if cpu else None


def _idle(result: Result) -> Seen | None:
    """The work whose server holds the most at rest, with its processes and the wait for its first answer."""
    work = max(result.works.values(), key=_at_rest, default=Work())
    if work.idle_mb is None:
        return None
    return Seen(work.idle_mb, {"count": len(work.processes), "seconds": _median(work.start_seconds)})


def _at_rest(work: Work) -> float:
    return -1 if work.idle_mb is None else work.idle_mb


def _work(catalogue: Catalogue, kind: str) -> Chart:
    """The first useful thing of a stage, as times of the same run's yardstick."""
    figures, yards = {}, []
    for tool, result in catalogue.measured.items():
        if (work := result.works.get(kind)) and not work.problem:
            taken, yard = _taken(kind, work), _taken(kind, work.yardstick)
            if (number := times(taken, yard)) is not None:
                apart = kind != SERVE and bool(work.start_seconds)
                figures[tool] = Seen(number, _beside(kind, work), apart)
                yards.append(median(yard))
    column = "p95" if kind == SERVE else "lines"
    return _chart(catalogue, kind, figures, column, f"{median(yards):.2g}" if yards else "")


def _beside(kind: str, work: Work) -> dict[str, Any]:
    """Lines, and how long a user waits: for the whole work, or for the 95th of a hundred requests."""
    late = tuple(each.p95_ms for each in work.requests if each.p95_ms is not None)
    waited = {"ms": _median(late)} if kind == SERVE else {"seconds": _median(work.seconds)}
    return {"count": "–" if work.lines is None else work.lines, **waited}


def _taken(kind: str, work: Work | Yardstick) -> Seconds:
    """Milliseconds of a request to a served model; of other works processor seconds of what the user runs."""
    if kind == SERVE:
        return tuple(1000 / each.per_second for each in work.requests)
    return work.cpu_seconds


def _median(figures: Seconds) -> str:
    """A time that a user waits, by two digits at most."""
    return f"{float(f'{median(figures):.2g}'):,g}" if figures else "–"


def _two(number: float) -> str:
    number = float(f"{number:.2g}")
    return f"{number:#.2g}" if number < 10 else f"{number:,.0f}"


def _three(number: float) -> str:
    return f"{number:,.3g}" if number < 100 else f"{number:,.0f}"


def _chart(catalogue: Catalogue, name: str, figures: Figures, column: str = "", yardstick: str = "") -> Chart:
    most = max((seen.number for seen in figures.values()), default=1) or 1
    bars = (
        Bar(
            tool,
            catalogue.tools[tool].name,
            seen.number,
            max(100 * seen.number / most, 0.5),
            catalogue.measured[tool],
            seen.beside,
            seen.apart,
            ratio=bool(yardstick),
            notes=_notes(catalogue.measured[tool], name),
        )
        for tool, seen in sorted(figures.items(), key=lambda item: item[1].number)
    )
    return Chart(name, tuple(bars), column, yardstick)


def _notes(result: Result, name: str) -> tuple[Words, ...]:
    """Beside the figure of a work: which part was measured; beside any: what a reader must know of it."""
    part = (result.part,) if result.part and name in KINDS else ()
    return (*part, *result.noted(name))
