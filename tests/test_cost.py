"""The bench measures what it says: more tools in sound data, and a picture with its figures."""

from __future__ import annotations

import importlib
import shutil
import sys
import time
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from macros.rules.check import sound
from tests.conftest import DATA
from tests.cost import BESIDE, Cost, multiply, plot, seconds, watched


@pytest.mark.parametrize("times", [1, 3])
def test_there_are_so_many_times_the_tools_and_the_data_stay_sound(tmp_path: Path, times: int) -> None:
    shutil.copytree(DATA / "small", tmp_path / "data")
    before = sound(tmp_path / "data")
    multiply(tmp_path / "data", times)
    after = sound(tmp_path / "data")
    assert len(after.tools) == times * len(before.tools)
    cells = [sum(len(tool.assessments) for tool in each.tools.values()) for each in (before, after)]
    assert cells[1] == times * cells[0]


def test_the_picture_names_every_figure() -> None:
    drawn = ElementTree.fromstring(plot([Cost(500, 10.2), Cost(1000, 21.6)], Cost(500, 25.4)))  # noqa: S314 (ours)
    words = [each.text for each in drawn.iter() if each.text]
    assert {"500 pages: 10 s", "1,000 pages: 22 s", "stock Material: 25 s"} <= set(words)


def test_the_seconds_are_those_of_the_command() -> None:
    busy = "import time\nwhile time.process_time() < 0.2: pass"
    assert seconds([sys.executable, "-c", busy], Path.cwd(), {}) >= 0.2


def test_what_goes_beside_the_pages_is_counted_apart() -> None:
    room = ModuleType("room")
    room.busy = lambda until: [None for _ in iter(lambda: time.process_time() < until, False)]  # type: ignore[attr-defined]
    found = watched(room, "busy")
    assert found == []
    room.busy(time.process_time() + 0.1)
    room.busy(0)
    assert len(found) == 2
    assert found[0] > 0.05  # the clock runs on between the two readings


def test_every_function_that_is_counted_apart_is_there() -> None:
    assert all(callable(getattr(importlib.import_module(room), name)) for room, name in BESIDE)
