"""The records of the catalogue: frozen, checked one by one; they are the schema."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

LANGUAGES = ("ko", "en")
HIDDEN = {"Cc", "Cf", "Co", "Cs"}
ID_FORM = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS_FORM = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"
MONTH_FORM = r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
UNFILLED = "<FILL IN>"
MARKUP = ("{{", "{%", "{#")
LANES = ("working", "data", "models")
LIVING = ("active", "maintenance")
SPECIAL_VALUES = ("not-applicable", "disputed")
SUPPORT_VALUES = ("yes", "partial", "no")


def _shown(text: str) -> str:
    """Refuse control, bidirectional and private characters: they hide what a reviewer reads."""
    if text.isprintable():
        return text
    for character in text:
        if unicodedata.category(character) in HIDDEN:
            raise ValueError(f"has the hidden character U+{ord(character):04X}")
    return text


def plain_text(text: str) -> str:
    """Refuse what is not plain text: a page's head is read by a template engine."""
    for mark in MARKUP:
        if mark in _shown(text):
            raise ValueError(f"has the template markup {mark}; text is plain words")
    if text.startswith(UNFILLED):
        raise ValueError("is a placeholder; fill it in or take it out")
    if text != text.strip():
        raise ValueError("begins or ends with a space")
    return text


def _web_address(url: str) -> str:
    """Accept http(s) addresses with a host and nothing else, so that no script can hide in a link."""
    parts = urlsplit(_shown(url))
    if parts.scheme not in ("https", "http") or not parts.hostname or "." not in parts.hostname:
        raise ValueError("is not an https:// address with a host")
    if parts.username or parts.password or re.search(r"[\s\"'<>\\^`{|}]", url):
        raise ValueError("has characters that do not belong in an address")
    return url


def _day(value: Any) -> Any:
    """A day is written out: a bare number is no date."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("is not a date (YYYY-MM-DD)")
    return value


def _both(value: Any) -> Any:
    """A plain string is a Text that reads the same in both languages."""
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    """One item stands for a list of one."""
    return (value,) if isinstance(value, str) else value


Plain = Annotated[str, StringConstraints(min_length=1, max_length=1200), AfterValidator(plain_text)]
Id = Annotated[str, StringConstraints(pattern=ID_FORM, max_length=60)]
Url = Annotated[str, StringConstraints(max_length=500), AfterValidator(_web_address)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS_FORM, max_length=120)]
Day = Annotated[date, BeforeValidator(_day)]
Month = Annotated[str, StringConstraints(pattern=MONTH_FORM)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed), Field(min_length=1)]


@dataclass(frozen=True)
class Order:
    """How a file writes what is a set: `sorted` keys, keys in the order of the `criteria`, or `values` in
    the order of their criterion's options; `criterion` marks keys that are criteria in an order of their own.
    """

    by: Literal["sorted", "criteria", "criterion", "values"]


Values = Annotated[tuple[Id, ...], BeforeValidator(_listed), Field(min_length=1), Order("values")]


class Record(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Record):
    """The same words in Korean and English; a missing English falls back with a visible mark."""

    ko: Plain
    en: Plain | None = None


Text = Annotated[Words, BeforeValidator(_both)]
Texts = tuple[Text, ...]
Strings = Annotated[dict[str, Text], Order("sorted")]


class Point(Words):
    """A sentence about a tool, with the source that it rests on where it has one."""

    source: Ids | None = None


class Source(Record):
    """A page that was opened: where, when, and what it shows."""

    url: Url
    accessed: Day
    as_of: Day | None = Field(default=None, description="The day of the copy that was read")
    shows: Text
    package: Plain | None = Field(default=None, description="The released package in which it was read")
    secondary: bool = False

    @model_validator(mode="after")
    def _copy_is_not_younger(self) -> Self:
        if self.as_of and self.as_of > self.accessed:
            raise ValueError(f"as_of {self.as_of} is after accessed {self.accessed}")
        return self


class Side(Record):
    """One side of a disputed assessment."""

    value: Values | Text
    source: Ids


class Assessment(Record):
    """The answer for one tool on one criterion: value, source, date, note."""

    value: Values | Text
    source: Ids | None = None
    sides: tuple[Side, ...] = ()
    checked: Day
    version: Plain | None = None
    by: Plain | None = Field(default=None, description="The tool's maker, where one of its own says so")
    note: Text | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The option ids; for a text criterion its words."""
        return self.value if isinstance(self.value, tuple) else (self.value.ko,)

    @property
    def sources(self) -> tuple[str, ...]:
        return (self.source or ()) + tuple(key for side in self.sides for key in side.source)

    @model_validator(mode="after")
    def _has_evidence(self) -> Self:
        if self.values == ("disputed",):
            if len(self.sides) < 2:
                raise ValueError("a disputed value needs two sides, each with its source")
        elif not self.source:
            raise ValueError("has no source: no source, no assessment")
        if self.values == ("partial",) and self.note is None:
            raise ValueError("a partial value needs a note that says which part")
        return self


class Lifecycle(Record):
    """Whether a tool lives: a fact with a date and a source."""

    status: Literal["active", "maintenance", "deprecated", "archived", "sunset"]
    since: Month
    source: Ids
    successor: Id | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _explains_itself(self) -> Self:
        if self.status != "active" and self.note is None:
            raise ValueError(f"a tool that is {self.status} needs a note that says why")
        return self


class Licence(Record):
    """One period of a tool's licence."""

    since: Month
    licence: Plain
    last_version: Plain | None = Field(default=None, description="The last version under the licence before")
    source: Ids


class Steward(Record):
    """One period of who stands behind a tool."""

    since: Month
    name: Text
    source: Ids


class StageRole(Record):
    """What a tool does in one stage; `part` marks a tool that covers the stage only partly."""

    role: Text
    part: bool = False


class Named(Record):
    """A named part of a tool: a component or a way to run it."""

    name: Text
    text: Text


class Relation(Record):
    """A typed, sourced relation to another tool."""

    kind: Literal["works_with", "alternative_to", "successor_of", "part_of", "built_on"]
    tool: Id
    source: Ids
    note: Text | None = None


class Links(Record):
    """Where a tool lives."""

    home: Url
    docs: Url | None = None
    repository: Url | None = None


class About(Record):
    """What a tool is: names, roles, prose, components, links (`about.yml`)."""

    name: Text
    search: tuple[Plain, ...] = Field(
        default=(), description="What people type for it: transliterations, slips, former names; never shown"
    )
    summary: Text
    stages: dict[Id, StageRole] = Field(min_length=1)
    features: tuple[Point, ...] = ()
    components: tuple[Named, ...] = ()
    setups: tuple[Named, ...] = ()
    workflow: Texts = ()
    use_when: tuple[Point, ...] = ()
    avoid_when: tuple[Point, ...] = ()
    strengths: tuple[Point, ...] = ()
    weaknesses: tuple[Point, ...] = ()
    links: Links
    packages: Annotated[dict[Id, Plain], Order("sorted")] = {}


class Evidence(Record):
    """What can be proved about a tool, all that carries a day (`evidence.yml`)."""

    sources: Annotated[dict[Id, Source], Order("sorted")] = Field(min_length=1)
    lifecycle: Lifecycle
    licences: tuple[Licence, ...] = ()
    stewards: tuple[Steward, ...] = ()
    relations: tuple[Relation, ...] = ()
    assessments: Annotated[dict[Id, Assessment], Order("criteria")] = {}


class Tool(Evidence, About):
    """Something a team can adopt: what it is and what can be proved; its folder's name is its id."""

    history: tuple[Any, ...] = Field(default=(), exclude=True, description="The lines of history.csv")

    @property
    def living(self) -> bool:
        """Whether a guide may recommend it."""
        return self.lifecycle.status in LIVING


class Option(Record):
    """One possible value of a criterion, defined so that two people would choose the same."""

    name: Text | None = None
    short: Text | None = Field(default=None, description="The name where a cell is narrow")
    means: Text
    people: Text | None = Field(default=None, description="Who has to run a tool of this size")


class Criterion(Record):
    """One question asked of every tool of a stage, or of all tools."""

    name: Text
    question: Text
    why: Text
    kind: Literal["support", "choice", "text"]
    many: bool = False
    column: int | None = Field(default=None, ge=1, description="Its place in the list of all tools")
    need: int | None = Field(default=None, ge=1, description="Its place among the needs of a stack")
    options: dict[Id, Option] = {}

    @model_validator(mode="after")
    def _options_fit_kind(self) -> Self:
        if self.kind == "support" and tuple(self.options) != SUPPORT_VALUES:
            raise ValueError("a support criterion defines yes, partial and no, in this order")
        if self.kind == "choice" and (
            len(self.options) < 2 or any(option.name is None for option in self.options.values())
        ):
            raise ValueError("a choice criterion defines two or more options, each with a name")
        if self.kind == "text" and self.options:
            raise ValueError("a text criterion has no options")
        return self


class CriteriaGroup(Record):
    """Criteria that belong together: those of a stage, or a group asked of every tool."""

    name: Text
    stage: Id | None = None
    order: int = 0
    criteria: dict[Id, Criterion] = Field(min_length=1)


class Baseline(Record):
    """How a stage is done with no new tool, and the sign that it no longer suffices."""

    name: Text
    what: Text
    enough: Text
    outgrown: Text


class Stage(Record):
    """A job in the ML lifecycle."""

    name: Text
    search: tuple[Plain, ...] = ()
    summary: Text
    lane: Literal["working", "data", "models"]
    text: Texts
    pains: Texts
    baseline: Baseline
