"""Finds recipes and the list of what is not measured, and reports every mistake in them with its file."""

from __future__ import annotations

import hashlib
import io
import re
import tokenize
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from lab.records import Kind, Recipe, Unmeasured, Words, Work

LAB = Path(__file__).parent
NOT_MEASURED = LAB / "not-measured.yml"
PARTS = "parts.yml"
NOTES = "notes.yml"
BESIDE = {"idle", "internet", "left"}  # what a note is of that no work is
SAID: dict[str, TypeAdapter[Any]] = {
    PARTS: TypeAdapter(dict[str, Words]),
    NOTES: TypeAdapter(dict[str, dict[str, Words]]),
}
FILE = "recipe.yml"
STATUS = re.compile(r"^lifecycle:\n(?: .*\n)*?  status: (\S+)", re.MULTILINE)
LIVING = ("active", "maintenance")
STARTS = {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
SKIPPED = STARTS | {tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER}


def tools(lab: Path = LAB) -> list[str]:
    """The ids that have a recipe."""
    return sorted(file.parent.name for file in lab.glob(f"*/{FILE}"))


def recipe(tool: str, lab: Path = LAB) -> Recipe:
    """One recipe as a value."""
    return Recipe.model_validate(_yaml(lab / tool / FILE))


def unmeasured(file: Path = NOT_MEASURED) -> dict[str, Unmeasured]:
    """What has no recipe, and why."""
    return TypeAdapter(dict[str, Unmeasured]).validate_python(_yaml(file))


def _yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def files(tool: str, lab: Path = LAB) -> tuple[Path, ...]:
    """What a user would have in the folder: everything but the recipe itself and its lock."""
    return tuple(
        sorted(each for each in (lab / tool).iterdir() if each.name not in (FILE, "lock.txt", "__pycache__"))
    )


def code(kind: Kind, work: Work) -> tuple[str, ...]:
    """The files a user wrote for a work."""
    return work.code or (f"{kind}.py",)


def commands(kind: Kind, work: Work) -> tuple[str, ...]:
    """What a user types for a work."""
    return work.run or (f"python {kind}.py",)


def written_lines(tool: str, kind: Kind, work: Work, lab: Path = LAB) -> int:
    """Lines of all files a user wrote for a work."""
    return sum(lines(lab / tool / name) for name in code(kind, work))


def lines(file: Path) -> int:
    """Lines of code: not blank, not a comment, not a docstring."""
    text = file.read_text("utf-8")
    if file.suffix == ".py":
        return len(set(_python_lines(text)))
    return sum(1 for each in text.splitlines() if each.strip() and not each.strip().startswith(("#", "//")))


def _python_lines(text: str) -> Iterator[int]:
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        docstring = token.type == tokenize.STRING and before in STARTS
        if token.type not in SKIPPED and not docstring:
            yield from range(token.start[0], token.end[0] + 1)
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            before = token.type


def mark(tool: str, lab: Path = LAB) -> str:
    """Twelve characters that change when anything of the recipe does."""
    whole = hashlib.sha256()
    for file in sorted(
        each for each in (lab / tool).rglob("*") if each.is_file() and "__pycache__" not in each.parts
    ):
        whole.update(file.relative_to(lab).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]


def problems(lab: Path = LAB) -> Iterator[str]:
    """Every recipe can be read, has the files it speaks of, and has its packages locked."""
    for tool in tools(lab):
        place = f"{lab.name}/{tool}"
        try:
            one = recipe(tool, lab)
        except (ValidationError, yaml.YAMLError) as error:
            yield from _told(f"{place}/{FILE}", error)
            continue
        if one.pypi and not (lab / tool / "lock.txt").exists():
            yield f"{place}/lock.txt: is missing; run `python -m lab lock {tool}`"
        for kind, work in one.works.items():
            for name in code(kind, work):
                if not (lab / tool / name).is_file():
                    yield f"{place}/{FILE}: works.{kind}: there is no file {name}"
    yield from _unmeasured_problems(lab)
    yield from _said_problems(lab)


def _unmeasured_problems(lab: Path) -> Iterator[str]:
    file, there = lab / NOT_MEASURED.name, set(tools(lab))
    try:
        listed = set(unmeasured(file)) if file.exists() else set()
    except (ValidationError, yaml.YAMLError) as error:
        yield from _told(f"{lab.name}/{file.name}", error)
        return
    for tool in sorted(listed & there):
        yield f"{lab.name}/{file.name}: {tool} is measured and is listed as not measured"
    for tool in sorted(living(lab) - listed - there):
        yield f"{lab.name}/{file.name}: {tool} has no recipe, and no reason stands here"


def living(lab: Path = LAB) -> set[str]:
    """The tools of the catalogue beside the laboratory that are alive."""
    evidence = lab.parent.glob("data/tools/*/evidence.yml")
    found = {file.parent.name: STATUS.search(file.read_text("utf-8")) for file in evidence}
    return {tool for tool, status in found.items() if status and status[1] in LIVING}


def _said_problems(lab: Path) -> Iterator[str]:
    """Parts and notes are of tools that have a recipe, and a note is of a work that stands in it."""
    done = {tool: {*BESIDE, *_works(tool, lab)} for tool in tools(lab)}
    for name, kind in SAID.items():
        file = lab / name
        try:
            said = kind.validate_python(_yaml(file)) if file.exists() else {}
        except (ValidationError, yaml.YAMLError) as error:
            yield from _told(f"{lab.name}/{name}", error)
            continue
        for tool in sorted(set(said) - set(done)):
            yield f"{lab.name}/{name}: {tool} is not measured, not even a part of it"
        for tool in sorted(set(said) & set(done)) if name == NOTES else ():
            for work in sorted(set(said[tool]) - done[tool]):
                yield f"{lab.name}/{name}: {tool}: its recipe has no work '{work}'"


def _works(tool: str, lab: Path) -> Iterator[str]:
    """The works of a recipe; none of one that cannot be read, which has a problem of its own."""
    with suppress(ValidationError, yaml.YAMLError):
        yield from recipe(tool, lab).works


def _told(place: str, error: ValidationError | yaml.YAMLError) -> Iterator[str]:
    if isinstance(error, ValidationError):
        for each in error.errors():
            yield f"{place}: {'.'.join(map(str, each['loc'])) or 'recipe'}: {each['msg']}"
    else:
        yield f"{place}: {' '.join(str(error).split())}"
