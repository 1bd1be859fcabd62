"""Wrong edits: words in the wrong language, alphabet or encoding, unfinished ones, and markup."""

from __future__ import annotations

from tests.wrong.changes import ABOUT, CELL, EVIDENCE, GUIDE, HISTORY, Edit, put

SUMMARY = {
    "languages swapped": ({"ko": "The tool Alpha", "en": "알파 도구"}, "languages swapped"),
    "English for Korean": ({"ko": "A tool of the makers of Beta", "en": "A tool"}, "is English under ko"),
    "Korean for English": ({"ko": "알파", "en": "실험을 기록하는 Alpha"}, "is Korean under en"),
    "Korean for both": ("실험을 기록하는 도구", "one text for both languages, and in Korean"),
    "a syllable that fell apart": ({"ko": "관리ㅎㅏ고", "en": "Manages"}, "broken syllable at '리ㅎ'"),
    "a text that is not written yet": ({"ko": "도구", "en": "TODO"}, "is not finished"),
    "a text with a task in it": ({"ko": "도구", "en": "A tool. TODO: which?"}, "is not finished"),
    "a text that only fills": ({"ko": "도구", "en": "Lorem ipsum dolor"}, "is not finished"),
    "bold words": ({"ko": "도구", "en": "A **fast** tool"}, "has the Markdown **fast**"),
    "a link in words": ({"ko": "도구", "en": "A [tool](https://a.test)"}, "has the Markdown [tool]"),
    "a lost character": ({"ko": "도\ufffd구", "en": "A tool"}, "a character that was lost"),
    "Korean in a wrong encoding": ({"ko": "ì\u00a0€ìž¥", "en": "A tool"}, "wrong encoding at 'ì"),
    "an accent in a wrong encoding": ({"ko": "도구", "en": "A cafÃ© tool"}, "wrong encoding at 'Ã©'"),
}

EDITS: dict[str, Edit] = {
    **{name: (ABOUT, put(words, "summary"), said) for name, (words, said) in SUMMARY.items()},
    "a name of two alphabets": (ABOUT, put("\u0410lpha", "name"), "Latin and Cyrillic"),
    "a name in curly quotes": (ABOUT, put("“Alpha”", "name"), "curly quotes"),
    "languages swapped in what was seen": (
        EVIDENCE, put({"ko": "A page", "en": "글"}, "sources", "home", "shows"), "languages swapped",
    ),
    "languages swapped in a note": (
        EVIDENCE, put({"ko": "Only a part of it", "en": "일부만"}, *CELL, "note"), "languages swapped",
    ),
    "languages swapped in a question": (
        GUIDE, put({"ko": "Where", "en": "어디"}, "questions", 1, "ask"), "languages swapped",
    ),
    "a reason that is not written yet": (HISTORY, (",first check,", ",TODO,"), "is not finished"),
}  # fmt: skip
