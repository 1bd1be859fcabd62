"""`format --base`: a text of which one language moved alone says which is behind, until the other follows."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from macros import __main__ as commands
from macros.loading.catalogue import Catalogue
from macros.review.marking import mark, pairs
from macros.rules.check import check
from macros.site.rendering import _environment
from tests.conftest import Write
from tests.editing import edit, said


def _marked(old: dict[str, str], now: dict[str, str]) -> str | None:
    mark(old, now)
    return now.get("behind")


A, KO, EN, BOTH = ({"ko": ko, "en": en} for ko, en in (("가", "a"), ("나", "a"), ("가", "b"), ("나", "b")))


@pytest.mark.parametrize(
    ("old", "now", "behind"),
    [
        (A, A, None),
        (A, KO, "en"),
        (A, EN, "ko"),
        (A, BOTH, None),
        (A | {"behind": "en"}, A | {"behind": "en"}, "en"),
        (A | {"behind": "en"}, EN | {"behind": "en"}, None),
        (A | {"behind": "en"}, KO | {"behind": "en"}, "en"),
        (A | {"behind": "en"}, BOTH | {"behind": "en"}, None),
        (A, BOTH | {"behind": "ko"}, None),
        (A | {"behind": "en"}, EN, None),
    ],
)
def test_the_language_that_stayed_is_behind_until_it_follows(
    old: dict[str, str], now: dict[str, str], behind: str | None
) -> None:
    assert _marked(dict(old), dict(now)) == behind


def test_in_a_list_that_grew_a_text_is_found_by_the_words_that_stayed() -> None:
    new = {"ko": "새", "en": "new"}
    assert list(pairs([A, BOTH], [new, KO, BOTH])) == [(A, KO), (BOTH, BOTH)]
    assert list(
        pairs([{"name": A, "text": BOTH}], [{"name": new, "text": new}, {"name": A, "text": EN}])
    ) == [
        (A, A),
        (BOTH, EN),
    ]


@pytest.fixture
def repository(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit of the tiny data, and the commands working there."""
    root = write()
    git = partial(subprocess.run, check=True, cwd=root.parent, capture_output=True)
    git(["git", "init", "-q", "-b", "main"])
    git(["git", "add", "data"])
    git(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"])
    monkeypatch.setenv("DATA_FOLDER", str(root))
    return root


def _summary(root: Path, **words: str) -> Any:
    file = root / "tools/beta/about.yml"
    edit(file, lambda about: about["summary"].update(words))
    commands.main(["format", "--base", "main"])
    return said(file)["summary"].get("behind")


def test_the_command_marks_and_unmarks(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.main(["format"])
    capsys.readouterr()
    assert _summary(repository, en="Something else") == "ko"
    assert "data/tools/beta/about.yml says which language is behind" in capsys.readouterr().out
    assert _summary(repository) == "ko"
    assert _summary(repository, ko="다른 것") is None


def test_a_base_that_is_none_changes_nothing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.main(["format"])
    before = (repository / "tools/beta/about.yml").read_bytes()
    assert commands.main(["format", "--base", "nowhere"]) == 1
    assert "names no commit" in capsys.readouterr().err
    assert (repository / "tools/beta/about.yml").read_bytes() == before


@pytest.mark.parametrize(("language", "told"), [("ko", True), ("en", False)])
def test_readers_are_told_in_the_language_that_is_behind(
    catalogue: Catalogue, write: Write, language: str, told: bool
) -> None:
    root = write()
    edit(root / "tools/beta/about.yml", lambda about: about["summary"].update(behind="ko"))
    whole, _ = check(root)
    assert whole is not None
    template = _environment().from_string("{{ words | t }}")
    words = whole.tools["beta"].summary
    text = template.render(words=words, language=language, catalogue=catalogue)
    assert ("behind__mark" in text) == told
    assert (str(catalogue.strings["text.behind"].ko) in text) == told
