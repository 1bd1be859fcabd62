"""Wrong edits: addresses that others cannot open, or that lead to no page which was read."""

from __future__ import annotations

from tests.wrong.changes import ABOUT, EVIDENCE, GUIDE, Edit, put

SEARCH, SENT = "is a list of search results", "which says who sent the reader"
SOURCES = {
    "a search": ("https://www.google.com/search?q=alpha", SEARCH),
    "a search without a page of its own": ("https://duckduckgo.com/?q=alpha", SEARCH),
    "a search in Korean": ("https://search.naver.com/search.naver?query=alpha", SEARCH),
    "a search of issues": ("https://github.com/alpha/alpha/issues?q=is%3Aissue+charts", SEARCH),
    "a search of documentation": ("https://alpha.example.test/search.html?q=charts", SEARCH),
    "a campaign": ("https://alpha.example.test/docs?utm_source=letter", f"carries 'utm_source', {SENT}"),
    "a click": ("https://alpha.example.test/docs?a=b&fbclid=1", f"carries 'fbclid', {SENT}"),
    "a redirect of a search": ("https://www.google.com/url?q=https://a.test/", "by way of another site"),
    "a translation": ("https://alpha-test.translate.goog/docs", "by way of another site"),
    "a short address": ("https://bit.ly/3abc", "write the one that it leads to"),
    "an answer of a machine": ("https://chatgpt.com/share/67a0", "is no source"),
    "a stop of a sentence": ("https://alpha.example.test/docs.", "ends with '.'; take it out, or write %2E"),
    "an address twice": ("https://alpha.example.test/ahttps://alpha.example.test/a", "two addresses in one"),
    "an address without its scheme": ("alpha.test/docs", "write 'https://alpha.test/docs'"),
    "the own machine": ("http://localhost:8000/docs", "one network only"),
    "a wiki of the house": ("https://wiki.alpha.internal/docs", "one network only"),
    "an editor": ("https://github.com/alpha/alpha/edit/main/README.md", "write 'blob' in place of 'edit'"),
}
FORGE = "https://github.com/alpha/alpha"

EDITS: dict[str, Edit] = {
    **{name: (EVIDENCE, put(url, "sources", "home", "url"), said) for name, (url, said) in SOURCES.items()},
    "a repository as one clones it": (ABOUT, put(f"{FORGE}.git", "links", "repository"), f"write '{FORGE}'"),
    "a folder of a repository": (
        ABOUT, put(f"{FORGE}/tree/main", "links", "repository"), f"write '{FORGE}'",
    ),
    "a judgement that rests on a search": (
        GUIDE,
        put(
            "https://www.bing.com/search?q=beta",
            "questions", 2, "options", "habit", "favour", 0, "source", "url",
        ),
        SEARCH,
    ),
}  # fmt: skip
