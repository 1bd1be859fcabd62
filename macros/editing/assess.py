"""A cell added or changed by command, its line of history with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.editing.files import Unable, rewritten
from macros.loading import history
from macros.loading.catalogue import Catalogue
from macros.loading.folders import EVIDENCE
from macros.loading.history import Line, decoded, encoded, same
from macros.loading.reading import parse
from macros.records.evidence import Evidence
from macros.records.tool import Tool, source_keys
from macros.records.vocabulary import Criterion
from macros.rules.rule import unknown


@dataclass(frozen=True)
class Claim:
    """What `assess` is told of one cell. `source` is a key of the tool's file, or an address."""

    tool: str
    criterion: str
    value: str
    source: str
    shows: tuple[str, str] | None = None
    note: tuple[str, str] | None = None
    condition: tuple[str, ...] = ()
    why: str = ""
    by: str = ""


def assessed(catalogue: Catalogue, claim: Claim, root: Path, today: date) -> dict[Path, str]:
    """The files that change where a claim is written, with its line of history; raises Unable."""
    tool, criterion = _asked(catalogue, claim)
    folder = root / "tools" / claim.tool
    data, _ = parse((folder / EVIDENCE).read_text("utf-8"))
    source = _source(data, claim, today)
    before = tool.assessments.get(claim.criterion)
    said = decoded(
        criterion, " ".join(claim.value.replace(",", " ").split()) if criterion.options else claim.value
    )
    entry = data.setdefault("assessments", {}).setdefault(claim.criterion, {})
    entry.update(value=list(said) if isinstance(said, tuple) else {"ko": said.ko, "en": said.en})
    entry.update(source=[source], checked=today.isoformat())
    entry.pop("condition", None)
    if claim.condition:
        entry["condition"] = list(claim.condition)
    if claim.note:
        entry["note"] = dict(zip(("ko", "en"), claim.note, strict=True))
    if claim.by:
        entry["by"] = claim.by
    _drop_unused(data, tool, claim.criterion, source)
    text = (folder / EVIDENCE).read_text("utf-8")
    lines = history.completed(tool.history, tool.assessments)
    was = encoded(before.value) if before else ""
    if not same(was, encoded(said)):
        why = claim.why or (history.FIRST if not was else "")
        if not why:
            raise Unable(f"it said '{was}' before; say why it changes: --why '…'")
        lines = (*lines, Line(claim.criterion, today, was, encoded(said), why, source, claim.by))
    return {
        folder / EVIDENCE: rewritten(text, data, Evidence, catalogue),
        folder / history.FILE: history.write(lines),
    }


def _drop_unused(data: Any, tool: Tool, criterion: str, source: str) -> None:
    """Take out the sources that only this cell rested on, and rests on no longer."""
    used = {key for place, key in source_keys(tool) if place[:2] != ("assessments", criterion)}
    for key in tool.assessments[criterion].sources if criterion in tool.assessments else ():
        if key not in used | {source}:
            del data["sources"][key]


def _asked(catalogue: Catalogue, claim: Claim) -> tuple[Tool, Criterion]:
    if claim.tool not in catalogue.tools:
        raise Unable(unknown("tool", claim.tool, catalogue.tools))
    asked = catalogue.criteria_for(catalogue.tools[claim.tool])
    if claim.criterion not in asked:
        raise Unable(unknown("criterion of this tool", claim.criterion, asked))
    return catalogue.tools[claim.tool], asked[claim.criterion]


def _source(data: Any, claim: Claim, today: date) -> str:
    """The key of the claim's source; an address that is new to the tool becomes a source of it."""
    sources = data["sources"]
    if "://" not in claim.source:
        if claim.source not in sources:
            raise Unable(unknown("source of this tool", claim.source, sources))
        return claim.source
    known = next((key for key, each in sources.items() if each["url"] == claim.source), None)
    if known is None and claim.shows is None:
        raise Unable("a new source says what it shows: --shows-ko '…' --shows-en '…'")
    key = known or _free_key(claim.source, sources)
    entry = sources.setdefault(key, {"url": claim.source})
    entry["accessed"] = today.isoformat()
    if claim.shows:
        entry["shows"] = dict(zip(("ko", "en"), claim.shows, strict=True))
    return key


def _free_key(url: str, taken: Any) -> str:
    parts = [part for part in re.split(r"[^a-z0-9]+", urlsplit(url).path.lower()) if part]
    stem = (
        parts[-1]
        if parts and not re.fullmatch(r"html?|md|rst", parts[-1])
        else "-".join(parts[-2:-1]) or "home"
    )
    return next(key for number in range(len(taken) + 2) if (key := f"{stem}{number or ''}") not in taken)
