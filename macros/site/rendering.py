"""One strict, auto-escaping Jinja environment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.records.particles import filled
from macros.site.held import Held
from macros.site.marks import mark
from macros.views import report

TEMPLATES = Path(__file__).parents[1] / "templates"
BASE = "~base~/"  # the way to the language's root, until it is known from where
CAPITAL_WITHIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
MARKDOWN = re.compile(r"([\\`*_{}\[\]#+\-.!>])")


def render(template: str, catalogue: Catalogue, language: str, address: str, **values: Any) -> str:
    """A template's text for the page at `address` (relative to the language's root)."""
    found = _environment().get_template(template)
    given = {"catalogue": catalogue, "language": language, "base": BASE, "address": address}
    return from_page(found.render(values, **given), address)


def from_page(text: str, address: str) -> str:
    """The text with its addresses as they are from the page at `address`."""
    depth = address.strip("/").count("/") + 1 if address.strip("/") else 0
    return text.replace(BASE, "../" * depth)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        extensions=[Held],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",  # so that {#anchor} stays a Markdown anchor
        comment_end_string="##}",
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.filters |= {
        "t": text,
        "plain": pass_context(lambda context, words: words.plain(context["language"])),
        "s": string,
        "md": heading,
        "breakable": breakable,
        "words": script_words,
        "mark": mark,
        "stated": stated,
        "named": named,
        "linked": linked,
        "host": lambda url: url.split("/")[2].removeprefix("www."),
    }
    environment.globals |= {
        "link": link,
        "to": to,
        "root": root,
        "heads": heads,
        "marked": marked,
        "once": once,
        "source_of": report.source_of,
        "report_of": report.report_of,
        "thread_of": report.thread_of,
    }
    return environment


def say(words: Words, language: str) -> Markup:
    """The words in a language; what is not translated stands in the other, marked as such."""
    return stated(words.plain(language), words.state(language))


def stated(text: str, state: str) -> Markup:
    """A text, marked by its state."""
    if not state:
        return escape(text)
    return Markup('<span{} class="{}">{}</span>').format(
        Markup(' lang="ko"') if state == "untranslated" else "", state, text
    )


@pass_context
def text(context: Context, words: Words) -> Markup:
    """The words in the page's language; where they do not follow the other's yet, with a word about it."""
    language = context["language"]
    said = say(words, language)
    if words.behind != language:
        return said
    why = context["catalogue"].strings["text.behind"].plain(language)
    return said + Markup(' <small class="behind__mark">({})</small>').format(why)


def breakable(name: str) -> str:
    """A name; one of a single word (OpenTelemetry, not NVIDIA TensorRT) may break before a capital."""
    return name if " " in name else Markup("<wbr>").join(CAPITAL_WITHIN.split(name))


def heading(text: str) -> Markup:
    """Plain text for a Markdown heading: nothing in it is Markdown or HTML."""
    quoted = MARKDOWN.sub(r"\\\1", str(text)).replace("&", "&amp;").replace("<", "&lt;")
    return Markup(quoted)  # noqa: S704 (escaped above, for Markdown too)


@pass_context
def string(context: Context, key: str, **values: object) -> str:
    """An interface word from `strings/`; `{name}` in it is filled from `values`."""
    return filled(context["catalogue"].strings[key].plain(context["language"]), values)


@pass_context
def link(context: Context, address: str) -> str:
    """A relative address, so that the site works below any base path."""
    return (str(context["base"]) + address) or "./"


@pass_context
def root(context: Context, address: str) -> str:
    """A relative address below the root of the site, which both languages share."""
    return link(context, "") + ("../" if context["language"] == "en" else "") + address


@pass_context
def to(context: Context, address: str, words: Words | str) -> Markup:
    """A link to a page (`tools/mlflow`), in words of the data or of the interface."""
    said = words if isinstance(words, str) else text(context, words)
    return Markup('<a href="{}">{}</a>').format(link(context, f"{address}/"), said)


@pass_context
def named(context: Context, records: Iterable[Any]) -> list[Markup]:
    """The names of records."""
    return [text(context, each.name) for each in records]


@pass_context
def linked(context: Context, records: Mapping[str, Any], kind: str) -> list[Markup]:
    """The names of tools or stages, given by their ids, as links to their pages."""
    return [to(context, f"{kind}/{key}", each.name) for key, each in records.items()]


@pass_context
def heads(context: Context, *keys: str) -> Markup:
    """The head of a table, by the words of its columns."""
    columns = (Markup('<th scope="col">{}</th>').format(string(context, key)) for key in keys)
    return Markup("<thead><tr>{}</tr></thead>").format(Markup("").join(columns))


@pass_context
def once(context: Context, macro: Macro, *shown: Any) -> str:
    """What a macro makes of records that several pages show: made once; it knows nothing else of a page."""
    made: dict[Any, tuple[Any, str]] = context["made"]
    key = (macro.name, *(each if isinstance(each, str) else id(each) for each in shown))
    if key not in made:
        made[key] = (shown, macro(*shown))  # kept beside, so that no other record gets its number
    return made[key][1]


def marked(state: str, words: str) -> Markup:
    """A value as sign and words."""
    return Markup('<span class="value value--{}">{}</span>').format(state, words)


@pass_context
def script_words(context: Context, prefix: str, *names: str) -> str:
    """The interface words of one script, or those of these names, as JSON by what follows the prefix."""
    start, language = prefix + ".", context["language"]
    found = {
        key.removeprefix(start): words.plain(language)
        for key, words in context["catalogue"].strings.items()
        if key.startswith(start)
    }
    return json.dumps({name: found[name] for name in names or found}, ensure_ascii=False)
