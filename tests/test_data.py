"""The shipped data, one case per file, so that the failing name is the file."""

from __future__ import annotations

import re

import pytest

from macros.gates.complete import RULES, wording_follows_the_glossary
from macros.gates.gate import asked
from macros.loading.catalogue import Catalogue
from macros.loading.problems import Problem
from macros.loading.store import Store
from macros.records.tool import Tool
from macros.rules.check import check
from tests.conftest import SHIPPED

LEAST_ASSESSMENTS = 1200
LEAST_CRITERIA_OF_A_STAGE = 8
LEAST_TOOLS_OF_A_STAGE = 4
LEAST_SHARE_OF_THE_NOTES = 0.85
# Known gaps: nobody publishes in which regions lakeFS Cloud runs.
GAPS = {"lakefs": {"korea-region"}}
NOTED = (
    "mlflow", "wandb", "airflow", "prefect", "dagster", "kubeflow", "metaflow", "luigi",
    "argo-workflows", "argo-cd", "linear", "jira", "notion", "kafka", "spark", "hadoop", "hive", "s3",
    "minio", "feast", "hopsworks", "tecton", "sagemaker-feature-store", "vertex-ai-feature-store", "git",
    "github", "gitlab", "bitbucket", "jenkins", "github-actions", "gitlab-ci", "circleci", "dvc",
    "sagemaker-model-registry", "vertex-ai-model-registry", "torchserve", "tensorflow-serving",
    "tensorrt", "onnx-runtime", "seldon-core", "kserve", "bentoml", "triton", "prometheus", "grafana",
    "elastic-stack", "tensorboard", "sagemaker-experiments", "rabbitmq", "rsmq", "activemq", "sqs",
    "google-pubsub", "azure-service-bus",
)  # fmt: skip


def _names(folder: str) -> list[str]:
    return sorted(path.stem for path in (SHIPPED / folder).iterdir())


TOOLS = _names("tools")


@pytest.fixture(scope="module")
def problems() -> list[Problem]:
    """What `check` finds in the shipped data."""
    return check(SHIPPED, Store())[1]


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_loads_without_a_problem(problems: list[Problem], name: str) -> None:
    assert [str(each) for each in problems if each.file.startswith(f"data/tools/{name}/")] == []


def test_nothing_else_has_a_problem(problems: list[Problem]) -> None:
    assert [str(each) for each in problems if not each.file.startswith("data/tools/")] == []


@pytest.fixture(scope="module")
def gaps() -> list[Problem]:
    """What `check --complete` lists for the shipped data, its wording aside: that is a report."""
    return asked([each for each in RULES if each is not wording_follows_the_glossary], SHIPPED)


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_is_complete_but_for_cells_that_nobody_could_check(gaps: list[Problem], name: str) -> None:
    mine = [each for each in gaps if each.file.startswith(f"data/tools/{name}/")]
    assert [str(each) for each in mine if "is not checked" not in each.message] == []
    assert {each.field for each in mine} <= {f"assessments.{key}" for key in GAPS.get(name, set())}


def test_everything_else_is_complete(gaps: list[Problem]) -> None:
    assert [str(each) for each in gaps if not each.file.startswith("data/tools/")] == []


def _candidates(catalogue: Catalogue, stage: str) -> dict[str, Tool]:
    """Living tools that cover the whole stage; not asked of the engine."""
    return {
        key: tool
        for key, tool in catalogue.tools.items()
        if tool.lifecycle.status in ("active", "maintenance")
        and stage in tool.stages
        and not tool.stages[stage].part
    }


STAGES = re.findall(r"^([a-z-]+):", (SHIPPED / "stages.yml").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_offers_a_choice(catalogue: Catalogue, stage: str) -> None:
    assert len(_candidates(catalogue, stage)) >= LEAST_TOOLS_OF_A_STAGE
    assert len(catalogue.criteria_of(stage)) >= LEAST_CRITERIA_OF_A_STAGE
    baseline = catalogue.stages[stage].baseline
    assert all((baseline.name.ko, baseline.what.ko, baseline.enough.ko, baseline.outgrown.ko))


def test_the_catalogue_is_large_enough_to_be_of_use(catalogue: Catalogue) -> None:
    assert sum(len(tool.assessments) for tool in catalogue.tools.values()) >= LEAST_ASSESSMENTS


def test_every_tool_of_the_notes_is_there() -> None:
    assert len(NOTED) == 54
    assert sorted(set(NOTED) - set(TOOLS)) == []


def test_the_tools_of_the_notes_are_checked(catalogue: Catalogue) -> None:
    asked = [(key, criterion) for key in NOTED for criterion in catalogue.criteria_for(catalogue.tools[key])]
    missing = [f"{key}.{name}" for key, name in asked if name not in catalogue.tools[key].assessments]
    assert len(missing) <= (1 - LEAST_SHARE_OF_THE_NOTES) * len(asked), " ".join(missing)
