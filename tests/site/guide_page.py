"""A guide as a reader sees it, beside what the Python engine says."""

from __future__ import annotations

from typing import Any

from macros.guide.guide import guide_of
from macros.guide.outcome import outcome
from macros.guide.tree import strongest
from macros.loading.catalogue import Catalogue
from tests.site.driving import Given

# The guide as a reader sees it; every link to a cell is followed to its element.
SHOWN = """
() => {
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const section = document.querySelector(".outcome");
  const cells = (root) => all(root, "a[href^='#']:not(.cite)").map((link) => {
    const cell = document.getElementById(link.hash.slice(1));
    const tool = cell?.closest("[data-tool]")?.dataset.tool ?? null;
    return [tool, tool && cell.id.slice(`${tool}-`.length)];
  });
  const cited = (root) => all(root, "a.cite").every((link) =>
    document.querySelector(link.hash)?.querySelector("a[href^=http]"));
  return {
    mode: document.querySelector(".guide").dataset.mode,
    chips: all(document, ".guide__answers .chip:not(.chip--more)").map((chip) => chip.dataset.question),
    asked: all(document, ".question:not([hidden])").map((box) => box.dataset.question),
    winner: section.querySelector(".win__name a")?.getAttribute("href").split("/").at(-2) ?? null,
    tied: all(section, ".tie label").map((each) => each.dataset.tool),
    bars: all(section, ".bars b").map((each) => Number(each.textContent)),
    rows: all(section, ".give dl > div").map((row) =>
      [row.dataset.question, row.querySelector(".give__points").textContent]),
    next: all(section, ".next article").map((each) => each.dataset.tool),
    cited: cited(section),
    sources: all(section, ".outcome__sources > li").length,
    out: all(section, ".outcome__out > li").map((item) => ({
      tool: item.dataset.tool,
      bars: cells(item).map(([, criterion]) => criterion),
      cited: all(item, "a.cite").length,
      back: all(item, "button").map((button) => button.dataset.question),
    })),
    baseline: document.querySelector(".outcome__baseline").checkVisibility(),
    compare: section.querySelector(".win__onward a")?.getAttribute("href") ?? null,
  };
}
"""


def shown_outcome(shown: dict[str, Any]) -> dict[str, Any]:
    """What the page says, as far as Python says it too."""
    return {
        "winner": shown["winner"],
        "tied": shown["tied"],
        "out": {each["tool"]: each["bars"] for each in shown["out"]},
        "baseline": shown["baseline"],
    }


def expected_outcome(catalogue: Catalogue, stage: str, given: Given) -> dict[str, Any]:
    """What Python says."""
    found = outcome(guide_of(catalogue, stage), given)
    alone = len(found.leaders) == 1
    return {
        "winner": found.leaders[0] if alone else None,
        "tied": [] if alone else list(found.leaders)[:4],
        "out": {tool: [bar.criterion for bar in bars] for tool, bars in found.out.items()},
        "baseline": found.baseline,
    }


def next_asked(catalogue: Catalogue, stage: str, given: Given) -> list[str]:
    """The question that is asked next: of those that can still change the outcome, the strongest."""
    return [asked.id for asked in strongest(guide_of(catalogue, stage), given)][:1]
