"""Figures: numbers with a unit and a day, derived at load from prices and measurements, never written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from macros.records.evidence import Source
from macros.records.fields import Words
from macros.records.tool import Tool
from macros.records.vocabulary import Criterion


@dataclass(frozen=True)
class Figure:
    """A number, the day on which it was seen, how it came about, and where; its own unit if it has one."""

    number: float
    day: str
    how: Words
    unit: Words | None = None
    sources: tuple[Source, ...] = ()


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


MEASURES: dict[str, Callable[[Tool], Figure | None]] = {"price": _price}


def derived(tool: Tool, criterion: Criterion) -> Figure | None:
    """The figure of a tool on a criterion; None for another kind of criterion, or where nothing is known."""
    measure = MEASURES.get(criterion.measure or "")
    return measure(tool) if measure else None
