"""What an address has to be so that everybody opens the page that was read."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

EXAMPLES = re.compile(r"(^|\.)(example\.(com|net|org)|example|invalid)$")
LOCAL = re.compile(r"(^|\.)(localhost|local|internal|lan|intranet|corp)$")
ENGINES = re.compile(r"(^|\.)(google|bing|duckduckgo|naver|daum|yahoo|baidu|yandex|ecosia|brave|kagi)\.")
FORGES = ("github.com", "gitlab.com")
ASKED = ("q", "query", "search", "search_query", "p", "text", "term", "wd", "w")
SEARCHES = re.compile(r"/(search|results)(\.\w+)?/?$")
FOLLOWERS = re.compile(
    r"(utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|dclid|yclid|igshid|mc_[ce]id|_hs(enc|mi))$"
)
GO_BETWEENS = re.compile(
    r"(^|\.)google\.[a-z.]+/(url|amp)\b|^webcache\.|\.translate\.goog/|^translate\.google\.|^l\.facebook\.com/"
)
SHORT = re.compile(
    r"(bit\.ly|t\.co|tinyurl\.com|goo\.gl|is\.gd|ow\.ly|buff\.ly|lnkd\.in|me2\.do|han\.gl|buly\.kr|vo\.la)$"
)
ANSWERERS = re.compile(
    r"(chatgpt\.com|chat\.openai\.com|claude\.ai|gemini\.google\.com|copilot\.microsoft\.com|(www\.)?perplexity\.ai)$"
)
NAKED = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?$")
THE_PAGE = "write the address of the page that was read"


def web_address(url: str) -> str:
    """Accept http(s) addresses with a host and nothing else, so that no script can hide in a link."""
    parts = _parts(url)
    host = parts.hostname or ""
    if parts.scheme in ("https", "http") and LOCAL.search(host):
        raise ValueError("is an address of one network only; write the address that everybody opens")
    if parts.scheme not in ("https", "http") or "." not in host:
        meant = f"; write 'https://{url}'" if NAKED.match(url) else ""
        raise ValueError(f"is not an https:// address with a host{meant}")
    if parts.username or parts.password or re.search(r"[\s\"'<>\\^`{|}]", url):
        raise ValueError("has characters that do not belong in an address")
    if EXAMPLES.search(host):
        raise ValueError("is the address of an example; write the page that was read")
    if wrong := _slip(url, parts) or _another(host, parts):
        raise ValueError(wrong)
    return url


def repository(url: str) -> str:
    """Accept the address of a repository as its forge shows it, without what a clone or a page adds."""
    parts = urlsplit(url)
    names = parts.path.strip("/").split("/")
    if url.endswith(".git"):
        raise ValueError(f"is the address for a clone; write '{url.removesuffix('.git')}'")
    if parts.hostname == "github.com" and len(names) > 2:
        raise ValueError(f"is a page inside a repository; write 'https://github.com/{names[0]}/{names[1]}'")
    return url


def _parts(url: str) -> SplitResult:
    """An address taken apart; a port that is none and a bracket that nothing closes are refused."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ValueError("is not an https:// address with a host: its host or port cannot be read") from None
    if re.fullmatch(r"[\d.]+", parts.hostname or ""):
        raise ValueError("is the number of a machine; write the address that everybody opens")
    return parts


def _slip(url: str, parts: SplitResult) -> str:
    """What came along when an address was copied: a sentence's end, another address, who sent the reader."""
    if url[-1] in ".,;":
        return (
            f"ends with '{url[-1]}'; take it out, or write %{ord(url[-1]):X} where it belongs to the address"
        )
    if re.search(r"[\w.-]https?://", url[8:]):
        return "is two addresses in one; keep one"
    if follower := next((key for key in _query(parts) if FOLLOWERS.match(key)), ""):
        return f"carries '{follower}', which says who sent the reader; write the address without it"
    return ""


def _another(host: str, parts: SplitResult) -> str:
    """Why this is no page that others can read: it leads on, lists, edits, or was made for one reader."""
    asked = any(value for key in ASKED for value in _query(parts).get(key, ()))
    if GO_BETWEENS.search(f"{host}{parts.path}"):
        return f"goes by way of another site; {THE_PAGE}"
    if SHORT.fullmatch(host):
        return "is a shortened address; write the one that it leads to"
    if ANSWERERS.fullmatch(host):
        return f"is what a machine answered, which is no source; {THE_PAGE}"
    if asked and (
        SEARCHES.search(parts.path) or ENGINES.search(host) or (host in FORGES and "q" in _query(parts))
    ):
        return f"is a list of search results, which changes; {THE_PAGE}"
    if host == "github.com" and re.match(r"/[^/]+/[^/]+/edit/", parts.path):
        return "opens an editor; write 'blob' in place of 'edit', best with a commit"
    return ""


def _query(parts: SplitResult) -> dict[str, list[str]]:
    return parse_qs(parts.query) if parts.query else {}
