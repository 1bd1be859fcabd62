"""python -m macros stubs: every page as a file, for another builder."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.editing.files import Unable
from macros.outside import PROJECT
from macros.rules.check import sound
from macros.site import written


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's words."""
    parser = commands.add_parser("stubs", help="write every page as a file, for another builder")
    parser.add_argument("folder", type=Path, help="is made; each language is a project of its own in it")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the pages and say how many there are; raises Unable where the folder holds something."""
    try:
        count = written.write(sound(chosen.outside.data, chosen.outside.day), PROJECT, chosen.folder)
    except FileExistsError as taken:
        raise Unable(str(taken)) from None
    print(f"{count} pages in {chosen.folder}")
    return 0
