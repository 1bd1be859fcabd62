"""The shipped data, one case per file, so that the failing name is the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from macros.guide.guide import guide_of
from macros.loading.catalogue import ROOT, Catalogue
from macros.records.fields import Words
from macros.records.tool import Tool
from macros.rules.check import check

HANGUL = re.compile(r"[가-힣]")
LONGEST_SUMMARY = 140
LEAST_ASSESSMENTS = 1200
LEAST_CRITERIA_OF_A_STAGE = 8
LEAST_TOOLS_OF_A_STAGE = 4
LEAST_SHARE_OF_A_GUIDE = 0.95
LEAST_SHARE_OF_THE_NOTES = 0.85
# Known gaps: nobody publishes in which regions lakeFS Cloud runs.
GAPS = {("source-control", "korea-region"): {"lakefs"}}
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
    return sorted(path.stem for path in (ROOT / folder).iterdir())


TOOLS, GUIDES, COMPARISONS, STACKS = (_names(each) for each in ("tools", "guides", "comparisons", "stacks"))


def _texts(record: object, place: str = "") -> Iterator[tuple[str, Words]]:
    """Every Text inside a record, with its place."""
    if isinstance(record, Words):
        yield place, record
    elif isinstance(record, BaseModel):
        for field in type(record).model_fields:
            yield from _texts(getattr(record, field), f"{place}.{field}")
    elif isinstance(record, dict):
        for key, value in record.items():
            yield from _texts(value, f"{place}.{key}")
    elif isinstance(record, tuple):
        for number, value in enumerate(record):
            yield from _texts(value, f"{place}.{number}")


def _untranslated(record: object) -> list[str]:
    return [place for place, words in _texts(record) if not words.en]


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_loads_without_a_problem(name: str) -> None:
    _, problems = check()
    assert [str(each) for each in problems if each.file.startswith(f"data/tools/{name}/")] == []


def test_nothing_else_has_a_problem() -> None:
    _, problems = check()
    assert [str(each) for each in problems if not each.file.startswith("data/tools/")] == []


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_speaks_both_languages(catalogue: Catalogue, name: str) -> None:
    tool = catalogue.tools[name]
    assert _untranslated(tool) == []
    assert HANGUL.search(tool.summary.ko)
    assert not HANGUL.search(tool.summary.en or "")
    assert max(len(tool.summary.ko), len(tool.summary.en or "")) <= LONGEST_SUMMARY


@pytest.mark.parametrize("name", TOOLS)
def test_a_tool_says_enough_to_be_weighed(catalogue: Catalogue, name: str) -> None:
    tool = catalogue.tools[name]
    for field in ("use_when", "avoid_when", "strengths", "weaknesses"):
        assert len(getattr(tool, field)) >= (2 if tool.living else 0), field
    assert len(tool.features) >= (3 if tool.living else 0)
    assert tool.assessments


@pytest.mark.parametrize("name", TOOLS)
def test_a_living_tool_is_found_by_a_korean_spelling(catalogue: Catalogue, name: str) -> None:
    tool = catalogue.tools[name]
    assert not tool.living or any(HANGUL.search(each) for each in tool.search)


@pytest.mark.parametrize("kind", ["stages", "groups", "questions", "scenarios", "glossary", "strings"])
def test_a_vocabulary_speaks_both_languages(catalogue: Catalogue, kind: str) -> None:
    assert _untranslated(getattr(catalogue, kind)) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(("guides", name) for name in GUIDES),
        *(("comparisons", name) for name in COMPARISONS),
        *(("stacks", name) for name in STACKS),
    ],
)
def test_a_plan_speaks_both_languages(catalogue: Catalogue, kind: str, name: str) -> None:
    assert _untranslated(getattr(catalogue, kind)[name]) == []


def test_the_changes_speak_both_languages(catalogue: Catalogue) -> None:
    assert _untranslated(catalogue.changes) == []
    assert catalogue.changes


def test_the_reader_of_texts_finds_what_is_missing() -> None:
    assert _untranslated({"a": (Words(ko="글"),)}) == [".a.0"]


def _candidates(catalogue: Catalogue, stage: str) -> dict[str, Tool]:
    """Living tools that cover the whole stage; not asked of the engine."""
    return {
        key: tool
        for key, tool in catalogue.tools.items()
        if tool.lifecycle.status in ("active", "maintenance")
        and stage in tool.stages
        and not tool.stages[stage].part
    }


STAGES = re.findall(r"^([a-z-]+):", (ROOT / "stages.yml").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_offers_a_choice(catalogue: Catalogue, stage: str) -> None:
    assert len(_candidates(catalogue, stage)) >= LEAST_TOOLS_OF_A_STAGE
    assert len(catalogue.criteria_of(stage)) >= LEAST_CRITERIA_OF_A_STAGE
    baseline = catalogue.stages[stage].baseline
    assert all((baseline.name.ko, baseline.what.ko, baseline.enough.ko, baseline.outgrown.ko))


def test_every_stage_has_a_guide(catalogue: Catalogue) -> None:
    assert set(STAGES) == set(catalogue.stages)
    assert set(catalogue.guides) == set(catalogue.stages)


@pytest.mark.parametrize("stage", GUIDES)
def test_a_guide_asks_five_to_eight_questions(catalogue: Catalogue, stage: str) -> None:
    assert 5 <= len(catalogue.guides[stage].questions) <= 8


@pytest.mark.parametrize("stage", GUIDES)
def test_what_a_guide_rests_on_is_checked(catalogue: Catalogue, stage: str) -> None:
    """Each criterion by itself, for all living tools of the stage, those that cover a part of it included."""
    living = {key: tool for key, tool in catalogue.tools_of(stage).items() if tool.living}
    for criterion in guide_of(catalogue, stage).criteria:
        missing = {key for key, tool in living.items() if criterion not in tool.assessments}
        few = len(missing) <= (1 - LEAST_SHARE_OF_A_GUIDE) * len(living)
        assert few or missing == GAPS.get((stage, criterion)), criterion


def test_the_catalogue_is_large_enough_to_be_of_use(catalogue: Catalogue) -> None:
    assert sum(len(tool.assessments) for tool in catalogue.tools.values()) >= LEAST_ASSESSMENTS


def test_every_tool_of_the_notes_is_there() -> None:
    assert len(NOTED) == 54
    assert sorted(set(NOTED) - set(TOOLS)) == []


def test_the_tools_of_the_notes_are_checked(catalogue: Catalogue) -> None:
    asked = [(key, criterion) for key in NOTED for criterion in catalogue.criteria_for(catalogue.tools[key])]
    missing = [f"{key}.{name}" for key, name in asked if name not in catalogue.tools[key].assessments]
    assert len(missing) <= (1 - LEAST_SHARE_OF_THE_NOTES) * len(asked), " ".join(missing)


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_comparison_asks_what_is_asked_of_its_tools_and_gives_a_verdict(
    catalogue: Catalogue, name: str
) -> None:
    comparison = catalogue.comparisons[name]
    asked = {key for tool in comparison.tools for key in catalogue.criteria_for(catalogue.tools[tool])}
    assert set(comparison.criteria) <= asked
    assert len(comparison.verdict) >= 2
    assert {tool for each in comparison.verdict for tool in each.tools or ()} <= set(comparison.tools)


@pytest.mark.parametrize("name", STACKS)
def test_a_stack_holds_living_tools(catalogue: Catalogue, name: str) -> None:
    assert all(catalogue.tools[each.tool].living for each in catalogue.stacks[name].tools)


def test_a_scenario_names_tools_that_exist(catalogue: Catalogue) -> None:
    noted = {tool for each in catalogue.scenarios.values() for preset in each.guides for tool in preset.noted}
    assert noted <= set(catalogue.tools)
