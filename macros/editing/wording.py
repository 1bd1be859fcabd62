"""Wrong forms of the glossary's terms put right in the data: `python -m macros.editing.wording`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from macros.editing.files import put
from macros.loading.canonical import canonical, options_of
from macros.loading.catalogue import ROOT, Catalogue, catalogue, read, written
from macros.loading.reading import parse, text_of
from macros.records.fields import LANGUAGES
from macros.records.plans import Term
from macros.rules.wording import LOOSE_PERCENT, wrong_of
from macros.site.particles import PAIRS, final

PARTICLES = {word: pair for pair in PAIRS.values() for word in pair if pair != ("이라", "라")}
BEHIND = re.compile(rf"({'|'.join(sorted(PARTICLES, key=len, reverse=True))})(?=[\s.,·:;)]|$)")
VALUE = "value"  # what a cell says is in its history too: 'assess' changes it

Mend = Callable[[str], str]


def mending(terms: Iterable[Term], language: str) -> Mend:
    """A function that puts wrong forms right, with the particle behind a word that sounds otherwise."""
    wrong = wrong_of(terms, language)

    def mend(text: str) -> str:
        for start, end, right in sorted(wrong.found(text), reverse=True):
            text = text[:start] + _fitting(text[start:end], right) + _settled(text, start, end, right)
        return LOOSE_PERCENT.sub(lambda found: found[0].replace(" ", ""), text)

    return mend


def _fitting(form: str, right: str) -> str:
    """The right form, large at the beginning of a sentence where the wrong one was."""
    return right[:1].upper() + right[1:] if form[:1].isupper() and right.islower() else right


def _settled(text: str, start: int, end: int, right: str) -> str:
    """What follows a form; its particle changes where the right form ends in another sound."""
    before, after = final(text[start:end]), final(right)
    found = BEHIND.match(text, end)
    if before == after or not found:
        return text[end:]
    closed, bare = PARTICLES[found[1]]
    open_ending = not after or (after == "ㄹ" and closed == "으로")
    return (bare if open_ending else closed) + text[found.end() :]


def mended(whole: Catalogue, root: Path = ROOT) -> dict[Path, str]:
    """The new text of each file with a wrong form in it; search words stay as people type them."""
    mends = {language: mending(whole.glossary.values(), language) for language in LANGUAGES}
    options = options_of(whole)
    changed = {}
    for path, kind in written(root):
        text = text_of(path)
        data = parse(text)[0]
        if list(_mend_in(data, mends)):
            changed[path] = canonical(text, kind, options, data)
    return changed


def _mend_in(data: Any, mends: dict[str, Mend]) -> Iterator[str]:
    """Mend every text below, in place; yields each that has changed."""
    if isinstance(data, list):
        for item in data:
            yield from _mend_in(item, mends)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in mends and isinstance(value, str):
                data[key] = mends[key](value)
                if data[key] != value:
                    yield data[key]
            elif key != VALUE:
                yield from _mend_in(value, mends)


def main() -> int:
    """Mend the data; exit status 1 where it cannot be read."""
    files, problems = read(ROOT)
    if files is None:
        print(*problems, sep="\n")
        return 1
    changed = mended(catalogue(files))
    put(changed)
    print(f"{len(changed)} files have the glossary's forms now.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
