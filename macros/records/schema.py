"""JSON Schemas for editors, generated from the records."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from macros.records.evidence import Evidence
from macros.records.fields import Strings
from macros.records.plans import Change, Comparison, Guide, Question, Scenario, Stack, Term
from macros.records.tool import About, Observed
from macros.records.vocabulary import Condition, CriteriaGroup, Ledger, Stage, Uncovered

RECORDS: dict[str, Any] = {
    "about": About,
    "evidence": Evidence,
    "criteria": CriteriaGroup,
    "guide": Guide,
    "comparison": Comparison,
    "stack": Stack,
    "stages": dict[str, Stage],
    "questions": dict[str, Question],
    "scenarios": dict[str, Scenario],
    "glossary": dict[str, Term],
    "changes": tuple[Change, ...],
    "strings": Strings,
    "conditions": dict[str, Condition],
    "uncovered": dict[str, Uncovered],
    "ids": Ledger,
    "observed": Observed,
}
BOTH = {
    "type": "object",
    "required": ["ko"],
    "additionalProperties": False,
    "properties": {"ko": {"type": "string"}, "en": {"type": "string"}, "behind": {"enum": ["ko", "en"]}},
}


def schemas() -> dict[str, str]:
    """The text of each schema file by its name."""
    return {
        name: json.dumps(_lenient(TypeAdapter(kind).json_schema()), indent=1, ensure_ascii=False) + "\n"
        for name, kind in RECORDS.items()
    }


def _lenient(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow in editors what loading allows: a plain string for a Text, one item for a list of one."""
    definitions = schema.get("$defs", {})
    if "Words" in definitions:
        definitions["Words"] = {"anyOf": [{"type": "string"}, BOTH]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_single(schema)}


def _single(node: Any) -> Any:
    if isinstance(node, list):
        return [_single(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _single(value) for key, value in node.items()}
    items = node.get("items")
    if node.get("type") == "array" and isinstance(items, dict) and items.get("type") == "string":
        return {"anyOf": [items, node]}
    return node
