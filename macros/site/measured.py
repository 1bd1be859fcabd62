"""Figures as others read them: by tool and criterion, with raw result and recipe beside them."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path
from typing import Any

from macros.loading.catalogue import Catalogue
from macros.loading.figures import band, derived
from macros.records.fields import Words

HEAD = (
    "tool",
    "criterion",
    "number",
    "unit",
    "band",
    "day",
    "version",
    "age_months",
    "part",
    "raw",
    "recipe",
)


def write(catalogue: Catalogue, folder: Path, project: Path) -> None:
    """All figures as one table, and of each tool its newest raw result and its recipe, of a project."""
    (folder / "figures.csv").write_text(as_csv(catalogue), "utf-8")
    below = folder / "measured"
    below.mkdir(exist_ok=True)
    for tool, result in catalogue.measured.items():
        shutil.copyfile(project / result.file, below / f"{tool}.json")
        shutil.copyfile(project / "lab" / tool / "recipe.yml", below / f"{tool}.yml")


def figures(catalogue: Catalogue, tool: str) -> dict[str, Any]:
    """What was measured of a tool, by criterion; a release too old to count stands with its age only here."""
    asked = (key for key, each in catalogue.criteria.items() if each.kind == "figure")
    return {key: found for key in asked if (found := _figure(catalogue, tool, key))}


def _figure(catalogue: Catalogue, tool: str, criterion: str) -> dict[str, Any] | None:
    figure, asked = derived(catalogue, tool, criterion), catalogue.criteria[criterion]
    if not figure or not figure.result:
        return None
    result = figure.result
    return {
        "number": figure.number,
        "unit": _said(asked.unit),
        "band": band(catalogue, tool, criterion),
        "runs": list(figure.runs),
        "day": figure.day,
        "version": result.version,
        "age_months": result.age_months,
        "counts": figure.counts,
        "part": _said(result.part),
        "load": result.machine.load_before,
        "raw": f"data/measured/{tool}.json",
        "recipe": f"data/measured/{tool}.yml",
    }


def _said(words: Words | None) -> dict[str, str] | None:
    return {"ko": words.ko, "en": words.en or words.ko} if words else None


def as_csv(catalogue: Catalogue) -> str:
    """One figure that counts a line, in English."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEAD)
    for tool in catalogue.measured:
        for criterion, each in figures(catalogue, tool).items():
            if each["counts"]:
                row = {**each, "tool": tool, "criterion": criterion}
                row |= {name: (each[name] or {}).get("en", "") for name in ("unit", "part")}
                writer.writerow("" if row[name] is None else row[name] for name in HEAD)
    return text.getvalue()
