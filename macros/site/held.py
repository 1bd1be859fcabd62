"""HTML that Markdown need not read: a block in a template, a mark in the page, put back when that is made.

`{% held %}…{% endheld %}` also keeps it from the search index; `{% held searched %}` does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

MARK = Markup('<div data-held="{}"{}></div>')
SEARCHED = Markup(" data-searched")
EVERY = re.compile(r'<div data-held="(\d+)"(?: data-searched)?></div>')
ONLY_SEARCHED = re.compile(r'<div data-held="(\d+)" data-searched></div>')


class Shelf:
    """The pieces that are held, by number; a template's context knows it as `shelf`."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def hold(self, html: str, searched: bool) -> Markup:
        """Keep a piece; what stands for it in the page."""
        self._pieces.append(html)
        return MARK.format(len(self._pieces) - 1, SEARCHED if searched else "")

    def clear(self) -> None:
        """Let go of every piece."""
        self._pieces.clear()

    def put_back(self, text: str, only_searched: bool = False) -> str:
        """A page with the pieces where their marks are, and those within them."""
        marks = ONLY_SEARCHED if only_searched else EVERY
        return marks.sub(lambda mark: self.put_back(self._pieces[int(mark[1])], only_searched), text)


class Held(Extension):
    """The block itself."""

    tags = {"held"}

    def parse(self, parser: Parser) -> nodes.Node:
        """`{% held %}` or `{% held searched %}`, up to `{% endheld %}`."""
        line = next(parser.stream).lineno
        searched = nodes.Const(parser.stream.skip_if("name:searched"))
        body = parser.parse_statements(("name:endheld",), drop_needle=True)
        call = self.call_method("_held", [nodes.ContextReference(), searched])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _held(self, context: Context, searched: bool, caller: Callable[[], str]) -> Markup:
        shelf: Shelf = context["shelf"]
        return shelf.hold(caller(), searched)
