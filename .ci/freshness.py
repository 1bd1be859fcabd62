"""Keep one open issue that lists what is due for a new check: opened, rewritten, closed when nothing is due.

Usage: freshness.py REPORT [TITLE], a file of Markdown and the title of the issue that is ours; `gh` finds the
repository and its token in the environment.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TITLE = "Assessments to check again"
MOST_ISSUES = "1000"
DONE = "Nothing is due for a new check."


def main(report: str, title: str = TITLE) -> None:
    """Make the one issue of this title say what the report says."""
    ours = _open(title)
    if not Path(report).read_text("utf-8").strip():
        for number in ours:
            _gh("issue", "close", number, "--comment", DONE)
    elif not ours:
        _gh("issue", "create", "--title", title, "--body-file", report)
    else:
        _gh("issue", "edit", ours[0], "--body-file", report)
        for number in ours[1:]:
            _gh("issue", "close", number, "--comment", f"#{ours[0]} lists the same.")


def _open(title: str) -> list[str]:
    """The numbers of the open issues with exactly our title, the oldest first."""
    listed = _gh("issue", "list", "--state", "open", "--limit", MOST_ISSUES, "--json", "number,title")
    return [str(number) for number in sorted(i["number"] for i in json.loads(listed) if i["title"] == title)]


def _gh(*arguments: str) -> str:
    return subprocess.run(["gh", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    main(*sys.argv[1:3])
