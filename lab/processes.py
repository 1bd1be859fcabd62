"""The processes below this one: which they are, what memory and ports they hold, and how they are ended."""

from __future__ import annotations

import ctypes
import os
import resource
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
LISTENING = "0A"


def adopt_orphans() -> None:
    """What a server leaves behind becomes a child of ours, so that it can be found."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_for(child: subprocess.Popen[bytes], seconds: float) -> int:
    """The exit code of a child as soon as it has one; TimeoutExpired after so many seconds.

    `Popen.wait` with a timeout looks after 0.5, 1.5, 3.5, 7.5 … ms and then every 50: what is short looks
    up to twice as long.
    """
    ended = os.pidfd_open(child.pid)
    try:
        if not select.select([ended], [], [], seconds)[0]:
            raise subprocess.TimeoutExpired(child.args, seconds)
    finally:
        os.close(ended)
    return child.wait()


def tree() -> list[int]:
    """Every living process below this one."""
    parents: dict[int, list[int]] = {}
    for pid, parent in _parents():
        parents.setdefault(parent, []).append(pid)
    found: list[int] = []
    waiting = [os.getpid()]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def _parents() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if state not in "ZX":
                yield int(folder.name), int(parent)


def name(pid: int) -> str:
    """What a process is called."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def megabytes(pids: list[int]) -> float:
    """Proportional set size: what the tree holds, shared pages counted once."""
    return round(sum(map(_kilobytes, pids)) / 1024, 1)


def _kilobytes(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def high_water(pids: list[int]) -> float:
    """The most resident megabytes that one of these ever held, as the kernel remembers it."""
    return round(max(map(_most_kilobytes, pids), default=0) / 1024, 1)


def _most_kilobytes(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def cpu_seconds(pids: list[int]) -> float:
    """Processor time these and the children they waited for have used."""
    ticks = 0
    for pid in pids:
        try:
            ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]))
        except OSError:
            continue
    return round(ticks / os.sysconf("SC_CLK_TCK"), 3)


def children_cpu_seconds() -> float:
    """Processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def left_of(leader: int) -> list[int]:
    """What a process left behind in its session, ended or not: the runtime of another language, say."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                session = (folder / "stat").read_text().rpartition(")")[2].split()[3]
                found += [int(folder.name)] if int(session) == leader else []
    return found


def resident(pids: list[int]) -> float:
    """Resident megabytes, quickly read: for the limit, not for a figure."""
    pages = 0
    for pid in pids:
        try:
            pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        except (OSError, IndexError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def ports(pids: list[int]) -> tuple[str, ...]:
    """Where these processes listen: `loopback:5000`, or `every address:5000`."""
    held = {inode for pid in pids for inode in _sockets(pid)}
    found = set()
    for table in ("tcp", "tcp6"):
        try:
            lines = Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        except OSError:
            continue
        for parts in map(str.split, lines):
            if parts[3] == LISTENING and parts[9] in held:
                address, port = parts[1].split(":")
                found.add(f"{_place(address)}:{int(port, 16)}")
    return tuple(sorted(found))


def _place(address: str) -> str:
    if not address.strip("0"):
        return "every address"
    return "loopback" if address.endswith(("7F", "01000000")) or address[6:8] == "7F" else "one address"


def _sockets(pid: int) -> Iterator[str]:
    try:
        for link in Path(f"/proc/{pid}/fd").iterdir():
            target = str(link.readlink())
            if target.startswith("socket:["):
                yield target[8:-1]
    except OSError:
        return


def keep_priority(pid: int) -> None:
    """A new session is a new group to the scheduler, and forgets the priority of the one it came from."""
    if priority := os.getpriority(os.PRIO_PROCESS, 0):
        with suppress(OSError):
            Path(f"/proc/{pid}/autogroup").write_text(str(priority))


def end(pids: list[int], seconds: float = 5) -> None:
    """Ask these to end, and after a while make them."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for pid in pids:
            try:
                os.kill(pid, sign)
            except OSError:
                continue
        if gone(pids, seconds):
            return


def gone(pids: list[int], seconds: float) -> bool:
    """Whether these end within so many seconds."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if not set(pids) & set(tree()):
            return True
        time.sleep(0.05)
    return False
