"""Measured figures as cells: number, unit, day and where from; old, partial and missing ones said as such."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from macros.matrix.cells import cell
from macros.matrix.matrix import groups_of, matrix
from macros.site import measured
from macros.site.lean import lean
from macros.site.out import files
from macros.views.facts import coverage
from macros.views.said import said
from macros.views.tools import tool
from tests.conftest import Write
from tests.laboratory import GROUP, WORK, result, site, whole_of

ALPHA = result(works={"track": {**WORK, "start_cpu_seconds": [3.0, 1.0, 2.0]}})


@pytest.fixture
def shipped(catalogue: Catalogue) -> dict[str, Any]:
    """The words of the shipped catalogue: the tiny one has only a few."""
    return {"strings": catalogue.strings}


def test_a_figure_is_the_median_with_its_unit_and_says_when_how_and_where(
    write: Write, shipped: dict[str, Any]
) -> None:
    whole = whole_of(write, shipped, alpha=ALPHA)
    start = cell(whole, "alpha", "start", "en")
    assert (start.state, start.words, start.values) == ("figure", "2 s", ("2",))
    told = said(whole, start, "en")
    assert "2026-11-29" in told.paragraphs[0].text
    assert "Median of 3, 1–3." in told.paragraphs[0].text
    assert [line.at for line in told.paragraphs[1:]] == [
        "../data/measured/alpha.json",
        "../data/measured/alpha.yml",
    ]
    korean = said(whole, cell(whole, "alpha", "start", "ko"), "ko")
    assert [line.at for line in korean.paragraphs[1:]] == [
        "data/measured/alpha.json",
        "data/measured/alpha.yml",
    ]


def test_what_was_not_measured_is_said_and_never_guessed(write: Write, shipped: dict[str, Any]) -> None:
    client = result(level="client", works={})
    whole = whole_of(write, shipped, alpha=ALPHA, gamma=client)
    for name in ("beta", "gamma"):
        size = cell(whole, name, "size", "en")
        assert (size.state, size.words) == ("unmeasured", "not measured")
    rows = [row for name in ("beta", "gamma") for each in tool(whole, name, "en").others for row in each.rows]
    firsts = [row.first for row in rows if row.cell.criterion == "size"]
    assert firsts == [whole.strings[f"figure.{name}"].en for name in ("none", "client")]


def test_a_release_more_than_a_year_old_is_no_cell_and_carries_its_age(
    write: Write, shipped: dict[str, Any]
) -> None:
    whole = whole_of(write, shipped, alpha=result(age_months=30))
    size = cell(whole, "alpha", "size", "en")
    assert (size.state, size.words) == ("unmeasured", "not measured")
    assert "30 months old, was measured: 50 MB" in said(whole, size, "en").paragraphs[0].text
    shown = tool(whole, "alpha", "en")
    (row,) = [row for each in shown.others for row in each.rows if row.cell.criterion == "size"]
    assert "30 months" in row.first
    assert measured.figures(whole, "alpha")["size"]["counts"] is False
    assert measured.as_csv(whole).splitlines() == [",".join(measured.HEAD)]


def test_a_matrix_has_a_row_of_figures_only_where_a_tool_has_one(
    write: Write, shipped: dict[str, Any]
) -> None:
    whole = whole_of(write, shipped, alpha=result())
    groups = groups_of(whole, ["tracking"], "ko")
    both = matrix(whole, "m", ["alpha", "beta"], groups, "ko")
    rows = [key for group in both.groups for key in group.criteria]
    assert "size" in rows
    assert "start" not in rows
    bare = matrix(whole, "m", ["beta", "gamma"], groups, "ko")
    assert "measured" not in {group.id for group in bare.groups}


def test_a_row_of_every_tool_stands_where_a_third_of_those_shown_have_a_figure(
    write: Write, shipped: dict[str, Any]
) -> None:
    whole = whole_of(write, shipped, alpha=result())
    groups = groups_of(whole, ["tracking"], "ko")
    for tools, there in ((["alpha", "beta", "gamma"], True), (["alpha", "beta", "gamma", "zeta"], False)):
        shown = matrix(whole, "m", tools, groups, "ko")
        assert ("size" in {key for group in shown.groups for key in group.criteria}) == there


def test_nobody_is_asked_for_a_figure(write: Write, shipped: dict[str, Any], tiny: Catalogue) -> None:
    whole = whole_of(write, shipped, alpha=ALPHA)
    assert coverage(whole, whole.tools["beta"]) == coverage(tiny, tiny.tools["beta"])


def test_figures_are_exported_with_their_raw_result_and_recipe(write: Write, shipped: dict[str, Any]) -> None:
    whole = whole_of(write, shipped, "alpha: {ko: 일부, en: A part}", alpha=ALPHA)
    shown = json.loads(files(whole, "https://example.org/")["api/v1/tools/alpha.json"])["measured"]["start"]
    assert (shown["number"], shown["unit"]["en"], shown["day"]) == (2, "s", "2026-11-29")
    assert (shown["raw"], shown["part"]["en"]) == ("data/measured/alpha.json", "A part")
    assert "alpha,size,50.0,MB,," in measured.as_csv(whole)
    picked = [each for group in lean(whole, "alpha", "en")["groups"] for each in group["criteria"]]
    (start,) = [each for each in picked if each["id"] == "start"]
    assert (start["state"], start["words"], start.get("lines")) == ("figure", "2 s (a part)", None)


def test_a_figure_that_stands_apart_is_on_the_page_of_its_tool_and_in_no_matrix(
    write: Write, shipped: dict[str, Any]
) -> None:
    apart = GROUP.replace("    works: [serve, track]", "    works: [serve, track]\n    apart: true")
    whole, problems = site(write, {"2026-11-29/alpha.json": ALPHA}, {"criteria/measured.yml": apart})
    assert whole is not None, problems
    whole = Catalogue(**{**vars(whole), **shipped})
    groups = groups_of(whole, ["tracking"], "ko")
    shown = matrix(whole, "m", ["alpha"], groups, "ko")
    assert "start" not in {key for group in shown.groups for key in group.criteria}
    assert "start" in {row.cell.criterion for each in tool(whole, "alpha", "ko").others for row in each.rows}


def test_a_tool_that_needs_no_server_has_none_to_measure(write: Write, shipped: dict[str, Any]) -> None:
    whole = whole_of(write, shipped, "gamma: {ko: 오프라인만, en: Offline}", alpha=result(), gamma=result())
    alone, part = (cell(whole, name, "start", "en") for name in ("alpha", "gamma"))
    assert (alone.state, alone.words) == ("not-applicable", "runs without a server")
    assert (part.state, part.words) == ("unmeasured", "not measured")
    rows = [
        row for name in ("alpha", "gamma") for each in tool(whole, name, "en").others for row in each.rows
    ]
    firsts = [row.first for row in rows if row.cell.criterion == "start"]
    assert firsts == [whole.strings["figure.serverless"].en, "Offline"]


def test_a_time_below_the_clock_is_not_zero(write: Write, shipped: dict[str, Any]) -> None:
    quick = result(works={"track": {**WORK, "start_cpu_seconds": [0.0, 0.0, 0.01]}})
    whole = whole_of(write, shipped, alpha=quick)
    assert cell(whole, "alpha", "start", "en").words == "<0.01 s"


def test_memory_at_rest_says_how_many_processes_hold_it(write: Write, shipped: dict[str, Any]) -> None:
    idle = GROUP.replace("measure: start-cpu-seconds", "measure: idle-megabytes")
    works = {"track": {**WORK, "processes": ["one", "two"]}}
    files = {"2026-11-29/alpha.json": result(works=works)}
    notes = "alpha: {idle: {ko: 글, en: This is Redis.}}"
    whole, problems = site(write, files, {"criteria/measured.yml": idle}, notes=notes)
    assert whole is not None, problems
    whole = Catalogue(**{**vars(whole), **shipped})
    told = said(whole, cell(whole, "alpha", "start", "en"), "en").paragraphs[0].text
    assert told.endswith("Processes: 2. This is Redis.")


@pytest.mark.parametrize(
    ("started", "said_so"),
    [([1.0], "Measured with its server running."), ([], "Measured without a server.")],
)
def test_memory_of_the_work_says_whether_a_server_ran(
    write: Write, shipped: dict[str, Any], started: list[float], said_so: str
) -> None:
    work = {**WORK, "work_mb": 90.0, "start_seconds": started}
    group = {"criteria/measured.yml": GROUP.replace("measure: start-cpu-seconds", "measure: work-megabytes")}
    named = {"2026-11-29/alpha.json": result(works={"track": work})}
    whole, problems = site(write, named, group, notes="alpha: {track: {ko: 글, en: Of its time.}}")
    assert whole is not None, problems
    whole = Catalogue(**{**vars(whole), **shipped})
    told = said(whole, cell(whole, "alpha", "start", "en"), "en").paragraphs[0].text
    assert said_so in told
    assert "Of its time." not in told


def test_memory_is_counted_in_mebibytes_and_disk_space_in_megabytes(catalogue: Catalogue) -> None:
    units = {str(each.measure): each.unit.ko for each in catalogue.criteria.values() if each.unit}
    assert [units[f"{what}-megabytes"] for what in ("idle", "work", "installed")] == ["MiB", "MiB", "MB"]
    assert [catalogue.strings[f"measured.{what}-unit"].ko for what in ("idle", "megabytes")] == ["MiB", "MB"]


OUTSIDE = GROUP.replace("measure: start-cpu-seconds", "measure: outside-names")


METADATA, CALL = (
    {"name": name, "port": 80, "during": "start", "times": 1}
    for name in ("169.254.169.254", "calls.example.org")
)


def test_places_on_the_internet_are_counted_where_the_work_was_done(
    write: Write, shipped: dict[str, Any]
) -> None:
    """The cloud's metadata are no such place, and what only started did no work."""
    reached = [METADATA, CALL]
    named = {"alpha": "works", "beta": "starts"}
    files = {
        f"2026-11-29/{tool}.json": result(level=level, works={"track": {**WORK, "reached": reached}})
        for tool, level in named.items()
    }
    notes = "alpha: {internet: {ko: 글, en: A part of it crashes.}, track: {ko: 글, en: It waits.}}"
    whole, problems = site(write, files, {"criteria/measured.yml": OUTSIDE}, notes=notes)
    assert whole is not None, problems
    whole = Catalogue(**{**vars(whole), **shipped})
    worked, started = (cell(whole, tool, "start", "en") for tool in named)
    assert (worked.values, started.state) == (("1",), "unmeasured")
    told = said(whole, worked, "en").paragraphs[0].text
    assert told.endswith("It tried to reach calls.example.org. A part of it crashes.")
    (row,) = [
        row for each in tool(whole, "beta", "en").others for row in each.rows if row.cell.criterion == "start"
    ]
    assert row.first == whole.strings["figure.started"].en


def test_a_tool_measured_at_another_work_only_says_so(write: Write, shipped: dict[str, Any]) -> None:
    whole = whole_of(write, shipped, alpha=result(works={"steps": WORK}))
    (row,) = [
        row
        for each in tool(whole, "alpha", "en").others
        for row in each.rows
        if row.cell.criterion == "start"
    ]
    assert (row.cell.words, row.first) == ("not measured", whole.strings["figure.other"].en)


def test_a_korean_unit_stands_close_to_its_number(write: Write, shipped: dict[str, Any]) -> None:
    whole = whole_of(write, shipped, alpha=ALPHA)
    assert [cell(whole, "alpha", "start", language).words for language in ("ko", "en")] == ["2초", "2 s"]
