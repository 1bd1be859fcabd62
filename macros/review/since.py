"""python -m macros since DAY [DAY]: what the catalogue says otherwise than it did, as Markdown."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from macros.loading.catalogue import Catalogue
from macros.outside import printable
from macros.records.fields import LANGUAGES
from macros.rules.check import sound
from macros.views.editions import CellChange, Edition, editions

MOST_OF_A_REASON = 400
NOTHING = "Nothing has changed between these days."


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's words."""
    parser = commands.add_parser("since", help="what has changed after a day, and why")
    day = date.fromisoformat
    parser.add_argument("since", metavar="YYYY-MM-DD", type=day, help="the day on which you last looked")
    parser.add_argument("until", metavar="YYYY-MM-DD", type=day, nargs="?", help="the last day; all without")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print what changed after one day, up to another."""
    catalogue = sound(chosen.outside.data)
    until = chosen.until.isoformat() if chosen.until else ""
    print(report(catalogue, chosen.since.isoformat(), until, chosen.language), end="")
    return 0


def report(catalogue: Catalogue, since: str, until: str, language: str) -> str:
    """The days with their changes; one line where there are none."""
    found = editions(catalogue, language, since, until)
    lines = [line for each in found for line in _edition(each, language)]
    return "\n".join(lines or [NOTHING]) + "\n"


def _edition(edition: Edition, language: str) -> Iterator[str]:
    yield f"## {edition.day}\n"
    if edition.first:
        count = sum(edition.first.values())
        yield f"- {count} cells of {len(edition.first)} tools were checked for the first time"
    yield from (f"- {_change(each, language)}" for each in edition.changed)
    yield ""


def _change(each: CellChange, language: str) -> str:
    where = ", ".join(printable(getattr(name, language) or name.ko) for name in (each.name, each.asked))
    by = f" by {printable(each.by)}" if each.by else ""
    source = f", <{each.source.url}>" if each.source else ""
    why = printable(each.why, MOST_OF_A_REASON)
    return f"{where}: {printable(each.before)} → {printable(each.after)} ({why}{by}{source})"
