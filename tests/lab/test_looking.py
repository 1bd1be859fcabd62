"""What is seen of memory while something runs."""

from __future__ import annotations

import subprocess
import sys

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
