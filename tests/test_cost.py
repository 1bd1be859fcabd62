"""The bench measures what it says: more tools in sound data, and a picture with its figures."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.rules.check import sound
from tests.conftest import DATA
from tests.cost import Cost, multiply, plot, seconds


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
