"""What is compared: each figure of a tool divided by the same run's yardstick, by their medians."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from lab.results import Result, Worked


def ratio(figures: Sequence[float], yard: Sequence[float]) -> float | None:
    """How many times its yardstick, or nothing where either is missing."""
    return round(median(figures) / median(yard), 2) if figures and yard and median(yard) else None


def ratios(result: Result) -> dict[str, float]:
    """Every ratio a result holds, by its name."""
    found: dict[str, float | None] = {}
    if result.imported:
        found["import"] = ratio(result.imported.seconds, result.imported.bare_seconds)
        found["import_cpu"] = ratio(result.imported.cpu_seconds, result.imported.bare_cpu_seconds)
    for kind, worked in result.works.items():
        found |= {f"{kind}.{name}": value for name, value in of_work(worked).items()}
    return {name: value for name, value in found.items() if value is not None}


def of_work(worked: Worked) -> dict[str, float | None]:
    """The ratios of one work; of memory only beside a server: plain Python is over before it can be seen."""
    yard = worked.yardstick
    return {
        "start": ratio(worked.start_seconds, yard.start_seconds),
        "start_cpu": ratio(worked.start_cpu_seconds, yard.start_cpu_seconds),
        "seconds": ratio(worked.seconds, yard.seconds),
        "cpu": ratio(worked.cpu_seconds, yard.cpu_seconds),
        "idle": ratio(_some(worked.idle_mb), _some(yard.idle_mb)),
        "memory": ratio(_some(worked.work_mb), _some(yard.work_mb if yard.idle_mb else None)),
        "per_second": ratio(
            [each.per_second for each in worked.requests], [each.per_second for each in yard.requests]
        ),
        "p95": ratio([each.p95_ms for each in worked.requests], [each.p95_ms for each in yard.requests]),
    }


def _some(figure: float | None) -> list[float]:
    return [] if figure is None else [figure]


def _two(value: float) -> str:
    """Two digits: what another machine should find again allows no more."""
    return f"{float(f'{value:.2g}'):,g}"


def summary(found: dict[str, Result]) -> str:
    """Two lines a result, for reading in a terminal; the name is that of its file."""
    lines = []
    for name, result in found.items():
        works = "; ".join(f"{kind}: {worked.problem[:60] or 'ok'}" for kind, worked in result.works.items())
        size = f"{result.install.packages} packages {result.install.megabytes:g} MB"
        lines.append(f"{result.day} {name} {result.version} {result.level}: {size}  {works}")
        lines.append("    " + "  ".join(f"{what} {_two(value)}x" for what, value in ratios(result).items()))
    return "\n".join(lines)
