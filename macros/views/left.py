"""What a tool leaves behind: files outside its folder, open ports, processes that did not end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros.loading.catalogue import Catalogue
from macros.loading.measured import Result, Work, Written
from macros.records.fields import Words

OWN = "work"  # the folder of the work itself
SHOWN = 2
HOMES = {"home": "~", "tmp": "/tmp"}  # noqa: S108 (what it is called, not a place to write)
LOOPBACK = "loopback"
GIVEN = 50_000  # from here on the system gives ports to those that ask for any


@dataclass(frozen=True)
class Left:
    """What the works of one tool left: how many files of how many bytes, and the first few names of them.

    `ports` were open to the network; of those that the system mostly gives, `given` says how many.
    `processes` outlived their server, each name with how many there were.
    """

    tool: str
    name: Words
    result: Result
    files: int
    bytes: int
    names: tuple[str, ...]
    ports: tuple[int, ...]
    given: int
    processes: tuple[tuple[str, int], ...]

    @property
    def notes(self) -> tuple[Words, ...]:
        """What a reader must know of what stays."""
        return self.result.noted("left")

    @property
    def size(self) -> str:
        """The bytes as they are printed, never as nothing."""
        if self.bytes < 999_500:
            return f"{max(self.bytes / 1e3, 1):.0f} kB"
        return f"{self.bytes / 1e6:#.2g} MB" if self.bytes < 9.95e6 else f"{self.bytes / 1e6:,.0f} MB"

    @property
    def nothing(self) -> bool:
        """Whether nothing was seen."""
        return not (self.files or self.ports or self.given or self.processes)


def left(catalogue: Catalogue, tool: str, result: Result) -> Left:
    """What one tool left behind, of several works that with the most files."""
    works = [work for work in result.works.values() if not work.problem]
    outside = max(map(_outside, works), key=lambda places: sum(each.files for each in places), default=[])
    open_ports = {number for work in works for number in _open(work)}
    leaked = Counter(name for work in works for name in work.leaked)
    return Left(
        tool,
        catalogue.tools[tool].name,
        result,
        files=sum(each.files for each in outside),
        bytes=sum(each.bytes for each in outside),
        names=tuple(_place(name) for each in outside for name in each.names)[:SHOWN],
        ports=tuple(sorted(number for number in open_ports if number < GIVEN)),
        given=max((sum(number >= GIVEN for number in _open(work)) for work in works), default=0),
        processes=tuple(sorted(leaked.items())),
    )


def _outside(work: Work) -> list[Written]:
    return [each for place, each in sorted(work.written.items()) if place != OWN]


def _place(name: str) -> str:
    """A file's name as its user would write it: his home is ~."""
    place, _, rest = name.partition("/")
    return f"{HOMES.get(place, place)}/{rest}"


def _open(work: Work) -> Iterator[int]:
    for place, _, number in (port.rpartition(":") for port in work.ports):
        if place != LOOPBACK:
            yield int(number)
