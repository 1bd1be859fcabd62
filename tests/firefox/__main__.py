"""A smoke run in Debian's Firefox on the built site. Run by `make firefox`."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from tests.bench import SITE, Quiet

NAMES = ("firefox-esr", "firefox")
SMOKE = Path(__file__).parent / "smoke.mjs"


def executable() -> str | None:
    """The path of a Firefox: $FIREFOX_PATH first; None where there is none."""
    return os.environ.get("FIREFOX_PATH") or next(filter(None, map(shutil.which, NAMES)), None)


def main() -> int:
    """Print what fails; exit status 1 where something does, 0 with a sentence where there is no Firefox."""
    firefox = executable()
    if not firefox:
        print("Left out: the smoke run in Firefox (on Debian: apt install firefox-esr).")
        return 0
    if not (SITE / "index.html").exists():
        print("There is no site/ to look at: run 'make build' first.", file=sys.stderr)
        return 1
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_address[1]}/"
    return subprocess.run(["node", str(SMOKE), firefox, root], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
