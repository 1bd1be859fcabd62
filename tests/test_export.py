"""The public side exit: JSON, CSV and redirects."""

from __future__ import annotations

import csv
import io
import json
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from macros.site import export
from macros.site.export import CSV_HEAD, EXPORTED, as_csv, as_json
from tests.conftest import DATA, PROJECT, Write
from tests.editing import edit
from tests.test_addresses import run

FORMULAS: list[list[str]] = json.loads((DATA / "formulas.json").read_text("utf-8"))


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_json_holds_every_record_under_its_id(tiny: Catalogue) -> None:
    whole = json.loads(as_json(tiny))
    assert set(whole) == {"figures", "changes", "measured", *EXPORTED}
    assert set(whole["tools"]) == set(tiny.tools)
    assert whole["tools"]["alpha"]["assessments"]["charts"]["value"] == ["yes"]
    assert whole["tools"]["alpha"]["summary"] == {"ko": "Alpha 도구", "en": "The tool Alpha"}
    assert whole["figures"]["assessments"] == 14


def test_the_csv_has_a_line_for_every_assessment(tiny: Catalogue) -> None:
    rows = _rows(as_csv(tiny))
    assert tuple(rows[0]) == CSV_HEAD
    assert [(row["tool"], row["criterion"]) for row in rows] == [
        (key, criterion) for key, tool in tiny.tools.items() for criterion in tool.assessments
    ]
    beta = next(row for row in rows if (row["tool"], row["criterion"]) == ("beta", "charts"))
    assert (beta["value"], beta["note_ko"], beta["note_en"]) == ("partial", "선만", "Lines only")
    assert beta["sources"] == "https://beta.example.test/docs"


def test_several_values_and_both_sides_stand_in_one_line(tiny: Catalogue) -> None:
    rows = {(row["tool"], row["criterion"]): row for row in _rows(as_csv(tiny))}
    assert rows["alpha", "hosting"]["value"] == "self managed"
    assert rows["alpha", "charts"]["version"] == "2.1"
    assert len(rows["zeta", "licence"]["sources"].split()) == 2


def test_the_conditions_of_a_value_stand_beside_it(catalogue: Catalogue) -> None:
    rows = {(row["tool"], row["criterion"]): row for row in _rows(as_csv(catalogue))}
    held = {
        (tool, criterion): " ".join(each.condition)
        for tool, record in catalogue.tools.items()
        for criterion, each in record.assessments.items()
        if each.condition
    }
    assert held
    assert {place: rows[place]["conditions"] for place in held} == held


@pytest.mark.parametrize(("text", "safe"), FORMULAS)
def test_what_a_spreadsheet_would_run_stays_text(text: str, safe: str) -> None:
    assert export.harmless(text) == safe


def test_the_browser_keeps_the_same_as_text() -> None:
    module = (PROJECT / "overrides/assets/rooms/matrix/exports.mjs").as_uri()
    script = f"""
import {{ readFileSync }} from "node:fs";
import {{ harmless }} from "{module}";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(([text]) => harmless(text))));
"""
    assert run(script, FORMULAS) == [safe for _, safe in FORMULAS]


MODEL = """
const cell = {
  value: "yes", words: "yes_*no*", note: "[n](javascript:1)\\n=1", checked: "2026-11-20",
  sources: [{ url: "https://e.org/a b>", opened: "2026-11-19" }],
};
const model = {
  tools: [{ id: "a", name: "A|<b>", cells: { x: cell } }],
  criteria: [{ id: "x", name: "X #1" }],
};
const shown = { tools: ["a"], criteria: ["x"] };
const words = { criterion: "=C", sources: "S", notes: "N", day: "D:" };
"""


def test_nothing_in_a_cell_is_markdown_html_or_a_formula() -> None:
    module = (PROJECT / "overrides/assets/rooms/matrix/exports.mjs").as_uri()
    script = f"""
import {{ readFileSync }} from "node:fs";
import {{ csv, grid, html, markdown }} from "{module}";
readFileSync(0);
{MODEL}
const given = [model, shown, words, "https://s.org/?a&b", "T <i>"];
const made = [markdown(...given), html(...given), csv(model, shown), grid(model, shown, words)];
console.log(JSON.stringify(made));
"""
    text, markup, long, table = run(script, None)
    assert "| X \\#1 | yes\\_\\*no\\* [1](<https://e.org/a%20b%3E>) |" in text
    assert "\\[n\\](javascript:1) =1" in text
    assert text.startswith("**T \\<i\\>**")
    assert "<b>" not in markup
    assert "<i>" not in markup
    assert '<a href="https://e.org/a%20b%3E">[1]</a>' in markup
    assert long.startswith("\ufefftool,criterion,")
    assert "2026-11-19,A|<b>,X #1,\r\n" in long
    assert table.startswith("\ufeff'=C,A|<b>\r\n")


def test_a_condition_and_the_end_of_a_tool_leave_with_the_value() -> None:
    """A yes that is a yes only in the paid plan is none without these words."""
    module = (PROJECT / "overrides/assets/rooms/matrix/exports.mjs").as_uri()
    script = f"""
import {{ readFileSync }} from "node:fs";
import {{ csv, grid, html, markdown, rows }} from "{module}";
readFileSync(0);
{MODEL}
Object.assign(cell, {{ words: "yes", conditions: ["paid", "add-on"] }});
Object.assign(model.tools[0], {{ name: "A", standing: "ended" }});
const given = [model, shown, words, "https://s.org/"];
const made = [markdown(...given), html(...given), csv(model, shown), grid(model, shown, words)];
console.log(JSON.stringify([...made, rows(model, shown)[0].conditions]));
"""
    text, markup, long, table, conditions = run(script, None)
    assert "| yes (paid, add-on) [1]" in text
    assert "<td>yes (paid, add-on) <sup>" in markup
    assert '"paid, add-on"' in long
    assert "A (ended)" in table
    assert "yes (paid" in table
    assert "A (ended)" in text
    assert conditions == ["paid", "add-on"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_note_that_looks_like_a_formula_stays_text(write_note: Catalogue, start: str) -> None:
    rows = _rows(as_csv(write_note))
    notes = {row["note_en"] for row in rows}
    assert f"'{start}cmd|' /C calc'!A0" in notes
    assert not [field for row in rows for field in row.values() if field[:1] == start]


def _with_formulas(said: Any) -> None:
    for start, assessment in zip("=+-@", said["assessments"].values(), strict=True):
        assessment["note"] = {"ko": "글", "en": f"{start}cmd|' /C calc'!A0"}


@pytest.fixture
def write_note(write: Write) -> Catalogue:
    root = write()
    edit(root / "tools" / "alpha" / "evidence.yml", _with_formulas)
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


def test_both_downloads_are_written_below_the_site(tiny: Catalogue, tmp_path: Path) -> None:
    export.write(tiny, tmp_path, "https://example.test/guide/", PROJECT)
    assert (tmp_path / "data" / "catalogue.json").read_text("utf-8") == as_json(tiny)
    assert (tmp_path / "data" / "assessments.csv").read_text("utf-8-sig") == as_csv(tiny)


def test_a_spreadsheet_knows_the_csv_for_utf8_by_one_byte_order_mark(tiny: Catalogue, tmp_path: Path) -> None:
    export.write(tiny, tmp_path, "https://example.test/guide/", PROJECT)
    written = (tmp_path / "data" / "assessments.csv").read_bytes()
    assert written.startswith(BOM_UTF8 + b"tool,")
    assert written.count(BOM_UTF8) == 1
    assert not (tmp_path / "data" / "catalogue.json").read_bytes().startswith(BOM_UTF8)


def test_a_renamed_page_redirects_in_both_languages(write: Write, tmp_path: Path) -> None:
    whole, problems = check(write({"redirects.yml": "tools/alfa: tools/alpha\n"}))
    assert whole is not None, problems
    export.write(whole, tmp_path / "site", "https://example.test/guide/", PROJECT)
    for language, prefix in (("ko", ""), ("en", "en/")):
        page = (tmp_path / "site" / prefix / "tools" / "alfa" / "index.html").read_text("utf-8")
        assert f'<html lang="{language}">' in page
        assert f'content="0; url=https://example.test/guide/{prefix}tools/alpha/"' in page
        assert f'<link rel="canonical" href="https://example.test/guide/{prefix}tools/alpha/">' in page


def test_the_address_of_the_site_is_escaped_in_a_redirect(write: Write, tmp_path: Path) -> None:
    whole, _ = check(write({"redirects.yml": "old: tools/alpha\n"}))
    assert whole is not None
    export.write(whole, tmp_path / "site", 'https://example.test/"><script>/', PROJECT)
    page = (tmp_path / "site" / "old" / "index.html").read_text("utf-8")
    assert page.count("<script>") == 1, "its own, which keeps the query and the anchor"
