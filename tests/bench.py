"""How long a change of a matrix takes to draw, with real and synthetic numbers of tools.

Run by `make bench`. The processor is slowed six times, as on a mid-range phone. Times are milliseconds, from
the event to the end of the frame that draws it: the first one, and the one after which everything in view is
drawn. The ratio compares the median with the least that the browser takes on the same page in the same run:
a line of text that changes.
"""

from __future__ import annotations

import functools
import http.server
import re
import statistics
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

from tests.browser import executable

Changes = tuple[tuple[str, str], ...]  # the name and the value of a control
SITE = Path(__file__).parent.parent / "site"
PAGE = "compare/pipeline-orchestration/"
SLOWER = 6
PHONE, LAPTOP = (None, 80, 600), (None, 80)  # how many tools; nobody scrolls through 600 columns
ROUNDS = 4
PAUSE = 300  # milliseconds: a reader does not change two things at once
LAID_OUT = 180_000  # milliseconds that a slowed browser may take for what nobody looks at yet
# The least that a browser can take: one line of text changes.
LINE = """
async () => {
  const before = performance.now();
  document.querySelector(".controls__status [role=status]").textContent += ".";
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
  return performance.now() - before;
}
"""
CHANGE = """
async ([name, value]) => {
  const only = name === "only" ? `[value="${value}"]` : "";
  const field = document.querySelector(`.controls [name=${name}]${only}`);
  const before = performance.now();
  if (only) field.checked = true; else field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
  await frame();
  const begun = performance.now() - before;
  const waits = (row) => row.getBoundingClientRect().top < innerHeight;
  while ([...document.querySelectorAll(".matrix__later:not([hidden])")].some(waits)) await frame();
  return [begun, performance.now() - before];
}
"""
FILTERS = (("only", "differences"), ("only", ""), ("only", "unchecked"), ("only", ""))
ORDERS = (("sort", "kubernetes"), ("sort", ""))
# What a reader can change on each screen: a phone has no control of the order.
SCREENS: dict[str, tuple[tuple[int, int], tuple[int | None, ...], dict[str, Changes]]] = {
    "phone": ((390, 844), PHONE, {"filter": FILTERS}),
    "laptop": ((1280, 800), LAPTOP, {"filter": FILTERS, "order": ORDERS}),
}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def enlarge(html: str, tools: int) -> str:
    """The page with its columns and their notes repeated, each with ids of its own."""
    head, table, tail = re.split(r"(?=<table class=.matrix__table)|(?<=</table>)", html, maxsplit=2)
    ids = re.findall(r'<th scope="col"[^>]*data-tool="([^"]+)"', table)
    for cell in (r'<th scope="col".*?</th>', r'<td role="cell" data-name=.*?</td>'):
        run = re.compile(rf"(?:{cell}\s*){{{len(ids)}}}", re.S)
        table = run.sub(
            lambda found, cell=cell: _several(re.findall(cell, found[0], re.S), ids, tools), table
        )
    table = re.sub(r'(--columns:|<col span=")\d+', rf"\g<1>{tools}", table)
    table = re.sub(r'(<th scope="rowgroup"[^>]*colspan=")\d+', rf"\g<1>{tools + 1}", table)
    notes = re.findall(r'<section id="notes-.*?</section>', tail, re.S)
    first, last = tail.index(notes[0]), tail.index(notes[-1]) + len(notes[-1])
    return head + table + tail[:first] + _several(notes, ids, tools) + tail[last:]


def _several(parts: list[str], ids: list[str], count: int) -> str:
    """Parts of this many tools, each tool named anew wherever it stands in an attribute."""
    again = []
    for number in range(count):
        part, tool = parts[number % len(parts)], ids[number % len(ids)]
        named = rf'(="(?:#?(?:note|notes|source)-)?#?){tool}(?=["-])'
        again.append(re.sub(named, rf"\g<1>{tool}-{number}", part))
    return "\n".join(again)


def measure(page: Page, address: str, tools: int | None, deeds: dict[str, Changes]) -> dict[str, list[float]]:
    """The times of each kind of change on a matrix of this many tools, and of a line of text beside it."""

    def larger(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=enlarge(answer.text(), tools or 0))

    if tools:
        page.route(f"**/{PAGE}", larger)
    page.goto(address + PAGE, wait_until="load")
    page.wait_for_selector(".controls", timeout=LAID_OUT)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times: dict[str, list[float]] = {"line": []}
    for deed, changes in deeds.items():
        for name, value in ROUNDS * changes:
            page.wait_for_selector(".matrix__table:not([aria-busy]):visible", timeout=LAID_OUT)
            page.wait_for_timeout(PAUSE)
            times["line"].append(page.evaluate(LINE))
            page.wait_for_timeout(PAUSE)
            begun, whole = page.evaluate(CHANGE, [name, value])
            times.setdefault(deed, []).append(begun)
            times.setdefault(f"{deed}, all in view", []).append(whole)
    page.unroute_all()
    return times


def _told(found: list[float], lines: list[float]) -> str:
    median = statistics.median(found)
    late = statistics.quantiles(found, n=20, method="inclusive")[-1]
    return f"median={median:.0f} p95={late:.0f} ms ({median / statistics.median(lines):.1f}x)"


def main() -> int:
    """Print one line for each size."""
    if not (SITE / PAGE).exists():
        print("There is no site/ to measure: run 'make build' first.", file=sys.stderr)
        return 1
    handler = functools.partial(Quiet, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=["--no-sandbox", "--disable-gpu"]
        )
        for screen, ((width, height), sizes, deeds) in SCREENS.items():
            for tools in sizes:
                page = browser.new_page(viewport={"width": width, "height": height})
                times = measure(page, address, tools, deeds)
                told = [f"{deed} {_told(found, times['line'])}" for deed, found in times.items()]
                print(f"{screen:>6} {tools or 'shipped':>7} tools: {' | '.join(told)}", flush=True)
                page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
