"""The browser's rooms below a name that changes with their content: a page loads those of its own build."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

HOME = "assets/rooms"
LENGTH = 10


def name(folder: Path) -> str:
    """The folder of these files in a built site: `assets/rooms-3f2a9c1b7d`, by every file and path."""
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(text)}\0".encode() + text)
    return f"{HOME}-{whole.hexdigest()[:LENGTH]}"


def named(page: str, rooms: str) -> str:
    """A page that asks for modules and styles where they stand in the built site."""
    return page.replace(f"{HOME}/", f"{rooms}/")


def move(site: Path, rooms: str) -> None:
    """Put the rooms of a built site below their name."""
    (site / HOME).rename(site / rooms)
