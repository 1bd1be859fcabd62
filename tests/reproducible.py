"""Two builds of one commit are the same, byte for byte. Run by `make proud`."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import PROJECT


def differences(one: Path, other: Path) -> list[str]:
    """The files that one of two folders lacks, or that differ."""
    names = {path.relative_to(root) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    _, different, missing = filecmp.cmpfiles(one, other, sorted(map(str, names)), shallow=False)
    return sorted([*different, *missing])


def main() -> int:
    """Build twice, in other folders and with other hashes of strings; exit status 1 with what differs."""
    with tempfile.TemporaryDirectory() as folder:
        sites = [Path(folder) / seed for seed in ("1", "2")]
        for site in sites:
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
            given = {**os.environ, "PYTHONHASHSEED": site.name, "NO_MKDOCS_2_WARNING": "1"}
            subprocess.run(command, cwd=PROJECT, env=given, check=True, capture_output=True)
        found = differences(*sites)
    print("\n".join([f"{len(found)} files differ between two builds of one commit", *found[:20]]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
