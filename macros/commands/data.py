"""python -m macros check | format | schema: whether the data is sound, in its one form, and described."""

from __future__ import annotations

import argparse

from macros.editing.files import put
from macros.gates.complete import complete
from macros.gates.proud import proud
from macros.loading import canonical, schema
from macros.loading.catalogue import catalogue_of
from macros.loading.files import read
from macros.loading.problems import Problem, counted
from macros.loading.sheets import name_of
from macros.loading.store import Store
from macros.review.annotating import on_lines
from macros.review.marking import marked_since
from macros.rules.check import BrokenData, check


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands' words."""
    checks = commands.add_parser("check", help="every problem of the data, at once")
    checks.add_argument("--complete", action="store_true", help="what is missing, too; blocks nothing")
    checks.add_argument("--proud", action="store_true", help="what the catalogue wants to be able to say")
    checks.set_defaults(run=_check)
    forms = commands.add_parser("format", help="put every data file into its one form")
    forms.add_argument("--base", help="mark the texts of which one language moved alone since this commit")
    forms.set_defaults(run=_format)
    schemas = commands.add_parser("schema", help="write data/schema/*.json for editors")
    schemas.set_defaults(run=_schema)


def _check(chosen: argparse.Namespace) -> int:
    store = Store()
    catalogue, problems = check(chosen.outside.data, store)
    if catalogue is not None:
        problems = canonical.problems(catalogue, chosen.outside.data, store)
    store.save()
    for line in (*problems, *(on_lines(problems) if chosen.outside.job else ())):
        print(line)
    if problems or catalogue is None:
        print(f"\n{counted(problems)} in data/; nothing is built until they are mended.")
        return 1
    cells = sum(len(tool.assessments) for tool in catalogue.tools.values())
    print(f"data/ is sound: {len(catalogue.tools)} tools, {cells} assessments.")
    if chosen.complete:
        _listed("complete", complete(chosen.outside.data))
    return 1 if chosen.proud and _listed("proud", proud(chosen.outside.data, chosen.outside.day)) else 0


def _listed(gate: str, problems: list[Problem]) -> bool:
    """What a gate misses, line by line; whether it misses anything."""
    for problem in problems:
        print(problem)
    print(f"data/ is not {gate} yet: {counted(problems)}." if problems else f"data/ is {gate}.")
    return bool(problems)


def _format(chosen: argparse.Namespace) -> int:
    files, problems = read(chosen.outside.data)
    if not files.whole:
        raise BrokenData(problems)
    known = catalogue_of(files)
    changed = dict.fromkeys(canonical.write(known, chosen.outside.data), "is in form now")
    marked = marked_since(chosen.base, known, chosen.outside.data) if chosen.base else []
    for path, said in (changed | dict.fromkeys(marked, "says which language is behind")).items():
        print(f"{name_of(path, chosen.outside.data.parent)} {said}")
    return 0


def _schema(chosen: argparse.Namespace) -> int:
    (chosen.outside.data / "schema").mkdir(exist_ok=True)
    texts = schema.schemas(catalogue_of(read(chosen.outside.data)[0]))
    put({chosen.outside.data / "schema" / f"{name}.json": text for name, text in texts.items()})
    return 0
