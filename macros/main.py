"""The entry of mkdocs-macros: thin macros, one for each kind of page."""

from __future__ import annotations

import importlib
import itertools
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

HELD = re.compile("<!--hold-->(.*?)<!--/hold-->", re.DOTALL)
ORDER = (
    "days", "records.fields", "records.vocabulary", "records.evidence", "records.tool", "records.plans",
    "loading.shape", "loading.form", "loading.problems", "loading.comments", "loading.salvage",
    "loading.store", "loading.sheets", "loading.unreadable", "loading.reading", "loading.history",
    "loading.folders", "loading.measured", "loading.catalogue", "records.completing",
    "records.schema", "addresses", "loading.ledger",
    "loading.canonical",
    "rules.rule", "rules.names", "rules.references", "rules.tools", "rules.between", "rules.vocabulary",
    "rules.history", "rules.guides", "rules.plans", "rules.pages", "rules.wording", "rules.searches",
    "rules.check",
    "gates.gate", "gates.complete", "guide.effects", "guide.guide", "guide.outcome", "guide.tree",
    "loading.figures", "loading.observations", "views.report", "site.particles", "site.terms", "site.marks",
    "site.rendering", "wording", "matrix", "views.said", "views.facts", "views.doubts", "views.tools",
    "views.stages", "views.compare", "views.guides", "views.plans", "views.about", "views.measured",
    "views.standing", "views.editions", "views.reference", "views.mine", "views.embeds", "site.lean",
    "site.lighter", "site.hits", "site.search", "site.pages", "site.face", "site.policy", "site.stamped",
    "site.out", "site.feed", "site.export",
)  # fmt: skip


def define_env(env: Any) -> None:
    """Give the pages one macro: `{{ show('tool', 'mlflow') }}`."""
    reload_changed()
    from macros.site import pages

    catalogue = cache(pages.sound)  # of this build: asked for once, when the first page is made

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


def reload_changed() -> None:
    """While serving: load the package's modules again, in reading order, when one of them has changed."""
    package = sys.modules["macros"]
    stamp = max(path.stat().st_mtime_ns for path in Path(__file__).parent.rglob("*.py"))
    if getattr(package, "stamp", stamp) != stamp:
        for name in ORDER:
            if f"macros.{name}" in sys.modules:
                importlib.reload(sys.modules[f"macros.{name}"])
    package.stamp = stamp  # type: ignore[attr-defined]
