"""python -m macros new | tidy | assess | rename: a tool's files, changed whole or not at all."""

from __future__ import annotations

import argparse

from macros.editing import rename as moving
from macros.editing import scaffold
from macros.editing.assess import Claim, assessed
from macros.editing.files import put, put_if_sound
from macros.loading.catalogue import catalogue_of
from macros.loading.files import read
from macros.outside import writing_day
from macros.rules.check import BrokenData, sound


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands' words."""
    new = commands.add_parser("new", help="scaffold a tool")
    new.add_argument("id")
    new.add_argument("stages", nargs="*", metavar="stage")
    new.set_defaults(run=_new)
    tidy = commands.add_parser("tidy", help="take the unanswered questions of a scaffold out")
    tidy.add_argument("id")
    tidy.set_defaults(run=_tidy)
    assess = commands.add_parser("assess", help="add or change a cell, with its line of history")
    for name in ("tool", "criterion", "value"):
        assess.add_argument(name)
    assess.add_argument("--source", required=True, help="a source of the tool, or an address")
    assess.add_argument("--condition", default="", metavar="condition,condition")
    for name in ("shows-ko", "shows-en", "note-ko", "note-en", "why", "by"):
        assess.add_argument(f"--{name}", default="")
    assess.set_defaults(run=_assess)
    rename = commands.add_parser("rename", help="give a tool another id, everywhere")
    for name in ("old", "new"):
        rename.add_argument(name)
    rename.set_defaults(run=_rename)


def _new(chosen: argparse.Namespace) -> int:
    files, problems = read(chosen.outside.data)
    if not files.whole:  # other tools may be half filled in; the vocabularies have to be whole
        raise BrokenData(problems)
    scaffold.put(catalogue_of(files), chosen.id, chosen.stages, chosen.outside.data, writing_day())
    print(f"data/tools/{chosen.id}/ is ready: fill it in, then run 'make form data'.")
    return 0


def _tidy(chosen: argparse.Namespace) -> int:
    put(scaffold.tidied_files(chosen.id, chosen.outside.data))
    return 0


def _assess(chosen: argparse.Namespace) -> int:
    catalogue = sound(chosen.outside.data)
    claim = Claim(
        chosen.tool,
        chosen.criterion,
        chosen.value,
        chosen.source,
        _both(chosen.shows_ko, chosen.shows_en),
        _both(chosen.note_ko, chosen.note_en),
        tuple(filter(None, chosen.condition.split(","))),
        chosen.why,
        chosen.by,
    )
    put_if_sound(assessed(catalogue, claim, chosen.outside.data, writing_day()), chosen.outside.data)
    print(f"{claim.tool}.{claim.criterion} is written, with its line in history.csv.")
    return 0


def _both(ko: str, en: str) -> tuple[str, str] | None:
    return (ko or en, en or ko) if ko or en else None


def _rename(chosen: argparse.Namespace) -> int:
    catalogue = sound(chosen.outside.data)
    changed = moving.renamed(catalogue, chosen.old, chosen.new, chosen.outside.data)
    put(changed)
    (chosen.outside.data / "tools" / chosen.old).rename(chosen.outside.data / "tools" / chosen.new)
    print(f"{chosen.old} is {chosen.new} now, in {len(changed)} files; its old address leads on.")
    return 0
