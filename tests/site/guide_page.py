"""A guide as a reader sees it, beside what the Python engine says."""

from __future__ import annotations

from typing import Any

from macros.guide import outcome as guide
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests.site.driving import Given

# The guide as a reader sees it; every link to a cell is followed to its element and its sources.
SHOWN = """
() => {
  const OPEN = ".question:not([hidden]):not(.question--answered)";
  const live = document.querySelector(".outcome__live");
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const sources = (root) => all(root, ".points__source").length;
  const cells = (root) => all(root, "a[href^='#']").map((link) => {
    const cell = document.getElementById(link.hash.slice(1));
    return [cell?.closest("[data-tool]")?.dataset.tool ?? null, cell?.dataset.criterion ?? null];
  });
  const leader = (box) => ({
    tool: box.dataset.tool,
    reasons: all(box, "ul > li").map((item) => ({ cells: cells(item), sources: sources(item) })),
    open: all(box, ":scope > p").slice(1).flatMap(cells).map(([, criterion]) => criterion),
  });
  const after = (head) => {
    const next = head.nextElementSibling;
    return next?.matches(".leader") ? [leader(next), ...after(next)] : [];
  };
  const sections = all(live, ":scope > h3").map(after);
  return {
    given: all(document, ".question").map((box) => [
      box.dataset.question, all(box, "input:checked").map((each) => each.value),
    ]),
    asked: all(document, OPEN).map((box) => box.dataset.question),
    sections: sections.filter((each) => each.length),
    rest: all(live, ":scope > details .leader").map((box) => box.dataset.tool),
    separator: live.querySelector(".outcome__separator")?.textContent ?? null,
    out: all(live, ".outcome__out > li").map((item) => ({
      tool: item.dataset.tool,
      bars: cells(item).map(([, criterion]) => criterion),
      sources: sources(item),
      back: all(item, "button").map((button) => button.dataset.question),
    })),
    baseline: document.querySelector(".outcome__baseline").checkVisibility(),
    compare: live.querySelector(":scope > p > a")?.getAttribute("href") ?? null,
  };
}
"""


def shown_outcome(shown: dict[str, Any]) -> dict[str, Any]:
    """What the page says, as far as Python says it too."""
    sections = [[each["tool"] for each in section] for section in shown["sections"]]
    return {
        "leaders": sections[0] if sections else [],
        "near": sections[1] if len(sections) > 1 else [],
        "rest": shown["rest"],
        "out": {each["tool"]: each["bars"] for each in shown["out"]},
        "baseline": shown["baseline"],
    }


def expected_outcome(catalogue: Catalogue, stage: str, given: Given) -> dict[str, Any]:
    """What Python says."""
    found = guide.outcome(guide_of(catalogue, stage), given)
    answered = any(value != "unknown" for values in given.values() for value in values)
    close = {*found.leaders, *found.near}
    return {
        "leaders": list(found.leaders) if answered else [],
        "near": list(found.near) if answered else [],
        "rest": [tool for tool, _ in found.ranking if tool not in close] if answered else [],
        "out": {tool: [bar.criterion for bar in bars] for tool, bars in found.out.items()},
        "baseline": found.baseline,
    }


def next_asked(catalogue: Catalogue, stage: str, given: Given) -> list[str]:
    """The question that is asked next: the first without an answer that can still change the outcome."""
    here = guide_of(catalogue, stage)
    return [q.id for q in here.questions if q.id not in given and guide.matters(here, given, q.id)][:1]
