"""What a gate beyond *sound* is: rules that list what is missing, and block nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from macros.loading.catalogue import Catalogue, catalogue_of
from macros.loading.files import Files, read
from macros.loading.problems import Problem

Rule = Callable[[Files, Catalogue], Iterator[Problem]]


def asked(rules: list[Rule], root: Path, day: date = date.min) -> list[Problem]:
    """Everything that these rules miss in a sound data set on a day, in the order of the files."""
    files, _ = read(root)
    whole = catalogue_of(files, day)
    return sorted({problem for rule in rules for problem in rule(files, whole)})
