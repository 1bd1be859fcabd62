"""Every kind of data file with its fields and values, read off the records, so that it cannot grow stale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from macros.loading import history
from macros.loading.catalogue import Catalogue
from macros.loading.completing import MARK
from macros.loading.schema import RECORDS
from macros.records.fields import MONTH_FORM
from macros.records.vocabulary import Condition

FILES = {
    "about": "tools/<id>/about.yml",
    "evidence": "tools/<id>/evidence.yml",
    "observed": "tools/<id>/observed.yml",
    "criteria": "criteria/<group>.yml",
    "guide": "guides/<stage>.yml",
    "comparison": "comparisons/<id>.yml",
    "stack": "stacks/<id>.yml",
    "strings": "strings/<room>.yml",
}
IDS = {
    "cell": "reference.id-cell",
    "condition": "reference.id-condition",
    "criterion": "reference.id-criterion",
    "guide": "reference.id-guide",
    "question": "reference.id-question",
    "source": "reference.id-source",
    "stage": "reference.id-stage",
    "tool": "reference.id-tool",
    "value": "reference.id-value",
}
Node = dict[str, Any]
Say = Callable[..., str]


@dataclass(frozen=True)
class Field:
    """One field: whether it has to be there, what it holds in words, and what its description says."""

    name: str
    required: bool
    holds: str
    text: str


@dataclass(frozen=True)
class Part:
    """A record, or a mapping of records, with its fields."""

    name: str
    text: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of file: where it stands, and what may stand in it."""

    id: str
    file: str
    text: str
    parts: tuple[Part, ...]


class Reference(NamedTuple):
    """Every kind of file, what a line of history holds, and the conditions."""

    kinds: tuple[Kind, ...]
    columns: tuple[str, ...]
    history: str
    conditions: dict[str, Condition]


def reference(catalogue: Catalogue, key: str, language: str) -> Reference:
    """Every kind of file, the columns of a history, the conditions and the statuses with their words."""

    def say(name: str, **values: object) -> str:
        return catalogue.strings[name].plain(language).format(**values)

    return Reference(
        kinds=tuple(_kind(name, record, say) for name, record in RECORDS.items()),
        columns=history.HEAD,
        history=(history.Line.__doc__ or "").split("\n")[0],
        conditions=catalogue.conditions,
    )


def _kind(name: str, record: Any, say: Say) -> Kind:
    schema = TypeAdapter(record).json_schema()
    parts = {schema.get("title", ""): schema} if "properties" in schema else {}
    parts |= schema.get("$defs", {})
    shown = tuple(_part(title, part, say) for title, part in parts.items() if title != "Words")
    text = schema.get("description") or _holds(schema, say)
    return Kind(name, "data/" + FILES.get(name, f"{name}.yml"), _line(text), shown)


def _part(title: str, schema: Node, say: Say) -> Part:
    required = schema.get("required", ())
    fields = (
        Field(name, name in required, _holds(node, say), _line(node.get("description", "")))
        for name, node in schema.get("properties", {}).items()
    )
    return Part(title, _line(schema.get("description", "")), tuple(fields))


def _line(text: str) -> str:
    return " ".join(text.replace("`", "").split())


def _holds(node: Node, say: Say) -> str:
    """What a place may hold, in words."""
    if "anyOf" in node:
        some = [_holds(each, say) for each in node["anyOf"] if each.get("type") != "null"]
        either = say("reference.or")
        return f" {either} ".join(dict.fromkeys(some))
    if values := node.get("enum", [node["const"]] if "const" in node else None):
        return " | ".join(map(str, values))
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        return say("reference.words") if name == "Words" else name
    if MARK in node:
        return say(IDS[node[MARK]])
    return next(_by_type(node, say), "")


def _by_type(node: Node, say: Say) -> Iterator[str]:
    kind = node.get("type")
    if kind == "array":
        yield say(
            "reference.list", of=_holds(node["items"], say) if "items" in node else say("reference.text")
        )
    if kind == "object":
        inside = [*node.get("patternProperties", {}).values(), node.get("additionalProperties")]
        of = next((each for each in inside if isinstance(each, dict)), {})
        names = node.get("propertyNames", {})
        key = _holds(names, say) if MARK in names or "enum" in names else say("reference.id")
        yield say("reference.mapping", key=key, of=_holds(of, say))
    if node.get("format") == "date":
        yield say("reference.day")
    if node.get("pattern") == MONTH_FORM:
        yield say("reference.month")
    if kind == "string" and "pattern" in node:
        yield say("reference.id")
    yield {
        "boolean": "true | false",
        "integer": say("reference.whole"),
        "number": say("reference.number"),
    }.get(str(kind), say("reference.text"))
