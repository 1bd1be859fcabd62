"""What a gate beyond *sound* is: rules that list what is missing, and block nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from macros.loading.catalogue import ROOT, Catalogue, Files, catalogue, read
from macros.loading.problems import Problem

Rule = Callable[[Files, Catalogue], Iterator[Problem]]


def asked(rules: list[Rule], root: Path = ROOT) -> list[Problem]:
    """Everything that these rules miss in a sound data set, in the order of the files."""
    files, _ = read(root)
    whole = catalogue(files)
    return sorted({problem for rule in rules for problem in rule(files, whole)})
