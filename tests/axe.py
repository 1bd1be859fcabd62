"""What axe finds on a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Of more than this many neighbours that are marked up alike, the others say nothing new of colours and sizes.
ENOUGH = 6
MARK = """
(enough) => {
  for (const parent of document.querySelectorAll("body *")) {
    const seen = new Map();
    for (const child of parent.children) {
      const look = `${child.tagName}.${child.className}`;
      seen.set(look, (seen.get(look) ?? 0) + 1);
      child.toggleAttribute("data-alike", seen.get(look) > enough);
    }
  }
}
"""


def violations(page: Page, options: dict[str, Any] | None = None, *, sample: bool = False) -> list[str]:
    """What axe finds on the page as it is shown now; what it finds in order is not told, for speed.

    With `sample` it looks at the first few of neighbours that are marked up alike, as a matrix' cells are.
    """
    context = {"exclude": [["[data-alike]"]]} if sample else None
    if sample:
        page.evaluate(MARK, ENOUGH)
    told = Axe().run(page, context, {"resultTypes": ["violations"], **(options or {})}).response
    found = told["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"][:4]
    ]
