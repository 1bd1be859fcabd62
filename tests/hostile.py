"""A local server that answers as the worst of the web does, and counts who asks."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = b"<html><head><title>A page</title></head><body>Words.</body></html>"
HOSTILE = (
    b"<title>\x1b[31mred {{ config }} \xe2\x80\xae<script>alert(1)</script></title>"
    b"\x00\xff<body>```\n# head @everyone [x](javascript:alert(1))</body>"
)


class Hostile(ThreadingHTTPServer):
    """The server, with what it was asked and texts that a test may change."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.texts: dict[str, bytes] = {}
        self.heads: list[dict[str, str]] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: Any) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: Hostile

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        self.server.heads.append(dict(self.headers.items()))
        name = self.path.strip("/").split("/")[0].split("?")[0]
        if self.path in self.server.texts:
            self._say(200, self.server.texts[self.path])
        elif name.isdecimal():
            head = {"Location": "/ok"} if name in ("301", "302", "307", "308") else {}
            self._say(int(name), PAGE, {**head, "Retry-After": "7"} if name == "429" else head)
        else:
            getattr(self, f"_{name}", self._missing)()

    do_POST = do_GET  # noqa: N815 (the names that http.server asks for)

    def log_message(self, *_: Any) -> None:
        """Nothing: tests read what was asked from the server."""

    def _say(self, status: int, body: bytes, head: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for key, value in {
            "Content-Type": "text/html",
            "Content-Length": str(len(body)),
            **(head or {}),
        }.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def _ok(self) -> None:
        self._say(200, PAGE)

    def _missing(self) -> None:
        self._say(404, b"")

    def _once(self) -> None:
        """Fails the first time and answers the second."""
        self._say(503 if self.server.asked[self.path] == 1 else 200, PAGE)

    def _loop(self) -> None:
        self._say(301, b"", {"Location": "/loop"})

    def _script(self) -> None:
        self._say(302, b"", {"Location": "javascript:alert(1)"})

    def _file(self) -> None:
        self._say(302, b"", {"Location": "file:///etc/passwd"})

    def _encoded(self) -> None:
        self._say(200, "<title>한글</title>".encode("cp949"), {"Content-Type": "text/html; charset=euc-kr"})

    def _misnamed(self) -> None:
        self._say(200, PAGE, {"Content-Type": "text/html; charset=no-such-thing"})

    def _hostile(self) -> None:
        self._say(200, HOSTILE)

    def _garbage(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")
        self.close_connection = True

    def _short(self) -> None:
        self._say(200, b"<title>cut", {"Content-Length": "100000"})
        self.close_connection = True

    def _endless(self) -> None:
        self._stream(b"x" * 65536, 0.0)

    def _slow(self) -> None:
        self._stream(b"x", 0.05)

    def _stream(self, part: bytes, pause: float) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(part)
            time.sleep(pause)


@contextmanager
def hostile() -> Iterator[Hostile]:
    """The server while a test runs."""
    server = Hostile()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
