"""Lighthouse on a page of each kind of the built site, as on a phone; medians. Run by `make lighthouse`."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from statistics import median

from tests.bench import SITE, Quiet
from tests.browser import executable

LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
PAGES = {
    "front": "",
    "front, English": "en/",
    "tool": "tools/mlflow/",
    "matrix": "compare/model-serving/",
    "picked": "compare/?tools=mlflow,wandb,airflow",
    "verdict": "compare/mlflow-wandb/",
    "guide": "choose/model-serving/",
    "planner": "stacks/",
}
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
METRICS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)
RUNS = 3


class Compressing(Quiet):
    """Serves as a project's Pages do: text is compressed on its way."""

    def send_head(self):  # type: ignore[no-untyped-def]
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix in (".png", ".woff2", ".ico"):
            return super().send_head()
        text = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        with suppress(BrokenPipeError):  # a browser that has seen enough
            self.wfile.write(text)
        return None


def report(address: str) -> dict[str, float]:
    """One run: the score of each category out of 100, then the metrics."""
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
    said = json.loads(result.stdout)
    scores = {key: round(100 * (said["categories"][key]["score"] or 0)) for key in LEAST}
    return scores | {key: said["audits"][key]["numericValue"] for key in METRICS}


def main(*names: str) -> int:
    """Print the medians of each page, or of those named; exit status 1 where one is below what is wanted."""
    if not (SITE / "index.html").exists():
        print("There is no site/ to look at: run 'make build' first.", file=sys.stderr)
        return 1
    handler = functools.partial(Compressing, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    low = False
    for name, page in PAGES.items():
        if names and name not in names:
            continue
        runs = [report(f"http://127.0.0.1:{server.server_address[1]}/{page}") for _ in range(RUNS)]
        found = {key: median(run[key] for run in runs) for key in runs[0]}
        print(f"{name}: " + ", ".join(f"{key} {value:g}" for key, value in found.items()), flush=True)
        low = low or any(found[key] < least for key, least in LEAST.items())
    return int(low)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
