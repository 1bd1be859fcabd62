"""The page on which readers look for tools in a file of their own; the browser does all of it."""

from __future__ import annotations

import json
from typing import NamedTuple

from macros.loading.catalogue import Catalogue

TABLE = "api/v1/packages.json"
SAMPLE = "mlflow==2.9.2\nwandb>=0.16\napache-airflow[amazon]==2.8.1\nprefect\ntorchserve\nboto3\npandas\n"


class Mine(NamedTuple):
    """What the page of one's own stack starts with."""

    stages: str
    table: str
    sample: str


def mine(catalogue: Catalogue, key: str, language: str) -> Mine:
    """Where the table of names stands, what the stages are called, something to try."""
    names = {name: getattr(stage.name, language) or stage.name.ko for name, stage in catalogue.stages.items()}
    return Mine(
        stages=json.dumps(names, ensure_ascii=False),
        table=TABLE,
        sample=SAMPLE,
    )
