"""Builds the whole site and serves it below a base path, as on a project's Pages."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from macros.loading.catalogue import ROOT
from tests.conftest import PROJECT

BASE = "/base/"


class Site:
    """A built site: its folder, its address, and the addresses of its pages."""

    def __init__(self, folder: Path, origin: str) -> None:
        self.folder = folder
        self.origin = origin

    def url(self, path: str, language: str = "ko") -> str:
        """The full address of a page."""
        return self.origin + BASE + ("en/" if language == "en" else "") + path

    def pages(self, language: str) -> dict[str, Path]:
        """Every page of a language by its address below the language's root."""
        root = self.folder / "en" if language == "en" else self.folder
        return {
            path.parent.relative_to(root).as_posix().removeprefix(".") + "/": path
            for path in sorted(root.rglob("index.html"))
            if language == "en" or self.folder / "en" not in path.parents
        }


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path
        if not below.startswith(BASE):
            return str(Path(self.directory) / "outside-the-base-path")
        return super().translate_path(below.removeprefix(BASE.rstrip("/")))

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def built(folder: Path, data: Path = ROOT) -> Path:
    """The site of this data, built strictly; once, however many processes ask for it."""
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = folder / "site"
        done = folder / "done"
        if not done.exists():
            result = subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
                cwd=PROJECT,
                env={
                    **os.environ,
                    "DATA_FOLDER": str(data),
                    "SITE_URL": f"http://127.0.0.1{BASE}",
                    "NO_MKDOCS_2_WARNING": "1",
                },
                capture_output=True,
                text=True,
            )
            assert result.returncode == 0, result.stdout + result.stderr
            done.touch()
    return site


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """The folder on a free port of this machine, below the base path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_address[1]}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
