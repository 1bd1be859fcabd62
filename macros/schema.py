"""JSON Schemas for editors, generated from the records, and the scaffold of a new tool."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from macros.loading import ID
from macros.model import CriteriaGroup, Stage, Text, Tool
from macros.plans import Change, Comparison, Guide, Question, Scenario, Stack, Term

RECORDS: dict[str, Any] = {
    "tool": Tool,
    "criteria": CriteriaGroup,
    "guide": Guide,
    "comparison": Comparison,
    "stack": Stack,
    "stages": dict[str, Stage],
    "questions": dict[str, Question],
    "scenarios": dict[str, Scenario],
    "glossary": dict[str, Term],
    "changes": tuple[Change, ...],
    "strings": dict[str, Text],
}
BOTH = {
    "type": "object",
    "required": ["ko"],
    "additionalProperties": False,
    "properties": {"ko": {"type": "string"}, "en": {"type": "string"}},
}

SCAFFOLD = """\
# yaml-language-server: $schema=../schema/tool.json
name: {name}
aliases: []
summary:
  ko: 이 도구가 무엇인지 한 줄로 씁니다
  en: What this tool is, in one line
lifecycle: {{status: active, since: "{year}", source: home}}
stages:
  experiment-tracking:
    role:
      ko: 이 단계에서 맡는 일을 씁니다
      en: What it does in this stage
links: {{home: https://example.org}}
sources:
  home:
    url: https://example.org
    accessed: {today}
    shows:
      ko: 이 페이지에서 확인한 사실
      en: What this page shows
assessments:
  licence-class: {{value: open-source, source: home, checked: {today}}}
"""


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


def scaffold(key: str) -> str:
    """A new tool's file: the least that `check` accepts."""
    today = date.today()
    return SCAFFOLD.format(name=key.replace("-", " ").title(), year=today.year, today=today)


def scaffold_problem(key: str, path: Path) -> str | None:
    """Why a tool cannot be scaffolded under this id."""
    if not ID.fullmatch(key):
        return f"'{key}' is no id: use lower-case letters, digits and hyphens"
    if path.exists():
        return f"data/tools/{key}.yml exists already"
    return None
