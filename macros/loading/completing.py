"""What an editor offers: schemas that know the stages, the tools, every criterion and its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.records.fields import SPECIAL_VALUES, Words
from macros.records.vocabulary import Criterion

MARK = "x-ref"
Node = dict[str, Any]
PARTIAL: Node = {
    "if": {"properties": {"value": {"const": "partial"}}, "required": ["value"]},
    "then": {"required": ["note", "condition"]},
}


@dataclass(frozen=True)
class Offer:
    """The names of each kind with their descriptions, and the criteria with their values."""

    names: Mapping[str, Mapping[str, str]]
    criteria: Mapping[str, Criterion]


def offer(catalogue: Catalogue) -> Offer:
    """What the data of a catalogue lets an editor offer."""
    names = {
        "tool": {key: _both(each.summary) for key, each in catalogue.tools.items()},
        "stage": {key: _both(each.summary) for key, each in catalogue.stages.items()},
        "guide": {key: _both(each.intro) for key, each in catalogue.guides.items()},
        "condition": {key: _both(each.means) for key, each in catalogue.conditions.items()},
        "question": {key: _both(each.ask) for key, each in catalogue.questions.items()},
        "criterion": {key: _both(each.question) for key, each in catalogue.criteria.items()},
    }
    return Offer(names, catalogue.criteria)


def _both(words: Words) -> str:
    return words.ko if words.en in (None, words.ko) else f"{words.ko} / {words.en}"


def fitted(node: Any, known: Offer, definitions: Node) -> Any:
    """A schema whose references offer what there is, and refuse what there is not."""
    if isinstance(node, list):
        return [fitted(each, known, definitions) for each in node]
    if not isinstance(node, dict):
        return node
    keys = node.get("propertyNames", {}).get(MARK)
    if keys in known.names:
        return _mapping(node, str(keys), known, definitions)
    if (kind := str(node.get(MARK))) in known.names:
        return {"enum": list(known.names[kind])}
    node = {key: each for key, each in node.items() if key != MARK}
    return {key: fitted(each, known, definitions) for key, each in node.items()}


def _mapping(node: Node, kind: str, known: Offer, definitions: Node) -> Node:
    """A mapping whose keys are names: each a property, with its question in words."""
    (inside,) = node["patternProperties"].values()
    offered: Node = {}
    for name, words in known.names[kind].items():
        item = fitted(inside, known, definitions)
        if kind == "criterion":
            item = _of_criterion(item, inside, known.criteria[name])
        offered[name] = {"description": words, **({"allOf": [item]} if "$ref" in item else item)}
    rest = {key: each for key, each in node.items() if key not in ("patternProperties", "propertyNames")}
    return {**rest, "properties": offered, "additionalProperties": False}


def _of_criterion(item: Node, raw: Node, criterion: Criterion) -> Node:
    """What may stand under one criterion: its values, in a cell, a side, a requirement or a preference."""
    cell = raw.get("$ref", "").rpartition("/")[2] in ("Assessment", "Looked")
    if criterion.kind == "figure" and (cell or not criterion.options):
        return {"not": {}}  # a figure is measured, not written
    if not criterion.options:
        return item
    if raw.get("$ref", "").endswith("/Assessment"):
        return _cell(item, criterion)
    values = [*criterion.options, "not-applicable"]
    if "patternProperties" in raw and raw.get("propertyNames", {}).get(MARK) == "value":
        (weight,) = raw["patternProperties"].values()
        properties = dict.fromkeys(values, weight)
        return {"type": "object", "properties": properties, "additionalProperties": False}
    return _one_or_more(values) if "anyOf" in raw else item


def _cell(item: Node, criterion: Criterion) -> Node:
    values = [*criterion.options, *SPECIAL_VALUES]
    said = "; ".join(f"{value}: {_means(criterion, value)}" for value in criterion.options)
    value = {"description": said, **(_one_or_more(values) if criterion.many else {"enum": values})}
    side = {"properties": {"value": _one_or_more([*criterion.options, "not-applicable"])}}
    return {"allOf": [item, {"properties": {"value": value, "sides": {"items": side}}}, PARTIAL]}


def _means(criterion: Criterion, value: str) -> str:
    return _both(criterion.options[value].means)


def _one_or_more(values: list[str]) -> Node:
    return {"type": "array", "items": {"enum": values}, "minItems": 1}
