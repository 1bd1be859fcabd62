"""What people type when they mean something: aliases, spellings and common slips, for the search index."""

from __future__ import annotations

from macros.catalogue import Catalogue
from macros.model import Words

SHORTEST_SLIP = 6


def tags(catalogue: Catalogue, name: Words, aliases: tuple[str, ...]) -> list[str]:
    """The spellings under which a page must be found, the likeliest first."""
    spellings = [name.ko, name.en or name.ko, *aliases]
    words = [word for spelling in spellings for word in spelling.split() if word.isalpha()]
    slips = [slip for word in dict.fromkeys(words) for slip in slips_of(word)]
    return list(dict.fromkeys([*spellings, *slips]))


def slips_of(word: str) -> list[str]:
    """A Latin word with one letter left out or two letters swapped, its first letter kept."""
    if len(word) < SHORTEST_SLIP or not word.isascii():
        return []
    lower = word.lower()
    left_out = [lower[:place] + lower[place + 1 :] for place in range(1, len(lower) - 1)]
    swapped = [
        lower[:place] + lower[place + 1] + lower[place] + lower[place + 2 :]
        for place in range(1, len(lower) - 1)
    ]
    return sorted({*left_out, *swapped} - {lower})


def separator(catalogue: Catalogue) -> str:
    """Where search splits words: spaces, marks, Korean particles, and compounds of the glossary."""
    particles = "에서|으로|에게|부터|까지|이랑|하고|을|를|이|가|은|는|의|에|로|와|과|도|랑"
    compounds = sorted(
        {
            f"(?<={left})(?={right})"
            for term in catalogue.glossary.values()
            for left, right in zip(term.split, term.split[1:], strict=False)
        }
    )
    return "|".join([r"[\s\-,:!=()/.·&]+", rf"(?<=[가-힣]{{2}})(?:{particles})(?=[\s.,·)]|$)", *compounds])
