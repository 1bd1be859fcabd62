"""The one rule on names: what a field points at exists, whatever kind of file it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.loading.files import Files
from macros.loading.problems import Path, Problem, dotted, guess, line_of
from macros.loading.shape import shape_of
from macros.loading.sheets import Sheet
from macros.records.fields import SPECIAL_VALUES
from macros.rules.names import Named, Names, named
from macros.rules.rule import unknown

MOST_LISTED = 14
WORDS = {"source": "source of this tool", "question": "shared question"}
MEANT = {
    "n/a": "not-applicable", "na": "not-applicable", "none": "no", "false": "no", "true": "yes",
    "partially": "partial", "partly": "partial", "y": "yes", "n": "no",
}  # fmt: skip
NOT_YET = ("unknown", "unchecked", "tbd", "todo", "?", "-")


def names_exist(files: Files, names: Names) -> Iterator[tuple[Sheet, Path, Problem]]:
    """What a field names exists, or stands in a file that has a problem of its own.

    A name that stands in several places of a file is one problem, at the first of them.
    """
    for sheet in files.sheets.values():
        if sheet.data is None or sheet.kind is None:
            continue
        said: dict[tuple[str, str], list[Named]] = {}
        for each in named(sheet.data, shape_of(sheet.kind)):
            if not _exists(each, sheet, names):
                said.setdefault((each.kind, each.name), []).append(each)
        for places in said.values():
            yield from _problems(places, sheet, names)


def _problems(places: list[Named], sheet: Sheet, names: Names) -> Iterator[tuple[Sheet, Path, Problem]]:
    first, *others = places
    if first.kind == "value":
        for each in places:
            yield sheet, each.path, _problem(sheet, each.path, _no_value(each, names))
        return
    again = f" (and in {len(others)} more places)" if others else ""
    for each in places:
        message = _no_name(each, sheet, names) + again if each is first else ""
        yield sheet, each.path, _problem(sheet, each.path, message)


def _problem(sheet: Sheet, path: Path, message: str) -> Problem:
    return Problem(sheet.file, line_of(path, sheet.lines), dotted(path), message)


def _exists(each: Named, sheet: Sheet, names: Names) -> bool:
    """Whether a name exists; one that has a form no name has is refused already."""
    if each.kind == "value":
        known = names.values.get(each.criterion)
        return known is None or each.name in allowed(each, known)
    if each.path in sheet.wrong:
        return True
    if each.kind == "source":
        here = _sources(sheet, names)
        return not here or each.name in here
    if each.kind == "cell":
        tool, _, criterion = each.name.partition(".")
        meant = tool in names.unread and names.holds("criterion", criterion)
        return each.name in names.known["cell"] or meant or not _readable(tool, names)
    return names.holds(each.kind, each.name)


def _sources(sheet: Sheet, names: Names) -> frozenset[str]:
    """The sources of the tool that a file is about."""
    return names.sources.get(sheet.file.rpartition("/")[0], frozenset())


def _readable(tool: str, names: Names) -> bool:
    """Whether it is known what a tool was assessed on: its file could be read."""
    return tool not in names.known["tool"] or any(cell.startswith(f"{tool}.") for cell in names.known["cell"])


def allowed(each: Named, options: tuple[str, ...]) -> tuple[str, ...]:
    """The values that a place may hold: neither a side of a dispute nor an effect is `disputed`."""
    if each.path[0] == "assessments" and "sides" not in each.path:
        return (*options, *SPECIAL_VALUES)
    return (*options, "not-applicable")


def _no_value(each: Named, names: Names) -> str:
    options = allowed(each, names.values[each.criterion])
    if each.name.casefold() in NOT_YET:
        return f"'{each.name}' is no value; what was not checked stays out: delete the entry"
    meant = MEANT.get(each.name.casefold())
    near = f"; did you mean '{meant}'?" if meant in options else guess(each.name.casefold(), options)
    return f"'{each.name}' is no value of this criterion: {_listed(options)}{near}"


def _no_name(each: Named, sheet: Sheet, names: Names) -> str:
    if each.kind == "source":
        return unknown(WORDS["source"], each.name, sorted(_sources(sheet, names)))
    known = sorted(names.known[each.kind])
    if each.kind == "cell":
        return _no_cell(each.name, names)
    said = unknown(WORDS.get(each.kind, each.kind), each.name, known)
    few = len(known) <= MOST_LISTED and "did you mean" not in said
    return f"{said}; there are: {_listed(known)}" if few and known else said


def _no_cell(cell: str, names: Names) -> str:
    tool, _, criterion = cell.partition(".")
    if not names.holds("tool", tool):
        return f"'{cell}' is no assessment: {unknown('tool', tool, sorted(names.known['tool']))}"
    if names.holds("criterion", criterion):
        return f"'{cell}' is no assessment: {tool} has none on '{criterion}'"
    there = sorted(each.partition(".")[2] for each in names.known["cell"] if each.startswith(f"{tool}."))
    return f"'{cell}' is no assessment: {unknown('criterion', criterion, there)}"


def _listed(known: Iterable[str]) -> str:
    known = list(known)
    more = f" … ({len(known)} in all)" if len(known) > MOST_LISTED else ""
    return ", ".join(known[:MOST_LISTED]) + more
