"""Every text in two languages that a record holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.records.fields import Words

Place = tuple[str | int, ...]


def texts(record: Any, place: Place = ()) -> Iterator[tuple[Place, Words]]:
    """The texts inside a record, or inside mappings and lists of records, each with its place."""
    if isinstance(record, Words):
        yield place, record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from texts(getattr(record, name), (*place, name))
    elif isinstance(record, dict):
        for key, value in record.items():
            yield from texts(value, (*place, key))
    elif isinstance(record, tuple):
        for number, value in enumerate(record):
            yield from texts(value, (*place, number))
