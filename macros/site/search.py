"""What people type when they mean something: the spellings of a page, and the index that search reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.site import hits

TAG = re.compile(r"<[^>]+>")
PARAGRAPH = re.compile(r"<p>(.+?)</p>", re.S)
BRACKETS = re.compile(r"\s*\(([^)]+)\)")
LONGEST_SUMMARY = 160
SOURCES = "#sources"  # where a concept says what it rests on: nobody looks for that
SAID = {"with": "search.with", "plan": "search.plan", "guide": "search.guide"}


def tags(name: Words, spellings: tuple[str, ...]) -> list[str]:
    """The spellings under which a page must be found, the likeliest first."""
    return list(dict.fromkeys([name.ko, name.en or name.ko, *spellings]))


def separator(catalogue: Catalogue) -> str:
    """Where search splits words: spaces, marks, Korean particles, and compounds of the glossary."""
    particles = "에서|으로|에게|부터|까지|이랑|하고|을|를|이|가|은|는|의|에|로|와|과|도|랑"
    compounds = sorted(
        {
            f"(?<={left})(?={right})"
            for term in catalogue.glossary.values()
            for left, right in zip(term.split, term.split[1:], strict=False)
        }
    )
    return "|".join([r"[\s\-,:!=()/.·&]+", rf"(?<=[가-힣]{{2}})(?:{particles})(?=[\s.,·)]|$)", *compounds])


def index(catalogue: Catalogue, entries: Iterable[dict[str, Any]], language: str = "ko") -> dict[str, Any]:
    """What the browser searches: every page with its names, subjects and text; and what is beside them."""
    sections: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        if not entry["location"].endswith(SOURCES):
            sections.setdefault(entry["location"].partition("#")[0], []).append(entry)
    return {
        "pages": [
            *(_page(catalogue, address, parts, language) for address, parts in sections.items()),
            *(hits.beside(catalogue, language) if sections else ()),
        ],
        "terms": [_same(term.ko, term.en) for term in catalogue.glossary.values()],
        "stages": {key: stage.name.plain(language) for key, stage in catalogue.stages.items()},
        "answers": hits.answers(catalogue, language),
        "uncovered": hits.uncovered(catalogue, language),
        "words": {name: catalogue.strings[key].plain(language) for name, key in SAID.items()},
    }


def _page(catalogue: Catalogue, address: str, parts: list[dict[str, Any]], language: str) -> dict[str, Any]:
    first = parts[0]
    kind, _, key = address.strip("/").partition("/")
    terms = _other_names(catalogue, kind, key)
    text = " ".join(_words(f"{part['title']} {part['text']}") for part in parts)
    lead = PARAGRAPH.search(first["text"])
    summary, more = _said(catalogue, kind, key, language)
    return {
        "address": address,
        "kind": kind,
        "title": _words(first["title"]),
        "names": list(dict.fromkeys([_words(first["title"]), *first.get("tags", ()), *terms])),
        "labels": hits.labels(catalogue, address, kind if key else "", language),
        "related": _related(catalogue, address),
        "instead": _instead(catalogue, address),
        "summary": summary or (_words(lead[1]) if lead else text[:LONGEST_SUMMARY]),
        "text": " ".join([text, *more]),
    }


def _said(catalogue: Catalogue, kind: str, key: str, language: str) -> tuple[str, list[str]]:
    """What the records say of a tool or stage: its summary, and what a stage is needed against."""
    if kind == "tools" and key in catalogue.tools:
        return catalogue.tools[key].summary.plain(language), []
    if kind == "stages" and key in catalogue.stages:
        return catalogue.stages[key].summary.plain(language), [
            pain.plain(language) for pain in catalogue.stages[key].pains
        ]
    return "", []


def _other_names(catalogue: Catalogue, kind: str, key: str) -> list[str]:
    """A concept goes by its term too."""
    if kind == "concepts" and key in catalogue.glossary:
        return [catalogue.glossary[key].ko, catalogue.glossary[key].en]
    return []


def _related(catalogue: Catalogue, address: str) -> list[str]:
    """The pages that a page is about: a tool's stages, what a comparison compares."""
    kind, _, key = address.strip("/").partition("/")
    if kind == "tools" and key in catalogue.tools:
        roles = catalogue.tools[key].stages
        return [f"stages/{stage}/" for stage in sorted(roles, key=lambda stage: roles[stage].part)]
    if kind == "compare" and key in catalogue.comparisons:
        return [f"tools/{tool}/" for tool in catalogue.comparisons[key].tools]
    if kind in ("compare", "choose") and key in catalogue.stages:
        return [f"stages/{key}/"]
    if kind == "stacks" and key in catalogue.stacks:
        return [f"tools/{entry.tool}/" for entry in catalogue.stacks[key].tools]
    return []


def _instead(catalogue: Catalogue, address: str) -> list[str]:
    """The tools that a tool names as alternatives, and those that name it as theirs."""
    kind, _, key = address.strip("/").partition("/")
    if kind != "tools":
        return []
    pairs = [
        (name, relation.tool)
        for name, tool in catalogue.tools.items()
        for relation in tool.relations
        if relation.kind == "alternative_to"
    ]
    others = {one if other == key else other for one, other in pairs if key in (one, other)}
    return [f"tools/{other}/" for other in sorted(others)]


def _same(*names: str) -> list[str]:
    """Spellings of one term; what stands in brackets is one more."""
    inner = [found for name in names for found in BRACKETS.findall(name)]
    return list(dict.fromkeys([*(BRACKETS.sub("", name) for name in names), *inner]))


def _words(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(TAG.sub(" ", markup))).strip()
