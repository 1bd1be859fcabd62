"""Builds a whole site and serves it below a base path, as on a project's Pages: small, or as it ships.

`python -m tests.site.serving FOLDER small|shipped` builds one below the folder, once however many ask for it.
With SITE_FOLDER the shipped one is built there, and stays: what was tested can be deployed as it is.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PROJECT = Path(__file__).parents[2]
SMALL = PROJECT / "tests" / "data" / "small"
SHIPPED = Path(os.environ.get("DATA_FOLDER") or PROJECT / "data")
BASE = "/base/"
HERE = f"http://127.0.0.1{BASE}"
# Where a site is to stand: the shipped one where it will be deployed, if that is said.
ADDRESSES = {"small": HERE, "shipped": os.environ.get("SITE_URL") or HERE}
REPOSITORY = os.environ.get("REPOSITORY_URL") or "https://example.org/guide"


class Site:
    """A built site: its folder, its address, and the addresses of its pages."""

    def __init__(self, folder: Path, origin: str, base: str = BASE) -> None:
        self.folder = folder
        self.origin = origin
        self.base = base

    def url(self, path: str, language: str = "ko") -> str:
        """The full address of a page."""
        return self.origin + self.base + ("en/" if language == "en" else "") + path

    def pages(self, language: str) -> dict[str, Path]:
        """Every page of a language by its address below the language's root."""
        root = self.folder / "en" if language == "en" else self.folder
        return {
            path.parent.relative_to(root).as_posix().removeprefix(".") + "/": path
            for path in sorted(root.rglob("index.html"))
            if language == "en" or self.folder / "en" not in path.parents
        }


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, base: str, **known: Any) -> None:
        self.base = base
        super().__init__(*args, **known)

    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path
        if not below.startswith(self.base):
            return str(Path(self.directory) / "outside-the-base-path")
        return super().translate_path(below.removeprefix(self.base.rstrip("/")))

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def small_data(folder: Path) -> Path:
    """The small data set with the interface words that ship; once, however many ask for it."""
    with _alone(folder):
        data = folder / "small-data"
        if not data.exists():
            shutil.copytree(SMALL, folder / "copied")
            shutil.copytree(PROJECT / "data" / "strings", folder / "copied" / "strings")
            (folder / "copied").rename(data)
    return data


def begin(folder: Path, name: str) -> subprocess.Popen[bytes]:
    """Start to build a site in the background, so that it is there when a test asks for it."""
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "tests.site.serving", str(folder), name]
    return subprocess.Popen(command, cwd=PROJECT, stdout=quiet, stderr=quiet, start_new_session=True)


def end(building: subprocess.Popen[bytes]) -> None:
    """Wait for no site any longer."""
    if building.poll() is None:
        os.killpg(building.pid, signal.SIGTERM)
    building.wait()


def built(folder: Path, name: str) -> Path:
    """The site "small", or as it is "shipped" (built strictly); once, however many processes ask for it."""
    data = small_data(folder / "data") if name == "small" else SHIPPED
    kept = os.environ.get("SITE_FOLDER") if name == "shipped" else None
    site = (PROJECT / kept).resolve() if kept else folder / name / "site"
    with _alone(folder / name):
        if not (folder / name / "done").exists():
            _build(site, data, name)
            (folder / name / "done").touch()
    return site


def _build(site: Path, data: Path, name: str) -> None:
    strict = ["--strict"] * (name == "shipped")
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *strict, "--site-dir", str(site)],
        cwd=PROJECT,
        env={
            **os.environ,
            "DATA_FOLDER": str(data),
            "SITE_URL": ADDRESSES[name],
            "REPOSITORY_URL": REPOSITORY,
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else works in this folder meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def served(folder: Path, name: str = "small") -> Iterator[Site]:
    """The folder on a free port of this machine, below the base path of the site's address."""
    base = urlsplit(ADDRESSES[name]).path
    handler = partial(_Handler, directory=str(folder), base=base)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Site(folder, f"http://127.0.0.1:{server.server_address[1]}", base)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    built(Path(sys.argv[1]), sys.argv[2])
