"""The folders of tools: what each holds, joined to one record."""

from __future__ import annotations

from pathlib import Path

from macros.loading import history
from macros.loading.problems import Lines, Problem
from macros.loading.reading import ID, Loaded, Refused, Sheet, entries, read_file, shown, text_of
from macros.records.evidence import Evidence
from macros.records.tool import About, Observed, Tool

ABOUT, EVIDENCE, OBSERVED = "about.yml", "evidence.yml", "observed.yml"
SHEETS = {ABOUT: About, EVIDENCE: Evidence}
BESIDE = (*SHEETS, OBSERVED, history.FILE)


def read_tools(folder: Path, root: Path, problems: list[Problem]) -> dict[str, Loaded[Tool]]:
    """Every tool by its id, the folder's name; what is wrong goes to `problems`."""
    tools: dict[str, Loaded[Tool]] = {}
    for path in entries(folder, root, problems):
        if stray := _stray(path):
            problems.append(Problem(shown(path, root), 1, "", stray))
        elif tool := _read(path, root, problems):
            tools[path.name] = tool
    return tools


def _read(folder: Path, root: Path, problems: list[Problem]) -> Loaded[Tool] | None:
    for path in entries(folder, root, problems):
        if path.name not in BESIDE:
            message = f"does not belong here; a tool's folder holds {', '.join(BESIDE)}"
            problems.append(Problem(shown(path, root), 1, "", message))
    about, evidence = (read_file(folder / name, kind, root, problems) for name, kind in SHEETS.items())
    observed = _observed(folder / OBSERVED, root, problems)
    lines = _history(folder / history.FILE, root, problems)
    if about is None or evidence is None:
        return None
    tool = Tool(**dict(about.record), **dict(evidence.record), observed=observed, history=lines)
    places: Lines = {("history", number): line.number for number, line in enumerate(lines)}
    past = Sheet(shown(folder / history.FILE, root), {("history",): 1, **places})
    return Loaded(tool, (*about.sheets, *evidence.sheets, past))


def _observed(path: Path, root: Path, problems: list[Problem]) -> Observed | None:
    """What machines saw of a tool; without a file nothing."""
    loaded = read_file(path, Observed, root, problems) if path.exists() or path.is_symlink() else None
    return loaded.record if loaded else None


def _history(path: Path, root: Path, problems: list[Problem]) -> tuple[history.Line, ...]:
    """The lines of a tool's history; without a file there are none."""
    if not path.exists() and not path.is_symlink():
        return ()
    try:
        return history.read(text_of(path))
    except Refused as refused:
        problems.append(Problem(shown(path, root), refused.line, "", refused.message))
        return ()


def _stray(path: Path) -> str | None:
    if not path.is_dir() or path.is_symlink():
        return "is no folder; a tool is a folder of the form <id>/"
    if not ID.fullmatch(path.name):
        return "has a name that is no id: lower-case letters, digits and hyphens"
    return None
