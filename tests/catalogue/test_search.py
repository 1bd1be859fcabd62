"""Every name of a shipped tool is found, on whichever keyboard it is typed."""

from __future__ import annotations

import re

from macros.loading.catalogue import Catalogue
from tests.test_addresses import run
from tests.test_search import without_pages


def test_every_korean_name_is_found_on_the_wrong_keyboard_and_by_its_initials(catalogue: Catalogue) -> None:
    """Computed, no list: each spelling of a tool in Hangul, each Latin one typed while Hangul is on."""
    korean = {
        spelling: f"tools/{key}/"
        for key, tool in catalogue.tools.items()
        for spelling in (tool.name.ko, *tool.search)
        if re.fullmatch(r"[가-힣 ]{3,}", spelling)
    }
    assert len(korean) > len(catalogue.tools)
    answers = run("keyboard.mjs", {"index": without_pages(catalogue), "names": list(korean)})
    for (name, address), found in zip(korean.items(), answers, strict=True):
        assert found["again"] == name
        assert address in found["wrong"][:3], (name, found["keys"], found["wrong"])
        assert address in found["short"], (name, found["short"])


def test_every_latin_name_is_found_when_hangul_is_on(catalogue: Catalogue) -> None:
    latin = {
        tool.name.ko: f"tools/{key}/"
        for key, tool in catalogue.tools.items()
        if re.fullmatch(r"[A-Za-z ]{4,}", tool.name.ko)
    }
    answers = run("keyboard.mjs", {"index": without_pages(catalogue), "names": list(latin)})
    for (name, address), found in zip(latin.items(), answers, strict=True):
        assert address in found["other"][:3], (name, found["other"])
