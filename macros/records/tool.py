"""What a tool is, and the whole of what is known about it: prose, evidence, observations, history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from macros.records.evidence import Evidence, Point
from macros.records.fields import (
    Day,
    Id,
    Image,
    Month,
    Order,
    Package,
    Plain,
    Record,
    Repository,
    StageId,
    Text,
    Texts,
    Url,
    once,
)

Index = Literal["pypi", "npm", "maven", "debian", "conda", "crates", "go", "rubygems", "nuget"]
LIVING = ("active", "maintenance")
MARK_FORM = r"^([a-z0-9]{3,}|[A-Z][A-Za-z0-9])$"
LETTERS_FORM = r"^[A-Z][A-Za-z0-9]$"


class StageRole(Record):
    """What a tool does in one stage; `part` marks a tool that covers it only partly."""

    role: Text
    part: bool = False
    follows: Text | None = Field(default=None, description="Why it leads for no answers and is listed still")


class Named(Record):
    """A named part of a tool: a component or a way to run it."""

    name: Text
    text: Text


class Setup(Named):
    """A way to run a tool, and the sizes of team that it is made for."""

    team: Annotated[tuple[Literal["solo", "small", "large"], ...], AfterValidator(once)] = ()


class Links(Record):
    """Where a tool lives."""

    home: Url
    docs: Url | None = None
    repository: Repository | None = None


class About(Record):
    """What a tool is: names, roles, prose, components, links (`about.yml`)."""

    name: Text
    search: tuple[Plain, ...] = Field(
        default=(), description="What people type for it: transliterations, slips, former names; never shown"
    )
    mark: Annotated[str, Field(pattern=MARK_FORM)] | None = Field(
        default=None, description="Its glyph in Simple Icons, or two letters; else the first of its name"
    )
    letters: Annotated[str, Field(pattern=LETTERS_FORM)] | None = Field(
        default=None, description="Two letters for small tiles, where its glyph is too fine for them"
    )
    summary: Text
    stages: dict[StageId, StageRole] = Field(min_length=1)
    features: tuple[Point, ...] = ()
    components: tuple[Named, ...] = ()
    setups: tuple[Setup, ...] = ()
    workflow: Texts = ()
    use_when: tuple[Point, ...] = ()
    avoid_when: tuple[Point, ...] = ()
    strengths: tuple[Point, ...] = ()
    weaknesses: tuple[Point, ...] = ()
    links: Links
    packages: Annotated[dict[Index, Package], Order("sorted")] = {}
    family: Annotated[dict[Index, tuple[Plain, ...]], Order("sorted")] = Field(
        default={}, description="Further packages by which a project uses it; a name may end in *"
    )
    wider: tuple[Plain, ...] = Field(
        default=(),
        description="Those of its packages that do more than this tool: finding one is a hint only",
    )
    images: tuple[Image, ...] = Field(default=(), description="Container images, without the host of the hub")

    @model_validator(mode="after")
    def _wider_ones_are_packages(self) -> Self:
        for name in self.wider:
            if name not in self.packages.values():
                raise ValueError(f"wider names '{name}', which is none of its packages")
        return self


class Release(Record):
    """The newest release of one package, or the newest version tag of the repository, that a machine saw."""

    name: Plain | None = Field(default=None, description="The package that it is a release of")
    version: Plain
    day: Day | None = Field(default=None, description="The day of the release, where the index says it")
    seen: Day | None = Field(default=None, description="The day on which a machine first saw this version")
    after: Day | None = Field(default=None, description="The last day on which an older one was the newest")
    licence: Plain | None = None
    requires: Annotated[dict[Id, Plain], Order("sorted")] = {}
    withdrawn: Literal["yanked", "deprecated"] | None = None


class Observed(Record):
    """What machines saw upstream (`observed.yml`); never edited by hand, never evidence."""

    seen: Day = Field(
        description="The last day on which this was seen so: it moves with a change, or monthly"
    )
    releases: Annotated[dict[Literal["pypi", "npm", "repository"], Release], Order("sorted")] = {}
    archived: bool | None = None
    moved: Url | None = Field(default=None, description="Where the repository leads now")
    licence: Plain | None = Field(default=None, description="What the host reads off the licence file")
    ends: Annotated[dict[Plain, Month], Order("sorted")] = {}
    advisories: int | None = Field(default=None, ge=0, description="Known ones that hit the newest release")

    @property
    def release(self) -> Release | None:
        """The release that stands for the tool: of its package, else of its repository."""
        found = (self.releases.get(each) for each in ("pypi", "npm", "repository"))
        return next((each for each in found if each), None)


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
