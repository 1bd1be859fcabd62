"""What can be proved about a tool: sources, assessments, lifecycle, licences, stewards, relations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.records.fields import (
    SPECIAL_VALUES,
    Conditions,
    CriterionId,
    Day,
    Id,
    Month,
    Order,
    Plain,
    Record,
    Seen,
    SourceIds,
    Text,
    ToolId,
    Url,
    Values,
    Words,
)
from macros.records.licences import licence_name


class Point(Words):
    """A sentence about a tool, with the source that it rests on where it has one."""

    source: SourceIds | None = None


class Source(Record):
    """A page that was opened: where, when, and what it shows."""

    url: Url = Field(description="The very page, pinned to a commit or release where there is one")
    accessed: Day = Field(description="The day on which it was opened")
    as_of: Day | Literal["unknown"] | None = Field(
        default=None, description="The day of the copy that was read; unknown where it cannot be had"
    )
    shows: Seen = Field(description="What was seen there, in one line")
    package: Plain | None = Field(default=None, description="The released package in which it was read")
    secondary: bool = Field(default=False, description="It is not the project's or the vendor's own")

    @model_validator(mode="after")
    def _copy_is_not_younger(self) -> Self:
        if isinstance(self.as_of, date) and self.as_of > self.accessed:
            raise ValueError(f"as_of {self.as_of} is after accessed {self.accessed}")
        return self


class Side(Record):
    """One side of a disputed assessment."""

    value: Values | Text
    source: SourceIds


class Assessment(Record):
    """The answer for one tool on one criterion: value, source, date, note."""

    value: Values | Text = Field(description="By the criterion's definition; disputed where sources disagree")
    source: SourceIds | None = None
    sides: tuple[Side, ...] = Field(default=(), description="Of a disputed value: two or more")
    checked: Day = Field(description="The day on which the claim was verified")
    condition: Conditions | None = Field(default=None, description="What it holds only under")
    version: Plain | None = Field(default=None, description="The version in which it was seen")
    inferred: bool = Field(default=False, description="Whether it follows from sources that do not state it")
    by: Plain | None = Field(default=None, description="The tool's maker, where one of its own says so")
    note: Text | None = Field(
        default=None, description="Which part, under what, since when; partial needs it"
    )

    @property
    def values(self) -> tuple[str, ...]:
        """The option ids; for a text criterion its words."""
        return self.value if isinstance(self.value, tuple) else (self.value.ko,)

    @property
    def agreed(self) -> tuple[str, ...]:
        """The option ids that nobody disputes: all, or of a dispute those on which every side agrees."""
        if not self.sides:
            return self.values
        said = [each.value if isinstance(each.value, tuple) else () for each in self.sides]
        return tuple(value for value in said[0] if all(value in each for each in said))

    @property
    def sources(self) -> tuple[str, ...]:
        return (self.source or ()) + tuple(key for side in self.sides for key in side.source)

    @model_validator(mode="after")
    def _has_evidence(self) -> Self:
        alone = next((each for each in SPECIAL_VALUES if each in self.values and len(self.values) > 1), "")
        if alone:
            raise ValueError(f"'{alone}' stands alone, without another value")
        if self.values == ("disputed",):
            if len(self.sides) < 2:
                raise ValueError("a disputed value needs two sides, each with its source")
            if all(side.value == self.sides[0].value for side in self.sides):
                raise ValueError("its sides say the same, so nothing is disputed; write their value")
        elif not self.source:
            raise ValueError("has no source: no source, no assessment")
        elif self.sides:
            raise ValueError("has sides, but is not disputed; write value: disputed, or take the sides out")
        if len(set(self.values)) < len(self.values):
            raise ValueError("holds the same value twice")
        if self.inferred and self.note is None:
            raise ValueError("an inferred value needs a note that says from what")
        return self


def basis(assessment: Assessment, sources: Iterable[Source]) -> str:
    """What an assessment rests on: `stated` by a first-hand source, `inferred`, or on `secondary` ones."""
    if assessment.inferred:
        return "inferred"
    return "secondary" if all(source.secondary for source in sources) else "stated"


class Looked(Record):
    """A criterion that was looked for and not found: neither a no nor an empty cell."""

    where: Text = Field(description="The pages and searches that were tried")
    day: Day
    source: SourceIds | None = None


class Support(Record):
    """The end of support of one version."""

    version: Plain
    ends: Month
    source: SourceIds
    note: Text | None = None


class Price(Record):
    """What a plan costs, in its own currency."""

    plan: Text
    amount: float = Field(ge=0)
    currency: Literal["USD", "EUR", "KRW"]
    per: Text
    source: SourceIds


class Lifecycle(Record):
    """Whether a tool lives: a fact with a date and a source."""

    status: Literal["active", "maintenance", "deprecated", "archived", "sunset"] = Field(
        description="Of these only active and maintenance are recommended"
    )
    since: Month = Field(description="When this status began: of an active tool its first release")
    source: SourceIds
    successor: ToolId | None = Field(default=None, description="What its makers lead to")
    note: Text | None = Field(default=None, description="Why; any status but active needs it")

    @model_validator(mode="after")
    def _explains_itself(self) -> Self:
        if self.status != "active" and self.note is None:
            raise ValueError(f"a tool that is {self.status} needs a note that says why")
        return self


class Licence(Record):
    """One period of a tool's licence."""

    since: Month
    licence: Annotated[Plain, AfterValidator(licence_name)] = Field(
        description="Its SPDX id where it has one"
    )
    last_version: Plain | None = Field(default=None, description="The last version under the licence before")
    source: SourceIds


class Steward(Record):
    """One period of who stands behind a tool."""

    since: Month
    name: Text
    source: SourceIds


TOGETHER = ("works_with", "built_on", "part_of")


class Relation(Record):
    """A typed, sourced relation to another tool."""

    kind: Literal["works_with", "alternative_to", "successor_of", "part_of", "built_on"]
    tool: ToolId
    source: SourceIds
    discontinued: bool = Field(default=False, description="Nobody maintains it any more, as the note says")
    note: Text | None = None

    @model_validator(mode="after")
    def _says_why_it_ended(self) -> Self:
        if self.discontinued and self.note is None:
            raise ValueError("a discontinued relation has a note that says what ended")
        return self

    @property
    def together(self) -> bool:
        """Whether it shows that two tools can be used together."""
        return self.kind in TOGETHER


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
