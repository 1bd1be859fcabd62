"""What was read before, by the digest of its text and of the code: the same file is read once."""

from __future__ import annotations

import hashlib
import os
import pickle
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]
PLACE = PACKAGE.parent / ".cache" / "macros.pickle"


class Store:
    """Values by digest, kept in one file that anybody may delete; a file that cannot be read is none."""

    def __init__(self, place: Path = PLACE) -> None:
        self.place = place
        self.code = _digest(*(path.read_bytes() for path in sorted(PACKAGE.rglob("*.py"))))
        self.before = _read(place)
        self.now: dict[str, Any] = {}

    def key(self, *parts: str) -> str:
        """The key of a value that rests on these texts, and on the code."""
        return _digest(self.code.encode(), *(part.encode("utf-8", "surrogatepass") for part in parts))

    def get(self, key: str) -> Any:
        """A value from this run or the last one; None where there is none."""
        if key not in self.now and key in self.before:
            self.now[key] = self.before[key]
        return self.now.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep a value for the next run."""
        self.now[key] = value

    def save(self) -> None:
        """Write what this run used, and only that; a folder that cannot be written is left alone."""
        if self.now.keys() == self.before.keys():
            return
        beside = self.place.with_name(f"{self.place.name}.{os.getpid()}")
        try:
            self.place.parent.mkdir(exist_ok=True)
            beside.write_bytes(pickle.dumps(self.now, pickle.HIGHEST_PROTOCOL))
            os.replace(beside, self.place)
        except OSError:
            beside.unlink(missing_ok=True)


def _digest(*parts: bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _read(place: Path) -> dict[str, Any]:
    try:
        found = pickle.loads(place.read_bytes())  # noqa: S301 (written by this project, on this machine)
    except Exception:
        return {}
    return found if isinstance(found, dict) else {}
