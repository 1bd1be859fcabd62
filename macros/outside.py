"""What stands outside of the data: read once, where the project is entered, and passed on; and the clock.

Nothing else reads a clock or the environment.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[1]
EPOCH = "SOURCE_DATE_EPOCH"


class NoDay(ValueError):
    """What the outside gives as the day of the build is none."""


class Outside(NamedTuple):
    """The folder of the data, the day of the build, and who runs us.

    `job` is whether a job of GitHub Actions does; `token` opens its forge; `clients` is what programs that
    we start inherit. Repository, address and language of a site stand in the settings of MkDocs.
    """

    data: Path
    day: date
    job: bool = False
    token: str = ""
    clients: Mapping[str, str] = {}


def outside(environment: Mapping[str, str]) -> Outside:
    """What an environment says; raises NoDay, with a sentence, where its day is none."""
    return Outside(
        data=Path(environment.get("DATA_FOLDER") or PROJECT / "data").resolve(),
        day=build_day(environment.get(EPOCH) or ""),
        job=environment.get("GITHUB_ACTIONS") == "true",
        token=environment.get("GH_TOKEN") or environment.get("GITHUB_TOKEN") or "",
        clients=environment,
    )


def build_day(epoch: str = "") -> date:
    """The day of the build, in UTC: an input (`SOURCE_DATE_EPOCH`), else the last commit's, else today.

    Raises NoDay, with a sentence, where the input is no number of seconds.
    """
    said = epoch or str(commit_time() or "")
    if not said:
        return now().date()
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise NoDay(f"{EPOCH} is '{said}'; write the seconds since 1970-01-01 in UTC") from None


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


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def writing_day() -> date:
    """The day that a command writes into data: that of the person at the keyboard."""
    return now().astimezone().date()


def latest_day() -> date:
    """The last day that has begun for anybody: a day ahead of UTC, so that morning in Seoul is no future."""
    return now().date() + timedelta(days=1)


def printable(text: str, most: int = 80) -> str:
    """Words of a stranger as a report prints them: one short line that no markup or terminal obeys."""
    kept = "".join(c if c.isprintable() and c not in "`<>[]@|\\" else " " for c in text)
    return " ".join(kept.split())[:most]
