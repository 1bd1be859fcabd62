"""What is still to be tried of a shortlist, copied as a checklist."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from macros.loading.catalogue import Catalogue
from tests.site.driving import copied, opened, settled
from tests.site.serving import Site

OPEN = ("", "partial", "disputed")
ADDRESSES = ("compare/?tools=mlflow,wandb,kubeflow", "compare/experiment-tracking/?tools=mlflow,comet")
CELLS = """
() => [...document.querySelectorAll("td[id]")].filter((each) => each.checkVisibility()).map(
  ({ id, dataset }) => [id, dataset.value],
)
"""


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_checklist_holds_each_open_cell_under_its_criterion(
    address: str, language: str, catalogue: Catalogue, site: Site, page: Page
) -> None:
    shown = settled(opened(page, site.url(address, language))).evaluate(CELLS)
    places = {f"{tool}-{each}": (tool, each) for tool in catalogue.tools for each in catalogue.criteria}
    open_ = [places[name] for name, value in shown if value in OPEN]
    assert open_
    text = copied(page, "trial", ".controls")
    heads = re.split(r"^## ", text, flags=re.M)
    assert page.url.split("?")[1] in heads[0]
    assert sum(part.count("- [ ] **") for part in heads) == len(open_)
    said = {part.split("\n", 1)[0].replace("\\", ""): part.replace("\\", "") for part in heads[1:]}
    for tool, criterion in open_:
        asked = catalogue.criteria[criterion]
        part = said[getattr(asked.name, language)]
        assert getattr(asked.question, language) in part
        assert f"- [ ] **{getattr(catalogue.tools[tool].name, language)}**: " in part
        for option in asked.options.values():
            assert getattr(option.means, language) in part
