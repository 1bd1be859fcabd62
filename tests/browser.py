"""Finds the browser for the tests, and fetches one where the machine has none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = (
    "chromium-headless-shell",  # the same engine without a browser's windows: half of the processor time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def executable() -> str | None:
    """The path of a system Chromium: $CHROMIUM_PATH first; None where Playwright's own is to be used."""
    return os.environ.get("CHROMIUM_PATH") or next(filter(None, map(shutil.which, NAMES)), None)


def main() -> int:
    """Make sure that a browser is there; exit status 1 with one sentence where none can be had."""
    if executable():
        return 0
    command = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        print(
            "No browser for the tests: install Chromium (on Debian: apt install chromium-headless-shell), "
            "or name one in CHROMIUM_PATH.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
