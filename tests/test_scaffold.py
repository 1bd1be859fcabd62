"""The folder of a new tool."""

from __future__ import annotations

from datetime import date

import pytest

from macros.editing.scaffold import scaffold, scaffold_problem, tidied
from macros.loading.canonical import canonical, options_of
from macros.loading.catalogue import Catalogue
from macros.loading.reading import parse
from macros.records.evidence import Evidence
from macros.rules.check import check
from tests.conftest import Write

DAY = date(2026, 11, 29)


def _files(tiny: Catalogue) -> dict[str, str]:
    return scaffold(tiny, "a-new-tool", ["tracking"], DAY)


def test_a_scaffold_does_not_load_before_it_is_filled_in(write: Write, tiny: Catalogue) -> None:
    files = {f"tools/a-new-tool/{name}": text for name, text in _files(tiny).items()}
    whole, problems = check(write({**files}))
    assert whole is None
    assert {each.file for each in problems} == {f"data/{name}" for name in files}
    assert sum("is a placeholder; fill it in" in each.message for each in problems) >= 7


def test_a_scaffold_asks_every_criterion_that_applies(tiny: Catalogue) -> None:
    text = _files(tiny)["evidence.yml"]
    for key, criterion in tiny.criteria_for(tiny.tools["alpha"]).items():
        assert f" {key}:\n" in text
        assert f"## {criterion.question.ko}\n  ## {criterion.question.en}\n" in text
        assert all(f"## - {option}: " in text for option in criterion.options)


def test_a_block_without_its_marks_is_an_assessment(tiny: Catalogue) -> None:
    text = _files(tiny)["evidence.yml"].replace("  # ", "  ")
    data, _ = parse(text)
    assert data["assessments"]["charts"] == {
        "value": "yes | partial | no | not-applicable | disputed",
        "source": "home",
        "checked": "2026-11-29",
        "condition": "limited",
        "note": {"ko": "<FILL IN>", "en": "<FILL IN>"},
    }
    assert all(condition in text for condition in tiny.conditions)


@pytest.mark.parametrize("key", ["A", "a_b", "a b", "-a", "../a", ""])
def test_a_scaffold_is_refused_under_what_is_no_id(tiny: Catalogue, key: str) -> None:
    assert scaffold_problem(tiny, key, ["tracking"], exists=False) == (
        f"'{key}' is no id: use lower-case letters, digits and hyphens"
    )


def test_a_scaffold_never_overwrites(tiny: Catalogue) -> None:
    said = scaffold_problem(tiny, "alpha", ["tracking"], exists=True)
    assert said == "data/tools/alpha/ exists already"


@pytest.mark.parametrize("stages", [[], ["trackng"]])
def test_a_scaffold_is_for_stages_that_exist(tiny: Catalogue, stages: list[str]) -> None:
    said = scaffold_problem(tiny, "a-new-tool", stages, exists=False)
    assert said == "say which stages it is for, of: tracking, serving"


def test_a_scaffold_in_form_keeps_its_questions_where_they_can_be_answered(tiny: Catalogue) -> None:
    text = canonical(_files(tiny)["evidence.yml"], Evidence, options_of(tiny))
    answered = text.replace("  # charts:", "  charts:").replace("  #   value: yes |", "    value: yes #")
    assert "charts" in parse(answered)[0]["assessments"]
    assert canonical(text, Evidence, options_of(tiny)) == text


def test_a_tidied_scaffold_holds_only_what_was_written(tiny: Catalogue) -> None:
    for name, text in _files(tiny).items():
        left = tidied(text)
        assert parse(left)[0] == parse(text)[0], name
        assert [line for line in left.split("\n") if "#" in line] == [left.split("\n")[0]]
