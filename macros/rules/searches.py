"""The rules on what people search for and the catalogue does not have."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.rules.rule import at, rule


@rule
def what_is_not_covered_is_no_tool(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A spelling of what is not covered is no spelling of a tool: the catalogue covers that one."""
    spelled = {
        spelling.casefold(): key
        for key, tool in whole.tools.items()
        for spelling in (key, tool.name.ko, tool.name.en or "", *tool.search)
    }
    for key, each in whole.uncovered.items():
        for number, spelling in enumerate(each.search):
            if tool := spelled.get(spelling.casefold()):
                yield at(files.uncovered, (key, "search", number), f"'{spelling}' is the tool '{tool}'")
