"""What a value says: whole, and where its cell is narrow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.records.vocabulary import Criterion

NARROW = 12  # columns of a narrow cell's one line; a Hangul syllable takes two
TWO_LINES = 22
Value = Words | tuple[str, ...]

BREAK = "·\u200b"  # a line may end behind the dot
SENTENCE = re.compile(r"(?<=[^.\s][^.\s][.!?])\s+(?=[^a-z])")


def first_sentence(text: str) -> str:
    """A text up to the end of its first sentence; shortened words such as `e.g.` end none."""
    return SENTENCE.split(text, maxsplit=1)[0]


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(
        0 if letter == BREAK[1] else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def words_of(catalogue: Catalogue, criterion: Criterion, value: Value, language: str) -> str:
    """A value in words: the names of its options in their order, or its text."""
    if isinstance(value, Words):
        return value.plain(language)
    return ", ".join(_label(catalogue, criterion, each, language) for each in value)


def short_of(catalogue: Catalogue, asked: Criterion, value: Value, words: str, language: str) -> str:
    """The same where the cell is narrow; no two different values of a set read alike, or they are counted."""
    if not isinstance(value, tuple):
        return short_text(words)
    return _short_set(catalogue, asked, value, words, language)


def short_state(catalogue: Catalogue, state: str, words: str, language: str) -> str:
    """The short word of a state such as `unchecked`, else its words."""
    known = catalogue.strings.get(f"short.{state}")
    return known.plain(language) if known else words


def _short_set(
    catalogue: Catalogue, asked: Criterion, values: Sequence[str], words: str, language: str
) -> str:
    """Whole where they fit, else by their short names, else how many they are."""
    if len(values) == 1 and values[0] not in asked.options:
        return short_state(catalogue, values[0], words, language)
    names = [_name(asked, value, language) for value in values]
    if width(words) <= NARROW:
        return words
    if len(names) == 1:
        return names[0] or words
    joined = BREAK.join(names)
    count = catalogue.strings["short.count"].plain(language).format(count=len(names))
    return joined if width(joined) <= NARROW else count


def short_text(text: str) -> str:
    """A text that fits two lines, else its first words; the dots say that there is more."""
    if width(text) <= TWO_LINES:
        return text
    start = ""
    for word in text.replace("(", " (").split():
        if width(f"{start} {word}") > TWO_LINES - 2:
            break
        start = f"{start} {word}".strip()
    return f"{(start or text[: TWO_LINES // 2]).rstrip(',')} …"


def _name(asked: Criterion, value: str, language: str) -> str:
    option = asked.options[value]
    name = option.short or option.name
    return name.plain(language) if name else ""


def _label(catalogue: Catalogue, criterion: Criterion, value: str, language: str) -> str:
    option = criterion.options.get(value)
    if option and option.name:
        return option.name.plain(language)
    known = catalogue.strings.get(f"value.{value}")
    return known.plain(language) if known else value
