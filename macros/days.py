"""Which day it is: for who writes, for who checks, and for what is built. Nothing else reads a clock."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[1]
EPOCH = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def writing_day() -> date:
    """The day that a command writes into data: that of the person at the keyboard."""
    return now().astimezone().date()


def latest_day() -> date:
    """The last day that has begun for anybody: a day ahead of UTC, so that morning in Seoul is no future."""
    return now().date() + timedelta(days=1)


def build_day() -> date:
    """The day of the build, in UTC: an input (`SOURCE_DATE_EPOCH`), else the last commit's, else today.

    Raises ValueError, with a sentence, where the input is no number of seconds.
    """
    said = os.environ.get(EPOCH) or str(commit_time() or "")
    if not said:
        return now().date()
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{EPOCH} is '{said}'; write the seconds since 1970-01-01 in UTC") from None


@cache
def commit_time(folder: Path = PROJECT) -> int | None:
    """When the last commit was made, in seconds; None without git, or where there is no commit."""
    try:
        log = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],  # noqa: S607 (whichever git there is)
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    return int(log.stdout) if log.stdout.strip().isdigit() else None
