"""What a tool is, and the whole of what is known about it: prose, evidence, observations, history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from macros.records.evidence import Evidence, Point
from macros.records.fields import (
    Day,
    Id,
    Month,
    Order,
    Plain,
    Record,
    StageId,
    Text,
    Texts,
    Url,
)

LIVING = ("active", "maintenance")


class StageRole(Record):
    """What a tool does in one stage; `part` marks a tool that covers the stage only partly."""

    role: Text
    part: bool = False


class Named(Record):
    """A named part of a tool: a component or a way to run it."""

    name: Text
    text: Text


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
    mark: Annotated[str, Field(pattern=r"^([a-z0-9]{3,}|[A-Z][A-Za-z0-9])$")] | None = Field(
        default=None, description="Its glyph in Simple Icons, or two letters; else the first of its name"
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
    def main_stage(self) -> str:
        """The first stage that it covers whole, else the first of all."""
        return next((key for key, role in self.stages.items() if not role.part), next(iter(self.stages)))

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
