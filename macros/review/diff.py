"""python -m macros diff BASE: what a pull request changes, in words, as Markdown."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator

from macros.loading.catalogue import Catalogue
from macros.review import claims, words
from macros.review.base import data_at
from macros.review.outcomes import outcomes
from macros.rules.check import check, sound

MOST_LINES = 80
NOTHING = "Nothing that readers see changes in the data."
Part = Callable[[Catalogue, Catalogue], Iterable[str]]


def twice(before: Catalogue, after: Catalogue) -> Iterator[str]:
    """What a reviewer looks at twice."""
    yield from claims.younger(before, after)
    yield from claims.makers(before, after)
    yield from words.behind(before, after)


PARTS: tuple[tuple[str, Part], ...] = (
    ("Look twice", twice),
    ("Outcomes that differ", outcomes),
    ("Waiting for the other language", words.waiting),
    ("Tools", claims.tools),
    ("Claims", claims.claims),
    ("Sources", claims.sources),
    ("Addresses", words.addresses),
)


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's words."""
    parser = commands.add_parser("diff", help="what changes since a commit, in words")
    parser.add_argument("base", metavar="BASE", help="a commit or a branch")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the summary; it judges nothing, and fails only where one side cannot be read. Raises Unable."""
    after = sound(chosen.outside.data)
    with data_at(chosen.base, chosen.outside.data.parent) as root:
        before, problems = check(root)
    if before is None:
        print(f"The data at {chosen.base} have {len(problems)} problems by today's rules.", file=sys.stderr)
        return 1
    print(summary(before, after), end="")
    return 0


def summary(before: Catalogue, after: Catalogue) -> str:
    """All that changes, under one heading a kind; one line where nothing does."""
    lines: list[str] = []
    for head, part in PARTS:
        found = list(part(before, after))
        if not found:
            continue
        lines += ["", f"## {head}", ""]
        lines += [_item(line) for line in found[:MOST_LINES]]
        if len(found) > MOST_LINES:
            lines.append(f"- … and {len(found) - MOST_LINES} more")
    return "\n".join(lines[1:] or [NOTHING]) + "\n"


def _item(line: str) -> str:
    """A line that begins with two spaces belongs to the one above."""
    return f"  - {line[2:]}" if line.startswith("  ") else f"- {line}"
