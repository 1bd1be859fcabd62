"""The folders of tools: what each holds, joined to one record."""

from __future__ import annotations

from pathlib import Path

from macros.loading import ID, Loaded, entries, read_file, shown
from macros.model import About, Evidence, Tool
from macros.problems import Problem

ABOUT, EVIDENCE = "about.yml", "evidence.yml"
SHEETS = {ABOUT: About, EVIDENCE: Evidence}


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
        if path.name not in SHEETS:
            message = f"does not belong here; a tool's folder holds {', '.join(SHEETS)}"
            problems.append(Problem(shown(path, root), 1, "", message))
    sheets = [read_file(folder / name, kind, root, problems) for name, kind in SHEETS.items()]
    about, evidence = sheets
    if about is None or evidence is None:
        return None
    tool = Tool(**dict(about.record), **dict(evidence.record))
    return Loaded(tool, (*about.sheets, *evidence.sheets))


def _stray(path: Path) -> str | None:
    if not path.is_dir() or path.is_symlink():
        return "is no folder; a tool is a folder of the form <id>/"
    if not ID.fullmatch(path.name):
        return "has a name that is no id: lower-case letters, digits and hyphens"
    return None
