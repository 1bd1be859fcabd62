"""What a picked comparison reads: one small file a tool and language, cells in words, sources by number.

Beside it the lines of the cells in the tool's data file, for who wants to change one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.marks import outline_of
from macros.matrix.cells import Cell
from macros.matrix.matrix import Matrix, groups_of, matrix
from macros.records.evidence import Source
from macros.records.tool import Tool
from macros.records.vocabulary import SUPPORT_VALUES, Criterion
from macros.views.said import WEAKER, Said, dates, said

NAMES = "names.json"
OPTIONS = "options.json"


def write(catalogue: Catalogue, site: Path, language: str) -> None:
    """Put the files beside the pages that embed a tool."""
    folder = site / "embed" / "tools"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAMES).write_text(_json(names(catalogue)), "utf-8")
    (folder / OPTIONS).write_text(_json(options(catalogue, language)), "utf-8")
    for key in catalogue.tools:
        (folder / f"{key}.json").write_text(_json(lean(catalogue, key, language)), "utf-8")
        (folder / f"{key}.lines.json").write_text(_json(catalogue.lines[key]), "utf-8")


def names(catalogue: Catalogue) -> dict[str, list[str]]:
    """The names that each tool goes by: what people write by hand is understood by them."""
    return {
        key: list(dict.fromkeys(filter(None, (tool.name.ko, tool.name.en, *tool.search))))
        for key, tool in catalogue.tools.items()
    }


def options(catalogue: Catalogue, language: str) -> dict[str, dict[str, str]]:
    """What the options of each criterion are called: a form of weights or filters is made of them."""
    return {
        key: {
            option: (meant.name or catalogue.strings[f"value.{option}"]).plain(language)
            for option, meant in criterion.options.items()
        }
        for key, criterion in catalogue.criteria.items()
        if criterion.options
    }


def lean(catalogue: Catalogue, key: str, language: str) -> dict[str, Any]:
    """A tool with its groups, in each its criteria with what they say; sources by their number."""
    tool = catalogue.tools[key]
    whole = matrix(catalogue, key, [key], groups_of(catalogue, tool.stages, language), language)
    return {
        "tool": _head(catalogue, tool, language),
        "groups": [
            {
                "id": group.id,
                "name": group.name,
                "lane": group.lane,
                "criteria": [
                    {
                        "id": criterion,
                        "name": asked.name.plain(language),
                        **_options(asked),
                        **_cell(catalogue, whole, whole.cells[key, criterion], language),
                    }
                    for criterion, asked in group.criteria.items()
                ],
            }
            for group in whole.groups
        ],
        "sources": [_source(catalogue, each, language) for each in whole.sources[key]],
    }


def _head(catalogue: Catalogue, tool: Tool, language: str) -> dict[str, Any]:
    status = tool.lifecycle.status
    outline, letters = outline_of(tool)
    return _filled(
        name=tool.name.plain(language),
        closed=not tool.living,
        status=[] if status == "active" else [status, catalogue.strings[f"status.{status}"].plain(language)],
        lane=catalogue.stages[tool.main_stage].lane,
        outline=outline,
        letters=letters,
    )


def _options(asked: Criterion) -> dict[str, str]:
    return {} if tuple(asked.options) == SUPPORT_VALUES else {"options": " ".join(asked.options)}


def _cell(catalogue: Catalogue, whole: Matrix, cell: Cell, language: str) -> dict[str, Any]:
    numbers = whole.sources[cell.tool]
    told = said(catalogue, cell, language) if cell.told else Said((), (), "")
    return _filled(
        state=cell.state,
        value="" if cell.values == (cell.state,) else " ".join(cell.values),
        words=cell.words,
        short="" if cell.short == cell.words else cell.short,
        basis=cell.basis if cell.basis in WEAKER else "",
        conditions=[each.short.plain(language) for each in cell.conditions],
        past=cell.past_words,
        lines=[
            [line.kind, line.text, line.state, *(numbers[each] for each in line.sources)]
            for line in told.paragraphs
        ],
        marks=[numbers[each] for each in told.sources],
        days=told.days,
    )


def _source(catalogue: Catalogue, source: Source, language: str) -> list[str]:
    said = [source.url, source.shows.plain(language), dates(catalogue, source, language)]
    return [*said, *filter(None, [source.shows.state(language)])]


def _filled(**values: Any) -> dict[str, Any]:
    """What is not empty."""
    return {name: value for name, value in values.items() if value}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
