"""The project's commands.

python -m macros check | format | new | assess | rename | schema | freshness | outcome
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from macros.editing import rename as moving
from macros.editing import scaffold
from macros.editing.assess import Claim, assessed
from macros.editing.files import Unable, put, put_if_sound
from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading import canonical
from macros.loading.catalogue import ROOT, read
from macros.loading.catalogue import catalogue as catalogue_of
from macros.loading.problems import Problem
from macros.loading.reading import shown
from macros.records import schema
from macros.rules.check import check
from macros.rules.rule import unknown
from macros.views.facts import is_old


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="every problem of the data, at once")
    commands.add_parser("format", help="put every data file into its one form")
    commands.add_parser("schema", help="write data/schema/*.json for editors")
    assess = commands.add_parser("assess", help="add or change a cell, with its line of history")
    for name in ("tool", "criterion", "value"):
        assess.add_argument(name)
    assess.add_argument("--source", required=True, help="a source of the tool, or an address")
    assess.add_argument("--condition", default="", metavar="condition,condition")
    for name in ("shows-ko", "shows-en", "note-ko", "note-en", "why", "by"):
        assess.add_argument(f"--{name}", default="")
    rename = commands.add_parser("rename", help="give a tool another id, everywhere")
    rename.add_argument("old")
    rename.add_argument("new")
    commands.add_parser("freshness", help="list the assessments that are due for a new check")
    new = commands.add_parser("new", help="scaffold a tool")
    new.add_argument("id")
    new.add_argument("stages", nargs="*", metavar="stage")
    outcome = commands.add_parser("outcome", help="what a guide recommends")
    outcome.add_argument("stage")
    outcome.add_argument("answers", nargs="*", metavar="question=option,option")
    chosen = parser.parse_args(arguments)
    return COMMANDS[chosen.command](chosen)


def _check(_: argparse.Namespace) -> int:
    catalogue, problems = check()
    if catalogue is not None:
        problems = canonical.problems(catalogue, ROOT)
    for problem in problems:
        print(problem)
    if problems or catalogue is None:
        print(f"\n{len(problems)} problems in data/; nothing is built until they are mended.")
        return 1
    cells = sum(len(tool.assessments) for tool in catalogue.tools.values())
    print(f"data/ is sound: {len(catalogue.tools)} tools, {cells} assessments.")
    return 0


def _format(_: argparse.Namespace) -> int:
    files, problems = read(ROOT)
    if files is None:
        return _broken(problems)
    for path in canonical.write(catalogue_of(files), ROOT):
        print(f"{shown(path, ROOT.parent)} is in form now")
    return 0


def _schema(_: argparse.Namespace) -> int:
    for name, text in schema.schemas().items():
        path = ROOT / "schema" / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


def _new(chosen: argparse.Namespace) -> int:
    catalogue, problems = check()
    if catalogue is None:
        return _broken(problems)
    folder: Path = ROOT / "tools" / chosen.id
    exists = bool(chosen.id) and folder.exists()
    problem = scaffold.scaffold_problem(catalogue, chosen.id, chosen.stages, exists)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    folder.mkdir()
    for name, text in scaffold.scaffold(catalogue, chosen.id, chosen.stages, date.today()).items():
        (folder / name).write_text(text, "utf-8")
    print(f"data/tools/{chosen.id}/ is ready: fill it in, then run 'make fix' and 'make data'.")
    return 0


def _assess(chosen: argparse.Namespace) -> int:
    catalogue, problems = check()
    if catalogue is None:
        return _broken(problems)
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
    try:
        put_if_sound(assessed(catalogue, claim, ROOT, date.today()), ROOT)
    except Unable as unable:
        print(unable, file=sys.stderr)
        return 1
    print(f"{claim.tool}.{claim.criterion} is written, with its line in history.csv.")
    return 0


def _both(ko: str, en: str) -> tuple[str, str] | None:
    return (ko or en, en or ko) if ko or en else None


def _rename(chosen: argparse.Namespace) -> int:
    catalogue, problems = check()
    if catalogue is None:
        return _broken(problems)
    try:
        changed = moving.renamed(catalogue, chosen.old, chosen.new, ROOT)
    except Unable as unable:
        print(unable, file=sys.stderr)
        return 1
    put(changed)
    (ROOT / "tools" / chosen.old).rename(ROOT / "tools" / chosen.new)
    print(f"{chosen.old} is {chosen.new} now, in {len(changed)} files; its old address leads on.")
    return 0


def _freshness(_: argparse.Namespace) -> int:
    catalogue, problems = check()
    if catalogue is None:
        return _broken(problems)
    for key, tool in catalogue.tools.items():
        old = [criterion for criterion, each in tool.assessments.items() if is_old(each)]
        if old:
            print(f"- data/tools/{key}/evidence.yml: {', '.join(old)}")
    return 0


def _broken(problems: list[Problem]) -> int:
    print(f"{len(problems)} problems; run 'python -m macros check'", file=sys.stderr)
    return 1


def _outcome(chosen: argparse.Namespace) -> int:
    catalogue, problems = check()
    if catalogue is None:
        return _broken(problems)
    if chosen.stage not in catalogue.guides:
        print(unknown("guide", chosen.stage, catalogue.guides), file=sys.stderr)
        return 1
    answers = {
        question: tuple(options.split(","))
        for question, _, options in (answer.partition("=") for answer in chosen.answers)
    }
    result = guide.outcome(guide_of(catalogue, chosen.stage), answers)
    print(
        json.dumps(
            {
                "ranking": result.ranking,
                "baseline": result.baseline,
                "out": {
                    tool: [f"{bar.question}={bar.option} on {bar.criterion}" for bar in bars]
                    for tool, bars in result.out.items()
                },
            },
            indent=1,
        )
    )
    return 0


COMMANDS = {
    "check": _check,
    "format": _format,
    "schema": _schema,
    "assess": _assess,
    "rename": _rename,
    "freshness": _freshness,
    "new": _new,
    "outcome": _outcome,
}

if __name__ == "__main__":
    sys.exit(main())
