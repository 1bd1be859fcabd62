"""What a stranger finds: forms that links can fill in, files that name nobody who does not exist."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.loading.catalogue import Catalogue
from macros.loading.reading import parse
from macros.matrix.cells import cell
from macros.site import rendering
from macros.views.report import FORM, MOST_CHARACTERS, report_of, source_of, thread_of
from tests.conftest import PROJECT, SHIPPED

FORMS = PROJECT / ".github" / "ISSUE_TEMPLATE"
NAMES = sorted(path.name for path in FORMS.glob("*.yml") if path.name != "config.yml")
HOME = "https://example.org/guide"


def _form(name: str) -> Any:
    return yaml.safe_load((FORMS / name).read_text("utf-8"))


def test_there_is_a_form_for_each_kind_of_report() -> None:
    kinds = {"suggest-tool", "wrong-claim", "changed-source", "new-criterion", "translation"}
    assert {name.removesuffix(".yml") for name in NAMES} == kinds


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_whole_and_speaks_both_languages(name: str) -> None:
    form = _form(name)
    assert form["name"]
    assert form["description"]
    assert form["title"]
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    for words in (
        form["name"],
        form["description"],
        *(field["attributes"]["label"] for field in form["body"]),
    ):
        assert re.search("[가-힣]", words), words
        assert re.search("[A-Za-z]{2}", words), words
        assert "·" in words, words


def test_a_report_fills_in_fields_that_the_form_has() -> None:
    fields = {
        "page": "tools/a",
        "tool": "a",
        "criterion": "sso",
        "value": "yes",
        "sources": "s",
        "day": "2026-11-01",
    }
    query = parse_qs(urlsplit(report_of(HOME, **fields)).query)
    assert query.pop("template") == [FORM]
    assert query.pop("title") == ["[claim] a / sso"]
    assert {key: each[0] for key, each in query.items()} == fields
    assert set(fields) <= {field["id"] for field in _form(FORM)["body"]}


def test_what_a_stranger_wrote_stays_in_its_field() -> None:
    address = report_of(HOME, tool="a", value="yes&template=other.yml#x\n한글")
    assert parse_qs(urlsplit(address).query)["template"] == [FORM]
    assert parse_qs(urlsplit(address).query)["value"] == ["yes&template=other.yml#x\n한글"]
    assert urlsplit(address).fragment == ""


def test_a_long_report_is_cut_to_what_a_host_takes() -> None:
    address = report_of(HOME, tool="a", criterion="b", value="가" * 9000, sources="x" * 9000)
    assert len(address) < MOST_CHARACTERS + 100
    assert parse_qs(urlsplit(address).query)["tool"] == ["a"]


def test_one_address_leads_to_all_that_was_said_about_a_tool() -> None:
    address = thread_of(HOME, "mlflow")
    assert address.startswith(f"{HOME}/issues?")
    assert parse_qs(urlsplit(address).query) == {"q": ["is:issue in:title mlflow"]}
    assert "mlflow" in parse_qs(urlsplit(report_of(HOME, tool="mlflow", criterion="sso")).query)["title"][0]


def test_without_a_repository_there_is_no_link() -> None:
    assert report_of("", tool="a") == thread_of("", "a") == ""
    assert source_of("", "a", 3) == ""


def test_a_link_leads_to_the_line_of_the_cell(catalogue: Catalogue) -> None:
    for key, tool in catalogue.tools.items():
        _, places = parse((SHIPPED / "tools" / key / "evidence.yml").read_text("utf-8"))
        assert catalogue.lines[key] == {each: places["assessments", each] for each in tool.assessments}
    assert source_of(HOME, "mlflow", 7) == f"{HOME}/blob/HEAD/data/tools/mlflow/evidence.yml#L7"


CELL = (
    '{% from "parts/report.html" import of_cell, of_tool with context %}'
    "{{ of_cell(cell, 12) }}{{ of_tool(cell.tool) }}"
)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_cell_and_a_page_lead_to_their_data_and_to_a_report(catalogue: Catalogue, language: str) -> None:
    template = rendering._environment().from_string(CELL)
    shown = cell(catalogue, "mlflow", "sso", language)
    given = {
        "cell": shown,
        "catalogue": catalogue,
        "language": language,
        "address": "tools/mlflow/",
        "base": "",
        "made": {},
    }
    text = template.render(given, repository=HOME)
    assert f'href="{HOME}/blob/HEAD/data/tools/mlflow/evidence.yml#L12"' in text
    assert f'href="{HOME}/blob/HEAD/data/tools/mlflow/about.yml"' in text
    reports = [unescape(each) for each in re.findall(r'href="([^"]*issues/new[^"]*)"', text)]
    said = parse_qs(urlsplit(reports[0]).query)
    assert (said["tool"], said["criterion"], said["page"]) == (["mlflow"], ["sso"], ["tools/mlflow/"])
    assert said["day"] == [str(catalogue.tools["mlflow"].assessments["sso"].checked)]
    assert len(reports) == 2
    assert f'href="{HOME}/issues?q=is' in text
    assert template.render(given, repository="").strip() == ""


def test_nobody_is_invented() -> None:
    names = (
        "CODE_OF_CONDUCT.md",
        "SECURITY.md",
        "CITATION.cff",
        ".github/CODEOWNERS",
        ".github/dependabot.yml",
    )
    for name in names:
        text = (PROJECT / name).read_text("utf-8")
        assert not re.search(r"[\w.]+@[\w-]+\.\w", text), name
        assert not re.search(r"https?://", text), name
    owners = (PROJECT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert all(line.startswith("#") for line in owners)


def test_the_actions_are_kept_young_and_the_container_starts() -> None:
    updates = yaml.safe_load((PROJECT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert [each["package-ecosystem"] for each in updates] == ["github-actions"]
    container = json.loads((PROJECT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    target = container["postCreateCommand"].removeprefix("make ")
    variables = {"$(DEV):": ".venv/dev.ready"}
    made = (PROJECT / "Makefile").read_text("utf-8")
    assert any(line.startswith(name) for line in made.splitlines() for name in variables)
    assert target in variables.values()


def test_the_citation_has_what_citations_need() -> None:
    said = yaml.safe_load((PROJECT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(said)
