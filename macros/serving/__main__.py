"""Serves both languages while people write: `python -m macros.serving [port]`.

The page on screen is made anew after each save, every other one when it is asked for. Where the data or the
code is broken, each address answers with what is wrong, and comes back by itself once it is mended.
"""

from __future__ import annotations

import mimetypes
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.outside import PROJECT, outside
from macros.serving.workshop import WAIT, Workshop

WATCHED = ("docs", "macros", "overrides", "mkdocs.yml", "mkdocs.en.yml")
UNWATCHED = {"__pycache__", "schema"}
EVERY = 0.25  # seconds between two looks at the files


def stamp(paths: tuple[Path, ...]) -> int:
    """Changes whenever a file of the site does, appears or goes."""
    return hash(tuple(_stamps(paths)))


def _stamps(paths: tuple[Path, ...]) -> Iterator[tuple[str, int]]:
    for path in paths:
        if path.is_file():
            yield str(path), path.stat().st_mtime_ns
        for folder, below, names in os.walk(path):
            below[:] = sorted(set(below) - UNWATCHED)
            for name in sorted(names):
                file = os.path.join(folder, name)
                try:
                    yield file, os.lstat(file).st_mtime_ns
                except FileNotFoundError:  # an editor swaps files while we look
                    continue


def watch(workshop: Workshop, ended: threading.Event, paths: tuple[Path, ...]) -> None:
    """Renew the workshop after each save."""
    seen = stamp(paths)
    while not ended.wait(EVERY):
        if (now := stamp(paths)) != seen:
            seen = now
            workshop.renew()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def __init__(self, workshop: Workshop, *given: Any) -> None:
        self.workshop = workshop
        super().__init__(*given)

    def do_GET(self) -> None:
        """A page, a file, or whether anything has changed."""
        path = unquote(urlsplit(self.path).path)
        if path.startswith(WAIT):
            return self._say(200, "text/plain", self.workshop.newer(path.removeprefix(WAIT)).encode())
        below = path.lstrip("/")
        if below and not below.endswith("/") and "." not in below.rsplit("/", 1)[-1]:
            return self._lead(f"/{below}/")
        return self._say(*self.workshop.answer(below + "index.html" if path.endswith("/") else below))

    def do_HEAD(self) -> None:
        """The same without its content."""
        self.do_GET()

    def _say(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _lead(self, to: str) -> None:
        query = urlsplit(self.path).query
        self.send_response(302)
        self.send_header("Location", f"{to}?{query}" if query else to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of what went well."""


class Server(ThreadingHTTPServer):
    """Takes many browsers at once; one that goes away is no error."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def main(data: Path, port: int = 8000) -> int:
    """Serve until somebody presses Ctrl+C; port 0 takes a free one."""
    mimetypes.add_type("text/javascript", ".mjs")
    ended = threading.Event()
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        try:
            server = Server(("127.0.0.1", port), BaseHTTPRequestHandler)
        except OSError:
            print(
                f"Port {port} is taken: stop what uses it, or run 'make serve PORT={port + 1}'.",
                file=sys.stderr,
            )
            return 1
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        workshop = Workshop(address, Path(folder))
        server.RequestHandlerClass = partial(Handler, workshop)
        watched = (data, *(PROJECT / name for name in WATCHED))
        threading.Thread(target=watch, args=(workshop, ended, watched), daemon=True).start()
        print(f"Both languages at {address} and {address}en/ (Ctrl+C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
        finally:
            ended.set()
            server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main(outside(os.environ).data, *map(int, sys.argv[1:2])))
