"""What was measured: charts, what was asked of the Internet, and of which tools nothing was and why."""

from __future__ import annotations

from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.loading.measured import Result
from macros.records.fields import Words
from macros.records.vocabulary import Unmeasured
from macros.views.charts import Chart, charts
from macros.views.left import Left, left
from macros.views.reached import Reach, reach


class Absent(NamedTuple):
    """A tool of which nothing was measured, with the reason; `result` where its client alone was."""

    tool: str
    name: Words
    reason: Unmeasured | None
    result: Result | None


class Measured(NamedTuple):
    """What was measured, and of which tools nothing was and why; `clean` left nothing behind."""

    charts: list[Chart]
    reaches: list[Reach]
    lefts: list[Left]
    clean: list[Left]
    tools: int
    working: int
    newest: str
    unmeasured: list[Absent]


def measured(catalogue: Catalogue, key: str, language: str) -> Measured:
    """The page of measurements: charts, what was asked of the Internet or left, what has no figure."""
    results = {tool: each for tool, each in catalogue.measured.items() if each.level != "client"}
    worked = {tool: each for tool, each in results.items() if not all(w.problem for w in each.works.values())}
    lefts = [left(catalogue, tool, result) for tool, result in worked.items()]
    return Measured(
        charts=charts(catalogue),
        lefts=[each for each in lefts if not each.nothing],
        clean=[each for each in lefts if each.nothing],
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
