"""Headings have ids that one can link to: the same in both languages, none a mere number."""

from __future__ import annotations

import re

from tests.site.serving import Site

HEADING = re.compile(r'<h[1-6][^>]*\bid="([^"]+)"')


def test_headings_have_the_same_ids_in_both_languages_and_none_is_a_number(site: Site) -> None:
    korean, english = site.pages("ko"), site.pages("en")
    for address, page in korean.items():
        ids = HEADING.findall(page.read_text("utf-8"))
        assert not [each for each in ids if re.search(r"(^|[a-z-])_\d+$", each)], address
        if address in english:
            assert ids == HEADING.findall(english[address].read_text("utf-8")), address


def test_the_sitemap_names_no_page_that_asks_not_to_be_indexed(site: Site) -> None:
    assert "/embed/" not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert "/tools/mlflow/" in (site.folder / "sitemap.xml").read_text("utf-8")
