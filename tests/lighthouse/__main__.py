"""Lighthouse on one page of each kind of the built site, as on a phone. Run by `make lighthouse`."""

from __future__ import annotations

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from tests.bench import SITE, Quiet
from tests.browser import executable

LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
PAGES = ("", "tools/mlflow/", "compare/model-serving/", "choose/model-serving/", "en/")
LEAST = {"performance": 90, "accessibility": 100, "best-practices": 95, "seo": 95}


def scores(address: str) -> dict[str, int]:
    """The scores of a page in each category, out of 100."""
    result = subprocess.run(
        [
            str(LIGHTHOUSE),
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(LEAST)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": executable() or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    categories = json.loads(result.stdout)["categories"]
    return {key: round(100 * (categories[key]["score"] or 0)) for key in LEAST}


def main() -> int:
    """Print the scores of each page; exit status 1 where one is below what is wanted."""
    if not (SITE / "index.html").exists():
        print("There is no site/ to look at: run 'make build' first.", file=sys.stderr)
        return 1
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    low = False
    for page in PAGES:
        found = scores(f"http://127.0.0.1:{server.server_address[1]}/{page}")
        print(f"/{page}: " + ", ".join(f"{key} {score}" for key, score in found.items()), flush=True)
        low = low or any(found[key] < least for key, least in LEAST.items())
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
