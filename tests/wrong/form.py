"""Wrong edits: what breaks the form of any file."""

from __future__ import annotations

from tests.wrong.changes import ABOUT, CELL, EVIDENCE, HISTORY, Edit, called, drop, put

EDITS: dict[str, Edit] = {
    # form
    "a comma that is missing": (
        ABOUT, ("links:\n", 'search: ["a" "b"]\nlinks:\n'), "column 9 misses ','",
    ),
    "a quote that nothing closes": (ABOUT, ("en: Records", 'en: "Records'), "quote in column"),
    "a colon in plain text": (ABOUT, ("en: The tool Alpha", "en: Alpha: a tool"), "double quotes"),
    "a colon without its space": (ABOUT, ("name: Alpha", "name:Alpha"), "space is missing behind the ':'"),
    "a line indented too far": (ABOUT, ("  en: The tool", "    en: The tool"), "column"),
    "a text that begins with @": (ABOUT, ("name: Alpha", "name: @alpha"), "'@' in column 7"),
    "a tab": (ABOUT, ("  ko: Alpha 도구", "\tko: Alpha 도구"), "tab; use two spaces"),
    "a key that stands twice": (ABOUT, ("links:\n", "name: Two\n\nlinks:\n"), "key 'name' twice"),
    "marks of a merge": (ABOUT, ("links:\n", "<<<<<<< main\nlinks:\n"), "merge that was not finished"),
    "marks of a merge in a history": (HISTORY, ("charts,", "<<<<<<< main\ncharts,"), "merge"),
    "a misspelt key": (ABOUT, called("sumary", "summary"), "did you mean 'summary'"),
    "a key by another word": (ABOUT, called("title", "name"), "did you mean 'name'"),
    "a key that nobody knows": (ABOUT, put("x", "colour"), "known here: name"),
    "a key that is missing": (ABOUT, drop("links", "home"), "links.home: is missing"),
    "a value in the place of a cell": (EVIDENCE, put("yes", *CELL), "write value, source, checked"),
    "a list in the place of a word": (ABOUT, put(["a"], "name", ), "name"),
    "an empty word": (ABOUT, put("", "summary", "en"), "is empty"),
    "a word that is null": (ABOUT, put("null", "summary", "en"), "leave the line out"),
    "a word that is a tilde": (ABOUT, put("~", "summary", "en"), "leave the line out"),
    "a name that nobody sees": (ABOUT, put("\u3164", "name"), "U+3164"),
    "a blank of Braille": (ABOUT, put("a\u2800b", "name"), "U+2800"),
    "a word of marks only": (ABOUT, put("\u0301", "name"), "nothing that one could read"),
    "a placeholder": (ABOUT, put("<FILL IN> what it is", "summary", "ko"), "fill it in"),
    "a template": (ABOUT, put("{{ config }}", "summary", "ko"), "template markup"),
    "a space at the end": (ABOUT, put("Alpha ", "name"), "begins or ends with a space"),
    "an address that is none": (ABOUT, put("javascript:alert(1)", "links", "home"), "https:// address"),
    "an address of an example": (ABOUT, put("https://example.com/docs", "links", "docs"), "example"),
    "a package index by another name": (ABOUT, put({"pip": "x"}, "packages"), "did you mean 'pypi'"),
    "a truth that is none": (ABOUT, put("half", "stages", "tracking", "part"), "true or false"),
    # files
    "a comparison named as a stage": ("comparisons/tracking.yml", "other", "its page at compare/tracking"),
    "a tool named index": ("tools/index/about.yml", "", "address keeps"),
    "a file with another ending": ("stacks/other.yaml", "a: 1\n", "does not end in .yml"),
    "a file of Windows": ("stacks/con.yml", "a: 1\n", "Windows"),
    "a file beside": ("notes.md", "a\n", "does not belong"),
    "an evidence that is missing": (EVIDENCE, None, "is missing"),
    "a vocabulary that is missing": ("stages.yml", None, "is missing"),
    "a guide of no stage": ("guides/trackng.yml", "guide", "did you mean 'tracking'"),
    "a single quote that nothing closes": (ABOUT, ("en: Records", "en: 'Records"), "quote in column"),
    "a line that lost its indent": (
        EVIDENCE, ("    source: home\n    checked", "    source: home\n  checked"), "write value, source",
    ),
    "a line separator": (ABOUT, ("name: Alpha", "name: Al\u2028pha"), "U+2028 in column 9"),
    "a second document": (ABOUT, ("links:\n", "---\nlinks:\n"), "take the '---' out"),
    "a history with a BOM": (HISTORY, ("criterion,day", "\ufeffcriterion,day"), "without a BOM"),
    "a mark that is none": (ABOUT, put("Alpha Beta", "mark"), "two letters such as Ab"),
    "letters that are none": (ABOUT, put("abc", "letters"), "is no pair of letters"),
    "an address with half a bracket": (ABOUT, put("https://[a.b", "links", "docs"), "cannot be read"),
    "an address with a port that is none": (ABOUT, put("https://a.b:9x", "links", "docs"), "cannot be read"),
    "the number of a machine": (ABOUT, put("https://127.0.0.1/a", "links", "docs"), "number of a machine"),
    "a guide that is missing": ("guides/tracking.yml", None, "has vanished, and 3 more with it"),
}  # fmt: skip
