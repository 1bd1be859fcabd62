"""Which day it is: for who writes, and for who checks. Nothing else reads a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def writing_day() -> date:
    """The day that a command writes into data: that of the person at the keyboard."""
    return now().astimezone().date()


def latest_day() -> date:
    """The last day that has begun for anybody: a day ahead of UTC, so that morning in Seoul is no future."""
    return now().date() + timedelta(days=1)
