"""From a page to its data: the file and line behind a cell, and a report that is filled in already."""

from __future__ import annotations

from urllib.parse import urlencode

from macros.loading.folders import EVIDENCE

FORM = "wrong-claim.yml"
MOST_CHARACTERS = 5000


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
