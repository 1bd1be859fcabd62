"""Every link, anchor and file of every built page, in both languages, without a browser."""

from __future__ import annotations

from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.shipped.reading import Read, read
from tests.site.serving import ADDRESSES, Site

LANGUAGES = ("ko", "en")
ENOUGH = 80  # characters
ORIGIN = "http://site"
BASE = urlsplit(ADDRESSES["shipped"]).path
Pages = dict[str, Read]
pytestmark = pytest.mark.xdist_group("links")  # every page is read once, by one process


@pytest.fixture(scope="module")
def pages(site: Site) -> Pages:
    """Every built page by its path on the server; the page for what is missing among them."""
    found = {
        BASE + ("en/" if language == "en" else "") + address.removeprefix("/"): read(path)
        for language in LANGUAGES
        for address, path in site.pages(language).items()
    }
    return found | {f"{BASE}404.html": read(site.folder / "404.html")}


def _redirects(site: Site, address: str) -> bool:
    if address.endswith("404.html"):
        return False
    return 'http-equiv="refresh"' in (site.folder / address.removeprefix(BASE) / "index.html").read_text()


def test_every_internal_link_and_anchor_resolves(site: Site, pages: Pages) -> None:
    broken = []
    for address, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(ORIGIN + address, link))
            if target.scheme in ("http", "https") and target.netloc == "site":
                path = unquote(target.path)
                anchor = unquote(target.fragment)
                if path in pages:
                    if anchor and anchor not in pages[path].anchors:
                        broken.append(f"{address}: no anchor {link}")
                elif not path.startswith(BASE) or not (site.folder / path.removeprefix(BASE)).is_file():
                    broken.append(f"{address}: no page {link}")
    assert not broken, f"{len(broken)} broken, such as\n" + "\n".join(sorted(set(broken))[:20])


def test_what_a_page_loads_is_a_file_of_the_site(site: Site, pages: Pages) -> None:
    missing = {
        f"{address}: {load}"
        for address, page in pages.items()
        for load in page.loads
        for target in [urlsplit(urljoin(ORIGIN + address, load))]
        if target.netloc != "site" or not (site.folder / target.path.removeprefix(BASE)).is_file()
    }
    assert not missing, "\n".join(sorted(missing)[:20])


def test_both_languages_have_the_same_addresses(site: Site) -> None:
    korean, english = (set(site.pages(language)) for language in LANGUAGES)
    assert korean == english


def test_every_page_names_its_address_in_both_languages(pages: Pages) -> None:
    for address, page in pages.items():
        if page.languages:
            below = address.removeprefix(BASE).removeprefix("en/")
            korean, english = BASE + below, f"{BASE}en/{below}"
            assert {key: urlsplit(url).path for key, url in page.languages.items()} == {
                "ko": korean,
                "en": english,
                "x-default": korean,
            }, address


def test_only_pages_for_other_sites_and_redirects_name_no_other_language(site: Site, pages: Pages) -> None:
    for address, page in pages.items():
        exempt = "/embed/" in address or address.endswith("404.html") or _redirects(site, address)
        assert bool(page.languages) != exempt, address


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["title", "description"])
def test_every_page_has_a_title_and_a_description_of_its_own(
    site: Site, pages: Pages, language: str, part: str
) -> None:
    own = {
        address: getattr(page, part).strip()
        for address, page in pages.items()
        if address.startswith(f"{BASE}en/") == (language == "en")
        and "/embed/" not in address
        and not address.endswith("404.html")
        and not _redirects(site, address)
    }
    assert not [address for address, words in own.items() if not words]
    twice = [words for words, count in Counter(own.values()).items() if count > 1]
    assert not twice, [address for address, words in own.items() if words in twice]


def test_every_page_says_something_without_scripts(site: Site, pages: Pages) -> None:
    for address, page in pages.items():
        if not _redirects(site, address):
            assert page.headings, address
            assert len(page.words.strip()) > ENOUGH, address
