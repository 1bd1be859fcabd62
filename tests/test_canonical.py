"""One written form: whatever the order, the quotes and the wrapping, the same bytes come back."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from macros.loading import canonical
from macros.loading.canonical import options_of
from macros.loading.catalogue import Catalogue
from macros.loading.files import written
from macros.loading.form import MOST_COLUMNS, width
from macros.loading.reading import parse
from macros.loading.schema import RECORDS
from macros.loading.shape import Shape, shape_of
from macros.loading.sheets import name_of
from macros.records.tool import About
from tests.conftest import DATA, Write
from tests.editing import edit

FILES = {name_of(path, DATA): (path, kind) for path, kind in written(DATA / "tiny")}


def _shuffled(data: Any, shape: Shape, choose: random.Random) -> Any:
    """The same record said otherwise: keys and values that are sets in another order."""
    if isinstance(data, dict):
        keys = list(data)
        if shape.fields or shape.keys in ("sorted", "criteria", "values"):
            choose.shuffle(keys)
        return {key: _shuffled(data[key], shape.of(key), choose) for key in keys}
    if isinstance(data, list):
        items = [_shuffled(item, shape.item, choose) for item in data]
        return choose.sample(items, len(items)) if shape.values else items
    return [data] if shape.flow and choose.random() < 0.5 else data


def otherwise(text: str, kind: Any, name: str) -> str:
    """The same file said otherwise: as JSON, its keys and the values of sets in another order."""
    data, _ = parse(text)
    choose = random.Random(name)  # noqa: S311 (a test's shuffle)
    indent = choose.choice([None, 1, 4])
    other = json.dumps(_shuffled(data, shape_of(kind), choose), ensure_ascii=False, indent=indent)
    head = "\n".join(line for line in text.split("\n")[:2] if line.startswith("#"))
    return f"{head}\n{other}\n"


@pytest.mark.parametrize("name", FILES)
def test_another_spelling_of_a_file_gives_the_same_bytes(tiny: Catalogue, name: str) -> None:
    path, kind = FILES[name]
    text = path.read_text("utf-8")
    assert canonical.canonical(otherwise(text, kind, name), kind, options_of(tiny)).strip() == text.strip()


def test_the_laboratorys_lists_have_the_form_of_all_data(write: Write, tiny: Catalogue) -> None:
    root = write()
    (root.parent / "lab").mkdir()
    (root.parent / "lab" / "parts.yml").write_text("alpha: {ko: 일부, en: A part}\n", "utf-8")
    formed = {name_of(path, root.parent): wanted for path, _, wanted in canonical.unformed(tiny, root)}
    assert formed["lab/parts.yml"] == "alpha:\n  ko: 일부\n  en: A part\n"


def agree(ours: Any, theirs: Any) -> bool:
    """Whether plain YAML's truth values, days and numbers are the words that stand in the file."""
    if isinstance(ours, dict):
        pairs = zip(ours.items(), theirs.items(), strict=True)
        return all(agree(key, other) and agree(value, said) for (key, value), (other, said) in pairs)
    if isinstance(ours, list):
        return all(agree(one, other) for one, other in zip(ours, theirs, strict=True))
    if isinstance(theirs, bool):
        return ours in (("yes", "true") if theirs else ("no", "false"))
    if isinstance(theirs, date):
        return bool(ours == theirs.isoformat())
    return bool(ours == (str(theirs) if isinstance(theirs, int) else theirs))


OPTIONS: Mapping[str, tuple[str, ...]] = {}
COMMENTED = """\
# at the head
links: {home: "https://example.test"}  # behind a value
# above a key
name: One
stages: {b: {role: B}, a: {role: A}}
summary: "one
  two"
features:
# above an item
- {ko: 하나, en: one}
# at the end
"""
WANTED = """\
# at the head
# above a key
name: One
summary: one two

stages:
  b:
    role: B
  a:
    role: A

features:
  # above an item
  - ko: 하나
    en: one

# behind a value
links:
  home: https://example.test
# at the end
"""


def test_comments_travel_with_what_they_stand_above() -> None:
    assert canonical.canonical(COMMENTED, About, OPTIONS) == WANTED
    assert canonical.canonical(WANTED, About, OPTIONS) == WANTED


@pytest.mark.parametrize(
    "text",
    [
        "yes", "no", "on", "null", "~", "012", "1.10", "2026-11-21", "2026-11", "12:30", "true", "Yes", "=",
        "<<", "a: b", "a #b", "#b", "- a", "-a", "?a", "[a", "a]", "{{", "@a", "`a", "'a", '"a"', "a\\b",
        "%a", "|", ">", "!a", "&a", "*a", "1_000", "0x1F", "1e3", ".5", "C#", "a:b", "한글: 값", "a,b", "…",
        "e-mail:",
    ],
)  # fmt: skip
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    written_out = canonical.canonical(json.dumps({"name": text, "search": [text]}), About, OPTIONS)
    assert parse(written_out)[0] == {"name": text, "search": [text]}
    assert agree({"name": text, "search": [text]}, yaml.safe_load(written_out))


def test_a_long_text_is_wrapped_a_sentence_a_line_and_read_back_whole() -> None:
    text = f"{'한글 문장입니다 ' * 8}끝. Second: {'word ' * 30}end."
    out = canonical.canonical(json.dumps({"name": text}), About, OPTIONS)
    assert parse(out)[0] == {"name": text}
    assert max(width(line) for line in out.splitlines()) <= MOST_COLUMNS
    assert [line.strip().split(" ")[0] for line in out.splitlines() if "Second" in line] == ["Second:"]


def test_decomposed_hangul_is_composed() -> None:
    assert canonical.canonical('name: "\u1112\u1161\u11ab"', About, OPTIONS) == "name: \ud55c\n".replace(
        "\ud55c", "한"
    )


def test_formatting_names_what_it_changed_and_twice_is_once(write: Write, tiny: Catalogue) -> None:
    root = write()
    canonical.write(tiny, root)
    edit(root / "tools" / "alpha" / "about.yml", lambda said: said)
    changed = canonical.write(tiny, root)
    assert changed == [root / "tools" / "alpha" / "about.yml"]
    assert canonical.write(tiny, root) == []
    assert canonical.problems(tiny, root) == []


def test_another_form_is_a_problem_that_names_the_command(write: Write, tiny: Catalogue) -> None:
    root = write()
    canonical.write(tiny, root)
    path = root / "tools" / "alpha" / "about.yml"
    path.write_text(path.read_text("utf-8").replace("  home: https", "  home:   https"), "utf-8")
    (only,) = canonical.problems(tiny, root)
    line = path.read_text("utf-8").split("\n").index("  home:   https://alpha.example.test") + 1
    said = "is not in the form of this project; run 'python -m macros format'"
    assert str(only) == f"data/tools/alpha/about.yml:{line}: {said}"


def test_a_schema_that_offers_what_there_was_is_written_anew(write: Write, tiny: Catalogue) -> None:
    root = write()
    canonical.write(tiny, root)
    assert canonical.problems(tiny, root) == [], "a data set may be without schemas"
    (root / "schema").mkdir()
    assert len(canonical.write(tiny, root)) == len(RECORDS)
    assert canonical.problems(tiny, root) == []
    path = root / "schema" / "about.json"
    path.write_text(path.read_text("utf-8").replace("serving", "srving", 1), "utf-8")
    (only,) = canonical.problems(tiny, root)
    assert only.file == "data/schema/about.json"
    assert only.line > 1


def test_what_machines_saw_has_the_same_form(write: Write, tiny: Catalogue) -> None:
    root = write({"tools/alpha/observed.yml": "releases: {}\nseen: 2026-11-01\n"})
    canonical.write(tiny, root)
    text = (root / "tools/alpha/observed.yml").read_text("utf-8")
    assert text == "seen: 2026-11-01\nreleases: {}\n"


def test_words_that_a_sign_cuts_off_are_named(write: Write, tiny: Catalogue) -> None:
    root = write()
    canonical.write(tiny, root)
    path = root / "tools" / "alpha" / "about.yml"
    path.write_text(path.read_text("utf-8").replace("name: Alpha", "name: Alpha #1 of its kind"), "utf-8")
    (only,) = canonical.problems(tiny, root)
    assert str(only).startswith("data/tools/alpha/about.yml:1: is cut off at ' #'")


def test_schemas_that_offer_what_there_was_are_one_problem(write: Write, tiny: Catalogue) -> None:
    root = write({"schema/about.json": "{}"})
    canonical.write(tiny, root)
    for name in ("about", "guide", "stack"):
        (root / "schema" / f"{name}.json").write_text("{}", "utf-8")
    (only,) = (str(each) for each in canonical.problems(tiny, root))
    assert "data/schema/" in only
    assert "(and 2 more of these files)" in only


def test_a_schema_that_nobody_can_read_is_written_anew(write: Write, tiny: Catalogue) -> None:
    root = write({"schema/about.json": "{}"})
    canonical.write(tiny, root)
    (root / "schema" / "about.json").write_bytes(b"\xff")
    (only,) = canonical.problems(tiny, root)
    assert only.file == "data/schema/about.json"
    assert canonical.write(tiny, root) == [root / "schema" / "about.json"]
