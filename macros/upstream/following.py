"""One address followed to its page, and what its answer means for a claim that rests on it."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

from macros.outside import printable
from macros.upstream.pace import Answer, Pace

Verdict = Literal["alive", "dead", "moved", "changed", "unknown"]
MOST_HOPS = 5
MOST_MARKS = 16
ALIKE = MOST_MARKS // 2
MOVING = re.compile(
    r"/(latest|stable|current|nightly|main|master|head|dev|develop|trunk)(/|$)", re.IGNORECASE
)
NOISE = re.compile(
    r"<(script|style|nav|header|footer)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE
)
TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """What an address led to. `marks` are the least hashes of its word runs: two alike texts share most."""

    verdict: Verdict
    detail: str = ""
    title: str = ""
    marks: tuple[int, ...] = ()


def followed(url: str, pace: Pace) -> Page:
    """Ask one address, through its redirects; 404 and 410 are dead, what cannot be known is unknown."""
    at, lasting = url, True
    for _ in range(MOST_HOPS):
        answer = pace.get(at)
        if not 300 <= answer.status < 400 or not answer.location:
            return _judged(url, at, answer, lasting)
        lasting = lasting and answer.status in (301, 308)
        at = urljoin(at, answer.location)
        if urlsplit(at).scheme not in ("http", "https"):
            return Page("unknown", "is led to something that is no web address")
    return Page("unknown", "is led in a circle")


def _judged(url: str, at: str, answer: Answer, lasting: bool) -> Page:
    if answer.status in (404, 410):
        return Page("dead", str(answer.status))
    if answer.status != 200:
        return Page("unknown", answer.error or str(answer.status))
    text = answer.text
    title = TITLE.search(text)
    page = Page("alive", "", printable(unescape(title[1])) if title else "", _marks(text))
    if lasting and _key(at) != _key(url):
        return replace(page, verdict="moved", detail=at)
    return page


def compared(page: Page, before: dict[str, Any]) -> Page:
    """The page, as changed where its title or most of its words are not what they were."""
    if page.verdict != "alive" or not before:
        return page
    if before.get("title") and page.title and before["title"] != page.title:
        return replace(page, verdict="changed", detail=f"title was: {printable(str(before['title']))}")
    marks = before.get("marks")
    if isinstance(marks, list) and marks and page.marks and len(set(marks) & set(page.marks)) < ALIKE:
        return replace(page, verdict="changed", detail="most of its words are others")
    return page


def is_moving(url: str) -> bool:
    """Whether an address names whatever is newest: what it shows today it may not show tomorrow."""
    return bool(MOVING.search(urlsplit(url).path))


def _key(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def _marks(text: str) -> tuple[int, ...]:
    words = NOISE.sub(" ", text).split()
    runs = {
        zlib.crc32(" ".join(words[n : n + 4]).encode("utf-8", "replace"))
        for n in range(max(len(words) - 3, 1))
    }
    return tuple(islice(sorted(runs), MOST_MARKS)) if words else ()
