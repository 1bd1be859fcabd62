"""The project's commands.
python -m macros check | format | new | assess | rename | schema | freshness | outcome | watch | links | diff
python -m macros since | tidy
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys

from macros.days import writing_day
from macros.editing import rename as moving
from macros.editing import scaffold
from macros.editing.assess import Claim, assessed
from macros.editing.files import Unable, put, put_if_sound
from macros.gates.complete import complete
from macros.gates.proud import proud
from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading import canonical
from macros.loading.catalogue import ROOT, Catalogue, read
from macros.loading.catalogue import catalogue as catalogue_of
from macros.loading.problems import Problem
from macros.loading.sheets import shown
from macros.loading.store import Store
from macros.records import schema
from macros.review import diff, since
from macros.review.annotating import on_lines
from macros.review.marking import marked_since
from macros.rules.check import check
from macros.rules.rule import unknown
from macros.upstream import links, watch
from macros.views.facts import is_old


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checks = commands.add_parser("check", help="every problem of the data, at once")
    checks.add_argument("--complete", action="store_true", help="what is missing, too; blocks nothing")
    checks.add_argument("--proud", action="store_true", help="what the catalogue wants to be able to say")
    forms = commands.add_parser("format", help="put every data file into its one form")
    forms.add_argument("--base", help="mark the texts of which one language moved alone since this commit")
    commands.add_parser("schema", help="write data/schema/*.json for editors")
    assess = commands.add_parser("assess", help="add or change a cell, with its line of history")
    for name in ("tool", "criterion", "value"):
        assess.add_argument(name)
    assess.add_argument("--source", required=True, help="a source of the tool, or an address")
    assess.add_argument("--condition", default="", metavar="condition,condition")
    for name in ("shows-ko", "shows-en", "note-ko", "note-en", "why", "by"):
        assess.add_argument(f"--{name}", default="")
    rename = commands.add_parser("rename", help="give a tool another id, everywhere")
    for name in ("old", "new"):
        rename.add_argument(name)
    commands.add_parser("freshness", help="list the assessments that are due for a new check")
    new = commands.add_parser("new", help="scaffold a tool")
    new.add_argument("id")
    new.add_argument("stages", nargs="*", metavar="stage")
    tidy = commands.add_parser("tidy", help="take the unanswered questions of a scaffold out")
    tidy.add_argument("id")
    outcome = commands.add_parser("outcome", help="what a guide recommends")
    outcome.add_argument("stage")
    outcome.add_argument("answers", nargs="*", metavar="question=option,option")
    for command in (watch, links, diff, since):
        command.add_parser(commands)
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command](chosen)
    except Unable as unable:
        print(unable, file=sys.stderr)
        return 1


def _check(chosen: argparse.Namespace) -> int:
    store = Store()
    catalogue, problems = check(ROOT, store)
    if catalogue is not None:
        problems = canonical.problems(catalogue, ROOT, store)
    store.save()
    for line in (*problems, *on_lines(problems)):
        print(line)
    if problems or catalogue is None:
        print(f"\n{_counted(problems)} in data/; nothing is built until they are mended.")
        return 1
    cells = sum(len(tool.assessments) for tool in catalogue.tools.values())
    print(f"data/ is sound: {len(catalogue.tools)} tools, {cells} assessments.")
    if chosen.complete:
        _listed("complete", complete(ROOT))
    return 1 if chosen.proud and _listed("proud", proud(ROOT)) else 0


def _listed(gate: str, problems: list[Problem]) -> bool:
    """What a gate misses, line by line; whether it misses anything."""
    for problem in problems:
        print(problem)
    print(f"data/ is not {gate} yet: {_counted(problems)}." if problems else f"data/ is {gate}.")
    return bool(problems)


def _counted(problems: list[Problem]) -> str:
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"


def _format(chosen: argparse.Namespace) -> int:
    files, problems = read(ROOT)
    if not files.whole:
        raise _broken(problems)
    known = catalogue_of(files)
    changed = dict.fromkeys(canonical.write(known, ROOT), "is in form now")
    marked = marked_since(chosen.base, known, ROOT) if chosen.base else []
    for path, said in (changed | dict.fromkeys(marked, "says which language is behind")).items():
        print(f"{shown(path, ROOT.parent)} {said}")
    return 0


def _schema(_: argparse.Namespace) -> int:
    (ROOT / "schema").mkdir(exist_ok=True)
    texts = schema.schemas(catalogue_of(read(ROOT)[0]))
    put({ROOT / "schema" / f"{name}.json": text for name, text in texts.items()})
    return 0


def _new(chosen: argparse.Namespace) -> int:
    files, problems = read(ROOT)
    if not files.whole:  # other tools may be half filled in; the vocabularies have to be whole
        raise _broken(problems)
    scaffold.put(catalogue_of(files), chosen.id, chosen.stages, ROOT, writing_day())
    print(f"data/tools/{chosen.id}/ is ready: fill it in, then run 'make form data'.")
    return 0


def _tidy(chosen: argparse.Namespace) -> int:
    put(scaffold.tidied_files(chosen.id, ROOT))
    return 0


def _assess(chosen: argparse.Namespace) -> int:
    catalogue = _sound()
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
    put_if_sound(assessed(catalogue, claim, ROOT, writing_day()), ROOT)
    print(f"{claim.tool}.{claim.criterion} is written, with its line in history.csv.")
    return 0


def _both(ko: str, en: str) -> tuple[str, str] | None:
    return (ko or en, en or ko) if ko or en else None


def _rename(chosen: argparse.Namespace) -> int:
    catalogue = _sound()
    changed = moving.renamed(catalogue, chosen.old, chosen.new, ROOT)
    put(changed)
    (ROOT / "tools" / chosen.old).rename(ROOT / "tools" / chosen.new)
    print(f"{chosen.old} is {chosen.new} now, in {len(changed)} files; its old address leads on.")
    return 0


def _freshness(_: argparse.Namespace) -> int:
    catalogue = _sound()
    for key, tool in catalogue.tools.items():
        old = [criterion for criterion, each in tool.assessments.items() if is_old(each)]
        if old:
            print(f"- data/tools/{key}/evidence.yml: {', '.join(old)}")
    return 0


def _sound() -> Catalogue:
    """The checked catalogue; raises Unable where there is none."""
    catalogue, problems = check()
    if catalogue is None:
        raise _broken(problems)
    return catalogue


def _broken(problems: list[Problem]) -> Unable:
    return Unable(f"{_counted(problems)}; run 'python -m macros check'")


def _outcome(chosen: argparse.Namespace) -> int:
    catalogue = _sound()
    if chosen.stage not in catalogue.guides:
        raise Unable(unknown("guide", chosen.stage, catalogue.guides))
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
    "tidy": _tidy,
    "outcome": _outcome,
    "watch": watch.run,
    "links": links.run,
    "diff": diff.run,
    "since": since.run,
}


def run() -> int:
    """Run one command in any terminal: what it cannot print is escaped, and a closed pipe ends it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(run())
