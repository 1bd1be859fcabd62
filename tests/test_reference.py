"""The reference of fields is whole, in both languages, and every task has its page."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from macros.__main__ import main
from macros.loading.catalogue import Catalogue
from macros.loading.files import FILES, FOLDERS, written
from macros.loading.folders import SHEETS
from macros.loading.schema import RECORDS
from macros.views.reference import reference
from tests.conftest import PROJECT, SHIPPED
from tests.shown import content

TASKS = {
    "tool", "fact", "correction", "criterion", "comparison", "guide-question", "stack", "renaming",
    "translation",
}  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_field_of_every_record_stands_in_the_reference(catalogue: Catalogue, language: str) -> None:
    kinds = {each.id: each for each in reference(catalogue, "", language).kinds}
    assert set(kinds) == set(RECORDS)
    for name, record in RECORDS.items():
        shown = {part.name: {field.name: field for field in part.fields} for part in kinds[name].parts}
        if isinstance(record, type) and issubclass(record, BaseModel):
            assert set(shown[record.__name__]) == set(record.model_fields)
            for key, field in record.model_fields.items():
                assert shown[record.__name__][key].required == field.is_required(), (name, key)
    lifecycle = {field.name: field.holds for part in kinds["evidence"].parts for field in part.fields}
    assert lifecycle["status"] == "active | maintenance | deprecated | archived | sunset"
    assert all(field.holds for kind in kinds.values() for part in kind.parts for field in part.fields)


def test_each_file_of_the_data_is_one_that_the_reference_names(catalogue: Catalogue) -> None:
    files = [each.file for each in reference(catalogue, "", "en").kinds]
    bare = {"redirects.yml"}  # addresses and nothing else
    assert len(files) == len(set(files)) == len(FILES) - len(bare) + len(FOLDERS) + len(SHEETS) + 1
    forms = [re.compile(re.sub("<[a-z]+>", "[a-z0-9-]+", each)) for each in files]
    for path, _ in written(SHIPPED):
        name = path.relative_to(PROJECT).as_posix() if path.is_relative_to(PROJECT) else ""
        if path.name in bare:
            continue
        assert not name or sum(bool(form.fullmatch(name)) for form in forms) == 1, name


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_escapes_and_marks_what_is_english(catalogue: Catalogue, language: str) -> None:
    text = content(catalogue, "reference", "", language, "about/contributing/reference/")
    assert "tools/<id>" not in text
    assert '<td lang="en">What it holds only under</td>' in text
    assert all(f"<code>{key}</code>" in text for key in catalogue.conditions)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_task_has_a_short_page_that_the_overview_leads_to(language: str) -> None:
    folder = PROJECT / "docs" / language / "about"
    pages = {path.stem: path for path in (folder / "contributing").glob("*.md")}
    assert set(pages) == TASKS | {"reference"}
    overview = (folder / "contributing.md").read_text("utf-8")
    for name, path in pages.items():
        assert f"(contributing/{name}.md)" in overview
        assert len(path.read_text("utf-8").splitlines()) <= 40, name


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_command_that_a_page_names_exists(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    known = re.search(r"\{([a-z,]+)\}", capsys.readouterr().out)
    assert known
    made = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    pages = [*(PROJECT / "docs" / language / "about").rglob("*.md"), PROJECT / "README.md"]
    text = "\n".join(path.read_text("utf-8") for path in pages)
    assert set(re.findall(r"python -m macros ([a-z]+)", text)) <= set(known[1].split(","))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= made
