"""python -m macros outcome | freshness: what the catalogue answers."""

from __future__ import annotations

import argparse
import json

from macros.editing.files import Unable
from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.rules.check import sound
from macros.rules.rule import unknown
from macros.views.facts import is_old


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands' words."""
    outcome = commands.add_parser("outcome", help="what a guide recommends")
    outcome.add_argument("stage")
    outcome.add_argument("answers", nargs="*", metavar="question=option,option")
    outcome.set_defaults(run=_outcome)
    freshness = commands.add_parser("freshness", help="list the assessments that are due for a new check")
    freshness.set_defaults(run=_freshness)


def _outcome(chosen: argparse.Namespace) -> int:
    catalogue = sound(chosen.outside.data)
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


def _freshness(chosen: argparse.Namespace) -> int:
    catalogue = sound(chosen.outside.data, chosen.outside.day)
    for key, tool in catalogue.tools.items():
        old = [criterion for criterion, each in tool.assessments.items() if is_old(each, catalogue.day)]
        if old:
            print(f"- data/tools/{key}/evidence.yml: {', '.join(old)}")
    return 0
