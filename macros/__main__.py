"""The project's commands: `python -m macros --help` lists them."""

from __future__ import annotations

import argparse
import io
import os
import sys

from macros.commands import asked, data, stubs, tools
from macros.editing.files import Unable
from macros.loading.problems import counted
from macros.outside import NoDay, outside
from macros.review import diff, since
from macros.rules.check import BrokenData
from macros.upstream import links, watch

GROUPS = (data, tools, asked, stubs, watch, links, diff, since)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(required=True)
    for group in GROUPS:
        group.add_parsers(commands)
    chosen = parser.parse_args(arguments)
    try:
        chosen.outside = outside(os.environ)
        status: int = chosen.run(chosen)
        return status
    except BrokenData as broken:
        print(f"{counted(broken.problems)}; run 'python -m macros check'", file=sys.stderr)
    except (Unable, NoDay) as unable:
        print(unable, file=sys.stderr)
    return 1


def run() -> int:
    """Run one command in any terminal: what that cannot print is escaped, and where it ends we end."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return 1
    except OSError as error:
        _silence()
        print(error, file=sys.stderr)
        return 1
    return status


def _silence() -> None:
    """Let what is still to be printed go nowhere."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(run())
