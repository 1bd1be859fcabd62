"""What a page shows: jobs, pairs, stages, changes; plain values for the templates."""

from __future__ import annotations

from macros.loading.catalogue import Catalogue
from macros.records.tool import Tool
from macros.rules.check import check
from macros.views import about, compare, facts, plans, stages, tools
from tests.conftest import Write


def _whole(write: Write, **files: str) -> Catalogue:
    names = {key.replace("__", "/") + ".yml": text for key, text in files.items()}
    whole, problems = check(write(names))
    assert whole is not None, problems
    return whole


def test_the_licence_shown_is_that_of_the_last_period(tiny: Catalogue) -> None:
    tool: Tool = tiny.tools["alpha"]
    assert facts.current_licence(tool) == ""
    periods = [{"since": since, "licence": name, "source": ["home"]} for since, name in PERIODS]
    assert (
        facts.current_licence(Tool.model_validate({**tool.model_dump(), "licences": periods})) == "BUSL-1.1"
    )


PERIODS = (("2018", "Apache-2.0"), ("2024", "BUSL-1.1"))


def test_tools_that_share_no_stage_do_different_jobs(tiny: Catalogue) -> None:
    tracking, serving = (tiny.stages[each] for each in ("tracking", "serving"))
    assert compare.jobs(tiny, ("alpha", "epsilon")) == [
        ("tracking", tracking, ["whole", "part"]),
        ("serving", serving, ["", "whole"]),
    ]
    assert compare.jobs(tiny, ("alpha", "beta")) == [("tracking", tracking, ["whole", "whole"])]


COMPARISON = """\
name: Alpha and beta
summary: Two trackers
tools: [alpha, beta]
criteria: [charts, licence]
verdict:
  - {kind: choose, tools: alpha, when: A, because: A, cells: [alpha.charts, beta.charts]}
"""


def test_a_comparison_shows_only_its_tools_and_criteria_and_cites_its_cells(write: Write) -> None:
    shown = compare.comparison(_whole(write, comparisons__pair=COMPARISON), "pair", "ko")
    assert set(shown.matrix.cells) == {(t, c) for t in ("alpha", "beta") for c in ("charts", "licence")}
    assert shown.matrix.noted
    ((_, chosen, cited),) = shown.verdicts
    assert [tool.name.ko for tool in chosen] == ["Alpha"]
    assert [cell.id for _, _, cell in cited] == ["alpha-charts", "beta-charts"]


def test_a_tool_page_shows_who_names_it(write: Write) -> None:
    relation = "relations: [{kind: works_with, tool: alpha, source: home}]\n"
    beta = (write() / "tools" / "beta" / "evidence.yml").read_text("utf-8")
    whole = _whole(write, tools__beta__evidence=beta + relation, comparisons__pair=COMPARISON)
    shown = tools.tool(whole, "alpha", "ko")
    assert [other for other, _, _ in shown.named_by] == ["beta"]
    assert list(shown.comparisons) == ["pair"]
    assert [each.tool for each, _ in tools.tool(whole, "beta", "ko").relations] == ["alpha"]


def test_a_pair_works_together_when_either_tool_says_so(write: Write) -> None:
    relation = "relations: [{kind: works_with, tool: alpha, source: home}]\n"
    beta = (write() / "tools" / "beta" / "evidence.yml").read_text("utf-8")
    whole = _whole(write, tools__beta__evidence=beta + relation)
    found = {
        (one.name.ko, other.name.ko): shown
        for one, other, shown in plans.pairs(whole, ["alpha", "beta", "zeta"])
    }
    together = found["Alpha", "Beta"]
    assert together
    assert together.relation.tool == "alpha"
    assert together.source == whole.tools["beta"].sources["home"]
    assert found["Alpha", "Zeta"] is None


def test_an_alternative_is_no_companion(write: Write) -> None:
    relation = "relations: [{kind: alternative_to, tool: alpha, source: home}]\n"
    beta = (write() / "tools" / "beta" / "evidence.yml").read_text("utf-8")
    ((_, _, found),) = plans.pairs(_whole(write, tools__beta__evidence=beta + relation), ["alpha", "beta"])
    assert found is None


def test_a_stage_page_parts_its_tools_by_what_they_are(tiny: Catalogue) -> None:
    shown = stages.stage(tiny, "tracking", "ko")
    assert list(shown.whole) == ["alpha", "beta", "gamma", "zeta"]
    assert list(shown.partly) == ["epsilon"]
    assert list(shown.closed) == ["delta"]
    assert (shown.before, shown.after, shown.guide) == (None, ("serving", tiny.stages["serving"]), True)
    assert stages.stage(tiny, "serving", "ko").guide is False


CHANGES = "\n".join(
    f'- {{tool: alpha, old: A{since}, today: B, since: "{since}", '
    'source: {url: "https://example.test", accessed: 2026-11-01, shows: {ko: 글, en: A}}}'
    for since in ("2020-01", "2025-06", "2023")
)


def test_changes_stand_newest_first(write: Write) -> None:
    shown = about.changes(_whole(write, changes=CHANGES), "", "ko")
    assert [change.since for change, _ in shown.changes] == ["2025-06", "2023", "2020-01"]


def test_what_the_stages_hand_over_runs_round_and_leaves_no_stage_out(catalogue: Catalogue) -> None:
    found = stages.handover(catalogue, "", "ko").handover
    flow = [key for key, _ in found.flow]
    assert [each.next for _, each in found.flow] == [*flow[1:], flow[0]]
    assert {*flow, *(key for key, _ in found.beside)} == set(catalogue.stages)
    assert all(each.takes and each.gives for _, each in found.flow)


def test_without_a_flow_nothing_is_handed_over(tiny: Catalogue) -> None:
    assert stages.handover(tiny, "", "ko").handover == stages.Handover((), ())
