"""The newest result of each tool, read from `lab/results`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.loading.measured import Result
from macros.loading.problems import Problem
from macros.records.fields import Words

NAME = re.compile(r"([a-z0-9-]+?)(?:\.(\d+))?\.json")


def read_results(
    folder: Path,
    root: Path,
    parts: Mapping[str, Words],
    notes: Mapping[str, Mapping[str, Words]],
    problems: list[Problem],
) -> dict[str, Result]:
    """The newest result of each tool by its id; what cannot be read goes to `problems`.

    `parts` says of which tools only a part was measured, and which; `notes` what to know of a work.
    """
    newest: dict[str, tuple[str, int, Path]] = {}
    for path in sorted(folder.glob("*/*.json")):
        if found := NAME.fullmatch(path.name):
            entry = (path.parent.name, int(found[2] or 1), path)
            newest[found[1]] = max(newest.get(found[1], entry), entry)
    said = {tool: {"part": parts.get(tool), "notes": notes.get(tool, {})} for tool in newest}
    results = {tool: _read(path, root, said[tool], problems) for tool, (_, _, path) in sorted(newest.items())}
    return {tool: result for tool, result in results.items() if result}


def _read(path: Path, root: Path, said: Mapping[str, Any], problems: list[Problem]) -> Result | None:
    file = path.relative_to(root).as_posix()
    try:
        return Result.model_validate({**_object(path), "file": file, **said})
    except ValidationError as error:
        (first, *_) = error.errors()
        why = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        problems.append(Problem(file, 1, "", f"is no result of the laboratory: {why}"))
    except ValueError as error:
        problems.append(Problem(file, 1, "", f"is no result of the laboratory: {error}"))
    return None


def _object(path: Path) -> dict[str, Any]:
    data = json.loads(path.read_text("utf-8"))
    if not isinstance(data, dict):
        raise ValueError("it is no mapping")
    return data
