"""The rules on addresses and interface words: one page an address, one home a word, braces that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from macros.loading.addresses import FIXED, OF_EACH, address, path, taken, written
from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem
from macros.records.fields import LANGUAGES, Words
from macros.rules.rule import at, rule, unknown


@rule
def an_address_has_one_page(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No record gives rise to a page where another one, or a written page, stands."""
    homes = {address(path(kind)): f"the page of all {kind}" for kind in FIXED}
    homes |= dict.fromkeys(written(), "a written page")
    for kind, (folder, _) in OF_EACH.items():
        records = getattr(files, folder)
        for key in records.record if folder == "stages" else records:
            here = address(path(kind, key))
            if here in homes:
                home = files.stages if folder == "stages" else records[key]
                place = (key,) if folder == "stages" else ()
                message = f"'{key}' has its page at {here}, where there is {homes[here]}; choose another id"
                yield at(home, place, message)
            homes.setdefault(here, f"the page of '{key}'")


@rule
def redirects_lead_to_pages(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A redirect leads from an address without a page to one that has a page, in one step."""
    pages = taken(files)
    told: set[str] = set()
    for old, new in whole.redirects.items():
        if old in pages:
            yield at(files.redirects, (old,), "is a page; a redirect would overwrite it")
        elif old.split("/")[0] in LANGUAGES:
            yield at(files.redirects, (old,), "is an address in one language; write it without the language")
        elif new not in pages and old not in told:
            message, way = _astray(old, whole.redirects, pages)
            told |= way
            yield at(files.redirects, (old,), message)


def _astray(old: str, redirects: dict[str, str], pages: set[str]) -> tuple[str, set[str]]:
    """Why a redirect does not lead to a page: its way runs in a circle, over another redirect, or nowhere.

    Of a circle the redirects that run in it: all of them are one mistake.
    """
    way = [old, redirects[old]]
    while way[-1] in redirects and way[-1] not in way[:-1]:
        way.append(redirects[way[-1]])
    end = way[-1]
    if end in redirects:
        return f"leads in a circle: {' → '.join(way)}", set(way)
    if end not in pages:
        return unknown("page", end, pages), set()
    return f"leads to another redirect; write '{end}'", set()


@rule
def words_have_one_room(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An interface word stands in one file of `strings/` only."""
    home: dict[str, str] = {}
    for loaded in files.strings.values():
        for key in loaded.record:
            if key in home:
                yield at(loaded, (key,), f"is defined in {home[key]} too")
            home[key] = loaded.file


@rule
def braces_hold_names(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """What is filled into an interface word is a bare name in braces, the same ones in both languages."""
    for loaded in files.strings.values():
        for key, words in loaded.record.items():
            if message := _braces(words):
                yield at(loaded, (key,), message)


def _braces(words: Words) -> str | None:
    found: list[set[str]] = []
    for text in filter(None, (words.ko, words.en)):
        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            return f"has braces that do not fit ({error}); a name to fill in stands in one pair: {{name}}"
        if any(name is not None and (form or turned) for _, name, form, turned in parts):
            return "has more than a bare name in its braces; write {name}"
        found.append({name for _, name, _, _ in parts if name is not None})
        if wrong := sorted(name for name in found[-1] if not re.fullmatch(r"[a-z]+", name)):
            return f"'{{{wrong[0]}}}' is no bare name in braces: lower-case letters only, such as {{name}}"
    if len(found) == 2 and found[0] != found[1]:
        ko, en = (", ".join(sorted(each)) or "nothing" for each in found)
        return f"is filled with {ko} in Korean and with {en} in English; both need the same"
    return None
