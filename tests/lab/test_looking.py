"""What is seen of memory while something runs."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from lab import processes

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
