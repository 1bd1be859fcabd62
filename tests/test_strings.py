"""Interface words: each one that is used exists, each one that exists is used, in both languages alike."""

from __future__ import annotations

import re
from string import Formatter

from macros.loading.catalogue import Catalogue
from tests.conftest import PROJECT

TEMPLATES = "\n".join(
    path.read_text("utf-8") for path in (PROJECT / "macros" / "templates").rglob("*") if path.is_file()
)
CODE = "\n".join(path.read_text("utf-8") for path in (PROJECT / "macros").rglob("*.py"))
SCRIPTS = "\n".join(path.read_text("utf-8") for path in (PROJECT / "overrides").rglob("*.mjs"))
USED = set(re.findall(r"[\"']([a-z]+(?:\.[a-z-]+)+)[\"'] \| s\b", TEMPLATES))
USED |= {key for keys in re.findall(r"heads\(([^)]+)\)", TEMPLATES) for key in re.findall(r'"([^"]+)"', keys)}
STARTS = set(re.findall(r"\(\"([a-z]+\.(?:[a-z]+-)?)\" ~ ", TEMPLATES))
OF_SCRIPTS = set(re.findall(r"words\(language, '([a-z.]+)'\)", TEMPLATES))
OF_PAGES = ("title.", "description.")
PAGE_KINDS = set(re.findall(r"_by_(?:words|stage)\(\"([a-z-]+)\"\)", CODE))


def test_every_word_that_a_template_uses_exists(catalogue: Catalogue) -> None:
    assert len(USED) > 100
    assert sorted(USED - set(catalogue.strings)) == []


def test_every_family_of_words_that_a_template_uses_exists(catalogue: Catalogue) -> None:
    assert {"status.", "value.", "relation."} <= STARTS
    assert not [start for start in STARTS if not any(key.startswith(start) for key in catalogue.strings)]
    assert not [
        start for start in OF_SCRIPTS if not any(key.startswith(f"{start}.") for key in catalogue.strings)
    ]


def _is_used(key: str) -> bool:
    if key in USED or any(key.startswith(start) for start in STARTS) or f'"{key}"' in CODE + TEMPLATES:
        return True
    if key.startswith(OF_PAGES):
        return key.partition(".")[2] in PAGE_KINDS
    family, _, name = key.rpartition(".")
    if f'strings[f"{family}.{{' in CODE:
        return bool(re.search(rf"[\"']{re.escape(name)}[\"']", CODE))
    return family in OF_SCRIPTS and bool(
        re.search(
            rf"[.?]{re.escape(name)}\b|[\"'`]{re.escape(name)}[\"'`]|\b{re.escape(name)}\b.*\}} = ", SCRIPTS
        )
    )


def test_every_word_is_used_by_a_template_a_script_or_a_view(catalogue: Catalogue) -> None:
    assert not [key for key in catalogue.strings if not _is_used(key)]


def test_a_word_that_nobody_uses_would_be_found() -> None:
    assert not _is_used("home.nowhere")
    assert not _is_used("title.nowhere")
    assert not _is_used("js.guide.nowhere-to-be-seen")


def test_every_word_stands_in_both_languages(catalogue: Catalogue) -> None:
    assert not [key for key, words in catalogue.strings.items() if words.en is None]


def _names(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_are_filled_with_the_same_names(catalogue: Catalogue) -> None:
    for key, words in catalogue.strings.items():
        names = _names(words.ko)
        assert names == _names(words.en or ""), key
        assert all(re.fullmatch(r"[a-z]+", name or "") for name in names), key
