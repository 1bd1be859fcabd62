"""Asking other people's servers: slowly, few times, never for long, and never trusting what they answer."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

AGENT = "catalogue-watch/1 (checks the links of a public catalogue; slow on purpose)"
MOST_BYTES = 1_000_000
MOST_WAIT = 60.0
AGAIN = (429, 500, 502, 503, 504)


@dataclass(frozen=True)
class Answer:
    """What a server said; status 0 and an `error` where it said nothing that can be read."""

    url: str
    status: int
    body: bytes = b""
    location: str = ""
    kind: str = ""
    error: str = ""

    @property
    def text(self) -> str:
        """The body as text, whatever encoding it claims; what cannot be read is marked."""
        claimed = self.kind.partition("charset=")[2].split(";")[0].strip(" \"'") or "utf-8"
        try:
            return self.body.decode(claimed, "replace")
        except (LookupError, ValueError):
            return self.body.decode("utf-8", "replace")


class _Stay(HTTPRedirectHandler):
    """A redirect is an answer: who asked decides whether to follow."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


@dataclass
class Pace:
    """One asker with a pause for each host, retries with backoff, and a limit of bytes and seconds.

    `every` is the pause between two requests to a host, `tries` how often one address is asked,
    `patience` the seconds that one answer may take; `public_only` refuses the machine's own network.
    """

    every: float = 1.0
    tries: int = 3
    patience: float = 20.0
    public_only: bool = True
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, headers: dict[str, str] | None = None, data: bytes | None = None) -> Answer:
        """The answer to one address; never raises for what a server does."""
        answer = Answer(url, 0, error="was not asked")
        for number in range(self.tries):
            self._wait(urlsplit(url).netloc)
            answer, after = self._once(url, headers or {}, data)
            if answer.status and answer.status not in AGAIN:
                break
            if answer.error.startswith("refused"):
                break
            if number + 1 < self.tries:
                self.sleep(min(max(after, self.every * 2**number), MOST_WAIT))
        return answer

    def _wait(self, host: str) -> None:
        if host in self._last and (rest := self._last[host] + self.every - self.clock()) > 0:
            self.sleep(rest)
        self._last[host] = self.clock()

    def _once(self, url: str, headers: dict[str, str], data: bytes | None) -> tuple[Answer, float]:
        if problem := self._refused(url):
            return Answer(url, 0, error=f"refused: {problem}"), 0
        try:
            request = Request(url, data, {"User-Agent": AGENT, **headers})  # noqa: S310 (checked above)
            with build_opener(_Stay).open(request, timeout=self.patience) as got:
                body, problem = self._body(got)
                kind = got.headers.get("Content-Type", "")
                return Answer(url, 0 if problem else got.status, body, "", kind, problem), 0
        except HTTPError as error:
            with error:
                location = error.headers.get("Location") or ""
                return Answer(url, error.code, b"", location), _seconds(error.headers.get("Retry-After"))
        except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
            return Answer(url, 0, error=f"{type(error).__name__}: {error}"[:200]), 0

    def _body(self, got: http.client.HTTPResponse) -> tuple[bytes, str]:
        """At most MOST_BYTES, and no longer than our patience; a page without end is cut, not refused."""
        end, parts, size = self.clock() + self.patience, list[bytes](), 0
        while size < MOST_BYTES and (part := got.read1(65536)):
            parts.append(part)
            size += len(part)
            if self.clock() > end:
                return b"", "is too slow"
        whole = size >= MOST_BYTES or not got.length
        return b"".join(parts)[:MOST_BYTES], "" if whole else "ends before its end"

    def _refused(self, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return "is no web address"
        if not self.public_only:
            return ""
        try:
            found = socket.getaddrinfo(parts.hostname, None)
        except (OSError, UnicodeError):
            return ""
        if any(not ipaddress.ip_address(str(each[4][0]).split("%")[0]).is_global for each in found):
            return "is not on the public network"
        return ""


def _seconds(after: str | None) -> float:
    return float(after) if after and after.isdecimal() and len(after) < 6 else 0.0
