"""The whole data set: display order, what is asked of which tool, what each file may hold."""

from __future__ import annotations

from macros.loading.catalogue import Catalogue
from macros.loading.files import FILES, FOLDERS, read
from macros.rules.check import check
from tests.conftest import Write
from tests.editing import edit


def test_every_folder_and_file_becomes_a_field(tiny: Catalogue) -> None:
    assert set(tiny.tools) == {"alpha", "beta", "gamma", "delta", "epsilon", "zeta"}
    assert set(tiny.stages) == {"tracking", "serving"}
    assert set(tiny.groups) == {"general", "tracking"}
    assert set(tiny.guides) == {"tracking"}
    assert set(tiny.questions) == {"team"}
    assert set(tiny.glossary) == {"model-serving"}


def test_tools_stand_by_english_name_whatever_their_ids(write: Write) -> None:
    root = write()
    edit(root / "tools" / "alpha" / "about.yml", lambda said: said.update(name={"ko": "가", "en": "zulu"}))
    whole, _ = check(root)
    assert whole is not None
    assert list(whole.tools) == ["beta", "delta", "epsilon", "gamma", "zeta", "alpha"]


def test_criteria_stand_general_first_then_by_stage(write: Write) -> None:
    group = "name: A\n{}criteria:\n  {}: {{name: A, question: {}, why: A, kind: text}}\n"
    whole, problems = check(
        write(
            {
                "criteria/a-serving.yml": group.format("stage: serving\n", "speed", "B"),
                "criteria/z-first.yml": group.format("order: -1\n", "first", "C"),
            }
        )
    )
    assert whole is not None, problems
    assert list(whole.groups) == ["z-first", "general", "tracking", "a-serving"]
    assert list(whole.criteria) == ["first", "licence", "hosting", "charts", "limits", "speed"]


def test_a_tool_is_asked_the_general_criteria_and_those_of_its_stages(tiny: Catalogue) -> None:
    assert list(tiny.general_criteria()) == ["licence", "hosting"]
    assert list(tiny.criteria_of("tracking")) == ["charts", "limits"]
    assert list(tiny.criteria_of("serving")) == []
    assert list(tiny.criteria_for(tiny.tools["alpha"])) == ["licence", "hosting", "charts", "limits"]


def test_the_tools_of_a_stage_include_the_closed_and_the_partial(tiny: Catalogue) -> None:
    assert set(tiny.tools_of("tracking")) == set(tiny.tools)
    assert set(tiny.tools_of("serving")) == {"epsilon"}


def test_an_absent_folder_is_an_empty_one(write: Write) -> None:
    files, problems = read(write())
    assert problems == []
    assert files is not None
    assert files.stacks == {}


def test_nothing_is_read_from_a_folder_that_nobody_declared() -> None:
    assert set(FOLDERS) == {"criteria", "guides", "comparisons", "stacks", "strings"}
    assert {"stages", "questions", "glossary"} < set(FILES)
