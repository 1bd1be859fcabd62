"""The JSON Schemas for editors."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.loading.catalogue import FILES, FOLDERS, ROOT
from macros.loading.folders import SHEETS
from macros.records.schema import RECORDS, schemas
from macros.records.tool import Observed

WRITTEN = schemas()


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_schema_files_are_fresh(name: str) -> None:
    path = ROOT / "schema" / f"{name}.json"
    assert path.exists(), "run `make schema`"
    assert path.read_text("utf-8") == WRITTEN[name], "run `make schema`"


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (ROOT / "schema").iterdir()} == set(WRITTEN), "run `make schema`"


def test_every_kind_of_file_that_people_write_has_a_schema() -> None:
    by_machine = {"redirects"}
    kinds = [
        Observed,
        *SHEETS.values(),
        *FOLDERS.values(),
        *(kind for name, kind in FILES.items() if name not in by_machine),
    ]
    assert all(kind in RECORDS.values() for kind in kinds)


@pytest.mark.parametrize("name", ["about", "evidence", "criteria", "guide", "comparison", "stack"])
def test_the_schema_and_the_record_refuse_the_empty_record(name: str) -> None:
    assert json.loads(WRITTEN[name])["required"]
    with pytest.raises(ValidationError):
        TypeAdapter(RECORDS[name]).validate_python({})


@pytest.mark.parametrize("name", ["stages", "questions", "scenarios", "glossary"])
def test_an_entry_of_a_vocabulary_cannot_be_empty(name: str) -> None:
    definitions = json.loads(WRITTEN[name])["$defs"]
    assert all(each.get("required") for key, each in definitions.items() if key in NAMED[name])
    with pytest.raises(ValidationError):
        TypeAdapter(RECORDS[name]).validate_python({"a": {}})


NAMED = {"stages": {"Stage"}, "questions": {"Question"}, "scenarios": {"Scenario"}, "glossary": {"Term"}}


def _definition(schema: str, name: str) -> Any:
    return json.loads(WRITTEN[schema])["$defs"][name]


def test_an_editor_allows_a_plain_string_for_a_text_and_one_item_for_a_list() -> None:
    words = _definition("about", "Words")
    assert {"type": "string"} in words["anyOf"]
    source = _definition("evidence", "Lifecycle")["properties"]["source"]["anyOf"]
    assert [each["type"] for each in source] == ["string", "array"]


def test_an_editor_refuses_unknown_keys() -> None:
    assert json.loads(WRITTEN["about"])["additionalProperties"] is False


def test_every_data_file_names_a_schema_that_exists() -> None:
    for path in sorted(ROOT.rglob("*.yml")):
        first = path.read_text("utf-8").splitlines()[0]
        if path.stem == "redirects":
            continue
        prefix, _, reference = first.partition("$schema=")
        assert prefix == "# yaml-language-server: ", path.name
        assert (path.parent / reference).resolve().is_file(), path.name
