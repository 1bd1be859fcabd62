"""The public side exit: JSON, CSV and redirects; the site's own pages never read it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

from markupsafe import escape

from macros.loading.catalogue import Catalogue
from macros.site import feed, measured, out
from macros.views.facts import size

EXPORTED = (
    "stages", "criteria", "tools", "guides", "questions", "comparisons", "stacks", "scenarios",
)  # fmt: skip
CSV_HEAD = ("tool", "criterion", "value", "checked", "version", "note_ko", "note_en", "sources", "conditions")
RUN = "=+-@\u2212\t\r\n"  # what a formula may begin with
MARKED = "utf-8-sig"  # with the byte-order mark by which a spreadsheet knows the text for UTF-8
REDIRECT = (
    '<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>→ {to}</title>'
    '<link rel="canonical" href="{to}"><meta name="robots" content="noindex">'
    "<script>location.replace(document.querySelector('link').href + location.search + location.hash)</script>"
    '<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript><a href="{to}">{to}</a></html>\n'
)


def write(catalogue: Catalogue, site: Path, base: str, project: Path) -> None:
    """Write the downloads and the redirects below the built site; `project` holds the measurements."""
    folder = site / "data"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.json").write_text(as_json(catalogue), "utf-8")
    (folder / "assessments.csv").write_text(as_csv(catalogue), MARKED)
    out.write(catalogue, site, base)
    measured.write(catalogue, folder, project)
    for language, below in (("ko", ""), ("en", "en")):
        page = site / below / feed.NAME
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(feed.feed(catalogue, language, base), "utf-8")
    for old, new in catalogue.redirects.items():
        for language, prefix in (("ko", ""), ("en", "en/")):
            page = site / prefix / old / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(REDIRECT.format(lang=language, to=escape(f"{base}{prefix}{new}/")), "utf-8")


def as_json(catalogue: Catalogue) -> str:
    """Every record as it is stored, the ids as keys."""
    whole = {
        "figures": size(catalogue)._asdict(),
        **{
            name: {key: _plain(record) for key, record in getattr(catalogue, name).items()}
            for name in EXPORTED
        },
        "changes": [_plain(change) for change in catalogue.changes],
        "measured": {key: measured.figures(catalogue, key) for key in catalogue.measured},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_csv(catalogue: Catalogue) -> str:
    """One assessment a line, its sources separated by spaces."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_HEAD)
    for key, tool in catalogue.tools.items():
        for criterion, each in tool.assessments.items():
            note = each.note
            row = (
                key,
                criterion,
                " ".join(each.values),
                each.checked,
                each.version or "",
                note.ko if note else "",
                (note.en or "") if note else "",
                " ".join(tool.sources[source].url for source in each.sources),
                " ".join(each.condition or ()),
            )
            writer.writerow(harmless(str(field)) for field in row)
    return text.getvalue()


def harmless(field: str) -> str:
    """Spreadsheets run what begins like a formula, in full-width signs too; an apostrophe keeps it text."""
    first = normalize("NFKC", field[:1])
    return f"'{field}" if first and first[0] in RUN else field


def _plain(record: Any) -> Any:
    return record.model_dump(mode="json", exclude_none=True, exclude_defaults=False)
