"""What can go wrong while a tool is measured, and what is said of it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lab import box, processes
from lab.box import Box
from lab.doing import Doing
from lab.inside import hidden
from lab.installing import CannotInstall, install
from lab.recipes import LAB, recipe
from lab.steps import Plan, Report, Step
from tests.lab.conftest import SHARED, Lab, walled

CarryOut = Callable[..., Report]
TINY = "main: tiny\npypi: [tiny==1.0]\nreleased: 2026-11\n"
SERVE = "import http.server as h; h.HTTPServer(('127.0.0.1', {}), h.BaseHTTPRequestHandler).serve_forever()"

CALL = """import socket
try:
    socket.create_connection(('telemetry.example', 443), 0.5)
except OSError as error:
    print(type(error).__name__)
"""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _start(code: str, port: int, seconds: float = 10) -> Step:
    ready = f"tcp://127.0.0.1:{port}"
    return Step(do="start", name="start", command=(sys.executable, "-c", code), ready=ready, seconds=seconds)


def _run(code: str, **more: float) -> Step:
    return Step(do="run", name="work", command=(sys.executable, "-c", code), **more)  # type: ignore[arg-type]


def test_an_install_that_fails_says_what_the_client_said(lab: Lab) -> None:
    lab.recipe("tiny", TINY)
    (lab.folder / "tiny" / "lock.txt").write_text(
        "absent @ file:///nowhere/absent-1-py3-none-any.whl\n", "utf-8"
    )
    with pytest.raises(CannotInstall, match="absent"):
        install("tiny", recipe("tiny", lab.folder), lab.bench.box, 1, lab.folder)


def test_a_port_that_is_taken_is_not_answered_by_a_stranger(carry_out: CarryOut) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = stranger.getsockname()[1]
        report = carry_out(_start(SERVE.format(port), port))
    assert report.problem() == f"start: port {port} is taken"


def test_a_server_that_is_never_ready_is_ended(carry_out: CarryOut) -> None:
    report = carry_out(_start("import time; time.sleep(60)", _free_port(), seconds=0.5))
    assert report.problem() == "start: never ready: no answer in 0.5 s"
    assert report.leaked == ()


def test_a_server_that_crashes_is_known_at_once_and_by_its_last_words(carry_out: CarryOut) -> None:
    report = carry_out(_start("raise SystemExit('no licence')", _free_port(), seconds=60))
    assert report.problem() == "start: crashed: ended with 1"
    assert "no licence" in report.steps[0].output


def test_a_process_left_behind_is_named_and_ended(carry_out: CarryOut, tmp_path: Path) -> None:
    leak = (
        "import subprocess as s; p = s.Popen(['sleep', '61'], start_new_session=True); "
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(p.pid))"
    )
    report = carry_out(_run(leak), grace=0.1)
    assert report.leaked == ("sleep",)
    pid = int((tmp_path / "pid").read_text())
    assert not Path(f"/proc/{pid}").exists() or Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z"


def test_the_time_of_a_runtime_that_is_not_waited_for_counts(carry_out: CarryOut) -> None:
    busy = "import time\nwhile time.process_time() < 0.4: pass"
    start = f"import os, subprocess as s, sys; p = s.Popen([sys.executable, '-c', {busy!r}]); "
    seen = "os.waitid(os.P_PID, p.pid, os.WEXITED | os.WNOWAIT); os._exit(0)"
    report = carry_out(_run(start + seen))
    assert report.steps[0].cpu_seconds >= 0.4


@pytest.mark.parametrize("grace", [0.3, 0])
def test_a_server_that_ignores_being_asked_is_made_to_end(carry_out: CarryOut, grace: float) -> None:
    port = _free_port()
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SERVE.format(port)
    report = carry_out(_start(deaf, port), grace=grace)
    assert (report.problem(), report.leaked) == ("", ())
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_a_server_that_was_told_to_stop_is_given_the_time_for_it(carry_out: CarryOut, tmp_path: Path) -> None:
    port, told, left = _free_port(), tmp_path / "told", tmp_path / "left"
    wait = f"import os, time\nwhile not os.path.exists({str(told)!r}): time.sleep(0.02)\n"
    leave = f"time.sleep(0.5); open({str(left)!r}, 'w'); os._exit(0)"
    code = f"import threading; threading.Thread(target=exec, args=({wait + leave!r},)).start(); "
    stop = Step(do="stop", name="stop", command=("touch", str(told)))
    report = carry_out(_start(code + SERVE.format(port), port), stop)
    assert (report.problem(), report.leaked, left.exists()) == ("", (), True)


def test_what_a_server_leaves_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def gone(_: list[int], seconds: float) -> bool:
        waits.append(seconds)
        return True

    monkeypatch.setattr(processes, "gone", gone)
    monkeypatch.setattr(processes, "tree", list)
    monkeypatch.setattr(processes, "adopt_orphans", lambda: None)
    plan = Plan(folder=str(tmp_path), network="shared", steps=(Step(do="stop", name="stop"),))
    doing = Doing(plan, {}, None)
    doing.all()
    doing.over = "the test is over"
    assert waits[:1] == [3]
    assert waits.count(3) == 1


def test_work_that_takes_too_long_is_ended(carry_out: CarryOut) -> None:
    began = time.monotonic()
    report = carry_out(_run("import time; time.sleep(60)", seconds=0.4))
    assert report.problem() == "work: not done in 0.4 s"
    assert time.monotonic() - began < 30


def test_work_that_takes_too_much_memory_is_ended(carry_out: CarryOut) -> None:
    report = carry_out(_run("import time; x = b'x' * 300_000_000; time.sleep(60)"), megabytes=200)
    assert report.problem() == "work: more than 200 MiB of memory"


def test_a_proof_counts_whatever_is_printed_after_it(carry_out: CarryOut) -> None:
    proven = _run("print('done'); print('log\\n' * 5000)").model_copy(update={"proof": "done"})
    report = carry_out(proven)
    assert (report.problem(), "done" in report.steps[0].output) == ("", False)


def test_a_command_that_is_not_there_is_said_to_be_missing(carry_out: CarryOut) -> None:
    report = carry_out(Step(do="run", name="work", command=("no-such-tool",)))
    assert report.problem() == "work: there is no command no-such-tool"


def test_what_comes_after_a_failure_is_not_done(carry_out: CarryOut) -> None:
    report = carry_out(_run("raise SystemExit(3)"), _run("print('later')"))
    assert [step.problem for step in report.steps] == ["ended with 3"]


def test_nothing_of_this_machine_is_set_for_a_tool(
    carry_out: CarryOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_OF_MINE", "1")
    report = carry_out(_run("import os; print(sorted(os.environ), os.environ['HOME'])"))
    assert "SECRET_OF_MINE" not in report.steps[0].output
    assert os.environ["HOME"] not in report.steps[0].output


@walled
def test_a_write_outside_its_folder_is_seen_and_undone(tmp_path: Path, memory: Path) -> None:
    box = Box(tmp_path / "box", memory)
    report = box.run(
        "refuses", _run("open('/etc/lab-was-here', 'w').write('x'); open('kept', 'w').write('y')")
    )
    assert report.problem() == ""
    assert report.written["elsewhere"].names == ("/etc/lab-was-here",)
    assert report.written["work"].names == ("work/kept",)
    assert not Path("/etc/lab-was-here").exists()


@walled
@pytest.mark.parametrize("network", ["refuses", "silent"])
def test_whoever_calls_outside_is_heard_and_not_answered(tmp_path: Path, memory: Path, network: str) -> None:
    call = CALL
    report = Box(tmp_path / "box", memory).run(network, _run(call))  # type: ignore[arg-type]
    assert [(each.name, each.port, each.during) for each in report.reached] == [
        ("telemetry.example", 443, "work")
    ]
    assert (
        report.steps[0].output.strip()
        == {"refuses": "ConnectionRefusedError", "silent": "TimeoutError"}[network]
    )


@walled
def test_a_project_below_tmp_is_seen_from_a_box_and_cannot_be_written(
    tmp_path: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone, modules = tmp_path / "clone", [each.name for each in (box.PROJECT / "lab").glob("*.py")]
    shutil.copytree(box.PROJECT / "lab", clone / "lab", ignore=lambda _, names: {*names} - {*modules})
    monkeypatch.setattr(box, "PROJECT", clone)
    read = f"print(open('{clone}/lab/box.py').readline())"
    write = f"open('{clone}/lab/box.py', 'w')"
    report = Box(tmp_path / "box", memory).run("refuses", _run(read), _run(write))
    assert [each.problem for each in report.steps] == ["", "ended with 1"]
    assert "Read-only file system" in report.steps[1].output


def test_what_lies_on_a_disk_of_its_own_is_shown_in_a_box() -> None:
    here = Path("/")
    with tempfile.TemporaryDirectory(dir=SHARED) as folder:
        other, inside = Path(folder), Path(folder) / "inside"
        inside.mkdir()
        assert other.stat().st_dev != here.stat().st_dev
        assert hidden(here / "usr", other, inside) == [other]
        assert hidden(other, here / "dev") == [here / "dev", other], "a disk in another one is shown after it"


@walled
def test_no_connection_takes_the_port_that_a_server_of_a_recipe_wants(tmp_path: Path, memory: Path) -> None:
    code = "import socket\nfor _ in range(40): print(socket.create_server(('127.0.0.1', 0)).getsockname()[1])"
    output = Box(tmp_path / "box", memory).run("refuses", _run(code)).steps[0].output
    given = list(map(int, output.split()))
    assert len(given) == 40
    assert min(given) >= 50000
    wanted = {
        int(port)
        for path in LAB.glob("*/recipe.yml")
        for port in re.findall(r"(?::|port[ =])(\d{4,5})\b", path.read_text("utf-8"))
    }
    assert wanted
    assert not [port for port in wanted if 50000 <= port < 61000]
