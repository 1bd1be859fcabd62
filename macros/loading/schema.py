"""JSON Schemas for editors, generated from the records and from what the data hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from macros.loading.catalogue import Catalogue
from macros.loading.completing import Offer, fitted, offer
from macros.records.evidence import Evidence
from macros.records.fields import Id, Strings
from macros.records.plans import Change, Comparison, Glossary, Guide, Questions, Scenario, Stack
from macros.records.tool import About, Observed
from macros.records.vocabulary import (
    Conditions,
    Contradiction,
    Counted,
    CriteriaGroup,
    Declined,
    Ledger,
    Stages,
    Uncovered,
)

RECORDS: dict[str, Any] = {
    "about": About,
    "evidence": Evidence,
    "criteria": CriteriaGroup,
    "guide": Guide,
    "comparison": Comparison,
    "stack": Stack,
    "stages": Stages,
    "questions": Questions,
    "scenarios": dict[Id, Scenario],
    "glossary": Glossary,
    "changes": tuple[Change, ...],
    "strings": Strings,
    "conditions": Conditions,
    "contradictions": dict[Id, Contradiction],
    "uncovered": dict[Id, Uncovered],
    "declined": dict[Id, Declined],
    "counted": dict[Id, Counted],
    "ids": Ledger,
    "observed": Observed,
}
LONG = 800
WORD = {"type": "string", "minLength": 1, "maxLength": 1200}
BOTH = {
    "type": "object",
    "required": ["ko"],
    "additionalProperties": False,
    "properties": {"ko": WORD, "en": WORD, "behind": {"enum": ["ko", "en"]}},
}


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """The text of each schema file by its name; what the catalogue holds is offered by the editor."""
    known = offer(catalogue)
    return {
        name: json.dumps(schema(kind, known), indent=1, ensure_ascii=False) + "\n"
        for name, kind in RECORDS.items()
    }


def schema(kind: Any, known: Offer) -> dict[str, Any]:
    """The schema of one kind of file, as lenient as loading is, and as strict."""
    bare = TypeAdapter(kind).json_schema()
    definitions = bare.get("$defs", {})
    if "Words" in definitions:
        definitions["Words"] = {"anyOf": [{"type": "string", "minLength": 1}, BOTH]}
    lenient = _once(_said(fitted(bare, known, definitions)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **lenient}


def _once(whole: dict[str, Any]) -> dict[str, Any]:
    """A schema in which a long mapping that stands in several places is said once, in `$defs`."""
    seen = Counter(text for text in _mappings(whole) if len(text) > LONG)
    shared: dict[str, Any] = {}
    names = {text: f"Mapping{n}" for n, text in enumerate(text for text, often in seen.items() if often > 1)}

    def put(node: Any) -> Any:
        if isinstance(node, list):
            return [put(each) for each in node]
        if not isinstance(node, dict):
            return node
        name = names.get(json.dumps(node)) if "properties" in node else None
        if name is None:
            return {key: put(each) for key, each in node.items()}
        if name not in shared:
            shared[name] = {key: put(each) for key, each in node.items()}
        return {"$ref": f"#/$defs/{name}"}

    once = put(whole)
    return {**once, "$defs": {**once.get("$defs", {}), **shared}} if shared else once


def _mappings(node: Any) -> Iterator[str]:
    """The text of every part of a schema that offers properties."""
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for each in inside:
        yield from _mappings(each)
    if isinstance(node, dict) and "properties" in node:
        yield json.dumps(node)


def _said(node: Any) -> Any:
    """One item for a list of one; no null, for what is not there is left out."""
    if isinstance(node, list):
        return [_said(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _said(value) for key, value in node.items() if not (key == "default" and value is None)}
    if "anyOf" in node:
        node["anyOf"] = [each for each in node["anyOf"] if each != {"type": "null"}]
    items = node.get("items")
    if node.get("type") == "array" and isinstance(items, dict):
        if "minLength" in node:
            node["minItems"] = node.pop("minLength")
        if items.get("type") == "string" or "enum" in items:
            return {"anyOf": [items, node]}
    return node
