"""The whole check: every file read, every rule applied, every problem at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from macros.loading.catalogue import Catalogue, catalogue_of
from macros.loading.files import FOLDERS, Files, read
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem, counted
from macros.loading.sheets import Loaded
from macros.loading.store import Store
from macros.rules import between as rules_between
from macros.rules import guides as rules_guides
from macros.rules import history as rules_history
from macros.rules import ids as rules_ids
from macros.rules import interface as rules_interface
from macros.rules import laboratory as rules_laboratory
from macros.rules import marks as rules_marks
from macros.rules import observed as rules_observed
from macros.rules import once as rules_once
from macros.rules import pages as rules_pages
from macros.rules import plans as rules_plans
from macros.rules import searches as rules_searches
from macros.rules import tools as rules_tools
from macros.rules import vocabulary as rules_vocabulary
from macros.rules.names import names
from macros.rules.references import names_exist
from macros.rules.rule import RULES

__all__ = ["MODULES", "BrokenData", "check", "sound"]

MODULES = (
    rules_tools,
    rules_between,
    rules_vocabulary,
    rules_ids,
    rules_laboratory,
    rules_marks,
    rules_observed,
    rules_once,
    rules_history,
    rules_guides,
    rules_plans,
    rules_pages,
    rules_searches,
    rules_interface,
)


class BrokenData(Exception):
    """The data has problems; nothing is built, and nothing is answered."""

    def __init__(self, problems: list[Problem]) -> None:
        lines = "\n".join(map(str, problems))
        super().__init__(f"{counted(problems)} in data/:\n{lines}")
        self.problems = problems


def sound(root: Path, day: date = date.min) -> Catalogue:
    """The checked catalogue on a day; raises BrokenData with every problem."""
    whole, problems = check(root, day=day)
    if whole is None:
        raise BrokenData(problems)
    return whole


def check(
    root: Path, store: Store | None = None, day: date = date.min
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue and all its problems at once; the catalogue is None where one stands."""
    files, formed = read(root, store)
    astray: dict[str, set[Place]] = {}
    found: list[Problem] = []
    for sheet, place, problem in names_exist(files, names(files)):
        astray.setdefault(sheet.file, set()).add(place)
        found += [problem] if problem.message else []
    said = {(each.file, each.field) for each in found}
    problems = [each for each in formed if (each.file, each.field) not in said] + found
    files = _doubted(files, astray)
    whole = catalogue_of(files, day)
    problems += [problem for each in RULES for problem in each(files, whole)]
    return (None if problems else whole), sorted(set(problems))


def _doubted(files: Files, astray: dict[str, set[Place]]) -> Files:
    """The files, where a name leads nowhere in doubt: no rule asks what stands behind it."""
    if not astray:
        return files

    def doubted(loaded: Loaded[Any]) -> Loaded[Any]:
        places = {place for sheet in loaded.sheets for place in astray.get(sheet.file, ())}
        return replace(loaded, astray=frozenset(places)) if places else loaded

    changed: dict[str, Any] = {}
    for name, each in vars(files).items():
        if name in ("tools", *FOLDERS):
            changed[name] = {key: doubted(one) for key, one in each.items()}
        elif isinstance(each, Loaded):
            changed[name] = doubted(each)
    return replace(files, **changed)
