"""The shipped guides and tools read anew from YAML, to judge the engine without asking it."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.conftest import SHIPPED
from tests.editing import said

LIVING = ("active", "maintenance")
Option = tuple[str, str]


@cache
def record(name: str) -> Any:
    """One data file as plain strings, lists and mappings."""
    return said(SHIPPED / name)


def names(folder: str) -> list[str]:
    """The ids of a folder's records."""
    return sorted(path.stem for path in (SHIPPED / folder).iterdir())


@cache
def candidates(stage: str) -> tuple[str, ...]:
    """Living tools that cover the whole stage."""
    return tuple(
        key
        for key in names("tools")
        if (role := record(f"tools/{key}/about.yml")["stages"].get(stage)) is not None
        and role.get("part", "false") != "true"
        and record(f"tools/{key}/evidence.yml")["lifecycle"]["status"] in LIVING
    )


@cache
def parts(stage: str) -> dict[Option, list[dict[str, Any]]]:
    """What each option of a guide does, in parts: the shared question's, then the guide's own."""
    found: dict[Option, list[dict[str, Any]]] = {}
    for question in record(f"guides/{stage}.yml")["questions"]:
        key = question.get("use") or question["id"]
        options = record("questions.yml")[key]["options"] if "use" in question else question["options"]
        for option, shared in options.items():
            added = question.get("effects", {}).get(option, {})
            if not any(gate in each for each in (shared, added) for gate in ("without", "only_with")):
                shared = {**shared, "require": {**shared.get("require", {}), **added.get("require", {})}}
                added = {**added, "require": {}}
            every = (shared, added, *shared.get("also", []), *added.get("also", []))
            found[key, option] = list(every)
    return found


def counts(part: dict[str, Any], given: list[Option]) -> bool:
    """Whether a part counts beside these answers."""

    def met(gate: str) -> list[bool]:
        named = part.get(gate, {}).items()
        return [any(q == question and o in _list(options) for q, o in given) for question, options in named]

    return not any(met("without")) and all(met("only_with"))


def needs(stage: str, given: list[Option], option: Option) -> list[tuple[str, list[str]]]:
    """What one answer requires beside the others: criteria with the values that are accepted."""
    held = [part for part in parts(stage)[option] if counts(part, given)]
    return [(key, _list(values)) for part in held for key, values in part.get("require", {}).items()]


def left(stage: str, given: list[Option], option: Option) -> list[str]:
    """The tools that one answer wants to leave."""
    return [
        key for part in parts(stage)[option] if counts(part, given) for key in _list(part.get("leaves", []))
    ]


def barred(stage: str, given: list[Option]) -> frozenset[str]:
    """The candidates ruled out: by a value, by a condition that an answer meets, or because they are left."""
    every = [need for option in given for need in needs(stage, given, option)]
    gone = {tool for option in given for tool in left(stage, given, option)}
    return frozenset(
        tool
        for tool in candidates(stage)
        if tool in gone
        or any(
            refuses(tool, criterion, accepted) or closed(tool, criterion, given)
            for criterion, accepted in every
        )
    )


def closed(tool: str, criterion: str, given: list[Option]) -> bool:
    """Whether a cell holds only under a condition that one of the answers excludes."""
    cell = record(f"tools/{tool}/evidence.yml").get("assessments", {}).get(criterion, {})
    under = [record("conditions.yml")[each].get("no_under", {}) for each in _list(cell.get("condition", []))]
    return any(option in _list(each.get(question, [])) for each in under for question, option in given)


def refuses(tool: str, criterion: str, accepted: list[str]) -> bool:
    """Whether a cell holds no accepted value."""
    cell = record(f"tools/{tool}/evidence.yml").get("assessments", {}).get(criterion)
    values = _list(cell["value"]) if cell else ["disputed"]
    return values != ["disputed"] and not set(values) & set(accepted)


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
