"""What is seen of memory while something runs."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from lab import processes, recipes
from lab.looking import _pause, answers

HELD = "held = b'1' * 120_000_000; del held; print('freed', flush=True); input()"


def test_what_a_process_held_between_two_looks_is_remembered() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HELD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "freed\n"
        now, most = processes.megabytes([child.pid]), processes.high_water([child.pid])
        child.communicate("\n")
    assert now < 100 < most


@pytest.mark.parametrize(("path", "there"), [("/", True), ("/absent", False)])
def test_a_server_that_does_not_know_the_place_yet_is_not_ready(path: str, there: bool) -> None:
    class Place(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Place) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        assert answers(f"http://127.0.0.1:{server.server_port}{path}") == there


def test_the_readme_says_how_often_memory_is_looked_at() -> None:
    first, then, last = (f"{_pause(age) * 1000:g} ms" for age in (0.29, 9.9, 10))
    said = f"pauses {first} between looks at the tree up to 0.3 s, {then} up to 10 s, then {last}"
    assert said in (recipes.LAB / "README.md").read_text("utf-8")
    assert [_pause(age) for age in (0, 0.29, 0.3, 9.9, 10)] == [0.001, 0.001, 0.01, 0.01, 0.1]


def test_the_end_of_a_program_is_waited_for_and_not_looked_for_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever sleeps between two looks makes short work long."""
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("it sleeps"))
    with subprocess.Popen(
        [sys.executable, "-c", "input(); raise SystemExit(3)"], stdin=subprocess.PIPE
    ) as child:
        with pytest.raises(subprocess.TimeoutExpired):
            processes.wait_for(child, 0.01)
        assert child.poll() is None
        assert child.stdin
        child.stdin.write(b"\n")
        child.stdin.flush()
        assert processes.wait_for(child, 60) == 3
