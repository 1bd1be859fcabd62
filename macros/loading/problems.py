"""What is wrong with the data, said so that a contributor can mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros.loading.shape import Shape
from macros.records import days, fields, plans, tool, vocabulary

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
    tool.MARK_FORM: "is no mark: a glyph's name in Simple Icons in small letters, or two letters such as Ab",
    tool.LETTERS_FORM: "is no pair of letters: write two, the first a capital, such as Ab",
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
    "bool_parsing": "is not true or false; write one of the two",
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


class Mistake(NamedTuple):
    """What is wrong at a place, and the place that cannot be relied on because of it."""

    message: str
    doubt: Path


def _printable(character: str) -> str:
    """A character that a terminal or a log cannot take for a command or a new line."""
    return character if character.isprintable() else f"U+{ord(character):04X}"


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """The known word that is nearest to this one, or nothing."""
    return get_close_matches(word, list(known), n=1, cutoff=cutoff)


def guess(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """`; did you mean 'x'?` for the nearest known word, else nothing."""
    near = nearest(word, known, cutoff)
    return f"; did you mean '{near[0]}'?" if near else ""


def line_of(path: Path, lines: Lines) -> int:
    """The line of a place in a file, or of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def dotted(path: Path) -> str:
    """`assessments.licence.value`."""
    return ".".join(str(part) for part in path)


def mistakes(error: ValidationError, data: Any, shape: Shape) -> dict[Path, Mistake]:
    """Pydantic's errors, one for each place: what follows from another one is left out."""
    details = [
        (_place(each["loc"], data, missing=each["type"] == "missing"), each) for each in error.errors()
    ]
    details = _emptied(_without_misplaced(details))
    places = {path for path, _ in details}
    meant = _meant({path for path, each in details if each["type"] == "extra_forbidden"}, details, shape)
    found: dict[Path, Mistake] = {}
    for path, detail in details:
        if path not in meant.values() and not _is_echo(path, detail, places):
            found.setdefault(path, _mistake(path, detail, meant, shape))
    return found


def _without_misplaced(details: list[tuple[Path, Any]]) -> list[tuple[Path, Any]]:
    """The errors without those of keys that are missing here and stand a level too high."""
    missing = {path for path, each in details if each["type"] == "missing"}
    wrong = {path for path, each in details if path not in missing}
    return [(path, each) for path, each in details if path not in missing or _above(path) not in wrong]


def _emptied(details: list[tuple[Path, Any]]) -> list[tuple[Path, Any]]:
    """The errors with one for each record that says nothing at all, instead of one for each of its keys."""
    lacking = [(path[:-1], each) for path, each in details if each["type"] == "missing"]
    often = Counter(path for path, _ in lacking)
    empty = {path: each for path, each in lacking if not each["input"] and often[path] > 1}
    kept = [(path, each) for path, each in details if path[:-1] not in empty or each["type"] != "missing"]
    return kept + [(path, {**each, "type": "model_type"}) for path, each in empty.items()]


def _above(path: Path) -> Path:
    """The place of the same key one level higher."""
    return (*path[:-2], path[-1]) if len(path) > 1 else ()


def _mistake(path: Path, detail: Any, meant: dict[Path, Path], shape: Shape) -> Mistake:
    """A mistake, with the place that is in doubt because of it."""
    if detail["type"] != "extra_forbidden":
        doubt = path[:-1] if detail["type"] == "missing" else path
        return Mistake(_message(detail, path, shape), doubt)
    known = [name for name, _ in shape.at(path[:-1]).fields]
    near = meant.get(path) or next(iter((*path[:-1], each) for each in nearest(str(path[-1]), known)), None)
    if near:
        return Mistake(f"unknown key; did you mean '{near[-1]}'?", near)
    return Mistake(f"unknown key; known here: {', '.join(known)}", path)


def _meant(extra: set[Path], details: list[tuple[Path, Any]], shape: Shape) -> dict[Path, Path]:
    """Of each unknown key the missing one beside it that was meant: the nearest, or the only one."""
    missing = {path for path, each in details if each["type"] == "missing"}
    meant: dict[Path, Path] = {}
    for path in sorted(extra, key=str):
        beside = {str(other[-1]): other for other in missing if other[:-1] == path[:-1]}
        near = nearest(str(path[-1]), [name for name, _ in shape.at(path[:-1]).fields])
        if near and near[0] in beside:
            meant[path] = beside[near[0]]
        elif not near and len(beside) == 1:
            meant[path] = next(iter(beside.values()))
    return meant


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


def _message(detail: Any, path: Path, shape: Shape) -> str:
    value, kind = _short(detail["input"]), detail["type"]
    if kind == "model_type" and (keys := _asked(shape.at(path))):
        said = "is empty" if value == {} else "is not a mapping"
        return f"{said}; write {keys}, each on its own line below"
    if kind in MESSAGES:
        return MESSAGES[kind].format(**detail.get("ctx", {}))
    if kind == "literal_error":
        expected = detail["ctx"]["expected"]
        near = guess(str(value).casefold(), expected.split("'")[1::2], cutoff=0.5)
        return f"'{value}' is not one of {expected}{near}"
    if kind == "value_error":
        return (
            f"'{value}' {detail['ctx']['error']}" if isinstance(value, str) else str(detail["ctx"]["error"])
        )
    if kind == "string_pattern_mismatch" and "://" in value and "source" in path:
        return f"'{value}' is an address; give the page an id under sources, and write that id here"
    if kind == "string_pattern_mismatch":
        return f"'{value}' {FORMS[detail['ctx']['pattern']]}{_idlike(value, detail['ctx']['pattern'])}"
    if kind.startswith("date"):
        return f"'{value}' {days.no_day(str(value))}"
    return str(detail["msg"])


def _asked(shape: Shape) -> str:
    """The keys of a record that has to have them, its source among them."""
    keys = [name for name, _ in shape.fields if name in shape.required or name == "source"]
    return ", ".join(keys)


def _idlike(value: str, pattern: str) -> str:
    """`; write 'an-id'` where the words can be made into an id."""
    wanted = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")
    return f"; write '{wanted}'" if pattern == fields.ID_FORM and wanted else ""


def _short(value: Any) -> Any:
    return f"{value[:MOST_QUOTED]}…" if isinstance(value, str) and len(value) > MOST_QUOTED else value


def counted(problems: Sequence[Problem]) -> str:
    """How many there are, in words."""
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
