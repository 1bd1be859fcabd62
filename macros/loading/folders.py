"""The folders of tools: what each holds, joined to one record."""

from __future__ import annotations

from pathlib import Path

from macros.loading import history
from macros.loading.problems import Lines, nearest
from macros.loading.reading import Refused, entries, read_file, text_of, unnamable
from macros.loading.sheets import Found, Loaded, Sheet, name_of
from macros.records.evidence import Evidence
from macros.records.tool import About, Observed, Tool

ABOUT, EVIDENCE, OBSERVED = "about.yml", "evidence.yml", "observed.yml"
SHEETS = {ABOUT: About, EVIDENCE: Evidence}
BESIDE = (*SHEETS, OBSERVED, history.FILE)


def read_tools(folder: Path, found: Found) -> dict[str, Loaded[Tool]]:
    """Every tool by its id, the folder's name; what is wrong is gathered in `found`."""
    tools: dict[str, Loaded[Tool]] = {}
    for path in entries(folder, found):
        if stray := _stray(path):
            found.problem(path, 1, stray)
        elif tool := _read(path, found):
            tools[path.name] = tool
    return tools


def _read(folder: Path, found: Found) -> Loaded[Tool] | None:
    there = entries(folder, found)
    absent = set(BESIDE) - {path.name for path in there}
    meant: set[str] = set()
    for path in there:
        if path.name not in BESIDE:
            near = nearest(path.name.casefold(), absent)
            meant.update(near)
            mend = f"; did you mean '{near[0]}'?" if near else f"; a tool's folder holds {', '.join(BESIDE)}"
            found.problem(path, 1, f"does not belong here{mend}")
    about, evidence = (
        None if name in meant else read_file(folder / name, kind, found) for name, kind in SHEETS.items()
    )
    seen = _observed(folder / OBSERVED, found)
    past = folder / history.FILE
    before = len(found.problems)
    lines = _history(past, found)
    unread = frozenset({("history",)}) if len(found.problems) > before else frozenset()
    if about is None or evidence is None:
        return None
    observed, sheets = (seen.record, seen.sheets) if seen else (None, ())
    tool = Tool(**dict(about.record), **dict(evidence.record), observed=observed, history=lines)
    places: Lines = {("history", number): line.number for number, line in enumerate(lines)}
    told = Sheet(name_of(past, found.root), {("history",): 1, **places})
    lost = about.lost | evidence.lost | unread | (seen.lost if seen else frozenset())
    every = (*about.sheets, *evidence.sheets, told, *sheets)
    return Loaded(tool, every, lost, kept={**about.kept, **evidence.kept})


def lines_of(tool: Loaded[Tool]) -> dict[str, int]:
    """The line of each cell in a tool's evidence.yml."""
    lines = next(each.lines for each in tool.sheets if each.file.endswith(EVIDENCE))
    return {str(path[1]): line for path, line in lines.items() if len(path) == 2 and path[0] == "assessments"}


def _observed(path: Path, found: Found) -> Loaded[Observed] | None:
    """What machines saw of a tool; without a file nothing."""
    return read_file(path, Observed, found) if path.exists() or path.is_symlink() else None


def _history(path: Path, found: Found) -> tuple[history.Line, ...]:
    """The lines of a tool's history; without a file there are none."""
    if not path.exists() and not path.is_symlink():
        return ()
    try:
        text = text_of(path)
        key = found.store.key(history.FILE, text) if found.store else ""
        lines: tuple[history.Line, ...] | None = found.store.get(key) if found.store else None
        if lines is None:
            lines = history.read(text)
        if found.store:
            found.store.put(key, lines)
        return lines
    except Refused as refused:
        found.problem(path, refused.line, refused.message)
        return ()


def _stray(path: Path) -> str | None:
    if not path.is_dir() or path.is_symlink():
        return "is no folder; a tool is a folder of the form <id>/"
    return unnamable(path.name)
