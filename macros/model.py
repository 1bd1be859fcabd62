"""The records of a tool: what it is, what can be proved, what its cells said before; they are the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from macros.fields import (
    Conditions,
    CriterionId,
    Day,
    Id,
    Ids,
    Month,
    Order,
    Plain,
    Record,
    StageId,
    Text,
    Texts,
    ToolId,
    Url,
    Values,
    Words,
)

LIVING = ("active", "maintenance")


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
    condition: Conditions | None = Field(default=None, description="What it holds only under")
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


class Looked(Record):
    """A criterion that was looked for and not found: neither a no nor an empty cell."""

    where: Text
    day: Day
    source: Ids | None = None


class Support(Record):
    """The end of support of one version."""

    version: Plain
    ends: Month
    source: Ids
    note: Text | None = None


class Price(Record):
    """What a plan costs, in its own currency."""

    plan: Text
    amount: float = Field(ge=0)
    currency: Literal["USD", "EUR", "KRW"]
    per: Text
    source: Ids


class Lifecycle(Record):
    """Whether a tool lives: a fact with a date and a source."""

    status: Literal["active", "maintenance", "deprecated", "archived", "sunset"]
    since: Month
    source: Ids
    successor: ToolId | None = None
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
    tool: ToolId
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
    stages: dict[StageId, StageRole] = Field(min_length=1)
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
    images: tuple[Plain, ...] = Field(default=(), description="Container images, without the host of the hub")


class Evidence(Record):
    """What can be proved about a tool, all that carries a day (`evidence.yml`)."""

    sources: Annotated[dict[Id, Source], Order("sorted")] = Field(min_length=1)
    lifecycle: Lifecycle
    licences: tuple[Licence, ...] = ()
    stewards: tuple[Steward, ...] = ()
    relations: tuple[Relation, ...] = ()
    support: tuple[Support, ...] = ()
    prices: tuple[Price, ...] = ()
    looked: Annotated[dict[CriterionId, Looked], Order("criteria")] = {}
    assessments: Annotated[dict[CriterionId, Assessment], Order("criteria")] = {}


class Release(Record):
    """The newest release that a machine saw."""

    version: Plain
    day: Day | None = None


class Observed(Record):
    """What machines saw upstream (`observed.yml`); never edited by hand, never evidence."""

    seen: Day
    release: Release | None = None
    archived: bool | None = None
    moved: Url | None = None
    licence: Plain | None = None
    requires: Annotated[dict[Id, Plain], Order("sorted")] = {}
    ends: Annotated[dict[Id, Month], Order("sorted")] = {}
    advisories: int | None = Field(default=None, ge=0)


class Tool(Evidence, About):
    """Something a team can adopt: what it is and what can be proved; its folder's name is its id."""

    observed: Observed | None = None
    history: tuple[Any, ...] = Field(default=(), exclude=True, description="The lines of history.csv")

    @property
    def living(self) -> bool:
        """Whether a guide may recommend it."""
        return self.lifecycle.status in LIVING


def source_keys(tool: Tool) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every place of a tool that names a source, with the key that it names."""
    for key in tool.lifecycle.source:
        yield ("lifecycle", "source"), key
    listed = (
        "licences",
        "stewards",
        "features",
        "use_when",
        "avoid_when",
        "strengths",
        "weaknesses",
        "relations",
        "support",
        "prices",
    )
    for field in listed:
        for number, point in enumerate(getattr(tool, field)):
            for key in point.source or ():
                yield (field, number, "source"), key
    for criterion, looked in tool.looked.items():
        for key in looked.source or ():
            yield ("looked", criterion, "source"), key
    for criterion, assessment in tool.assessments.items():
        for key in assessment.sources:
            yield ("assessments", criterion, "source"), key
