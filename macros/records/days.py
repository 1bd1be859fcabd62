"""What day somebody means who writes it in another order."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_DAY = "is not a date (YYYY-MM-DD)"


def no_day(text: str) -> str:
    """That a text is no day as we write one, with the day where it can mean only one."""
    numbers = [int(each) for each in re.findall(r"\d+", re.split(r"(?<=\d)T", text)[0])]
    meant = {each for each in _orders(numbers, _named(text)) if each}
    return f"{NO_DAY}; write {meant.pop()}" if len(meant) == 1 else NO_DAY


def _named(text: str) -> int:
    """The month that a text names in English; 0 where it names none."""
    words = (each[:3].casefold() for each in re.findall(r"[A-Za-z]{3,9}", text))
    return next((MONTHS.index(each) + 1 for each in words if each in MONTHS), 0)


def _orders(numbers: list[int], month: int) -> list[str | None]:
    """What numbers mean beside a month that is named, or alone: the year stands first or last."""
    if month and len(numbers) == 2:
        day, year = sorted(numbers)
        return [_day(year, month, day)]
    if month or len(numbers) != 3:
        return []
    one, two, three = numbers
    if one > 999:
        return [_day(one, two, three) or _day(one, three, two)]
    return [_day(three, two, one), _day(three, one, two)] if three > 999 else []


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
