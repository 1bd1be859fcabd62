"""From a page to its data: the file and line behind a cell, and a report that is filled in already."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlencode

from macros.loading.catalogue import ROOT
from macros.loading.folders import EVIDENCE

FORM = "wrong-claim.yml"
MOST_CHARACTERS = 5000
SECTION = "assessments:"


def lines(tool: str, root: Path = ROOT) -> dict[str, int]:
    """The line of each cell in a tool's evidence.yml, whose form is known; empty without the file."""
    path = root / "tools" / tool / EVIDENCE
    if not path.is_file():
        return {}
    found: dict[str, int] = {}
    inside = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith((" ", "#")):
            inside = line.startswith(SECTION)
        elif inside and (key := re.match(r"  ([a-z0-9-]+):", line)):
            found[key[1]] = number
    return found


def source_of(repository: str, tool: str, line: int | None = None, file: str = EVIDENCE) -> str:
    """The address of a tool's data file, at a line of it; empty without a repository."""
    return file_of(repository, f"data/tools/{tool}/{file}", line)


def file_of(repository: str, file: str, line: int | None = None) -> str:
    """The address of a file of the project, at a line of it; empty without a repository."""
    if not repository:
        return ""
    return f"{repository.rstrip('/')}/blob/HEAD/{file}" + (f"#L{line}" if line else "")


def report_of(repository: str, title: str = "", **fields: str) -> str:
    """The address of a report form with these fields filled in (page, tool, criterion, value, sources, day);
    empty without a repository, and never longer than browsers and hosts take.
    """
    if not repository:
        return ""
    title = title or " / ".join(filter(None, (fields.get("tool"), fields.get("criterion"))))
    whole = {"template": FORM, "title": f"[claim] {title}", **{k: v for k, v in fields.items() if v}}
    query = urlencode(whole)
    while len(query) > MOST_CHARACTERS:
        longest = max(whole, key=lambda key: len(whole[key]))
        whole[longest] = whole[longest][: len(whole[longest]) // 2]
        query = urlencode(whole)
    return f"{repository.rstrip('/')}/issues/new?{query}"


def thread_of(repository: str, tool: str) -> str:
    """The address of all that was said about a tool: every report and suggestion names it in its title."""
    if not repository:
        return ""
    return f"{repository.rstrip('/')}/issues?{urlencode({'q': f'is:issue in:title {tool}'})}"
