"""A small validator of JSON Schema: what our own schemas use, and an error for what they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "default", "format", "type", "enum", "const", "anyOf",
    "allOf", "not", "if", "then", "properties", "patternProperties", "additionalProperties", "propertyNames",
    "required", "items", "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum",
    "minProperties", "maxProperties",
}  # fmt: skip
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


class Editor(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: a day and a bare yes are words."""

    yaml_implicit_resolvers = {
        first: [each for each in found if "timestamp" not in each[0] and "bool" not in each[0]]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def mistakes(said: Any, node: Any, root: Any = None, place: str = "") -> Iterator[str]:
    """Every place at which a value does not follow the schema."""
    root = root or node
    assert set(node) <= KNOWN, set(node) - KNOWN
    if "$ref" in node:
        yield from mistakes(said, root["$defs"][node["$ref"].rpartition("/")[2]], root, place)
    if "anyOf" in node and not any(_follows(said, each, root) for each in node["anyOf"]):
        yield f"{place}: follows none of several forms"
    for each in node.get("allOf", ()):
        yield from mistakes(said, each, root, place)
    if "not" in node and _follows(said, node["not"], root):
        yield f"{place}: may not be"
    if "if" in node and _follows(said, node["if"], root):
        yield from mistakes(said, node["then"], root, place)
    if "enum" in node and said not in node["enum"]:
        yield f"{place}: {said} is not offered"
    if "const" in node and said != node["const"]:
        yield f"{place}: is not {node['const']}"
    kind = node.get("type")
    if kind and (not isinstance(said, TYPES[kind]) or (isinstance(said, bool) and kind != "boolean")):
        yield f"{place}: is no {kind}"
    elif isinstance(said, dict):
        yield from _object(said, node, root, place)
    elif isinstance(said, list):
        yield from _sized(len(said), node, "Items", place)
        for number, each in enumerate(said):
            yield from mistakes(each, node.get("items", {}), root, f"{place}.{number}")
    elif isinstance(said, str):
        yield from _sized(len(said), node, "Length", place)
        if "pattern" in node and not re.search(node["pattern"], said):
            yield f"{place}: {said} is of another form"
    elif isinstance(said, (int, float)) and _beyond(said, node):
        yield f"{place}: {said} is too small or too large"


def _object(said: Any, node: Any, root: Any, place: str) -> Iterator[str]:
    yield from (f"{place}.{key}: is missing" for key in node.get("required", ()) if key not in said)
    yield from _sized(len(said), node, "Properties", place)
    for key, each in said.items():
        here, found = f"{place}.{key}", False
        if key in node.get("properties", {}):
            found = True
            yield from mistakes(each, node["properties"][key], root, here)
        for pattern, inside in node.get("patternProperties", {}).items():
            if re.search(pattern, str(key)):
                found = True
                yield from mistakes(each, inside, root, here)
        if "propertyNames" in node:
            yield from mistakes(key, node["propertyNames"], root, here)
        other = node.get("additionalProperties", not node.get("patternProperties"))
        if not found and other is False:
            yield f"{here}: unknown key"
        elif not found and isinstance(other, dict):
            yield from mistakes(each, other, root, here)


def _sized(size: int, node: Any, what: str, place: str) -> Iterator[str]:
    if not node.get(f"min{what}", size) <= size <= node.get(f"max{what}", size):
        yield f"{place}: has a size of {size}"


def _beyond(said: float, node: Any) -> bool:
    return bool(said < node.get("minimum", said) or said > node.get("maximum", said))


def _follows(said: Any, node: Any, root: Any) -> bool:
    return not any(mistakes(said, node, root))
