"""What a messenger and a feed reader find in the head of each page, and what the card of a cell leads to."""

from __future__ import annotations

import re
import struct
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.site.driving import opened
from tests.site.serving import BASE, Site

LANGUAGES = {"ko": "ko_KR", "en": "en_US"}
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')
FEED = re.compile(r'<link rel="alternate " type="application/atom\+xml" title="[^"]+" href="([^"]+)">')


def _below(site: Site, address: str) -> Path:
    return site.folder / urlsplit(address).path.removeprefix(BASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_card_of_its_own(site: Site, language: str) -> None:
    seen: set[str] = set()
    pages = {name: path for name, path in site.pages(language).items() if "embed/" not in name}
    for name, path in pages.items():
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        card = dict(META.findall(text))
        assert card["og:title"], name
        assert card["og:description"], name
        assert card["og:locale"] == LANGUAGES[language]
        assert card["og:type"] == ("website" if name == "/" else "article"), name
        assert urlsplit(card["og:url"]).path == BASE + ("en/" if language == "en" else "") + name.lstrip("/")
        assert card["twitter:card"] == "summary_large_image"
        picture = _below(site, card["og:image"]).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (1200, 630)
        assert (card["og:image:width"], card["og:image:height"]) == ("1200", "630")
        assert card["og:image"].startswith("http")
        seen.add(card["og:title"])
    assert len(seen) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_feed_of_its_language_and_its_links_lead_to_pages(
    site: Site, language: str
) -> None:
    pages = site.pages(language)
    for name in ("/", "tools/mlflow/", "compare/"):
        (feed,) = FEED.findall(pages[name].read_text("utf-8"))
        where = urljoin(site.url(name.lstrip("/"), language), unescape(feed))
        assert where == site.url("feed.xml", language)
    top = ElementTree.parse(_below(site, site.url("feed.xml", language))).getroot()  # noqa: S314 (our own)
    links = [link.get("href", "") for link in top.iter("{http://www.w3.org/2005/Atom}link")]
    assert len(links) > 5
    for link in links:
        found = _below(site, link)
        assert (found / "index.html" if found.is_dir() else found).is_file(), link


@pytest.mark.parametrize("address", ["compare/experiment-tracking/", "compare/?tools=mlflow,comet&only=all"])
def test_the_card_of_a_cell_leads_to_its_line_in_the_data_and_to_a_report(
    site: Site, page: Page, sites: Path, address: str
) -> None:
    opened(page, site.url(address)).locator("#mlflow-hosting > a").click()
    card = page.locator(".card:popover-open")
    data = card.get_by_role("link", name="데이터에서 보기")
    expect(data).to_have_attribute("href", re.compile(r"/blob/HEAD/data/tools/mlflow/evidence\.yml#L\d+$"))
    evidence = sites / "data" / "small-data" / "tools" / "mlflow" / "evidence.yml"
    line = int((data.get_attribute("href") or "").rpartition("#L")[2])
    assert evidence.read_text("utf-8").splitlines()[line - 1].strip() == "hosting:"
    report = card.get_by_role("link", name="잘못된 내용 알리기").get_attribute("href") or ""
    asked = parse_qs(urlsplit(report).query)
    assert (asked["tool"], asked["criterion"], asked["template"]) == (
        ["mlflow"],
        ["hosting"],
        ["wrong-claim.yml"],
    )
