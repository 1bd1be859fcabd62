"""What machines saw, held against the evidence: how old the newest release is, and where the two disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from macros.records.tool import Release, Tool
from macros.records.vocabulary import Criterion

Kind = Literal["archived", "moved", "withdrawn", "advisories", "release", "licence", "support"]
UNKNOWN_LICENCES = ("NOASSERTION", "OTHER", "NONE")


@dataclass(frozen=True)
class Age:
    """The value of a criterion by the age of the newest release, as a machine saw it, and the day of that."""

    criterion: str
    value: str
    seen: date


@dataclass(frozen=True)
class Doubt:
    """What the evidence says and a machine saw otherwise, each with its day; both as ids or plain words."""

    kind: Kind
    criterion: str
    said: str
    said_on: date | None
    saw: str
    saw_on: date


def ages(tool: Tool, criteria: Mapping[str, Criterion]) -> Iterator[Age]:
    """The value of each criterion that asks for the age of a release, where what was seen allows only one."""
    if tool.observed is None or tool.observed.release is None:
        return
    for key, criterion in criteria.items():
        options = criterion.options.items()
        steps = {each: option.from_days for each, option in options if option.from_days is not None}
        if not steps:
            continue
        least, most = _span(tool, key, steps, tool.observed.release, tool.observed.seen)
        value = _value(least, steps)
        if most is not None and _value(most, steps) == value:
            yield Age(key, value, tool.observed.seen)


def _span(
    tool: Tool, criterion: str, steps: dict[str, int], release: Release, seen: date
) -> tuple[timedelta, timedelta | None]:
    """The least and the most that a release can be old, on the day on which it was the newest still.

    Its day is known; or an older one was seen before it; or it is the one whose age a person found.
    """
    if release.day:
        return seen - release.day, seen - release.day
    least = seen - (release.seen or seen)
    if release.after:
        return least, seen - release.after
    cell = tool.assessments.get(criterion)
    if cell and cell.version == release.version and cell.values[0] in steps:
        since = seen - cell.checked
        later = [start for start in steps.values() if start > steps[cell.values[0]]]
        most = since + timedelta(min(later) - 1) if later else timedelta.max
        return max(least, since + timedelta(steps[cell.values[0]])), most
    return least, None


def _value(age: timedelta, steps: dict[str, int]) -> str:
    return max((start, each) for each, start in steps.items() if start <= max(age.days, 0))[1]


def doubts(tool: Tool, criteria: Mapping[str, Criterion]) -> Iterator[Doubt]:
    """Everything that a reader of the evidence should look at again, because a machine saw otherwise."""
    observed = tool.observed
    if observed is None:
        return
    seen = observed.seen
    if observed.archived and tool.living:
        opened = max(tool.sources[each].accessed for each in tool.lifecycle.source)
        yield Doubt("archived", "", tool.lifecycle.status, opened, "", seen)
    if observed.moved:
        yield Doubt("moved", "", tool.links.repository or "", None, observed.moved, seen)
    for kind, release in observed.releases.items():
        if release.withdrawn:
            named = " ".join(filter(None, (kind, release.name, release.version)))
            yield Doubt("withdrawn", "", "", None, f"{named} is {release.withdrawn}", release.seen or seen)
    if observed.advisories:
        yield Doubt("advisories", "", "", None, str(observed.advisories), seen)
    yield from _aged(tool, criteria)
    yield from _licensed(tool)
    yield from _ended(tool)


def _aged(tool: Tool, criteria: Mapping[str, Criterion]) -> Iterator[Doubt]:
    for age in ages(tool, criteria):
        cell = tool.assessments.get(age.criterion)
        said = cell.values[0] if cell else ""
        option = criteria[age.criterion].options.get(said)
        if cell and option and option.from_days is not None and said != age.value:
            yield Doubt("release", age.criterion, said, cell.checked, age.value, age.seen)


def _licensed(tool: Tool) -> Iterator[Doubt]:
    """The licence file, as the host reads it, beside the last period of the licence."""
    observed = tool.observed
    if not observed or not observed.licence or not tool.licences:
        return
    last = tool.licences[-1]
    if observed.licence.upper() not in UNKNOWN_LICENCES and observed.licence not in last.licence:
        opened = max(tool.sources[each].accessed for each in last.source)
        yield Doubt("licence", "", last.licence, opened, observed.licence, observed.seen)


def _ended(tool: Tool) -> Iterator[Doubt]:
    """The ends of support that both know of, compared as exactly as the vaguer of the two."""
    for each in tool.support:
        end = tool.observed.ends.get(each.version) if tool.observed else None
        if tool.observed and end:
            exact = min(len(end), len(each.ends))
            if end[:exact] != each.ends[:exact]:
                opened = max(tool.sources[key].accessed for key in each.source)
                said, saw = (f"{each.version}: {day}" for day in (each.ends, end))
                yield Doubt("support", "", said, opened, saw, tool.observed.seen)
