"""What is wrong with the data, said so that a contributor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros.records import fields, plans, vocabulary
from macros.records import tool as model
from macros.records.fields import Record

Path = tuple[str | int, ...]
Lines = dict[Path, int]
MOST_QUOTED = 80
FORMS = {
    fields.ID_FORM: "is no id: lower-case letters, digits and hyphens",
    fields.ADDRESS_FORM: "is no address of a page, such as tools/mlflow",
    fields.MONTH_FORM: "is not a date (YYYY, YYYY-MM or YYYY-MM-DD)",
    vocabulary.PLACE_FORM: "is no public id",
    vocabulary.FATE_FORM: "is none of: used, removed, moved <to>",
    plans.CELL_FORM: "is no cell: write tool.criterion",
}
MESSAGES = {
    "missing": "is missing",
    "too_short": "needs at least {min_length}",
    "too_long": "takes at most {max_length}",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "string_type": "is not text",
    "tuple_type": "is not a list",
    "dict_type": "is not a mapping",
    "model_type": "is not a mapping",
    "bool_parsing": "is not true or false",
    "int_parsing": "is not a whole number",
    "greater_than_equal": "is less than {ge}",
    "less_than_equal": "is more than {le}",
}


class Problem(NamedTuple):
    """One mistake: `file:line: field: what is wrong`."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return "".join(map(_printable, f"{self.file}:{self.line}: {field}{self.message}"))


def _printable(character: str) -> str:
    """A character that a terminal or a log cannot take for a command or a new line."""
    return character if character.isprintable() else f"U+{ord(character):04X}"


def guess(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known word, else nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def line_of(path: Path, lines: Lines) -> int:
    """The line of a place in a file, or of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def dotted(path: Path) -> str:
    """`assessments.licence.value`."""
    return ".".join(str(part) for part in path)


def from_validation(error: ValidationError, file: str, data: Any, lines: Lines) -> list[Problem]:
    """Pydantic's errors as problems, one for each place."""
    found: dict[Path, Problem] = {}
    details = [
        (_place(each["loc"], data, missing=each["type"] == "missing"), each) for each in error.errors()
    ]
    places = {path for path, _ in details}
    for path, detail in details:
        if not _is_echo(path, detail, places):
            problem = Problem(file, line_of(path, lines), dotted(path), _message(detail, path))
            found.setdefault(path, problem)
    return list(found.values())


def _is_echo(path: Path, detail: Any, places: set[Path]) -> bool:
    """Whether a mistake inside is what makes this place look short, or of another kind."""
    if detail["type"] == "too_short":
        return bool(len(detail["input"]) >= detail["ctx"]["min_length"])
    inside = any(len(other) > len(path) and other[: len(path)] == path for other in places)
    return inside and detail["type"] in ("tuple_type", "model_type")


def _place(loc: Path, data: Any, *, missing: bool) -> Path:
    """The path in the file, without the names that pydantic adds for unions."""
    path: list[str | int] = []
    for part in loc:
        if _holds(data, part):
            data = data[part]
            path.append(part)
    if missing and loc:
        path.append(loc[-1])
    return tuple(path)


def _holds(data: Any, part: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and part < len(data)
    return isinstance(data, dict) and part in data


def _message(detail: Any, path: Path) -> str:
    value, kind = _short(detail["input"]), detail["type"]
    if kind in MESSAGES:
        return MESSAGES[kind].format(**detail.get("ctx", {}))
    if kind == "extra_forbidden":
        return f"unknown key{guess(str(path[-1]), _known_keys())}"
    if kind == "literal_error":
        expected = detail["ctx"]["expected"]
        return f"'{value}' is not one of {expected}{guess(str(value), expected.split(chr(39))[1::2])}"
    if kind == "value_error":
        return (
            f"'{value}' {detail['ctx']['error']}" if isinstance(value, str) else str(detail["ctx"]["error"])
        )
    if kind == "string_pattern_mismatch":
        return f"'{value}' {FORMS[detail['ctx']['pattern']]}"
    if kind.startswith("date"):
        return f"'{value}' is not a date (YYYY-MM-DD)"
    return str(detail["msg"])


def _short(value: Any) -> Any:
    return f"{value[:MOST_QUOTED]}…" if isinstance(value, str) and len(value) > MOST_QUOTED else value


def _known_keys() -> set[str]:
    records = [
        item
        for module in (vocabulary, model, plans)
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, Record)
    ]
    return {field for record in records for field in record.model_fields}
