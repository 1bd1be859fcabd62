"""One form of each term: wrong ones are found in data and prose, with file, line and field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.loading.files import Files, read
from macros.rules.wording import wrong_forms
from tests.conftest import DATA, Write

Found = Callable[..., list[str]]
GLOSSARY = """\
task:
  ko: 작업
  en: task
  means: {ko: 실행 단위, en: a unit}
  not_ko: {태스크: 작업}
  spared: [태스크 포스]
licence:
  ko: 라이선스
  en: licence
  means: {ko: 조건, en: terms}
  not_en: {license: licence, data set: dataset}
  spared: [Apache License]
"""


@pytest.fixture(scope="module")
def files() -> Files:
    """The files of the small site."""
    return read(DATA / "small")[0]


@pytest.fixture
def found(write: Write) -> Found:
    """Ask for the wrong forms of a small data set with one sentence of ours, and of prose."""

    def ask(ko: str = "가", en: str = "a", **prose: str) -> list[str]:
        text = f"page.back: {{ko: {ko!r}, en: {en!r}}}\n"
        root = write({"glossary.yml": GLOSSARY, "strings/page.yml": text, "strings/matrix.yml": "{}\n"})
        for language, words in prose.items():
            page = root.parent / "docs" / language.removeprefix("prose_") / "a.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(words, "utf-8")
        files, _ = read(root)
        assert isinstance(files, Files)
        ours = ("data/strings/page.yml", "docs/")
        return [str(each) for each in wrong_forms(files) if each.file.startswith(ours)]

    return ask


def test_a_wrong_form_is_found_with_its_place_and_the_right_one(found: Found) -> None:
    assert found(ko="태스크를 돌립니다", en="The License") == [
        "data/strings/page.yml:1: page.back.ko: has '태스크'; write '작업'",
        "data/strings/page.yml:1: page.back.en: has 'License'; write 'licence'",
    ]


def test_right_forms_and_spared_phrases_pass(found: Found) -> None:
    assert found(ko="작업과 태스크 포스", en="the Apache License, licensed, data settings") == []


def test_a_form_of_two_words_is_found_over_a_line_break(found: Found) -> None:
    assert len(found(en="one data  set")) == 1


def test_a_form_of_one_language_is_no_matter_of_the_other(found: Found) -> None:
    assert found(ko="license", en="태스크") == []


def test_a_percent_sign_follows_its_number(found: Found) -> None:
    assert found(ko="100 %", en="100%")[0].endswith("a percent sign follows its number without a space")
    assert found(ko="{percent}%", en="%d %(name)s") == []


def test_prose_is_read_line_by_line_without_code_links_and_macros(found: Found) -> None:
    page = (
        "---\ntitle: \"태스크\"\nsearch: 태스크\n---\n\n태스크 하나\n```\n태스크\n```\n"
        "`태스크` [글](태스크.md) {{ show('태스크') }} <b title='태스크'>\n태스크 둘\n"
    )  # fmt: skip
    assert [line.split(" ")[0] for line in found(prose_ko=page)] == [
        "docs/ko/a.md:2:", "docs/ko/a.md:6:", "docs/ko/a.md:11:",
    ]  # fmt: skip


def test_docs_beside_the_data_are_read_where_they_are(write: Write, tmp_path: Path) -> None:
    files, _ = read(write({"glossary.yml": GLOSSARY}))
    docs = tmp_path / "elsewhere"
    (docs / "ko").mkdir(parents=True)
    (docs / "ko" / "a.md").write_text("태스크로\n", "utf-8")
    said = [str(each) for each in wrong_forms(files, docs) if "a.md" in each.file]
    assert said == ["elsewhere/ko/a.md:1: has '태스크'; write '작업'"]


def test_what_is_no_loaded_record_is_no_matter_of_words(files: Files) -> None:
    """Measurements stand among the files too, without texts."""
    assert not any(each.file.startswith("lab/") for each in wrong_forms(files))
