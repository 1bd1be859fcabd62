"""Colours for browsers that do not know `light-dark()`: derived from the stylesheets, never written twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

ONE = r"([^(),]+(?:\([^()]*\))?)"
TOKEN = re.compile(rf"(--[\w-]+):\s*light-dark\({ONE},\s*{ONE}\)")
NAME = "fallback.css"


def fallback(sheets: Iterable[str]) -> str:
    """A stylesheet that only such browsers apply: each token in light, and again in dark."""
    tokens = [found for sheet in sheets for found in TOKEN.findall(sheet)]
    light = " ".join(f"{name}: {one.strip()};" for name, one, _ in tokens)
    dark = " ".join(f"{name}: {other.strip()};" for name, _, other in tokens)
    return (
        "/* Written by macros/site/face.py. */\n"
        "@supports not (color: light-dark(red, red)) {\n"
        f"  :root, [data-md-color-scheme] {{ {light} }}\n"
        f'  [data-md-color-scheme="slate"] {{ {dark} }}\n'
        "  @media (prefers-color-scheme: dark) {\n"
        f'    [data-md-color-scheme="auto"] {{ {dark} }}\n'
        "  }\n"
        "}\n"
    )


def write(folder: Path) -> None:
    """Put the stylesheet above those that it is derived from."""
    sheets = [path.read_text("utf-8") for path in sorted(folder.glob("*/*.css"))]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(fallback(sheets), "utf-8")
