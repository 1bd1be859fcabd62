"""Measures or tries tool after tool in a workshop of which nothing is left, however it ends."""

from __future__ import annotations

import datetime
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lab import machine, results, yardsticks
from lab.box import Box
from lab.installing import CannotInstall
from lab.measuring import Bench, measure
from lab.trying import told, trial


@dataclass(frozen=True)
class Workshop:
    """Boxes and their layers in a file system of memory, and what was fetched before on disk."""

    place: Path
    cache: Path

    def box(self, name: str) -> Box:
        """A new box."""
        (self.place / "boxes" / name).mkdir(parents=True)
        return Box(self.place / "boxes" / name, self.place / "layers" / name, self.cache)

    def clear(self, name: str) -> None:
        """Remove a box with all that was written in it."""
        for each in ("boxes", "layers"):
            shutil.rmtree(self.place / each / name, ignore_errors=True)


@contextmanager
def workshop(cache: Path) -> Iterator[Workshop]:
    """Build the workshop, and take it down even when told to stop."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    cache.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="lab-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", str(place)], check=True)
    try:
        yield Workshop(place, cache)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=False)
        place.rmdir()


def try_all(tools: list[str], place: Workshop) -> int:
    """Each recipe once, with its words; 1 if one did not work."""
    failed = False
    for tool in tools:
        for report in trial(tool, place.box(tool)):
            print(told(report), flush=True)
            failed |= bool(report.problem())
        place.clear(tool)
    return failed


def measure_all(tools: list[str], place: Workshop, times: int, folder: Path) -> int:
    """Each tool with its yardsticks; 1 if one could not be measured."""
    yard = yardsticks.prepare(place.box("yard"))
    broken = [
        tool for tool in tools if not _measured(tool, Bench(place.box(tool), yard, times), folder, place)
    ]
    print(f"{len(tools) - len(broken)} measured, {len(broken)} not; load {machine.load()}")
    return bool(broken)


def _measured(tool: str, bench: Bench, folder: Path, place: Workshop) -> bool:
    try:
        result = measure(tool, bench, datetime.datetime.now(datetime.UTC).date())
        file = results.write(tool, result, folder)
        print(f"{tool}: {file.name}, {result.seconds_taken:g} s", flush=True)
    except (CannotInstall, RuntimeError) as error:
        print(f"{tool}: not measured: {error}", file=sys.stderr, flush=True)
        return False
    finally:
        place.clear(tool)
    return True
