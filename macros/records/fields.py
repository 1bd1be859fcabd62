"""The kinds of fields that records are made of, and what each refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from macros.records.days import no_day
from macros.records.plain import languages, plain_text, shown
from macros.records.web import repository, web_address

LANGUAGES = ("ko", "en")
ID_FORM = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS_FORM = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"
MONTH_FORM = r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
SPECIAL_VALUES = ("not-applicable", "disputed")


def _package(name: str) -> str:
    """Accept the name by which an index knows a package, and no address of it."""
    if "://" in name or " " in name:
        raise ValueError("is no package: write the name that its index knows, without an address")
    return name


def _image(name: str) -> str:
    """Accept the name of an image without host, tag and digest."""
    if not re.fullmatch(r"[a-z0-9._/-]+", name):
        raise ValueError("is no image: write its name without tag, digest or host, such as alpha/server")
    return name


def _day(value: Any) -> Any:
    """A day is written out: a bare number is no date."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError(no_day(value))
    return value


def _real_month(value: str) -> str:
    """Accept a year, a month or a day that the calendar holds."""
    try:
        date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        raise ValueError("is no day of the calendar") from None
    return value


def _both(value: Any) -> Any:
    """A plain string is a Text that reads the same in both languages."""
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


def one_or_more(value: Any) -> Any:
    """One item stands for a list of one."""
    return (value,) if isinstance(value, str) else value


def once(items: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a name that stands twice in a list."""
    again = next((item for number, item in enumerate(items) if item in items[:number]), None)
    if again is not None:
        raise ValueError(f"names '{again}' twice; keep one")
    return items


Plain = Annotated[str, StringConstraints(min_length=1, max_length=1200), AfterValidator(plain_text)]
Id = Annotated[str, StringConstraints(pattern=ID_FORM, max_length=60)]
Package = Annotated[Plain, AfterValidator(_package)]
Image = Annotated[Plain, AfterValidator(_image)]
Url = Annotated[str, StringConstraints(max_length=500), AfterValidator(shown), AfterValidator(web_address)]
Repository = Annotated[Url, AfterValidator(repository)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS_FORM, max_length=120)]
Day = Annotated[date, BeforeValidator(_day)]
Month = Annotated[str, StringConstraints(pattern=MONTH_FORM), AfterValidator(_real_month)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_more), Field(min_length=1)]


@dataclass(frozen=True)
class Order:
    """How a file writes what is a set: `sorted` keys, keys in the order of the `criteria`, or `values` in
    the order of their criterion's options, or of the `conditions`; `criterion` marks keys that are criteria
    in an order of their own.
    """

    by: Literal["sorted", "criteria", "criterion", "values", "conditions"]


@dataclass(frozen=True)
class Ref:
    """A field that names another record: a tool, a stage, a cell, a value of the criterion around it …"""

    to: Literal["tool", "stage", "criterion", "condition", "source", "cell", "value", "question", "guide"]

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        """Mark the place in the schema, so that the names can be filled in for editors."""
        return {**handler(core), "x-ref": self.to}


ToolId = Annotated[Id, Ref("tool")]
StageId = Annotated[Id, Ref("stage")]
CriterionId = Annotated[Id, Ref("criterion")]
ConditionId = Annotated[Id, Ref("condition")]
SourceId = Annotated[Id, Ref("source")]
ValueId = Annotated[Id, Ref("value")]
QuestionId = Annotated[Id, Ref("question")]
GuideId = Annotated[Id, Ref("guide")]
ToolIds = Annotated[tuple[ToolId, ...], BeforeValidator(one_or_more), Field(min_length=1)]
SourceIds = Annotated[
    tuple[SourceId, ...], BeforeValidator(one_or_more), Field(min_length=1), AfterValidator(once)
]
Conditions = Annotated[
    tuple[ConditionId, ...],
    BeforeValidator(one_or_more),
    Field(min_length=1),
    AfterValidator(once),
    Order("conditions"),
]
Values = Annotated[tuple[ValueId, ...], BeforeValidator(one_or_more), Field(min_length=1), Order("values")]


class Record(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Record):
    """The same words in Korean and English; a missing English falls back with a visible mark."""

    ko: Plain
    en: Plain | None = None
    behind: Literal["ko", "en"] | None = Field(
        default=None, description="The language whose words do not follow the other's last change yet"
    )

    @model_validator(mode="after")
    def _speak_their_languages(self) -> Self:
        if wrong := languages(self.ko, self.en):
            raise ValueError(wrong)
        return self

    def plain(self, language: str) -> str:
        """The words in a language, without any mark: what is not translated stands in the other."""
        said: str | None = getattr(self, language)
        return said or self.ko

    def state(self, language: str) -> str:
        """Whether they are "untranslated" in a language, or "behind" the other; else empty."""
        if getattr(self, language) is None:
            return "untranslated"
        return "behind" if self.behind == language else ""


def _in_words(value: Any) -> Any:
    """What a page shows is said in each language: one string for both says it in neither."""
    if isinstance(value, str):
        raise ValueError("is one string for both languages; write ko and en: what was seen there")
    return value


Text = Annotated[Words, BeforeValidator(_both)]
Seen = Annotated[Words, BeforeValidator(_in_words)]
Texts = tuple[Text, ...]
Strings = Annotated[dict[str, Text], Order("sorted")]
