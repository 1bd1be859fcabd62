"""How long a change of a matrix takes to draw, with real and synthetic numbers of tools.

Run by `make bench`. The processor is slowed six times, as on a mid-range phone. Times are milliseconds,
the median of several changes; the ratio compares them with the same change on the shipped matrix, in one run.
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

SITE = Path(__file__).parent.parent / "site"
PAGE = "compare/pipeline-orchestration/"
SLOWER = 6
SIZES = (None, 80, 600)
CHANGE = """
async ([name, value]) => {
  const field = document.querySelector(`.controls [name=${name}]`);
  const before = performance.now();
  if (field.type === "checkbox") field.checked = !field.checked; else field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
  return performance.now() - before;
}
"""
CHANGES = (
    ("only", "differences"),
    ("only", ""),
    ("sort", "kubernetes"),
    ("sort", ""),
    ("criteria", ""),
    ("criteria", ""),
)


def enlarge(html: str, tools: int) -> str:
    """The page with its rows repeated, each with ids of its own."""
    head, body, tail = re.split(r"(?<=<tbody>)|(?=</tbody>)", html, maxsplit=2)
    rows = re.findall(r'<tr data-tool=".*?</tr>(?=\s*(?:<tr data-tool|$))', body.strip() + "\n", re.S)
    many = []
    for number in range(tools):
        row = rows[number % len(rows)]
        tool = re.match(r'<tr data-tool="([^"]+)"', row).group(1)  # type: ignore[union-attr]
        many.append(
            row.replace(f'="{tool}', f'="{tool}-{number}').replace(f'"card-{tool}', f'"card-{tool}-{number}')
        )
    return head + "\n".join(many) + tail


def measure(page: Page, address: str, tools: int | None) -> tuple[int, float, float]:
    """(cells, the median and the longest time of a change) on a matrix of this many tools."""

    def larger(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=enlarge(answer.text(), tools or 0))

    if tools:
        page.route(f"**/{PAGE}", larger)
    page.goto(address + PAGE, wait_until="load")
    page.wait_for_selector(".controls:not([hidden])", timeout=120_000)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(CHANGE, ["only", ""])
    times = [page.evaluate(CHANGE, list(change)) for _ in range(3) for change in CHANGES]
    cells = page.locator("td[data-criterion]").count()
    page.unroute_all()
    return cells, statistics.median(times), max(times)


def main() -> int:
    """Print one line for each size."""
    if not (SITE / PAGE).exists():
        print("There is no site/ to measure: run 'make build' first.", file=sys.stderr)
        return 1
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITE))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=["--no-sandbox", "--disable-gpu"]
        )
        reference = None
        for tools in SIZES:
            cells, middle, longest = measure(
                browser.new_page(viewport={"width": 390, "height": 844}), address, tools
            )
            reference = reference or middle
            size = f"tools={tools or 'shipped':>8} cells={cells:>6}"
            times = f"median={middle:7.1f} ms longest={longest:7.1f} ms ratio={middle / reference:.1f}"
            print(size, times)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
