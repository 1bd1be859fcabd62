"""The shipped guides and tools read anew from YAML, to judge the engine without asking it."""

from __future__ import annotations

from functools import cache
from typing import Any

from macros.loading.catalogue import ROOT
from tests.editing import said

LIVING = ("active", "maintenance")
Option = tuple[str, str]


@cache
def record(name: str) -> Any:
    """One data file as plain strings, lists and mappings."""
    return said(ROOT / name)


def names(folder: str) -> list[str]:
    """The ids of a folder's records."""
    return sorted(path.stem for path in (ROOT / folder).iterdir())


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
def required(stage: str) -> dict[Option, dict[str, list[str]]]:
    """What each option of a guide requires: the shared question's words, and the guide's own over them."""
    found: dict[Option, dict[str, list[str]]] = {}
    for question in record(f"guides/{stage}.yml")["questions"]:
        key = question.get("use") or question["id"]
        options = record("questions.yml")[key]["options"] if "use" in question else question["options"]
        for option, effects in options.items():
            added = question.get("effects", {}).get(option, {})
            needs = {**effects.get("require", {}), **added.get("require", {})}
            found[key, option] = {criterion: _list(values) for criterion, values in needs.items()}
    return found


def barred(stage: str, given: list[Option]) -> frozenset[str]:
    """The candidates that a set of answers rules out: by a value, or by a condition that an answer meets."""
    needs = [need for option in given for need in required(stage)[option].items()]
    return frozenset(
        tool
        for tool in candidates(stage)
        if any(
            refuses(tool, criterion, accepted) or closed(tool, criterion, given)
            for criterion, accepted in needs
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
