"""What must hold for recipes and results: each mistake with its file, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from lab import recipes, results

PRIVATE = re.compile(r"/root/|/home/(?!lab)\w|/work/(?:w-|main|\.)|/tmp/lab-|/Users/")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NAME = re.compile(r"[a-z0-9-]+(\.\d+)?")


def problems(lab: Path = recipes.LAB, kept: Path = results.FOLDER) -> Iterator[str]:
    """Of all recipes, and of all results."""
    yield from recipes.problems(lab)
    for file in results.kept(kept):
        yield from result_problems(file)


def result_problems(file: Path) -> Iterator[str]:
    """A result can be read, stands under its own day, and says nothing about whose machine it was."""
    place = f"results/{file.parent.name}/{file.name}"
    text = file.read_text("utf-8")
    try:
        result = results.Result.model_validate_json(text)
    except ValidationError as error:
        for each in error.errors():
            yield f"{place}: {'.'.join(map(str, each['loc'])) or 'result'}: {each['msg']}"
        return
    if result.day != file.parent.name:
        yield f"{place}: day: is {result.day}, and the folder says {file.parent.name}"
    if not NAME.fullmatch(file.stem):
        yield f"{place}: a result is named after its tool"
    if found := PRIVATE.search(text):
        yield f"{place}: speaks of somebody's machine ({found.group()!r})"
