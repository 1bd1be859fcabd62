"""The catalogue as pages: {path: Markdown stub}, and the content that each stub shows; knows no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import Any, NamedTuple

import yaml

from macros.addresses import FIXED, path
from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.site.rendering import plain, render
from macros.site.search import tags
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
    stages,
    standing,
    tools,
)
from macros.views.said import dates, said

View = Callable[[Catalogue, str, str], dict[str, Any]]
VIEWS: dict[str, tuple[View, str]] = {
    "home": (about.home, "home.md"),
    "tool": (tools.tool, "tool.md"),
    "tools": (tools.tools, "tools.md"),
    "stage": (stages.stage, "stage.md"),
    "stages": (stages.stages, "stages.md"),
    "handover": (stages.handover, "handover.md"),
    "choose": (guides.choose, "choose.md"),
    "guide": (guides.guide_page, "guide.md"),
    "tree": (guides.tree_page, "tree.md"),
    "compare": (compare.compare, "compare.md"),
    "matrix": (stages.stage_matrix, "stage_matrix.md"),
    "comparison": (compare.comparison, "comparison.md"),
    "embed": (stages.stage_matrix, "embed.md"),
    "embed-picked": (compare.compare, "embed_picked.md"),
    "embed-guide": (guides.guide_page, "embed_guide.md"),
    "embed-tool": (embeds.tool_card, "embed_tool.md"),
    "criteria": (about.criteria, "criteria.md"),
    "stacks": (plans.stacks, "stacks.md"),
    "stack": (plans.stack, "stack.md"),
    "mine": (mine.mine, "mine.md"),
    "scenarios": (plans.scenarios, "scenarios.md"),
    "changes": (about.changes, "changes.md"),
    "editions": (editions.page, "editions.md"),
    "reference": (reference.reference, "reference.md"),
    "inclusion": (editions.inclusion, "inclusion.md"),
    "coverage": (about.coverage_page, "coverage.md"),
    "glossary": (about.glossary, "glossary.md"),
    "downloads": (about.downloads, "downloads.md"),
    "measured": (measured.measured, "measured.md"),
}
PARTS = {  # views of parts that several kinds of page include
    "standing_of": standing.standing,
    "doubts_of": standing.told,
    "to_review_of": standing.to_review,
    "behind_of": standing.behind,
}


class Stub(NamedTuple):
    """A generated page before it is built: where it stands, its head, and which data file it shows."""

    path: str
    text: str
    origin: str | None


def content(catalogue: Catalogue, kind: str, key: str, language: str, address: str) -> str:
    """What a page shows: the view's values in the kind's template."""
    view, template = VIEWS[kind]
    return render(
        template,
        catalogue,
        language,
        address,
        told_of=partial(said, catalogue, language=language),
        dated=partial(dates, catalogue, language=language),
        **PARTS,
        **view(catalogue, key, language),
    )


def stubs(catalogue: Catalogue, language: str) -> Iterator[Stub]:
    """Every generated page in one language."""
    for kind in FIXED:
        yield _fixed(catalogue, language, kind)
    for key, tool in catalogue.tools.items():
        yield _stub(
            "tool",
            key,
            plain(tool.name, language),
            plain(tool.summary, language),
            origin=f"data/tools/{key}/about.yml",
            tags=tags(catalogue, tool.name, tool.search),
        )
        yield _stub(
            "embed-tool",
            key,
            plain(tool.name, language),
            plain(tool.name, language),
            template="embed.html",
            search={"exclude": True},
        )
    for key in catalogue.stages:
        yield from _stage_stubs(catalogue, language, key)
        if key in catalogue.guides:
            yield from _guide_stubs(catalogue, language, key)
    yield from _plan_stubs(catalogue, language)


def _plan_stubs(catalogue: Catalogue, language: str) -> Iterator[Stub]:
    for key, comparison in catalogue.comparisons.items():
        yield _stub(
            "comparison",
            key,
            plain(comparison.name, language),
            plain(comparison.summary, language),
            origin=f"data/comparisons/{key}.yml",
        )
    for key, stack in catalogue.stacks.items():
        yield _stub(
            "stack",
            key,
            plain(stack.name, language),
            plain(stack.summary, language),
            origin=f"data/stacks/{key}.yml",
        )


def _stage_stubs(catalogue: Catalogue, language: str, key: str) -> Iterator[Stub]:
    stage = catalogue.stages[key]
    yield _stub(
        "stage",
        key,
        plain(stage.name, language),
        plain(stage.summary, language),
        origin="data/stages.yml",
        tags=tags(catalogue, stage.name, stage.search),
    )
    yield _stub(
        "matrix",
        key,
        *_words(catalogue, language, "matrix", key),
        hide=["navigation", "toc"],
        search={"boost": 0.4},
    )
    yield _stub(
        "embed",
        key,
        *_words(catalogue, language, "matrix", key),
        template="embed.html",
        search={"exclude": True},
    )


def _guide_stubs(catalogue: Catalogue, language: str, key: str) -> Iterator[Stub]:
    yield _stub(
        "guide",
        key,
        *_words(catalogue, language, "guide", key),
        origin=f"data/guides/{key}.yml",
        hide=["navigation", "toc"],
        search={"boost": 0.5},
    )
    yield _stub(
        "embed-guide",
        key,
        *_words(catalogue, language, "guide", key),
        template="embed.html",
        search={"exclude": True},
    )
    yield _stub(
        "tree",
        key,
        *_words(catalogue, language, "tree", key),
        hide=["navigation", "toc"],
        search={"exclude": True},
    )


def _words(catalogue: Catalogue, language: str, kind: str, stage: str) -> tuple[str, str]:
    """The title and the description of a page about a stage."""
    name = plain(catalogue.stages[stage].name, language)
    title, description = (
        plain(catalogue.strings[f"{part}.{kind}"], language).format(stage=name)
        for part in ("title", "description")
    )
    return title, description


def _fixed(catalogue: Catalogue, language: str, kind: str) -> Stub:
    def words(part: str) -> str:
        text: Words = catalogue.strings[f"{part}.{kind}"]
        return plain(text, language)

    head: dict[str, Any] = {"hide": ["navigation", "toc"]}
    if kind == "embed-picked":
        head = {"template": "embed.html", "search": {"exclude": True}}
    return _stub(kind, "", words("title"), words("description"), **head)


def _stub(kind: str, key: str, title: str, description: str, origin: str | None = None, **head: Any) -> Stub:
    words = {"title": escape(title, quote=True), "description": escape(description, quote=True)}
    front = yaml.safe_dump({**words, "hide": ["navigation"], **head}, allow_unicode=True, width=10_000)
    return Stub(path(kind, key), f"---\n{front}---\n\n{{{{ show('{kind}', '{key}') }}}}\n", origin)
