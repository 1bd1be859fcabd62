"""The picture in the README, taken anew from site/: `make build`, then `python -m tests.picture [page]`."""

from __future__ import annotations

import sys

from playwright.sync_api import sync_playwright

from tests.browser import executable
from tests.conftest import PROJECT
from tests.site.serving import served

PICTURE = PROJECT / ".github" / "site.png"
PAGE = "compare/mlflow-wandb/"
SIZE = (1100, 640)


def main(address: str = PAGE) -> None:
    """Show one page of site/ and keep what a reader sees first."""
    with served(PROJECT / "site") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        page.goto(site.url(address), wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
