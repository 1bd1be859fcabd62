"""What other programs read: one JSON a tool with an index, the tools by their packages, the list of pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.records.fields import LANGUAGES
from macros.site import measured
from macros.views import mine
from macros.views.facts import current_licence


def files(catalogue: Catalogue, base: str) -> dict[str, str]:
    """Every such file by its path below the site."""
    return {
        **_api(catalogue, base),
        mine.TABLE: _json(packages(catalogue), indent=None),
        "llms.txt": _pages(catalogue, base),
    }


def write(catalogue: Catalogue, site: Path, base: str) -> None:
    """Put the files below the built site."""
    for name, text in files(catalogue, base).items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _api(catalogue: Catalogue, base: str) -> dict[str, str]:
    heads = {key: _head(catalogue, key, base) for key in catalogue.tools}
    index = {"version": 1, "tools": list(heads.values()), "criteria": f"{base}data/catalogue.json"}
    found = {"api/v1/index.json": _json(index)}
    for key, tool in catalogue.tools.items():
        record = tool.model_dump(mode="json", exclude_none=True)
        seen = measured.figures(catalogue, key)
        found[f"api/v1/tools/{key}.json"] = _json({**heads[key], "record": record, "measured": seen})
    return found


def _head(catalogue: Catalogue, key: str, base: str) -> dict[str, Any]:
    tool = catalogue.tools[key]
    return {
        "id": key,
        "name": {language: tool.name.plain(language) for language in LANGUAGES},
        "status": tool.lifecycle.status,
        "stages": list(tool.stages),
        "page": {"ko": f"{base}tools/{key}/", "en": f"{base}en/tools/{key}/"},
        "json": f"{base}api/v1/tools/{key}.json",
    }


def packages(catalogue: Catalogue) -> dict[str, Any]:
    """Every tool by what a file of dependencies calls it, with what is said of it where it is found."""
    return {"version": 1, "tools": {key: _found_as(catalogue, key) for key in catalogue.tools}}


def _found_as(catalogue: Catalogue, key: str) -> dict[str, Any]:
    tool = catalogue.tools[key]
    indexes = sorted({*tool.packages, *tool.family})
    return {
        "name": {language: tool.name.plain(language) for language in LANGUAGES},
        "status": tool.lifecycle.status,
        "since": tool.lifecycle.since,
        "successor": tool.lifecycle.successor,
        "licence": current_licence(tool),
        "stages": {stage: "part" if role.part else "whole" for stage, role in tool.stages.items()},
        "packages": {
            index: [*filter(None, [tool.packages.get(index)]), *tool.family.get(index, ())]
            for index in indexes
        },
        "wider": list(tool.wider),
        "images": list(tool.images),
    }


def _pages(catalogue: Catalogue, base: str) -> str:
    """In English, with the Korean page at the same address without `en/`."""
    lines = [
        "# MLOps Tool Guide",
        "",
        "> Every recommendation comes from assessments, and every assessment has a source and a day.",
        "> The same pages stand in Korean without `en/` in their address.",
        "",
        "## Stages",
        "",
    ]
    for key, stage in catalogue.stages.items():
        place = f"{base}en/stages/{key}/"
        lines.append(f"- [{stage.name.plain('en')}]({place}): {stage.summary.plain('en')}")
    lines += ["", "## Tools", ""]
    for key, tool in catalogue.tools.items():
        place = f"{base}en/tools/{key}/"
        lines.append(f"- [{tool.name.plain('en')}]({place}): {tool.summary.plain('en')}")
    lines += ["", "## Data", "", f"- [All records as JSON]({base}data/catalogue.json)"]
    lines += [f"- [One JSON a tool]({base}api/v1/index.json)", ""]
    return "\n".join(lines)


def _json(value: Any, indent: int | None = 1) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
