"""The entry of mkdocs-macros: thin macros, one for each kind of page."""

from __future__ import annotations

import itertools
import re
from typing import Any

HELD = re.compile("<!--hold-->(.*?)<!--/hold-->", re.DOTALL)


def define_env(env: Any) -> None:
    """Give the pages one macro: `{{ show('tool', 'mlflow') }}`."""
    from macros.site import pages

    extra, repository = env.conf["extra"], env.conf["repo_url"] or ""

    @env.macro  # type: ignore[untyped-decorator]
    def show(kind: str, key: str = "") -> str:
        """The content of a generated page, or a part of a written one."""
        text = pages.content(extra["catalogue"], kind, key, extra["language"], env.page.url, repository)
        return hold(text, env.page) if extra.get("hold") else text


def hold(text: str, page: Any) -> str:
    """Keep large pieces of HTML from Markdown and the search index; `hooks` puts them back."""
    page.held = HELD.findall(text)
    numbers = itertools.count()
    return HELD.sub(lambda _: f'<div data-held="{next(numbers)}"></div>', text)
