"""What search finds beside pages: criteria, terms, guides with an answer given, what is not covered."""

from __future__ import annotations

from typing import Any

from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from macros.records.vocabulary import Criterion

Hit = dict[str, Any]
KINDS = {
    "tools": "search.tool",
    "stages": "search.stage",
    "compare": "search.comparison",
    "choose": "search.guide",
    "stacks": "search.stack",
    "concepts": "search.concept",
    "criteria": "search.criterion",
    "terms": "search.term",
}


def labels(catalogue: Catalogue, address: str, kind: str, language: str) -> list[str]:
    """What stands beside a hit: its kind; of a tool also its stages, and its lifecycle where it has ended."""
    found = [catalogue.strings[KINDS[kind]].plain(language)] if kind in KINDS else []
    tool = catalogue.tools.get(address.strip("/").partition("/")[2]) if kind == "tools" else None
    if tool:
        whole = [stage for stage, role in tool.stages.items() if not role.part]
        found += [catalogue.stages[stage].name.plain(language) for stage in whole or tool.stages]
        if tool.lifecycle.status != "active":
            found.append(catalogue.strings[f"status.{tool.lifecycle.status}"].plain(language))
    return found


def beside(catalogue: Catalogue, language: str) -> list[Hit]:
    """Every criterion and every term as something to be found."""
    found = []
    for group in catalogue.groups.values():
        for key, criterion in group.criteria.items():
            found.append(_criterion(catalogue, key, criterion, group.stage, language))
    for key, term in catalogue.glossary.items():
        name, other = (term.ko, term.en) if language == "ko" else (term.en, term.ko)
        found.append(
            {
                "address": f"about/glossary/#{key}",
                "kind": "terms",
                "title": name,
                "names": [name, other],
                "labels": labels(catalogue, "", "terms", language),
                "related": [],
                "instead": [],
                "summary": term.means.plain(language),
                "text": "",
            }
        )
    return found


def _criterion(catalogue: Catalogue, key: str, asked: Criterion, stage: str | None, language: str) -> Hit:
    name = asked.name.plain(language)
    where = catalogue.stages[stage].name.plain(language) if stage else ""
    names = [name, asked.name.ko, asked.name.en or name, key.replace("-", " "), *asked.search]
    options = [option.name for option in asked.options.values() if option.name]
    return {
        "address": f"compare/{stage}/?criteria={key}" if stage else f"about/criteria/#definition-{key}",
        "kind": "criteria",
        "title": f"{name} — {where}" if where else name,
        "names": list(dict.fromkeys(names)),
        "labels": labels(catalogue, "", "criteria", language),
        "related": [f"stages/{stage}/"] if stage else [],
        "instead": [],
        "summary": asked.question.plain(language),
        "text": " ".join(each.plain(language) for each in (asked.why, *options)),
    }


def answers(catalogue: Catalogue, language: str) -> list[Hit]:
    """What people type who give an answer before they are asked: "without Kubernetes"."""
    asked = {stage: {each.id for each in guide_of(catalogue, stage).questions} for stage in catalogue.guides}
    return [
        {
            "spellings": list(option.search),
            "query": f"?{key}={name}",
            "title": option.name.plain(language),
            "question": question.ask.plain(language),
            "stages": [stage for stage, questions in asked.items() if key in questions],
        }
        for key, question in catalogue.questions.items()
        for name, option in question.options.items()
        if option.search
    ]


def uncovered(catalogue: Catalogue, language: str) -> list[Hit]:
    """What the catalogue does not cover, said so, with the stage that comes nearest."""
    words = catalogue.strings
    return [
        {
            "spellings": list(dict.fromkeys([each.name.ko, each.name.en or each.name.ko, *each.search])),
            "address": f"stages/{each.nearest}/",
            "title": words["search.uncovered"].plain(language).format(name=each.name.plain(language)),
            "summary": words["search.nearest"]
            .plain(language)
            .format(stage=catalogue.stages[each.nearest].name.plain(language)),
        }
        for each in catalogue.uncovered.values()
    ]
