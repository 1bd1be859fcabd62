"""Every kind of page as one record: what it shows, in which template, under which title, from which file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.views import (
    about,
    compare,
    editions,
    embeds,
    guides,
    measured,
    mine,
    plans,
    reference,
    scenarios,
    stages,
    tools,
    tree,
)


class Shown(Protocol):
    """What a view gives: frozen, typed values by the names that its template prints."""

    def _asdict(self) -> dict[str, Any]: ...


Titled = Callable[[Catalogue, str, str], tuple[str, str]]


class Kind(NamedTuple):
    """A kind of page; without `titled` it is a part of a written page, and has none of its own.

    `titled` gives (title, description) for a key and a language; `origin` is the data file that the page
    shows, with {} for the key; `head` is what its front matter says beside. `loading/addresses.py` says
    where it stands, and for which records there is one.
    """

    view: Callable[[Catalogue, str, str], Shown]
    template: str
    titled: Titled | None = None
    origin: str | None = None
    head: Mapping[str, Any] = {}


def _by_words(kind: str) -> Titled:
    """Titles that are interface words."""

    def titled(catalogue: Catalogue, key: str, language: str) -> tuple[str, str]:
        return _word(catalogue, f"title.{kind}", language), _word(catalogue, f"description.{kind}", language)

    return titled


def _by_stage(kind: str) -> Titled:
    """Titles that are interface words around a stage's name."""

    def titled(catalogue: Catalogue, key: str, language: str) -> tuple[str, str]:
        name = catalogue.stages[key].name.plain(language)
        title, description = _by_words(kind)(catalogue, key, language)
        return title.format(stage=name), description.format(stage=name)

    return titled


def _by_record(records: str, description: str = "summary") -> Titled:
    """Titles that are a record's own words."""

    def titled(catalogue: Catalogue, key: str, language: str) -> tuple[str, str]:
        record = getattr(catalogue, records)[key]
        return record.name.plain(language), getattr(record, description).plain(language)

    return titled


def _word(catalogue: Catalogue, key: str, language: str) -> str:
    words: Words = catalogue.strings[key]
    return words.plain(language)


WIDE = {"hide": ["navigation", "toc"]}
FRAMED = {"template": "embed.html", "search": {"exclude": True}}
KINDS: dict[str, Kind] = {
    "choose": Kind(guides.choose, "choose.md", _by_words("choose"), "data/guides", WIDE),
    "compare": Kind(compare.compare, "compare.md", _by_words("compare"), "data/tools", WIDE),
    "stages": Kind(stages.stages, "stages.md", _by_words("stages"), "data/stages.yml", WIDE),
    "tools": Kind(tools.tools, "tools.md", _by_words("tools"), "data/tools", WIDE),
    "stacks": Kind(plans.stacks, "stacks.md", _by_words("stacks"), "data/stacks", WIDE),
    "mine": Kind(mine.mine, "mine.md", _by_words("mine"), head=WIDE),
    "scenarios": Kind(
        scenarios.scenarios, "scenarios.md", _by_words("scenarios"), "data/scenarios.yml", WIDE
    ),
    "embed-picked": Kind(compare.picked, "embed_picked.md", _by_words("embed-picked"), head=FRAMED),
    "tool": Kind(tools.tool, "tool.md", _by_record("tools"), "data/tools/{}/about.yml"),
    "embed-tool": Kind(embeds.tool_card, "embed_tool.md", _by_record("tools", "name"), head=FRAMED),
    "stage": Kind(stages.stage, "stage.md", _by_record("stages"), "data/stages.yml", WIDE),
    "matrix": Kind(
        stages.stage_matrix,
        "stage_matrix.md",
        _by_stage("matrix"),
        "data/criteria/{}.yml",
        {**WIDE, "search": {"boost": 0.4}},
    ),
    "embed": Kind(stages.stage_matrix, "embed.md", _by_stage("matrix"), head=FRAMED),
    "guide": Kind(
        guides.guide_page,
        "guide.md",
        _by_stage("guide"),
        "data/guides/{}.yml",
        {**WIDE, "search": {"boost": 0.5}},
    ),
    "embed-guide": Kind(guides.guide_page, "embed_guide.md", _by_stage("guide"), head=FRAMED),
    "tree": Kind(
        tree.tree_page,
        "tree.md",
        _by_stage("tree"),
        "data/guides/{}.yml",
        {**WIDE, "search": {"exclude": True}},
    ),
    "comparison": Kind(
        compare.comparison, "comparison.md", _by_record("comparisons"), "data/comparisons/{}.yml"
    ),
    "stack": Kind(plans.stack, "stack.md", _by_record("stacks"), "data/stacks/{}.yml"),
    "home": Kind(about.home, "home.md"),
    "criteria": Kind(about.criteria, "criteria.md"),
    "changes": Kind(about.changes, "changes.md"),
    "coverage": Kind(about.coverage_page, "coverage.md"),
    "glossary": Kind(about.glossary, "glossary.md"),
    "downloads": Kind(about.downloads, "downloads.md"),
    "editions": Kind(editions.page, "editions.md"),
    "inclusion": Kind(editions.inclusion, "inclusion.md"),
    "reference": Kind(reference.reference, "reference.md"),
    "measured": Kind(measured.measured, "measured.md"),
    "handover": Kind(stages.handover, "handover.md"),
}
SPELLED = {"tool": "tools", "stage": "stages"}  # kinds that are found by every spelling of their record
