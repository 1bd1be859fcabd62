"""The entry of mkdocs-macros: thin macros, one for each kind of page."""

from __future__ import annotations

import importlib
import sys
from typing import Any

ORDER = (
    "model", "plans", "problems", "loading", "catalogue", "rules", "guide", "tree", "rendering",
    "cells", "views", "pages", "export",
)


def define_env(env: Any) -> None:
    """Give the pages one macro: `{{ show('tool', 'mlflow') }}`."""
    for name in ORDER:
        if f"macros.{name}" in sys.modules:
            importlib.reload(sys.modules[f"macros.{name}"])
    from macros import pages

    @env.macro  # type: ignore[untyped-decorator]
    def show(kind: str, key: str = "") -> str:
        """The content of a generated page, or a part of a written one."""
        return pages.content(kind, key, env.conf["extra"]["language"], env.page.url)
