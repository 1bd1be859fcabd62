"""The first use of a term on a page leads to the glossary: one pass over the page's finished HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.records.plans import Term

EXPLAINING = ("concepts/", "stages/")
GLOSSARY = "about/glossary/"
TAG = re.compile(r"(<[^>]+>)")
NAME = re.compile(r"</?([a-z][a-z0-9]*)")
PARTS = re.compile(r"\s*\([^)]*\)$")
LEFT_ALONE = {"a", "button", "code", "dt", "figure", "pre", "script", "style", "summary", "svg", "table"}
LEFT_ALONE |= {f"h{level}" for level in range(1, 7)}
SHORTEST = 2


def linked(html: str, terms: Mapping[str, Term], language: str, address: str) -> str:
    """The HTML of the page at `address` with a link at each term's first use.

    Headings, links, tables, pictures and code stay as they are.
    """
    wanted = _forms(terms, language)
    root = "../" * (address.strip("/").count("/") + 1)
    return "".join(_pieces(html, wanted, f"{root}{GLOSSARY}#", _boundary(language)))


def _pieces(html: str, wanted: dict[str, str], glossary: str, boundary: tuple[str, str]) -> Iterator[str]:
    inside: list[str] = []
    for piece in TAG.split(html):
        name = NAME.match(piece)
        if name and name[1] in LEFT_ALONE:
            if not piece.startswith("</"):
                inside.append(name[1])
            elif inside:
                inside.pop()
        yield piece if piece.startswith("<") or inside else _marked(piece, wanted, glossary, boundary)


def _marked(text: str, wanted: dict[str, str], glossary: str, boundary: tuple[str, str]) -> str:
    """The text with a link at the first use of each term still wanted, a longer term before its parts."""
    if not wanted or not text.strip():
        return text
    forms = "|".join(map(_first_of_either_size, sorted(wanted, key=len, reverse=True)))
    found = re.search(f"{boundary[0]}({forms}){boundary[1]}", text)
    if not found:
        return text
    form = found[1] if found[1] in wanted else found[1][:1].lower() + found[1][1:]
    key = wanted.pop(form)
    link = f'<a class="term" href="{glossary}{key}">{found[0]}</a>'
    return text[: found.start()] + link + _marked(text[found.end() :], wanted, glossary, boundary)


def _first_of_either_size(form: str) -> str:
    """A form as it stands in the glossary, or at the beginning of a sentence."""
    return f"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}" if form[0].islower() else re.escape(form)


def _forms(terms: Mapping[str, Term], language: str) -> dict[str, str]:
    """The terms by how they are written: without what stands in brackets behind them."""
    forms = {PARTS.sub("", getattr(term, language)): key for key, term in terms.items() if term.linked}
    return {form: key for form, key in forms.items() if len(form) >= SHORTEST}


def _boundary(language: str) -> tuple[str, str]:
    """What may not stand before and after a term: Korean ones take a particle behind, English ones an s."""
    return (r"(?<![\w-])", r"s?(?![\w-])") if language == "en" else (r"(?<![\w-])", "")
