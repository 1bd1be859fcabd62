"""The vocabularies: criteria with their values, stages, conditions, the ledger of public ids."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.records.fields import (
    CriterionId,
    Day,
    Id,
    Ids,
    Order,
    Plain,
    Record,
    StageId,
    Text,
    Texts,
    Values,
)

LANES = ("working", "data", "models")
SUPPORT_VALUES = ("yes", "partial", "no")
Fact = Literal["works-offline", "works-alone", "records-offline"]
Noted = Literal[
    "track", "steps", "serve", "feature", "publish", "keep", "watch", "idle", "internet", "left"
]  # fmt: skip
Measure = Literal[
    "price",
    "installed-megabytes",
    "idle-megabytes",
    "work-megabytes",
    "start-cpu-seconds",
    "outside-names",
]


class Option(Record):
    """One possible value of a criterion, defined so that two people would choose the same."""

    name: Text | None = None
    short: Text | None = Field(default=None, description="The name where a cell is narrow")
    means: Text = Field(description="When a cell has this value")
    from_days: int | None = Field(
        default=None, ge=0, description="The age from which a release has this value; machines compare by it"
    )
    up_to: float | None = Field(
        default=None, ge=0, description="Of a figure: the largest number in this band; the last band has none"
    )


class Criterion(Record):
    """One question asked of every tool of a stage, or of all tools."""

    name: Text
    search: tuple[Plain, ...] = Field(default=(), description="What else people type who mean it")
    question: Text = Field(description="Asked so that a source can answer it")
    why: Text = Field(description="What one chooses otherwise because of it")
    kind: Literal["support", "choice", "text", "figure"] = Field(
        description="yes/partial/no, one or more of its options, words, or a number that is derived"
    )
    many: bool = Field(default=False, description="Of a choice: a cell may hold several values")
    unit: Text | None = Field(default=None, description="The unit of a figure")
    measure: Measure | None = Field(default=None, description="Where a figure comes from")
    works: tuple[Id, ...] = Field(
        default=(), description="Of a measured figure: the laboratory's works, of which the first done counts"
    )
    apart: bool = Field(
        default=False, description="Of a figure: it stands on tools' pages and in exports, in no matrix"
    )
    column: int | None = Field(default=None, ge=1, description="Its place in the list of all tools")
    need: int | None = Field(default=None, ge=1, description="Its place among the needs of a stack")
    options: dict[Id, Option] = {}
    ordered: tuple[Id, ...] = Field(
        default=(), description="Options of which each does for whoever would take one after it"
    )

    @model_validator(mode="after")
    def _options_fit_kind(self) -> Self:
        if self.kind == "support" and tuple(self.options) != SUPPORT_VALUES:
            raise ValueError("a support criterion defines yes, partial and no, in this order")
        named = [value for value, option in self.options.items() if option.name]
        if self.kind == "support" and len(named) not in (0, len(SUPPORT_VALUES)):
            raise ValueError(f"names {' and '.join(named)} alone; give all three values a name, or none")
        if self.kind == "choice" and (
            len(self.options) < 2 or any(option.name is None for option in self.options.values())
        ):
            raise ValueError("a choice criterion defines two or more options, each with a name")
        if self.ordered and (self.kind != "choice" or self.many or set(self.ordered) - set(self.options)):
            raise ValueError("the order names options of a choice of which a tool has one")
        if self.kind == "text" and self.options:
            raise ValueError("a text criterion has no options")
        ends = [option.up_to for option in self.options.values()]
        if ends and (self.kind == "figure") != (ends[-1] is None and _rising(ends[:-1])):
            raise ValueError("the bands of a figure, and no other options, say up_to, rising, the last none")
        if self.many and self.kind != "choice":
            raise ValueError("only a choice may hold many values")
        if (self.kind == "figure") != bool(self.unit and self.measure) or (
            self.kind != "figure" and (self.unit or self.measure or self.works or self.apart)
        ):
            raise ValueError("a figure criterion, and no other, has a unit and a measure")
        return self


def _rising(ends: list[float | None]) -> bool:
    """Whether there are ends, each above the one before."""
    known = [end for end in ends if end is not None]
    return bool(ends) and len(known) == len(ends) and known == sorted(set(known))


class Condition(Record):
    """What a value may hold only under; an answer that excludes it makes the value count as a no."""

    name: Text
    short: Text
    means: Text
    no_under: dict[Id, Ids] = {}


Conditions = Annotated[dict[Id, Condition], Field(min_length=1)]


class Contradiction(Record):
    """A cell that says `only` these values, and what it excludes: a cell of the same tool `beside` it, or
    what the laboratory has `seen` of it. What was seen is told by check --complete: the cell is reviewed.
    """

    only: Annotated[dict[CriterionId, Values], Order("criterion")] = Field(min_length=1, max_length=1)
    beside: Annotated[dict[CriterionId, Values], Order("criterion")] = Field(default={}, max_length=1)
    seen: Fact | None = None
    because: Text
    reported: bool = Field(default=False, description="Told by check --complete only")

    @model_validator(mode="after")
    def _is_between_two(self) -> Self:
        if bool(self.beside) == bool(self.seen):
            raise ValueError("needs either beside or seen")
        if self.only.keys() == self.beside.keys():
            raise ValueError(f"names '{next(iter(self.only))}' on both sides; a cell contradicts another one")
        return self


class CriteriaGroup(Record):
    """Criteria that belong together: those of a stage, or a group asked of every tool."""

    name: Text
    stage: StageId | None = None
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
    takes: Text | None = Field(None, description="What it is handed by the stage before it")
    gives: Text | None = Field(None, description="What it hands over")
    next: StageId | None = Field(None, description="To which stage; none where it serves all of them")
    text: Annotated[Texts, Field(min_length=1)]
    pains: Annotated[Texts, Field(min_length=1)]
    baseline: Baseline


Stages = Annotated[dict[Id, Stage], Field(min_length=1)]


class Uncovered(Record):
    """What people look for and the catalogue does not cover, with what of it comes nearest."""

    name: Text
    search: Annotated[tuple[Plain, ...], Field(min_length=1)]
    nearest: StageId


class Declined(Record):
    """A tool that was considered and is not listed, or that was taken out: when and why."""

    name: Text
    fate: Literal["rejected", "removed"]
    day: Day
    because: Text = Field(description="By which rule of inclusion")


class Unmeasured(Record):
    """A tool that the laboratory did not measure: why, and where a way was looked for on which day."""

    why: Text
    looked: Text
    day: Day


class Counted(Record):
    """What could be firmer, counted from the data as it stood on a day."""

    day: Day
    name: Text = Field(description="Of which state of the data, as the head of a column")
    sources: int = Field(ge=0, description="How many addresses there were in all")
    assessments: int = Field(ge=0, description="How many there were in all")
    undated: int = Field(ge=0)
    foreign: int = Field(ge=0)
    moving: int = Field(ge=0)
    secondary: int = Field(ge=0)
    inferred: int | None = Field(default=None, ge=0, description="None where it was not marked yet")
    bare: int = Field(ge=0)

    @model_validator(mode="after")
    def _parts_fit_the_whole(self) -> Self:
        for field, whole in (("undated", "sources"), ("secondary", "sources"), ("bare", "assessments")):
            if getattr(self, field) > getattr(self, whole):
                raise ValueError(
                    f"{field} is more than {whole}: {getattr(self, field)} of {getattr(self, whole)}"
                )
        return self


KINDS = Literal["tools", "stages", "criteria", "questions", "options", "pages"]
PLACE_FORM = r"^[a-z0-9-]+([./][a-z0-9-]+)*$"
FATE_FORM = r"^(used|removed|moved [a-z0-9-]+([./][a-z0-9-]+)*)$"
PublicId = Annotated[str, Field(pattern=PLACE_FORM)]
Fate = Annotated[str, Field(pattern=FATE_FORM, description="used, removed, or: moved <to>")]
Ledger = dict[KINDS, Annotated[dict[PublicId, Fate], Order("sorted")]]
