"""The entry of mkdocs-macros: thin macros, one for each kind of page."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give the pages one macro: `{{ show('tool', 'mlflow') }}`."""
    pages = env.conf["extra"]["pages"]

    @env.macro  # type: ignore[untyped-decorator]
    def show(kind: str, key: str = "") -> str:
        """The content of a generated page, or a part of a written one."""
        text: str = pages.content(kind, key, env.page.url)
        return text
