"""The catalogue as pages: {path: Markdown stub}, and the content that each stub shows; knows no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from html import escape
from typing import Any, NamedTuple

import yaml

from macros.addresses import every, path
from macros.loading.catalogue import Catalogue
from macros.site.kinds import KINDS, SPELLED
from macros.site.rendering import render
from macros.site.search import tags
from macros.views import standing
from macros.views.said import dates, said

PARTS: dict[str, Callable[..., Any]] = {
    "told_of": said,
    "dated": dates,
    "standing_of": standing.standing,
    "doubts_of": standing.told,
    "to_review_of": standing.to_review,
    "behind_of": standing.behind,
}


DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Stub(NamedTuple):
    """A generated page before it is built: where it stands, its head, and which data file it shows."""

    path: str
    text: str
    origin: str | None


def content(
    catalogue: Catalogue, kind: str, key: str, language: str, address: str, repository: str = ""
) -> str:
    """What a page shows: the view's values in the kind's template; `repository` is where people report."""
    shown = KINDS[kind].view(catalogue, key, language)
    told = {**parts(catalogue, language), "repository": repository}
    return render(KINDS[kind].template, catalogue, language, address, **told, **shown._asdict())


def parts(catalogue: Catalogue, language: str) -> dict[str, Callable[..., Any]]:
    """The views of parts that several kinds of page include, for one page."""
    found = {name: partial(view, catalogue, language=language) for name, view in PARTS.items()}
    return {**found, "doubts_of": cache(found["doubts_of"])}  # each cell of a tool asks


def stubs(catalogue: Catalogue, language: str) -> Iterator[Stub]:
    """Every generated page in one language."""
    for kind, key in every(vars(catalogue)):
        yield _stub(catalogue, language, kind, key)


def _stub(catalogue: Catalogue, language: str, kind: str, key: str) -> Stub:
    each = KINDS[kind]
    if not each.titled:
        raise LookupError(f"{kind} has no page of its own")
    title, description = (escape(words, quote=True) for words in each.titled(catalogue, key, language))
    head: dict[str, Any] = {"title": title, "description": description, "hide": ["navigation"], **each.head}
    if kind in SPELLED:
        record = getattr(catalogue, SPELLED[kind])[key]
        head["tags"] = tags(catalogue, record.name, record.search)
    front = yaml.dump(head, Dumper=DUMPER, allow_unicode=True, width=10_000)
    text = f"---\n{front}---\n\n{{{{ show('{kind}', '{key}') }}}}\n"
    return Stub(path(kind, key), text, each.origin and each.origin.format(key))
