"""The whole check: every file read, every rule applied, every problem at once."""

from __future__ import annotations

from pathlib import Path

from macros.addresses import written
from macros.loading.catalogue import ROOT, Catalogue, catalogue, fingerprint, read
from macros.loading.problems import Problem
from macros.rules import guides as rules_guides
from macros.rules import history as rules_history
from macros.rules import plans as rules_plans
from macros.rules import tools as rules_tools
from macros.rules import vocabulary as rules_vocabulary
from macros.rules.rule import RULES

__all__ = ["check", "rules_guides", "rules_history", "rules_plans", "rules_tools", "rules_vocabulary"]

_cache: dict[Path, tuple[int, tuple[Catalogue | None, list[Problem]]]] = {}


def check(root: Path = ROOT) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue and all its problems at once; the catalogue is None where one stands."""
    mark = hash((fingerprint(root), written()))
    if root not in _cache or _cache[root][0] != mark:
        _cache[root] = (mark, _check(root))
    return _cache[root][1]


def _check(root: Path) -> tuple[Catalogue | None, list[Problem]]:
    files, problems = read(root)
    if files is None:
        return None, sorted(problems)
    whole = catalogue(files)
    problems += [problem for each in RULES for problem in each(files, whole)]
    return (None if problems else whole), sorted(set(problems))
