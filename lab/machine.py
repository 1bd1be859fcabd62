"""What machine this is, said so that it can be compared and not recognised."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

from lab.results import Machine


def describe(load_before: float) -> Machine:
    """Processor, cores, memory, system and how busy it was."""
    return Machine(
        processor=_first(r"model name\s*:\s*(.+)", "/proc/cpuinfo"),
        cores=os.cpu_count() or 1,
        memory_gb=round(int(_first(r"MemTotal:\s*(\d+)", "/proc/meminfo") or 0) / 1e6, 1),
        system=_first(r'PRETTY_NAME="(.+)"', "/etc/os-release"),
        kernel=".".join(platform.release().split(".")[:2]),
        python=platform.python_version(),
        load_before=load_before,
        load_after=load(),
        storage="memory",
        priority=os.getpriority(os.PRIO_PROCESS, 0),
    )


def load() -> float:
    """Processes that wanted to run in the last minute, on average."""
    return round(os.getloadavg()[0], 2)


def _first(pattern: str, file: str) -> str:
    try:
        found = re.search(pattern, Path(file).read_text("utf-8"))
    except OSError:
        return ""
    return found.group(1).strip() if found else ""
