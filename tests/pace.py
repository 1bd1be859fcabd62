"""How long people wait: seconds from a save to the new page, and of the commands that they run most.

Run by `make proud`. It prints and asserts nothing: a busy machine is slow, not wrong.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from tests.conftest import PROJECT

ROUNDS = 5
PAGES = ("tools/mlflow/", "en/tools/mlflow/", "compare/model-serving/")
NAMES = ("name: MLflow\n", "name: MLflow again\n")  # each save changes the one to the other
EDITION = re.compile(r'const seen = "(\d+)"')


def got(address: str) -> str:
    """What an address answers."""
    with urlopen(address) as answer:  # noqa: S310 (our own server)
        text: str = answer.read().decode()
    return text


def follow(address: str, path: str, file: Path) -> float:
    """Save a file; the seconds until the page is new, by the way that a browser takes."""
    found = EDITION.search(got(address + path))
    assert found
    start = time.perf_counter()
    text = file.read_text("utf-8")
    file.write_text(text.replace(*(NAMES if NAMES[0] in text else NAMES[::-1])), "utf-8")
    while got(f"{address}.changed/{found[1]}") == found[1]:
        continue
    got(address + path)
    return time.perf_counter() - start


def main() -> int:
    """Print one line for each page, then for each command."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(PROJECT / "data", data)
        command = [sys.executable, "-m", "macros.serving", "0"]
        given = {**os.environ, "DATA_FOLDER": str(data), "NO_MKDOCS_2_WARNING": "1"}
        with subprocess.Popen(command, cwd=PROJECT, env=given, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            address = re.findall(r"http://\S+?/", server.stdout.readline())[0]
            for path in PAGES:
                times = [follow(address, path, data / "tools/mlflow/about.yml") for _ in range(ROUNDS)]
                median, longest = statistics.median(times), max(times)
                print(f"save to page: median={median:5.2f} longest={longest:5.2f} s  /{path}")
            server.terminate()
    for task in ("data", "quick"):
        start = time.perf_counter()
        subprocess.run(["make", task], cwd=PROJECT, check=True, capture_output=True)
        print(f"make {task}: {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
