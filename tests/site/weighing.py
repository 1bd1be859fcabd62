"""What a team's weights come to, computed from the catalogue without asking the browser."""

from __future__ import annotations

import random
import re
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.records.tool import Tool

Weight = tuple[str, str, str]


def random_weights(chance: random.Random, catalogue: Catalogue, stage: str) -> list[Weight]:
    """Two to five weights on criteria of the stage and of all tools, some of them must-haves."""
    groups = [group for group in catalogue.groups.values() if group.stage in (None, stage)]
    criteria = {key: each for group in groups for key, each in group.criteria.items() if each.kind != "text"}
    found = []
    for key in chance.sample(sorted(criteria), chance.randint(2, 5)):
        wanted = chance.choice([option for option in criteria[key].options if option != "no"])
        found.append((key, chance.choice(("1", "2", "3", "4", "5", "must")), wanted))
    return found


def address(weights: list[Weight]) -> str:
    """Weights as a query string."""
    return "?weigh=" + ",".join(map(":".join, weights))


def fit(catalogue: Catalogue, tool: Tool, criterion: str, wanted: str) -> float | None:
    """How far a tool gives what is wanted, or better; None where nobody knows."""
    cell = tool.assessments.get(criterion)
    ordered = catalogue.criteria[criterion].ordered
    if cell is None or cell.values == ("disputed",):
        return None
    better = ordered[: ordered.index(wanted)] if wanted in ordered else ()
    if (
        set(better) & set(cell.values)
        or wanted in cell.values
        or (wanted == "partial" and "yes" in cell.values)
    ):
        return 1
    return 0.5 if wanted == "yes" and "partial" in cell.values else 0


def computed(catalogue: Catalogue, stage: str, weights: list[Weight]) -> tuple[dict[str, Any], list[str]]:
    """The range of each tool that is ranked, in per cent, and the tools that a must-have excludes."""
    ranges, excluded = {}, []
    total = sum(int(weight) for _, weight, _ in weights if weight != "must")
    for tool in catalogue.tools_of(stage).values():
        if not tool.living:
            continue
        fits = [(weight, fit(catalogue, tool, criterion, wanted)) for criterion, weight, wanted in weights]
        if any(weight == "must" and each is not None and each < 1 for weight, each in fits):
            excluded.append(tool.name.ko)
            continue
        low, high = (
            sum(
                int(weight) * (unknown if each is None else each) for weight, each in fits if weight != "must"
            )
            for unknown in (0, 1)
        )
        ranges[tool.name.ko] = (100 * low / total, 100 * high / total) if total else None
    return ranges, excluded


def read_line(line: str) -> tuple[str, tuple[float, float] | None, float]:
    """(tool, range, the sum of the arithmetic with unknown counted as half) of one line."""
    name, *rest = [each.strip() for each in line.split("\n") if each.strip()]
    shown = [re.fullmatch(r"([\d.]+)(?:~([\d.]+))?%", each) for each in rest]
    found = next((each for each in shown if each), None)
    low = float(found[1]) if found else None
    values = [re.match(r"(\d) × ([\d.]+|모름) ", term) for term in rest]
    total = sum(int(each[1]) * (0.5 if each[2] == "모름" else float(each[2])) for each in values if each)
    return name, None if low is None or found is None else (low, float(found[2] or low)), total
