"""Looks at what goes on: whether a server answers yet, and the highest memory while something runs."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from lab import processes


class Peak:
    """The highest memory of the tree while something goes on, looked at again and again.

    What one process held between two looks the kernel remembers: it counts where it is more than was seen.
    """

    def __init__(self, watch: bool) -> None:
        self.watch, self.top, self.seen, self.on = watch, 0.0, 0.0, True
        self.names: tuple[str, ...] = ()
        self.ports: tuple[str, ...] = ()

    def __enter__(self) -> None:
        self.began = time.monotonic()
        if self.watch:
            self.thread = threading.Thread(target=self._look, daemon=True)
            self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.on = False
        if self.watch:
            self.thread.join()

    def _look(self) -> None:
        while self.on:
            pids = processes.tree()
            now = processes.megabytes(pids)
            self.top = max(self.top, now, processes.high_water(pids))
            if now > self.seen:
                self.seen, self.ports = now, processes.ports(pids)
                self.names = tuple(sorted(filter(None, map(processes.name, pids))))
            time.sleep(_pause(time.monotonic() - self.began))


def _pause(age: float) -> float:
    """The shorter something has run, the closer it is looked at: some are over in a blink."""
    return 0.001 if age < 0.3 else 0.01 if age < 10 else 0.1


def answers(ready: str) -> bool:
    """Whether somebody answers there: with what is asked for, or at all where it is no web address."""
    place = urlsplit(ready)
    if place.scheme == "tcp":
        return is_open(place.hostname or "", place.port or 0)
    try:
        with urlopen(ready, timeout=5) as answer:  # noqa: S310 (loopback, by the recipe's schema)
            return bool(answer.status < 400)
    except (URLError, OSError, http.client.HTTPException):
        return False


def is_open(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0
