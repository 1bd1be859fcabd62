"""One form of each term, in both languages: in the data, in the interface words, in the prose of `docs/`.

This is no rule of `check`: a slip of words never stops a contributor. `check --complete` asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path as FilePath
from typing import Any

from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.loading.sheets import Loaded, name_of
from macros.records.fields import LANGUAGES
from macros.records.plans import Term
from macros.records.texts import texts
from macros.rules.rule import at

LOOSE_PERCENT = re.compile(r"\d\s+%(?![\w(])")
NOT_PROSE = re.compile(r"\{\{.*?\}\}|`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[#.][^}]*\}")
FENCE = re.compile(r"^\s*(```|~~~)")
HEAD_FIELD = re.compile(r"^(title|description): ")


@dataclass(frozen=True)
class Wrong:
    """The wrong forms of one language: what to look for, what to write instead, where a form is right."""

    forms: re.Pattern[str] | None
    instead: Mapping[str, str]
    spared: re.Pattern[str] | None

    def problems(self, text: str) -> Iterator[str]:
        """What is wrong with a text, form by form."""
        for start, end, right in self.found(text):
            yield f"has '{text[start:end]}'; write '{right}'"
        for found in LOOSE_PERCENT.finditer(text):
            yield f"has '{found[0]}'; a percent sign follows its number without a space"

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Where a text has a wrong form, and the right one."""
        checked = self.spared.sub(lambda each: " " * len(each[0]), text) if self.spared else text
        forms = self.forms.finditer(checked) if self.forms else ()
        return [(each.start(), each.end(), self.instead[_folded(each[0])]) for each in forms]


def wrong_forms(files: Files, docs: FilePath | None = None) -> Iterator[Problem]:
    """A term has one form in each language, the glossary's, in the data and in the prose beside it."""
    wrong = {language: wrong_of(files.glossary.record.values(), language) for language in LANGUAGES}
    for loaded in _loaded(files):
        for place, words in texts(loaded.record, ()):
            for language in LANGUAGES:
                for message in wrong[language].problems(getattr(words, language) or ""):
                    yield at(loaded, (*place, language), message)
    folder = files.root.parent / "docs" if docs is None else docs
    for language in LANGUAGES:
        for path in sorted((folder / language).rglob("*.md")):
            yield from _in_prose(path, name_of(path, folder.parent), wrong[language])


def wrong_of(terms: Iterable[Term], language: str) -> Wrong:
    """What the glossary calls wrong in a language."""
    terms = tuple(terms)
    instead = {
        _folded(form): right for term in terms for form, right in getattr(term, f"not_{language}").items()
    }
    return Wrong(
        _any(instead, language), instead, _any([phrase for term in terms for phrase in term.spared], "")
    )


def _any(phrases: Iterable[str], language: str) -> re.Pattern[str] | None:
    """Any of the phrases, the longest first; English ones as whole words."""
    wanted = sorted(phrases, key=len, reverse=True)
    if not wanted:
        return None
    joined = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in wanted)
    whole = rf"(?<![A-Za-z-])(?:{joined})(?![A-Za-z-])" if language == "en" else joined
    return re.compile(whole, re.IGNORECASE if language else 0)


def _folded(form: str) -> str:
    return " ".join(form.split()).lower()


def _loaded(files: Files) -> Iterator[Loaded[Any]]:
    """Every loaded file of the data set."""
    for field in fields(files):
        value = getattr(files, field.name)
        several = value.values() if isinstance(value, dict) else (value,)
        yield from (each for each in several if isinstance(each, Loaded))


def _in_prose(path: FilePath, name: str, wrong: Wrong) -> Iterator[Problem]:
    """The problems of one page, line by line; code, addresses and markup are no prose."""
    code = head = False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        head = not head if line == "---" and (number == 1 or head) else head
        code = code != bool(FENCE.match(line))
        if code or (head and not HEAD_FIELD.match(line)):
            continue
        for message in wrong.problems(NOT_PROSE.sub(" ", line)):
            yield Problem(name, number, "", message)
