"""The browser's modules below a name that changes with their content: a page loads those of its own build."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

HOME = "assets/javascripts"
ENTRIES = ("site.mjs", "search.js")  # what pages name; all else is named by these, relative to themselves
LENGTH = 10


def name(folder: Path) -> str:
    """The folder of these modules in a built site: `assets/scripts-3f2a9c1b7d`, by every file and path."""
    whole = sha256()
    for path in _files(folder):
        text = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(text)}\0".encode() + text)
    return f"assets/scripts-{whole.hexdigest()[:LENGTH]}"


def named(page: str, scripts: str) -> str:
    """A page that asks for the modules where they stand in the built site."""
    for entry in ENTRIES:
        page = page.replace(f"{HOME}/{entry}", f"{scripts}/{entry}")
    return page


def move(folder: Path, site: Path, scripts: str) -> None:
    """Put the modules of a built site below their name; what the theme has in the same folder stays."""
    for path in _files(folder):
        below = path.relative_to(folder)
        built, place = site / HOME / below, site / scripts / below
        if built.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            built.replace(place)
    for emptied in sorted((site / HOME).glob("**/"), reverse=True):
        if not any(emptied.iterdir()):
            emptied.rmdir()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
