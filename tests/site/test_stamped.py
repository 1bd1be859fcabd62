"""Every page of a build asks for the rooms of that build, and each module finds those that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.hooks import ROOMS
from macros.site import stamped
from tests.site.serving import Site

NAMES = re.compile(r"(?:from|import|import\()\s*\(?[\"'](\.{1,2}/[^\"'`]+)[\"']")
STAMP = stamped.name(ROOMS)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_page_asks_for_rooms_without_their_stamp(site: Site, language: str) -> None:
    pages = [*site.pages(language).values(), *([site.folder / "404.html"] if language == "ko" else [])]
    asking = 0
    for path in pages:
        text = path.read_text("utf-8")
        assert f"{stamped.HOME}/" not in text, path
        asking += f"{STAMP}/site.mjs" in text
    assert asking > 50


@pytest.mark.parametrize("below", ["", "en"])
def test_each_module_finds_those_that_it_names(site: Site, below: str) -> None:
    folder = site.folder / below / STAMP
    modules = [path for path in folder.rglob("*") if path.suffix in (".mjs", ".js")]
    assert {path.relative_to(folder) for path in modules} == {
        path.relative_to(ROOMS) for path in ROOMS.rglob("*") if path.suffix in (".mjs", ".js")
    }
    named = {path: NAMES.findall(path.read_text("utf-8")) for path in modules if "vendor" not in path.parts}
    assert sum(map(len, named.values())) > 60
    for path, names in named.items():
        for name in names:
            assert Path(path.parent / name).resolve().is_file(), f"{path.name}: {name}"


@pytest.mark.parametrize(
    "address", ["", "en/", "compare/?tools=mlflow,wandb", "nothing-here/", "stacks/mine/"]
)
def test_no_script_is_missing(site: Site, page: Page, address: str) -> None:
    missing: list[str] = []
    page.on("response", lambda got: missing.append(got.url) if got.status > 399 else None)
    page.goto(site.url(address), wait_until="networkidle")
    if address in ("", "en/"):
        page.locator("[data-md-component=search-query]").press_sequentially("mlflow")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert not [url for url in missing if url.endswith((".mjs", ".js"))]
