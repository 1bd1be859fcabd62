"""What words are: plain text that shows what it is, each language in its own field."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = {"Cc", "Cf", "Co", "Cs"}
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0"
UNFILLED = "<FILL IN>"
TEMPLATES = ("{{", "{%", "{#")
NOTHING = ("null", "Null", "NULL", "~")
UNDONE = re.compile(r"(TODO|TBD|FIXME|XXX)\b|.*\b(TODO|TBD|FIXME):|(?i:lorem ipsum)")
MARKDOWN = re.compile(r"\*\*[^*\s][^*]*\*\*|\[[^\]]+\]\((?:https?:|/|#)")
CURLY = re.compile(r"[“”‘’„«][^\s“”‘’„«»]*[“”‘’»]")
TWO_SCRIPTS = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
AFTER = (
    "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # what bytes behind a first one look like in Windows-1252
)
MISREAD = re.compile(f"Ã{AFTER}|[â-ï]{AFTER}{AFTER}")
HANGUL = re.compile("[가-힣]")
LOOSE_LETTERS = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ][ㄱ-ㅎㅏ-ㅣ]|[ㄱ-ㅎㅏ-ㅣ][가-힣]")
LATIN = re.compile("[A-Za-z]")
ENGLISH = re.compile(r"\b(a|an|and|are|at|by|for|from|in|is|it|of|on|or|that|the|to|with|you|your)\b")
MOST_ENGLISH = 1  # in Korean: names such as "Bank of Korea" have one


def shown(text: str) -> str:
    """Refuse control, bidirectional and private characters: they hide what a reviewer reads."""
    if text.isascii() and text.isprintable():
        return text
    for number, character in enumerate(text, 1):
        if unicodedata.category(character) in HIDDEN or character in FILLERS:
            raise ValueError(f"has the hidden character U+{ord(character):04X} at its place {number}")
    return text


def plain_text(text: str) -> str:
    """Refuse what is not plain text: a page's head is read by a template engine."""
    for mark in TEMPLATES:
        if mark in shown(text):
            raise ValueError(f"has the template markup {mark}; text is plain words")
    if text.startswith(UNFILLED):
        raise ValueError("is a placeholder; fill it in or take it out")
    if text in NOTHING:
        raise ValueError("stands for nothing; leave the line out")
    if text != text.strip():
        raise ValueError("begins or ends with a space")
    if all(unicodedata.category(character)[0] in "MZ" for character in text):
        raise ValueError("shows nothing that one could read")
    if wrong := _slip(text) or ("" if text.isascii() else _strange(text)):
        raise ValueError(wrong)
    return text


def _slip(text: str) -> str:
    """What is left from writing: an unfinished place, or Markdown that nobody reads."""
    if UNDONE.match(text):
        return "is not finished; write it, or leave it out"
    if found := MARKDOWN.search(text):
        return f"has the Markdown {found[0]}; text is plain words"
    return ""


def _strange(text: str) -> str:
    """What another encoding, alphabet or keyboard left behind."""
    if "\ufffd" in text:
        return "has U+FFFD, the mark of a character that was lost; write the text anew"
    if found := MISREAD.search(text):
        return f"was read in a wrong encoding at '{found[0]}'; write it anew, and save the file in UTF-8"
    if found := TWO_SCRIPTS.search(text):
        return f"has Latin and Cyrillic letters in one word at '{found[0]}'; write it in one alphabet"
    if CURLY.fullmatch(text):
        return "stands in curly quotes, which are no quotes of YAML; write straight ones, or none"
    return ""


def languages(ko: str, en: str | None) -> str:
    """Why two texts are not Korean and English; empty where they are, or might be."""
    if found := LOOSE_LETTERS.search(ko):
        return f"has a broken syllable at '{found[0]}' in ko"
    if en is None:
        return ""
    if ko == en:
        told = "is one text for both languages, and in Korean; write it under ko, without an en"
        return told if " " in ko and len(HANGUL.findall(ko)) > len(LATIN.findall(ko)) else ""
    if not HANGUL.search(ko):
        if HANGUL.search(en):
            return "has its languages swapped: ko is English, en Korean"
        if len(ENGLISH.findall(ko)) > MOST_ENGLISH:
            return "is English under ko; write Korean there, or one text for both where the field takes one"
    if len(HANGUL.findall(en)) > len(LATIN.findall(en)):
        return "is Korean under en; write it in English there, or leave en out: the page says so"
    return ""
