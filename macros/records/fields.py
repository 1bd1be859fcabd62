"""The kinds of fields that records are made of, and what each refuses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

LANGUAGES = ("ko", "en")
HIDDEN = {"Cc", "Cf", "Co", "Cs"}
ID_FORM = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESS_FORM = r"^[a-z0-9-]+(/[a-z0-9-]+)*$"
MONTH_FORM = r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
UNFILLED = "<FILL IN>"
MARKUP = ("{{", "{%", "{#")
SPECIAL_VALUES = ("not-applicable", "disputed")


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


def one_or_more(value: Any) -> Any:
    """One item stands for a list of one."""
    return (value,) if isinstance(value, str) else value


Plain = Annotated[str, StringConstraints(min_length=1, max_length=1200), AfterValidator(plain_text)]
Id = Annotated[str, StringConstraints(pattern=ID_FORM, max_length=60)]
Url = Annotated[str, StringConstraints(max_length=500), AfterValidator(_web_address)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS_FORM, max_length=120)]
Day = Annotated[date, BeforeValidator(_day)]
Month = Annotated[str, StringConstraints(pattern=MONTH_FORM)]
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
    """A field that names another record: a tool, a stage, a criterion, a cell …"""

    to: Literal["tool", "stage", "criterion", "condition", "source", "cell"]


ToolId = Annotated[Id, Ref("tool")]
StageId = Annotated[Id, Ref("stage")]
CriterionId = Annotated[Id, Ref("criterion")]
ToolIds = Annotated[tuple[ToolId, ...], BeforeValidator(one_or_more), Field(min_length=1)]
Conditions = Annotated[tuple[Id, ...], BeforeValidator(one_or_more), Field(min_length=1), Order("conditions")]
Values = Annotated[tuple[Id, ...], BeforeValidator(one_or_more), Field(min_length=1), Order("values")]


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


Text = Annotated[Words, BeforeValidator(_both)]
Texts = tuple[Text, ...]
Strings = Annotated[dict[str, Text], Order("sorted")]
