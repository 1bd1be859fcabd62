"""What a contributor reads: file, line, field, what is wrong, and the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.problems import MOST_QUOTED, Lines, Problem, dotted, guess, line_of
from macros.rules.check import check
from tests.conftest import Write


def test_a_problem_reads_file_line_field_message() -> None:
    assert str(Problem("data/a.yml", 3, "name.ko", "is missing")) == "data/a.yml:3: name.ko: is missing"


def test_a_problem_of_a_whole_file_has_no_field() -> None:
    assert str(Problem("data/a.yml", 1, "", "is empty")) == "data/a.yml:1: is empty"


def test_what_is_quoted_cannot_start_a_line_or_command_a_terminal() -> None:
    said = str(Problem("data/a.yml", 1, "x", "'\n::error::\x1b[2J\u202e' is wrong"))
    assert said.isprintable()
    assert "U+000A::error::U+001B[2JU+202E" in said


def test_the_nearest_word_is_offered_and_a_far_one_is_not() -> None:
    assert guess("mlfow", ["mlflow", "kafka"]) == "; did you mean 'mlflow'?"
    assert guess("zebra", ["mlflow", "kafka"]) == ""


def test_a_place_without_a_line_has_the_line_of_what_is_around_it() -> None:
    lines: Lines = {(): 1, ("a",): 4, ("a", "b"): 5}
    assert line_of(("a", "b", "source", 2), lines) == 5
    assert line_of(("c",), lines) == 1
    assert line_of(("c",), {}) == 1


def test_a_place_is_written_with_dots() -> None:
    assert dotted(("tools", 0, "name")) == "tools.0.name"


def _only(root: Path) -> str:
    (problem,) = check(root)[1]
    return str(problem)


def test_a_long_value_is_quoted_only_in_part(write: Write) -> None:
    said = _only(write({"glossary.yml": f"a: {{ko: '{'가' * 500}{{{{', en: a, means: a}}\n"}))
    assert f"'{'가' * MOST_QUOTED}…' has the template markup" in said
    assert len(said) < 200


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("glossary", "a: {ko: a, en: a}", "a.means: is missing"),
        ("glossary", "a: {ko: a, en: a, mean: a, means: a}", "a.mean: unknown key; did you mean 'means'?"),
        ("glossary", "a: word", "a: is not a mapping"),
        ("glossary", "a: {ko: [a], en: a, means: a}", "a.ko: is not text"),
        ("glossary", "a: {ko: '', en: a, means: a}", "a.ko: is empty"),
        ("glossary", f"a: {{ko: {'a' * 1201}, en: a, means: a}}", "a.ko: is longer than 1200 characters"),
        ("glossary", "a: {ko: a, en: a, means: a, split: b}", "a.split: is not a list"),
        ("glossary", "[]", "is not a mapping"),
        ("changes", "{}", "is not a list"),
        ("glossary", "A: {ko: a, en: a, means: a}", "A: 'A' is no id"),
    ],
)
def test_each_kind_of_mistake_has_its_words(write: Write, name: str, text: str, message: str) -> None:
    said = [str(problem) for problem in check(write({f"{name}.yml": text}))[1]]
    assert said[0].startswith(f"data/{name}.yml:1: {message}")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("{a: b, ko: a}", "assessments.licence.value.a: unknown key"),
        ("[Not An Id]", "assessments.licence.value.0: 'Not An Id' is no value of this criterion"),
        ("a {{ b", "assessments.licence.value: 'a {{ b' is no value of this criterion"),
    ],
)
def test_a_value_that_fits_neither_of_two_kinds_is_one_mistake(
    write: Write, value: str, message: str
) -> None:
    text = (write() / "tools" / "zeta" / "evidence.yml").read_text("utf-8")
    root = write({"tools/zeta/evidence.yml": text.replace("value: disputed", f"value: {value}")})
    assert [problem for problem in map(str, check(root)[1]) if message in problem]
    assert len([each for each in check(root)[1] if each.file == "data/tools/zeta/evidence.yml"]) == 1


def test_a_list_of_wrong_items_is_not_called_short_as_well(write: Write) -> None:
    """Only the item is reported where the number of items is right."""
    root = write(
        {
            "comparisons/one.yml": "name: A\nsummary: A\ntools: [Alpha, beta]\ncriteria: [licence]\n",
        }
    )
    assert _only(root) == (
        "data/comparisons/one.yml:3: tools.0: 'Alpha' is no id: lower-case letters, digits and hyphens; "
        "write 'alpha'"
    )
