"""Running the ordinary clients of indexes and repositories: bounded in time and size, never by a shell."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

MOST_BYTES = 20_000_000
QUIET = {"GIT_TERMINAL_PROMPT": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}


class Ran(NamedTuple):
    """How a client ended and what it printed; code -1 where it did not end by itself."""

    code: int
    out: str
    error: str = ""


Run = Callable[[tuple[str, ...]], Ran]


def run(arguments: tuple[str, ...], inherited: Mapping[str, str], patience: float = 180.0) -> Ran:
    """Run one client in an empty folder, where no project's configuration stands; kill it when it is late.

    `inherited` is the environment that it works in.
    """
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as out:
        try:
            child = subprocess.Popen(  # noqa: S603 (arguments are checked by who asks; no shell)
                arguments, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE,
                env={**inherited, **QUIET}, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            return Ran(-1, "", str(error))
        try:
            _, complaint = child.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            return Ran(-1, "", f"took longer than {patience:.0f} s")
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
        out.seek(0)
        text = out.read(MOST_BYTES + 1)
        if len(text) > MOST_BYTES:
            return Ran(-1, "", "said too much")
        return Ran(child.returncode, text.decode("utf-8", "replace"), complaint.decode("utf-8", "replace"))
