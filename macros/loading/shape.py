"""What a record's file looks like, read off its type: which keys, in which order, which lists on one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.records.fields import Order, Ref, Words, one_or_more


@dataclass(frozen=True)
class Shape:
    """The form of one place in a file.

    `fields` are a record's keys in their order; `keys` says how a mapping's keys are ordered (see `Order`);
    `flow` marks a list of ids, `values` a set, in the order of its criterion's values or of the conditions,
    `words` a text in two languages, `bare` a number or a truth value;
    `required` are the keys that cannot be left out;
    `ref` and `key_ref` say which kind of record a text, or the keys of a mapping, name.
    """

    fields: tuple[tuple[str, Shape], ...] = ()
    keys: str = ""
    inner: Shape | None = None
    flow: bool = False
    values: str = ""
    words: bool = False
    bare: bool = False
    ref: str = ""
    key_ref: str = ""
    required: tuple[str, ...] = ()

    def at(self, path: tuple[str | int, ...]) -> Shape:
        """The form of a place further in."""
        shape = self
        for part in path:
            shape = shape.item if isinstance(part, int) else shape.of(part)
        return shape

    def of(self, key: str) -> Shape:
        """The form of what stands under a key."""
        return dict(self.fields).get(key) or self.inner or PLAIN

    @property
    def item(self) -> Shape:
        """The form of a list's items."""
        return self.inner or PLAIN

    @property
    def by_criterion(self) -> bool:
        """Whether the keys are criteria, so that values below stand in their order."""
        return self.keys in ("criteria", "criterion")


PLAIN = Shape()


@cache
def shape_of(kind: Any) -> Shape:
    """The form of a record or a collection of records."""
    return _shape(kind, ())


def _shape(kind: Any, marks: tuple[Any, ...]) -> Shape:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _shape(arguments[0], (*marks, *arguments[1:]))
    if origin in (Union, UnionType):
        return _merged([_shape(each, marks) for each in arguments if each is not NoneType])
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        required = tuple(name for name, field in kind.model_fields.items() if field.is_required())
        return Shape(fields=_fields(kind), words=kind is Words, required=required)
    if origin is dict:
        key_ref = _shape(arguments[0], ()).ref
        return Shape(keys=_order(marks), inner=_shape(arguments[1], ()), key_ref=key_ref)
    if origin is tuple:
        flow = any(getattr(mark, "func", None) is one_or_more for mark in marks)
        return Shape(inner=_shape(arguments[0], ()), flow=flow, values=_order(marks))
    ref = next((mark.to for mark in marks if isinstance(mark, Ref)), "")
    return Shape(bare=kind in (int, float, bool), ref=ref)


def _fields(kind: type[BaseModel]) -> tuple[tuple[str, Shape], ...]:
    """A record's fields, its name first: it says what the rest is about."""
    fields = sorted(kind.model_fields.items(), key=lambda item: item[0] != "name")
    return tuple((name, _shape(field.annotation, tuple(field.metadata))) for name, field in fields)


def _merged(shapes: list[Shape]) -> Shape:
    """Ids or words: what one of them does not say, another may."""
    whole, *others = shapes
    for other in others:
        said = {name: value for name, value in vars(other).items() if value}
        whole = replace(whole, **{name: value for name, value in said.items() if not getattr(whole, name)})
    return whole


def _order(marks: tuple[Any, ...]) -> str:
    return next((mark.by for mark in marks if isinstance(mark, Order)), "")
