"""How far a tool's page can be trusted: how old its claims are, who made them, what a machine saw since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.loading.catalogue import Catalogue
from macros.loading.observations import Doubt, doubts
from macros.records.fields import Words
from macros.records.texts import texts
from macros.records.tool import Observed
from macros.views.facts import is_old

PARTS = ("tools", "stages", "groups", "guides", "questions", "comparisons", "stacks", "scenarios", "glossary")


@dataclass(frozen=True)
class DoubtSaid:
    """A doubt in the words of one language; `criterion` names the cell, and `where` says its question.

    Both are empty where it is about no cell.
    """

    tool: str
    name: Words
    kind: str
    criterion: str
    where: str
    said: str
    said_on: date | None
    saw: str
    saw_on: date


@dataclass(frozen=True)
class Standing:
    """A tool's claims by age and maker, what was last seen upstream, and what is to be reviewed."""

    claims: int
    oldest: date | None
    old: int
    by_maker: int
    makers: tuple[str, ...]
    observed: Observed | None
    doubts: tuple[DoubtSaid, ...]

    @property
    def old_share(self) -> int:
        """How many in a hundred claims are due for a new check, rounded up: one is never none."""
        return -(-100 * self.old // self.claims) if self.claims else 0

    @property
    def maker_share(self) -> int:
        """How many in a hundred claims the tool's own maker wrote, rounded up."""
        return -(-100 * self.by_maker // self.claims) if self.claims else 0


def standing(catalogue: Catalogue, key: str, language: str) -> Standing:
    """How one tool stands."""
    tool = catalogue.tools[key]
    cells = tool.assessments.values()
    return Standing(
        len(cells),
        min((each.checked for each in cells), default=None),
        sum(is_old(each, catalogue.day) for each in cells),
        sum(bool(each.by) for each in cells),
        tuple(sorted({each.by for each in cells if each.by})),
        tool.observed,
        doubts_of(catalogue, key, language),
    )


def doubts_of(catalogue: Catalogue, key: str, language: str) -> tuple[DoubtSaid, ...]:
    """What of one tool is to be reviewed, in words."""
    found = doubts(catalogue.tools[key], catalogue.criteria)
    return tuple(_said(catalogue, key, each, language) for each in found)


def to_review(catalogue: Catalogue, language: str) -> tuple[DoubtSaid, ...]:
    """Everything where a machine saw otherwise than the evidence says, tool by tool."""
    return tuple(each for key in catalogue.tools for each in doubts_of(catalogue, key, language))


def _said(catalogue: Catalogue, key: str, doubt: Doubt, language: str) -> DoubtSaid:
    said, saw, where = doubt.said, doubt.saw, ""
    if doubt.criterion:
        where = catalogue.criteria[doubt.criterion].name.plain(language)
        options = catalogue.criteria[doubt.criterion].options
        said, saw = (_named(options[each].name, each, language) for each in (said, saw))
    elif doubt.kind == "archived":
        said = catalogue.strings[f"status.{said}"].plain(language)
    name = catalogue.tools[key].name
    return DoubtSaid(key, name, doubt.kind, doubt.criterion, where, said, doubt.said_on, saw, doubt.saw_on)


def _named(name: Words | None, key: str, language: str) -> str:
    return name.plain(language) if name else key


class Behind(NamedTuple):
    """A place whose words do not follow the other language's yet; of a tool with its id and name."""

    tool: str
    name: Words | None
    place: str


def behind(catalogue: Catalogue, language: str) -> tuple[Behind, ...]:
    """Where the words of this language do not follow the other's yet."""
    found = []
    for part in PARTS:
        for place, words in texts(getattr(catalogue, part)):
            if words.behind == language:
                tool = str(place[0]) if part == "tools" else ""
                name = catalogue.tools[tool].name if tool else None
                found.append(Behind(tool, name, ".".join(map(str, (part, *place)))))
    return tuple(found)
