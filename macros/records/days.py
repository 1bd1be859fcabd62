"""What day somebody means who writes it in another order."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_DAY = "is not a date (YYYY-MM-DD)"


def no_day(text: str) -> str:
    """That a text is no day as we write one, with the day where it can mean only one."""
    words = re.sub(r"[A-Za-z]{3,9}", _number, text.partition("T")[0])
    numbers = [int(each) for each in re.findall(r"\d+", words)]
    meant = {each for each in _orders(numbers) if each} if len(numbers) == 3 else set()
    return f"{NO_DAY}; write {meant.pop()}" if len(meant) == 1 else NO_DAY


def _number(found: re.Match[str]) -> str:
    """The number of a month by its English name; any other word as it stands."""
    start = found[0][:3].casefold()
    return str(MONTHS.index(start) + 1) if start in MONTHS else found[0]


def _orders(numbers: list[int]) -> list[str | None]:
    one, two, three = numbers
    if one > 999:
        first = _day(one, two, three)
        return [first or _day(one, three, two)]
    return [_day(three, two, one), _day(three, one, two)] if three > 999 else []


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
