"""Korean particles after words that are known only when a page is made: `{tool}(으)로` becomes `Comet으로`.

Its twin for the browser is `overrides/assets/rooms/shared/particles.mjs`; one table tests both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

PAIRS = {
    "을(를)": ("을", "를"), "를(을)": ("을", "를"), "이(가)": ("이", "가"), "가(이)": ("이", "가"),
    "은(는)": ("은", "는"), "는(은)": ("은", "는"), "과(와)": ("과", "와"), "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"), "(이)라": ("이라", "라"), "(이)나": ("이나", "나"),
}  # fmt: skip
OPEN = re.compile(rf"(\S+?)({'|'.join(map(re.escape, PAIRS))})")
SILENT = re.compile(r"<[^>]*>|\([^()]*\)$|[\"'”’`*)\]}]+$")
LETTERS = {"L": "ㄹ", "R": "ㄹ", "M": "ㅁ", "N": "ㄴ"}  # 엘, 알, 엠, 엔: the other names end in a vowel
DIGITS = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}
SPOKEN = re.compile(r"[A-Za-z][179]$")  # S3 is read in English: one, seven and nine end in ㄴ
CLOSED = re.compile(r"[mn]e?$|ng$|ck$|ic$|lab$|(?<![aeiou])[aeiou][ptk]$|o[ou][ptk]$")
OPEN_BEFORE_RO = "ㄹ"


def filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its `{names}` filled: thousands with commas, particles settled; HTML stays HTML."""
    shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    if any(isinstance(value, Markup) for value in shown.values()):
        return Markup(particles(escape(text).format(**shown)))  # noqa: S704 (each part is escaped)
    return particles(text.format(**shown))


def particles(text: str) -> str:
    """The text with each open particle settled by the sound of the word before it."""
    if ")" not in text:
        return text
    return OPEN.sub(lambda found: found[1] + _settled(found[1], found[2]), text)


def _settled(word: str, mark: str) -> str:
    closed, bare = PAIRS[mark]
    end = final(word)
    return bare if not end or (end == OPEN_BEFORE_RO and mark == "(으)로") else closed


def final(word: str) -> str:
    """The consonant that a word ends in when it is read in Korean, `ㅇ` for any but ㄹ; empty for a vowel.

    Latin words are read by their spelling, capital letters by their names: an approximation that is right
    for the names of the catalogue.
    """
    while word != (word := SILENT.sub("", word)):
        pass
    last = word[-1:]
    if "가" <= last <= "힣":
        return {0: "", 8: "ㄹ"}.get((ord(last) - ord("가")) % 28, "ㅇ")
    if re.search(r"[A-Za-z]\d$", word):
        return "ㅇ" if SPOKEN.search(word) else ""
    if last.isdigit():
        return DIGITS.get(last, "")
    if last.isupper():
        return LETTERS.get(last, "")
    if re.search(r"le?$", word):
        return "ㄹ"
    return "ㅇ" if CLOSED.search(word.lower()) else ""
