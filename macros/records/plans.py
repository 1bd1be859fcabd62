"""The records that are built on assessments: guides, comparisons, stacks, scenarios, changes."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from macros.records.evidence import Source
from macros.records.fields import (
    CriterionId,
    GuideId,
    Id,
    Ids,
    Month,
    Order,
    Plain,
    QuestionId,
    Record,
    Ref,
    StageId,
    Text,
    Texts,
    ToolId,
    ToolIds,
    ValueId,
    Values,
    once,
    one_or_more,
)

CELL_FORM = r"^[a-z0-9-]+\.[a-z0-9-]+$"
Weight = Annotated[int, Field(ge=1, le=3)]
Weights = Annotated[dict[ValueId, Weight], Order("values")]
Accepted = Annotated[tuple[Id, ...], BeforeValidator(one_or_more), Field(min_length=1), AfterValidator(once)]
AnswerId = Annotated[str, Field(pattern=CELL_FORM)]
CellId = Annotated[str, Field(pattern=CELL_FORM), Ref("cell")]


class Favour(Record):
    """An editorial judgement: labelled as such, with its reason and its own source."""

    tool: ToolId
    points: Weight
    because: Text
    source: Source


class Part(Record):
    """What an option does to the tools of a stage, and beside which other answers it does so.

    It counts unless some question of `without` is answered with one of the named options, and only where
    every question of `only_with` is. A question without an answer triggers neither.
    """

    require: Annotated[dict[CriterionId, Values], Order("criterion")] = {}
    prefer: Annotated[dict[CriterionId, Weights], Order("criterion")] = {}
    favour: tuple[Favour, ...] = ()
    without: dict[Id, Ids] = {}
    only_with: dict[Id, Ids] = {}
    leaves: Annotated[
        ToolIds, Field(description="Tools that this answer wants to leave: ruled out by it")
    ] = ()

    @property
    def acts(self) -> bool:
        """Whether it does anything to a tool."""
        return bool(self.require or self.prefer or self.favour or self.leaves)

    @property
    def gated(self) -> bool:
        """Whether it depends on another answer."""
        return bool(self.without or self.only_with)


class Effects(Part):
    """What choosing an option does; `also` adds parts with gates of their own."""

    baseline: Literal["enough", "outgrown"] | None = None
    also: tuple[Part, ...] = ()
    even: Text | None = Field(
        default=None, description="Why it is asked though alone it leaves more than half of the tools even"
    )

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self, *self.also)

    @property
    def empty(self) -> bool:
        return not (self.baseline or any(part.acts for part in self.parts))


class Choice(Effects):
    """An option of a question: its words, what people type who mean it, and its effects."""

    name: Text
    search: tuple[Plain, ...] = ()


class Question(Record):
    """A question of a guide, in the words of the person who asks."""

    ask: Text
    help: Text | None = None
    many: bool = False
    options: dict[Id, Choice] = Field(min_length=1)


Questions = Annotated[dict[Id, Question], Field(min_length=1)]


class GuideQuestion(Record):
    """A question's place in a guide: a shared one (`use`) with added effects, or its own (`id`)."""

    use: QuestionId | None = None
    effects: dict[Id, Effects] = {}
    id: Id | None = None
    ask: Text | None = None
    help: Text | None = None
    many: bool = False
    options: dict[Id, Choice] = {}

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.use:
            if self.id or self.ask or self.options:
                raise ValueError("a shared question has its words elsewhere: only use and effects")
        elif not (self.id and self.ask and self.options):
            raise ValueError("needs either use, or id, ask and options")
        return self


class Guide(Record):
    """The questions of one stage."""

    intro: Text
    questions: tuple[GuideQuestion, ...] = Field(min_length=5, max_length=8)
    moved: dict[AnswerId, AnswerId] = Field(
        default={}, description="Answers asked for once (question.option), and those that say so today"
    )


class Verdict(Record):
    """One sentence of advice, and the cells that it rests on."""

    kind: Literal["choose", "together", "neither"]
    tools: ToolIds | None = None
    when: Text
    because: Text
    cells: Annotated[tuple[CellId, ...], Field(min_length=1), AfterValidator(once)]


class Comparison(Record):
    """Chosen tools by chosen criteria, with a verdict."""

    name: Text
    summary: Text
    tools: Annotated[tuple[ToolId, ...], Field(min_length=2, max_length=7)]
    criteria: Annotated[tuple[CriterionId, ...], Field(min_length=1)]
    text: Texts = ()
    verdict: tuple[Verdict, ...] = ()


class StackTool(Record):
    """One tool of a stack, in one stage."""

    stage: StageId
    tool: ToolId
    why: Text


class Stack(Record):
    """Tools chosen together, one or more per stage."""

    name: Text
    summary: Text
    team: Text
    tools: tuple[StackTool, ...] = Field(min_length=1)
    text: Texts = ()


class Preset(Record):
    """The answers with which a scenario asks one stage's guide, beside what the notes said."""

    stage: GuideId
    answers: dict[Id, Accepted]
    noted: tuple[ToolId, ...] = ()
    differs: Text | None = None


class Scenario(Record):
    """A kind of work or team; its recommendation is computed by the guides."""

    name: Text
    summary: Text
    text: Texts = ()
    guides: tuple[Preset, ...] = Field(min_length=1)


class Change(Record):
    """A claim that has aged: what was said, what holds today, and its source."""

    tool: ToolId
    old: Text
    today: Text
    since: Month
    source: Source

    @model_validator(mode="after")
    def _has_changed(self) -> Self:
        if self.old == self.today:
            raise ValueError("says the same of old and today, so nothing has changed")
        return self


class Term(Record):
    """A term of the field in both languages, with the parts that a compound splits into.

    Its wrong forms are looked for in all words; inside one of the spared phrases a form is right.
    """

    ko: Plain
    en: Plain
    means: Text
    split: tuple[Plain, ...] = ()
    linked: bool = Field(default=True, description="Whether its first use on a page leads to the glossary")
    not_ko: dict[Plain, Plain] = Field(default={}, description="Korean forms not used, and the right ones")
    not_en: dict[Plain, Plain] = Field(default={}, description="English forms not used, and the right ones")
    spared: tuple[Plain, ...] = Field(default=(), description="Phrases in which such a form is right")

    @model_validator(mode="after")
    def _parts_make_up_the_term(self) -> Self:
        if self.split and "".join(self.split) != self.ko.replace(" ", ""):
            raise ValueError(f"split makes '{''.join(self.split)}', and the term is '{self.ko}'")
        return self


Glossary = Annotated[dict[Id, Term], Field(min_length=1)]
