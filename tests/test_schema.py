"""The JSON Schemas for editors."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from macros.loading.catalogue import catalogue_of
from macros.loading.completing import offer
from macros.loading.files import FILES, FOLDERS, read, written
from macros.loading.folders import SHEETS
from macros.loading.schema import RECORDS, schema, schemas
from macros.records.tool import Observed
from macros.rules.check import check
from tests.conftest import DATA, SHIPPED

TINY = catalogue_of(read(DATA / "tiny")[0])
WRITTEN = schemas(TINY)


def test_no_schema_is_left_over() -> None:
    assert {path.stem for path in (SHIPPED / "schema").iterdir()} == set(WRITTEN), "run `make schema`"


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
    assert {"type": "string", "minLength": 1} in words["anyOf"]
    source = _definition("evidence", "Lifecycle")["properties"]["source"]["anyOf"]
    assert [each["type"] for each in source] == ["string", "array"]


def test_an_editor_refuses_unknown_keys() -> None:
    assert json.loads(WRITTEN["about"])["additionalProperties"] is False


class Editor(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: a day and a bare yes are words."""

    yaml_implicit_resolvers = {
        first: [each for each in found if "timestamp" not in each[0] and "bool" not in each[0]]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def _typed(text: str) -> Any:
    """A file as an editor reads it: words stay words, true and false and numbers do not."""
    return yaml.load(text, Loader=Editor)  # noqa: S506 (a safe loader without dates)


def files_of(root: Path) -> list[tuple[str, str]]:
    """Each file that has a schema, with the schema's name."""
    found = []
    for path, kind in written(root):
        names = [name for name, each in RECORDS.items() if each == kind]
        found += [(path.relative_to(root.parent).as_posix(), name) for name in names]
    return found


def refused_by_schema(root: Path) -> set[str]:
    """The files that an editor marks, of those that are YAML."""
    known, files = offer(catalogue_of(read(root)[0])), files_of(root)
    names = {name for _, name in files}
    schemas_of = {name: jsonschema_rs.validator_for(schema(RECORDS[name], known)) for name in names}
    bad = set()
    for file, name in files:
        try:
            said = _typed((root.parent / file).read_text("utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        if not schemas_of[name].is_valid(said):
            bad.add(file)
    return bad


BROKEN = DATA / "broken" / "data"
BY_SCHEMA = re.compile(
    r"unknown key|is missing|is no (value of|stage|tool|criterion|condition|guide|shared)"
    r"|is not (one of|a list|a mapping|text)|is empty|takes at most|needs at least|is no id"
    r"|is more than|write value|true or false"
    r"|whole number|one string for both|a figure|which part"
)


def test_schema_and_checker_agree_on_the_broken_data_set() -> None:
    """What an editor marks has a problem; what is wrong in form or name is marked by an editor."""
    _, problems = read(BROKEN)
    _, all_problems = check(BROKEN)
    with_schema = {file for file, _ in files_of(BROKEN)}
    marked = {file for file in refused_by_schema(BROKEN) if "Bad_Name" not in file}
    assert marked <= {each.file for each in all_problems}
    unread = {each.file for each in problems if not each.field}
    wanted = {each.file for each in all_problems if each.field and BY_SCHEMA.search(each.message)}
    assert (wanted & with_schema) - unread - marked == set()


def test_an_editor_offers_each_criterion_with_its_question_and_values() -> None:
    cells = json.loads(WRITTEN["evidence"])["properties"]["assessments"]["properties"]
    whole = TINY
    assert list(cells) == list(whole.criteria)
    for key, criterion in whole.criteria.items():
        assert criterion.question.ko in cells[key]["description"]
        offered = criterion.options if criterion.kind != "figure" else ()  # which is measured, not written
        assert all(f'"{option}"' in json.dumps(cells[key]) for option in offered)


def test_an_editor_asks_for_note_and_condition_of_a_partial_value() -> None:
    cells = json.loads(WRITTEN["evidence"])["properties"]["assessments"]["properties"]
    support = next(key for key, each in TINY.criteria.items() if each.kind == "support")
    assert '"then": {"required": ["note", "condition"]}' in json.dumps(cells[support])


def test_an_editor_offers_stages_and_tools() -> None:
    whole = TINY
    assert list(json.loads(WRITTEN["about"])["properties"]["stages"]["properties"]) == list(whole.stages)
    assert set(_definition("evidence", "Relation")["properties"]["tool"]["enum"]) == set(whole.tools)
