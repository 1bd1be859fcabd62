"""What was written where: in the folder of the work, in the home folder, as temporary files, or elsewhere."""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Iterator
from pathlib import Path

from lab.steps import Written

NAMES = 8
OWN = {"etc/resolv.conf", "etc/hosts"}  # what the box itself puts there
PLACES = ("work", "home", "tmp", "venv")

Seen = dict[str, tuple[int, int]]


def listing(folder: Path) -> Seen:
    """Every file below a tool's folder, with its size and the time it was changed."""
    return {name: (entry.st_size, entry.st_mtime_ns) for name, entry in _files(folder)}


def places(folder: Path, before: Seen, upper: Path | None) -> dict[str, Written]:
    """What is new or changed, place by place; `elsewhere` only where walls let it be seen."""
    now = [
        (name, entry)
        for name, entry in _files(folder)
        if before.get(name) != (entry.st_size, entry.st_mtime_ns)
    ]
    found = {place: _sum(place, now) for place in PLACES}
    if upper:
        outside = [(f"/{name}", entry) for name, entry in _files(upper) if name not in OWN]
        found["elsewhere"] = _sum("", outside)
    return {place: sum_ for place, sum_ in found.items() if sum_.files or place == "elsewhere"}


def size(folder: Path) -> float:
    """Megabytes of all files below a folder."""
    return round(sum(entry.st_size for _, entry in _files(folder)) / 1e6, 1)


def _sum(place: str, files: list[tuple[str, os.stat_result]]) -> Written:
    chosen = [(name, entry) for name, entry in files if not place or name.startswith(f"{place}/")]
    return Written(
        files=len(chosen),
        bytes=sum(_bytes(entry) for _, entry in chosen),
        names=tuple(sorted(_nameless(name) for name, _ in chosen)[:NAMES]),
    )


def _bytes(entry: os.stat_result) -> int:
    """What a file takes: of a large one with holes, only what is there."""
    large = entry.st_size > 1_000_000 and entry.st_blocks
    return min(entry.st_blocks * 512, entry.st_size) if large else entry.st_size


def _nameless(name: str) -> str:
    """A file's name without the user's."""
    return re.sub(rf"(?<![a-z]){re.escape(getpass.getuser())}(?![a-z])", "user", name)


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    for at, _, names in os.walk(folder):
        if at.endswith("__pycache__"):
            continue
        for name in names:
            path = os.path.join(at, name)
            entry = os.lstat(path)
            if os.path.isfile(path) or os.path.islink(path):
                yield os.path.relpath(path, folder), entry
