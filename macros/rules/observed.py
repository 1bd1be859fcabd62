"""The rules on what machines saw: on days that have come, and of the tool's own packages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.outside import latest_day
from macros.records.tool import Observed
from macros.rules.rule import at, rule


@rule
def nothing_was_seen_in_the_future(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Nothing was seen, and no release made, on a day that has not come, nor after the day it was seen."""
    today = latest_day()
    for loaded in files.tools.values():
        observed = loaded.record.observed
        for place, day in _days(observed) if observed else ():
            if day > today:
                yield at(loaded, place, f"{day} is in the future")
            elif observed and observed.seen < day:
                yield at(loaded, place, f"{day} is after {observed.seen}, the day on which this was seen")


def _days(observed: Observed) -> Iterator[tuple[Place, date]]:
    if observed.seen > latest_day():
        yield ("seen",), observed.seen
        return
    for kind, release in observed.releases.items():
        for field in ("day", "seen", "after"):
            if day := getattr(release, field):
                yield ("releases", kind, field), day


@rule
def releases_are_of_the_tools_packages(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A release that was seen is not one of another tool's package; one of a former package is forgotten."""
    owners: dict[tuple[str, str], list[str]] = {}
    for key, tool in whole.tools.items():
        for index, name in tool.packages.items():
            owners.setdefault((index, name), []).append(key)
    for key, loaded in files.tools.items():
        observed = loaded.record.observed
        for kind, release in observed.releases.items() if observed else ():
            others = owners.get((kind, release.name or ""), [key])
            if key not in others:
                message = f"'{release.name}' is the package of '{others[0]}', and none of this tool"
                yield at(loaded, ("releases", kind, "name"), message)
