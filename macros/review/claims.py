"""Tools, claims and sources that two states of the data do not share, in words."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue
from macros.loading.history import encoded
from macros.outside import printable
from macros.records.evidence import Assessment, Source
from macros.records.tool import Tool

NOTHING = "not checked"


def named(catalogue: Catalogue, tool: str) -> str:
    """A tool as a reviewer knows it."""
    name = catalogue.tools[tool].name
    return printable(name.en or name.ko)


def asked(catalogue: Catalogue, criterion: str) -> str:
    """A criterion as a reviewer knows it."""
    if criterion not in catalogue.criteria:
        return printable(criterion)
    name = catalogue.criteria[criterion].name
    return printable(name.en or name.ko)


def told(assessment: Assessment | None) -> str:
    """A cell's value with its conditions."""
    if assessment is None:
        return NOTHING
    under = f" under {', '.join(assessment.condition)}" if assessment.condition else ""
    return f"{printable(encoded(assessment.value))}{under}"


def origins(before: Catalogue, after: Catalogue) -> dict[str, str]:
    """The former id of each tool that was renamed: its old address leads to the new one."""
    return {
        key: old
        for key in after.tools
        for old in before.tools
        if key not in before.tools
        and old not in after.tools
        and after.redirects.get(f"tools/{old}") == f"tools/{key}"
    }


def tools(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Tools that came, went, or live otherwise."""
    renamed = origins(before, after)
    for key in sorted({*before.tools, *after.tools} - set(renamed.values())):
        one, other = before.tools.get(renamed.get(key, key)), after.tools.get(key)
        if key in renamed:
            yield f"{named(after, key)} has the id {key} now; it was {renamed[key]}"
        if one is None and other is not None:
            where = ", ".join(other.stages)
            yield f"{named(after, key)} is new, in {where}, with {_count(len(other.assessments), 'claim')}"
        elif other is None:
            yield f"{named(before, key)} is gone"
        elif one is not None and one.lifecycle.status != other.lifecycle.status:
            yield f"{named(after, key)} was {one.lifecycle.status} and is {other.lifecycle.status}"


def claims(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Every cell of a tool that stays whose value, condition or note is another."""
    for key, one, other in _both(before, after):
        for criterion in _keys(after, one.assessments, other.assessments):
            was, now = one.assessments.get(criterion), other.assessments.get(criterion)
            if told(was) != told(now) or _differs(was, now):
                proof = f" ({_proof(other, now)})" if now else ""
                yield f"{cell(after, key, criterion)}: {told(was)} → {told(now)}{proof}"
            elif was and now and was.note != now.note:
                yield f"{cell(after, key, criterion)}: its note changes"


def cell(catalogue: Catalogue, tool: str, criterion: str) -> str:
    """The name of a cell."""
    return f"{named(catalogue, tool)}, {asked(catalogue, criterion)}"


def sources(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Sources that came, went or lead elsewhere, and those that were read again."""
    for key, one, other in _both(before, after):
        for name in sorted({*one.sources, *other.sources}):
            was, now = one.sources.get(name), other.sources.get(name)
            if said := _source(was, now):
                yield f"{named(after, key)}, {name}: {said}"


def _source(was: Source | None, now: Source | None) -> str:
    if was is None and now is not None:
        return f"is new, <{now.url}>"
    if now is None:
        return f"is gone, <{was.url}>" if was else ""
    if was is not None and was.url != now.url:
        return f"<{was.url}> → <{now.url}>"
    if was is not None and was.accessed != now.accessed:
        return f"was read again on {now.accessed}"
    return ""


def younger(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Claims with a later day whose sources are as old as before: somebody wrote a day and read nothing."""
    for key, one, other in _both(before, after):
        for criterion in _keys(after, one.assessments, other.assessments):
            was, now = one.assessments.get(criterion), other.assessments.get(criterion)
            if was and now and now.checked > was.checked and not _read_again(one, other, now):
                days = f"{was.checked} → {now.checked}"
                said = f"is younger ({days}) and none of its sources was read again"
                yield f"{cell(after, key, criterion)}: {said}"


def makers(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """Tools of which more is said by their own makers than before."""
    renamed = origins(before, after)
    for key, other in after.tools.items():
        one = before.tools.get(renamed.get(key, key))
        was = _by(one) if one else 0
        if (now := _by(other)) > was:
            total = _count(len(other.assessments), "claim")
            yield f"{named(after, key)}: {now} of {total} by its maker (before: {was})"


def _by(tool: Tool) -> int:
    return sum(bool(each.by) for each in tool.assessments.values())


def _read_again(one: Tool, other: Tool, now: Assessment) -> bool:
    for name in now.sources:
        was = one.sources.get(name)
        source = other.sources[name]
        if was is None or source.url != was.url or source.accessed > was.accessed:
            return True
    return False


def _differs(was: Assessment | None, now: Assessment | None) -> bool:
    if was is None or now is None:
        return was is not now
    return isinstance(was.value, tuple) != isinstance(now.value, tuple) or (
        not isinstance(was.value, tuple) and was.value != now.value
    )


def _proof(tool: Tool, now: Assessment) -> str:
    read = [tool.sources[name] for name in now.sources[:2]]
    return ", ".join(f"<{each.url}> read {each.accessed}" for each in read)


def _both(before: Catalogue, after: Catalogue) -> Iterator[tuple[str, Tool, Tool]]:
    renamed = origins(before, after)
    for key, tool in after.tools.items():
        if (old := renamed.get(key, key)) in before.tools:
            yield key, before.tools[old], tool


def _keys(catalogue: Catalogue, *cells: dict[str, Assessment]) -> list[str]:
    found = {key for each in cells for key in each}
    order = {key: number for number, key in enumerate(catalogue.criteria)}
    return sorted(found, key=lambda key: (order.get(key, len(order)), key))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
