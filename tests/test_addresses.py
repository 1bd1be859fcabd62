"""Links that were typed, spoken of and passed on: the reader of addresses, run in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest

from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests.conftest import PROJECT

NODE = PROJECT / "tests" / "node"
SHARED = PROJECT / "overrides" / "assets" / "rooms" / "shared"


def run(script: str, given: Any) -> Any:
    """What a script prints as JSON, given a value as JSON."""
    node = shutil.which("node")
    assert node, "the thinking of the pages is tested in Node: install nodejs"
    done = subprocess.run(
        [node, "--input-type=module", "--eval", script] if "\n" in script else [node, str(NODE / script)],
        input=json.dumps(given, ensure_ascii=False),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def model(catalogue: Catalogue, stage: str) -> dict[str, Any]:
    """A stage's matrix as the browser reads it."""
    criteria = {**catalogue.criteria_of(stage), **catalogue.general_criteria()}
    return {
        "tools": [
            {"id": key, "name": tool.name.ko, "cells": {}} for key, tool in catalogue.tools_of(stage).items()
        ],
        "criteria": [
            {"id": key, "name": each.name.ko, **({"options": list(each.options)} if each.options else {})}
            for key, each in criteria.items()
        ],
    }


def guide(catalogue: Catalogue, stage: str) -> dict[str, Any]:
    """A guide's questions as the browser reads them."""
    return {
        "questions": [
            {"id": each.id, "many": each.many, "options": [{"id": option} for option in each.options]}
            for each in guide_of(catalogue, stage).questions
        ]
    }


def spelled(catalogue: Catalogue) -> dict[str, list[str]]:
    """The tools with their names."""
    return {
        key: list(filter(None, [tool.name.ko, tool.name.en, *tool.search]))
        for key, tool in catalogue.tools.items()
    }


def stages(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The stages with the tools that cover them, as the planner offers them."""
    names = spelled(catalogue)
    return [
        {
            "id": key,
            "name": stage.name.ko,
            "tools": [{"id": tool, "names": names[tool]} for tool in catalogue.tools_of(key)],
        }
        for key, stage in catalogue.stages.items()
    ]


def mangled(catalogue: Catalogue, addresses: int, seed: int) -> dict[str, Any]:
    """What addresses hold after a random half of all manglings, in random order."""
    given = {
        "models": [model(catalogue, stage) for stage in catalogue.stages],
        "guides": [guide(catalogue, stage) for stage in catalogue.guides],
        "tools": spelled(catalogue),
        "stages": stages(catalogue),
        "moved": {"ml-flow-tracking": "mlflow"},
        "seed": seed,
        "count": addresses,
    }
    found: dict[str, Any] = run("addresses.mjs", given)
    return found


def test_documented_addresses_survive_what_is_done_to_links(small: Catalogue) -> None:
    found = mangled(small, 300, 1)
    assert found["addresses"] == 300
    assert found["manglings"] >= 12
    assert found["wrong"] == []


RESOLVE = f"""
import {{ readFileSync }} from "node:fs";
import {{ read, resolve, vocabulary }} from "{SHARED.as_uri()}/address.mjs";
const {{ query, tools, moved }} = JSON.parse(readFileSync(0, "utf-8"));
const known = vocabulary(Object.entries(tools).map(([id, names]) => [id, ...names]), moved);
console.log(JSON.stringify(resolve(read(query).texts.get("tools") ?? "", known)));
"""


@pytest.mark.parametrize(
    ("query", "tools"),
    [
        ("?tools=mlflow,wandb를", ["mlflow", "wandb"]),
        ("?tools=mlflow,wandb.", ["mlflow", "wandb"]),
        ("?tools=mlflow,%20wandb", ["mlflow", "wandb"]),
        ("?tools=MLflow,WandB", ["mlflow", "wandb"]),
        ("?tools=엠엘플로우;Weights %26 Biases를", ["mlflow", "wandb"]),
        ("?tools=Apache Airflow+prefect", ["airflow", "prefect"]),
        ("?tools=mlfow,prefectt", ["mlflow", "prefect"]),
        ("?tools=old-flow,wandb", ["mlflow", "wandb"]),
        ("?utm_source=a&amp;tools=mlflow%252Cwandb%23mlflow-sso", ["mlflow", "wandb"]),
        ("?tools%3Dmlflow%2Cwandb", ["mlflow", "wandb"]),
    ],
)
def test_tools_are_known_by_what_people_call_them(catalogue: Catalogue, query: str, tools: list[str]) -> None:
    given = {"query": query, "tools": spelled(catalogue), "moved": {"old-flow": "mlflow"}}
    found = run(RESOLVE, given)
    assert found["values"] == tools
    assert found["dropped"] == []


def test_what_is_read_as_something_else_or_not_at_all_is_said(catalogue: Catalogue) -> None:
    given = {"query": "?tools=엠엘플로우,moon,wandb를", "tools": spelled(catalogue), "moved": {}}
    found = run(RESOLVE, given)
    assert found["taken"] == [["엠엘플로우", "mlflow"], ["wandb를", "wandb"]]
    assert found["dropped"] == ["moon"]


def test_no_parameter_of_ours_is_taken_for_one_of_the_messengers(catalogue: Catalogue) -> None:
    names = sorted({each.id for stage in catalogue.guides for each in guide_of(catalogue, stage).questions})
    ours = [*names, "tools", "criteria", "where", "sort", "only", "as-of", "weigh", "stack"]
    ours += ["find", "stage", "status"]
    script = f"""
import {{ readFileSync }} from "node:fs";
import {{ read }} from "{SHARED.as_uri()}/address.mjs";
console.log(JSON.stringify([...read(JSON.parse(readFileSync(0, "utf-8"))).keys()]));
"""
    assert run(script, "?" + "&".join(f"{name}=yes" for name in ours)) == ours
