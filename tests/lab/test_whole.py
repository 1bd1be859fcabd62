"""Two tiny recipes are measured whole: a library that does its work, and a server that is watched."""

from __future__ import annotations

import datetime
import sys

import pytest

from lab import recipes
from lab.box import Box
from lab.measuring import measure, one_work
from lab.ratios import ratios, summary
from lab.records import Kind
from lab.steps import Done, Reached, Report, Step
from tests.lab.conftest import WALLED, Lab

DAY = datetime.date(2026, 11, 29)
LIBRARY = """
main: tiny
pypi: [tiny==1.0]
released: 2025-09
module: tiny
works:
  steps:
    proof: total 45
"""
STEPS = '''"""What a user writes."""

# three lines of it
from tiny import total

print("total", total(range(10)))
open("kept.txt", "w").write("x" * 5000)
'''
SERVER = """
main: tiny
pypi: [tiny==1.0]
released: 2026-11
server:
  start: python -m http.server 18999 --bind 127.0.0.1
  ready: http://127.0.0.1:18999/
works:
  watch:
    run: [python ask.py]
    code: [ask.py]
    proof: status 200
"""
ASK = """from urllib.request import urlopen

print("status", urlopen("http://127.0.0.1:18999/").status)
"""


def test_only_what_is_watched_is_given_time_to_end_and_every_look_tells_what_it_asked(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    graces: list[float] = []

    def run(box: Box, network: str, *steps: Step, files: object = ()) -> Report:
        graces.append(box.grace)
        asked = [Reached(name=f"call-{len(graces)}.example", port=443, during="work-0", times=1)]
        return Report(steps=(Done(name="work-0", seconds=1),), reached=tuple(asked))

    monkeypatch.setattr(Box, "run", run)
    lab.recipe("tiny", LIBRARY, steps_py=STEPS)
    recipe = recipes.recipe("tiny", lab.folder)
    worked = one_work("tiny", recipe, Kind.STEPS, recipe.works[Kind.STEPS], lab.bench)
    watched = lab.bench.box.grace
    assert graces == [watched, watched, watched, 0, 0, 0, watched], "three looks, one run, its yardsticks"
    assert {each.name for each in worked.reached} == {f"call-{number}.example" for number in (1, 2, 3, 4, 6)}


def test_a_library_is_installed_imported_and_put_to_work(lab: Lab) -> None:
    lab.recipe("tiny", LIBRARY, steps_py=STEPS)
    result = measure("tiny", lab.bench, DAY)
    assert (result.level, result.version, result.age_months) == ("works", "1.0", 14)
    assert result.install.versions == {"tiny": "1.0"}
    assert len(result.install.seconds) == 1
    assert result.imported
    assert len(result.imported.seconds) == len(result.imported.bare_seconds) == 1
    work = result.works[Kind.STEPS]
    assert not work.problem
    assert (work.lines, len(work.seconds), work.leaked) == (3, 1, ())
    assert len(work.yardstick.seconds) == 1
    assert (work.written["work"].files, work.written["work"].names) == (1, ("work/kept.txt",))
    assert work.silent
    assert not work.silent.problem
    assert work.work_mb
    assert {"import", "steps.seconds"} <= set(ratios(result))
    assert "steps.memory" not in ratios(result), "plain Python is over before its memory can be seen"
    assert "steps: ok" in summary({"tiny": result})


def test_a_server_is_started_watched_and_stopped(lab: Lab) -> None:
    lab.recipe("tiny-server", SERVER, ask_py=ASK)
    work = measure("tiny-server", lab.bench, DAY).works[Kind.WATCH]
    assert not work.problem
    assert len(work.start_seconds) == len(work.seconds) == 1
    assert work.idle_mb
    assert work.ports == ("loopback:18999",)
    assert (len(work.processes), work.leaked) == (1, ())
    assert work.reached == ()
    assert ("elsewhere" in work.written) == WALLED


def test_work_that_proves_nothing_is_kept_as_a_problem(lab: Lab) -> None:
    lab.recipe("tiny", LIBRARY + f"    run: [{sys.executable} steps.py]\n", steps_py="print('nothing')\n")
    recipe = recipes.recipe("tiny", lab.folder)
    work = one_work("tiny", recipe, Kind.STEPS, recipe.works[Kind.STEPS], lab.bench)
    assert work.problem.startswith("work-0: it did not print 'total 45'")
    assert not work.seconds
