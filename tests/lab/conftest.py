"""A laboratory of its own for each test: a wheel made here, recipes of ten lines, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lab.box import Box
from lab.measuring import Bench
from lab.steps import Report, Step

SHARED = Path("/dev/shm")  # noqa: S108 (a file system beside the machine's root, as a layer needs)


def _can_wall() -> bool:
    if (
        os.geteuid()
        or not SHARED.is_dir()
        or not Path("/dev/net/tun").exists()
        or not shutil.which("unshare")
    ):
        return False
    walls = ["unshare", "--mount", "--pid", "--fork", "--net", "true"]
    return subprocess.run(walls, check=False, capture_output=True).returncode == 0


WALLED = _can_wall()
walled = pytest.mark.skipif(not WALLED, reason="walls need root and namespaces")


@dataclass(frozen=True)
class Lab:
    """Recipes in a folder, and a bench to measure them on."""

    folder: Path
    bench: Bench

    def recipe(self, tool: str, text: str, **files: str) -> None:
        """A recipe with its user's files; `steps_py` is written as steps.py."""
        (self.folder / tool).mkdir(parents=True)
        wheel = f"{self.bench.box.place}/cache/tiny-1.0-py3-none-any.whl"
        given = {"recipe.yml": text, "lock.txt": f"tiny @ file://{wheel}\n"}
        for name, content in (given | {name.replace("_", "."): what for name, what in files.items()}).items():
            (self.folder / tool / name).write_text(content, "utf-8")


@pytest.fixture
def memory() -> Iterator[Path | None]:
    """Where layers go; nothing where walls cannot be built."""
    if not WALLED:
        yield None
        return
    with tempfile.TemporaryDirectory(dir=SHARED, prefix="lab-") as folder:
        yield Path(folder)


@pytest.fixture
def lab(tmp_path: Path, memory: Path | None) -> Lab:
    cache = tmp_path / "box" / "cache" if memory is None else tmp_path / "cache"
    cache.mkdir(parents=True)
    with zipfile.ZipFile(cache / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny.py", "def total(rows):\n    return sum(rows)\n")
        wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr(
            "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr("tiny-1.0.dist-info/RECORD", "")
    box, yard = Box(tmp_path / "box", memory, cache), Box(tmp_path / "yard", memory)
    return Lab(
        tmp_path / "lab", Bench(box, yard, times=1, rest=0.1, lab=tmp_path / "lab", say=lambda _: None)
    )


@pytest.fixture
def carry_out(tmp_path: Path) -> Callable[..., Report]:
    """Steps in a box without walls."""

    def run(*steps: Step, megabytes: int = 6000, grace: float = 10) -> Report:
        return Box(tmp_path / "bare", megabytes=megabytes, grace=grace).run("shared", *steps)

    return run
