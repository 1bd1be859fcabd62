"""One page of each kind, by its address below the language's root."""

from __future__ import annotations

KINDS = {
    "home": "",
    "tool": "tools/mlflow/",
    "ended-tool": "tools/torchserve/",
    "tools": "tools/",
    "stage": "stages/model-serving/",
    "stages": "stages/",
    "choose": "choose/",
    "guide": "choose/model-serving/",
    "tree": "choose/model-serving/tree/",
    "compare": "compare/",
    "picked": "compare/?tools=mlflow,wandb,airflow",
    "matrix": "compare/pipeline-orchestration/",
    "weights": "compare/experiment-tracking/?weigh=sso:must:yes",
    "comparison": "compare/mlflow-wandb/",
    "stacks": "stacks/",
    "stack": "stacks/service-mlflow-prefect/",
    "mine": "stacks/mine/",
    "scenarios": "scenarios/",
    "concepts": "concepts/",
    "concept": "concepts/task-orchestration/",
    "method": "about/method/",
    "glossary": "about/glossary/",
    "coverage": "about/coverage/",
    "criteria": "about/criteria/",
    "changes": "about/changes/",
    "editions": "about/editions/",
    "inclusion": "about/inclusion/",
    "reference": "about/contributing/reference/",
    "data": "data/",
    "embed": "embed/model-serving/",
    "embed-guide": "embed/guide/model-serving/",
    "embed-tool": "embed/tools/mlflow/",
}
ENGLISH = ("home", "stage", "guide", "comparison")
EVERY = [("ko", kind) for kind in KINDS] + [("en", kind) for kind in ENGLISH]
