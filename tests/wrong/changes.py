"""What a wrong edit is: a file, how it is changed, and words that its one problem has to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Change = Callable[[Any], object]
Edit = tuple[str, Change | tuple[str, str] | str | None, str]
ABOUT, EVIDENCE, HISTORY = (f"tools/alpha/{name}" for name in ("about.yml", "evidence.yml", "history.csv"))
BETA = "tools/beta/evidence.yml"
GUIDE, TRACKING, GENERAL = "guides/tracking.yml", "criteria/tracking.yml", "criteria/general.yml"
ONE, TWO, STACK = "comparisons/one.yml", "comparisons/two.yml", "stacks/small.yml"


def put(value: Any, *path: str | int) -> Change:
    """Write a value at a place."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = value

    return change


def drop(*path: str | int) -> Change:
    """Take a place out."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        del data[path[-1]]

    return change


def called(name: str, *path: str | int) -> Change:
    """Give a key another name."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        kept = {name if key == path[-1] else key: value for key, value in data.items()}
        data.clear()
        data.update(kept)

    return change


def more(value: Any, *path: str | int) -> Change:
    """Add to a list, which may not be there yet."""

    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        data.setdefault(path[-1], []).append(value)

    return change


CELL = ("assessments", "charts")
RELATION = {"kind": "works_with", "tool": "beta", "source": "home"}
MIT = {"licence": "MIT", "since": "2020", "source": "home"}
PAIR = {"ko": "글", "en": "A page"}
