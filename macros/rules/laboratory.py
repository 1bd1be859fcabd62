"""The rules on results of the laboratory: of tools that are listed, in the folder of their day."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.outside import latest_day
from macros.rules.rule import rule, unknown


@rule
def results_are_of_tools_and_days(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A result is of a tool that is listed, was, or has a recipe, and lies in the folder of its day."""
    recipes = {path.name for path in (files.root.parent / "lab").glob("*/") if path.is_dir()}
    known = {*files.names("tools"), *whole.ids.get("tools", {}), *recipes}
    for key, result in files.measured.items():
        folder = result.file.split("/")[-2]
        if key not in known:
            yield Problem(result.file, 1, "", unknown("tool", key, sorted(known)))
        elif folder != result.day:
            yield Problem(result.file, 1, "day", f"'{result.day}' lies in the folder of {folder}")
        elif result.day > latest_day().isoformat():
            yield Problem(result.file, 1, "day", f"{result.day} is in the future")
