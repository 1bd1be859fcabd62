"""The entry of mkdocs-macros: thin macros, one for each kind of page."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Any

HELD = re.compile("<!--hold-->(.*?)<!--/hold-->", re.DOTALL)


def define_env(env: Any) -> None:
    """Give the pages one macro: `{{ show('tool', 'mlflow') }}`."""
    from macros.rules.check import sound
    from macros.site import pages

    catalogue = cache(sound)  # of this build: asked for once, when the first page is made

    @env.macro  # type: ignore[untyped-decorator]
    def show(kind: str, key: str = "") -> str:
        """The content of a generated page, or a part of a written one."""
        text = pages.content(catalogue(), kind, key, env.conf["extra"]["language"], env.page.url)
        return hold(text, env.page) if env.conf["extra"].get("hold") else text


def hold(text: str, page: Any) -> str:
    """Keep large pieces of HTML from Markdown and the search index; `hooks` puts them back."""
    page.held = HELD.findall(text)
    numbers = itertools.count()
    return HELD.sub(lambda _: f'<div data-held="{next(numbers)}"></div>', text)
