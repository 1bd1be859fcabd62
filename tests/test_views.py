"""What a page shows: figures, coverage, jobs, pairs, deeds; plain values for the templates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from macros.records.evidence import Assessment
from macros.records.plans import Preset
from macros.records.tool import Tool
from macros.records.vocabulary import Counted
from macros.rules.check import check
from macros.views import about, compare, doubts, facts, guides, plans, stages, standing, tools
from tests.conftest import Write


def _whole(write: Write, **files: str) -> Catalogue:
    names = {key.replace("__", "/") + ".yml": text for key, text in files.items()}
    whole, problems = check(write(names))
    assert whole is not None, problems
    return whole


def test_coverage_counts_what_is_asked_checked_and_disputed(tiny: Catalogue) -> None:
    assert facts.coverage(tiny, tiny.tools["alpha"]) == facts.Coverage(4, 4, 0, date(2026, 11, 2))
    zeta = facts.coverage(tiny, tiny.tools["zeta"])
    assert (zeta.asked, zeta.checked, zeta.disputed, zeta.percent) == (4, 3, 1, 75)
    assert facts.Coverage(3, 2, 0, None).percent == 66
    gamma = facts.coverage(tiny, tiny.tools["gamma"], "tracking")
    assert (gamma.asked, gamma.checked, gamma.percent, gamma.oldest) == (2, 0, 0, None)
    assert facts.coverage(tiny, tiny.tools["epsilon"], "serving").percent == 0


def test_the_figures_are_counted_from_the_data(tiny: Catalogue) -> None:
    assert facts.figures(tiny) == {"tools": 6, "assessments": 14, "sources": 6, "newest": "2026-11-02"}


def test_an_assessment_is_old_after_half_a_year(tiny: Catalogue) -> None:
    each: Assessment = tiny.tools["alpha"].assessments["charts"]
    assert not facts.is_old(each, date(2027, 5, 1))
    assert facts.is_old(each, date(2027, 5, 2))


def test_pages_count_age_up_to_the_day_of_their_catalogue(tiny: Catalogue) -> None:
    on = {day: replace(tiny, day=day) for day in (date.min, date(2027, 5, 1), date(2027, 6, 1))}
    old = [len(about.coverage_page(each, "", "en").old) for each in on.values()]
    assert old[0] == old[1] == 0 < old[2]
    assert [standing.standing(each, "alpha", "en").old for each in on.values()] == [0, 0, 4]


def test_the_licence_shown_is_that_of_the_last_period(tiny: Catalogue) -> None:
    tool: Tool = tiny.tools["alpha"]
    assert facts.current_licence(tool) == ""
    periods = [{"since": since, "licence": name, "source": ["home"]} for since, name in PERIODS]
    assert (
        facts.current_licence(Tool.model_validate({**tool.model_dump(), "licences": periods})) == "BUSL-1.1"
    )


PERIODS = (("2018", "Apache-2.0"), ("2024", "BUSL-1.1"))


def test_tools_that_share_no_stage_do_different_jobs(tiny: Catalogue) -> None:
    assert compare.jobs(tiny, ("alpha", "epsilon")) == [
        ("tracking", ["whole", "part"]),
        ("serving", ["", "whole"]),
    ]
    assert compare.jobs(tiny, ("alpha", "beta")) == [("tracking", ["whole", "whole"])]


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
    ((_, cited),) = shown.verdicts
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
        (one, other): (relation, owner)
        for one, other, relation, owner in plans.pairs(whole, ["alpha", "beta", "zeta"])
    }
    assert found["alpha", "beta"][0] is not None
    assert found["alpha", "beta"][1].name.en == "Beta"
    assert found["alpha", "zeta"][0] is None


def test_an_alternative_is_no_companion(write: Write) -> None:
    relation = "relations: [{kind: alternative_to, tool: alpha, source: home}]\n"
    beta = (write() / "tools" / "beta" / "evidence.yml").read_text("utf-8")
    ((_, _, found, _),) = plans.pairs(_whole(write, tools__beta__evidence=beta + relation), ["alpha", "beta"])
    assert found is None


def test_a_scenario_asks_the_guide_with_its_answers(tiny: Catalogue) -> None:
    preset = Preset(stage="tracking", answers={"place": ("inside",), "need": ("charts", "habit")})
    shown = plans.computed(tiny, preset)
    assert shown.outcome.leaders == ("alpha",)
    assert shown.address == "place=inside&need=charts,habit"
    assert [[choice.name.en for choice in chosen] for _, chosen in shown.answers] == [
        ["Inside"],
        ["Charts", "Habit"],
    ]


def test_an_answer_that_changes_nothing_in_a_guide_is_not_shown(tiny: Catalogue) -> None:
    shown = plans.computed(tiny, Preset(stage="tracking", answers={"team": ("large",), "law": ("open",)}))
    assert [(asked.id, len(chosen)) for asked, chosen in shown.answers if chosen] == [("law", 1)]


def test_a_stage_page_parts_its_tools_by_what_they_are(tiny: Catalogue) -> None:
    shown = stages.stage(tiny, "tracking", "ko")
    assert list(shown.whole) == ["alpha", "beta", "gamma", "zeta"]
    assert list(shown.partly) == ["epsilon"]
    assert list(shown.closed) == ["delta"]
    assert (shown.before, shown.after, shown.guide) == (None, "serving", True)
    assert stages.stage(tiny, "serving", "ko").guide is False


def test_a_guide_page_shows_candidates_others_and_the_criteria_it_rests_on(tiny: Catalogue) -> None:
    shown = guides.guide_page(tiny, "tracking", "ko")
    assert set(shown.tools) | set(shown.others) == set(tiny.tools)
    assert set(shown.others) == {"delta", "epsilon"}
    assert guide_of(tiny, "tracking").criteria == ("hosting", "charts", "licence")


def test_the_browser_gets_the_effects_that_the_engine_computes(tiny: Catalogue) -> None:
    printed = guides.guide_page(tiny, "tracking", "ko").effects
    need = next(each for each in printed["questions"] if each["id"] == "need")
    assert need["many"] is True
    charts, habit = need["options"]
    assert charts["effects"] == {
        "alpha": [{"points": 3, "by": "charts"}],
        "beta": [{"points": 1, "by": "charts"}],
        "gamma": [{"open": "charts"}],
    }
    assert habit["effects"] == {"beta": [{"points": 3, "by": ""}]}
    assert printed["cells"]["alpha"]["hosting"] == ["self", "managed"]


def test_an_options_deeds_are_told_with_their_cells(tiny: Catalogue) -> None:
    questions = guides.guide_page(tiny, "tracking", "ko").questions
    deeds = {asked.id: deed for asked, deed in questions}
    assert [(each.tool, each.cell and each.cell.id) for each in deeds["place"]["inside"].out] == [
        ("beta", "beta-hosting"),
        ("zeta", "zeta-hosting"),
    ]
    assert [(each.tool, each.deed.points) for each in deeds["need"]["charts"].points] == [
        ("alpha", 3),
        ("beta", 1),
    ]
    assert deeds["past"]["sheet"].baseline == "enough"


def test_the_coverage_page_lists_what_is_missing_and_disputed(tiny: Catalogue) -> None:
    shown = about.coverage_page(tiny, "", "ko")
    assert shown.missing["gamma"] == ["charts", "limits"]
    assert "alpha" not in shown.missing
    assert [(name, criterion) for name, _, criterion, _ in shown.disputed] == [("zeta", "licence")]
    assert [row[2:] for row in shown.stages] == [(4, 12), (0, 0)]


CHANGES = "\n".join(
    f'- {{tool: alpha, note: a-note, old: A, today: B, since: "{since}", '
    'source: {url: "https://example.test", accessed: 2026-11-01, shows: {ko: 글, en: A}}}'
    for since in ("2020-01", "2025-06", "2023")
)


def test_changes_stand_newest_first(write: Write) -> None:
    shown = about.changes(_whole(write, changes=CHANGES), "", "ko")
    assert [change.since for change, _ in shown.changes] == ["2025-06", "2023", "2020-01"]


def test_the_coverage_page_counts_what_could_be_firmer(tiny: Catalogue) -> None:
    counted = about.coverage_page(tiny, "", "ko").doubts
    assert counted == doubts.doubts(tiny)
    sources = [source for tool in tiny.tools.values() for source in tool.sources.values()]
    assert counted["undated"] == len(sources)
    assert {key for key, count in counted.items() if count} == {"undated"}
    assert set(counted) <= set(Counted.model_fields)


@pytest.mark.parametrize(
    ("url", "foreign", "moving"),
    [
        ("https://docs.example.test/ja/help", True, False),
        ("https://docs.example.test/zh-tw/help", True, False),
        ("https://docs.example.cn/en_us/guide", True, False),
        ("https://example.test/docs?hl=he", True, False),
        ("https://example.test/ko/help", False, False),
        ("https://example.it/en/guide", False, False),
        ("https://example.test/guide/es/streams", False, False),
        ("https://github.com/a/b/blob/main/README.md", False, True),
        ("https://raw.githubusercontent.com/a/b/master/LICENSE", False, True),
        ("https://github.com/a/b/releases?page=5", False, True),
        ("https://github.com/a/main/blob/0123456789abcdef/docs/main/a.md", False, False),
    ],
)
def test_an_address_of_another_language_or_a_moving_one_is_known(
    url: str, foreign: bool, moving: bool
) -> None:
    assert (doubts.foreign(url), doubts.moving(url)) == (foreign, moving)


def test_what_the_stages_hand_over_runs_round_and_leaves_no_stage_out(catalogue: Catalogue) -> None:
    found = stages.handover(catalogue, "", "ko").handover
    flow = [key for key, _ in found.flow]
    assert [each.next for _, each in found.flow] == [*flow[1:], flow[0]]
    assert {*flow, *(key for key, _ in found.beside)} == set(catalogue.stages)
    assert all(each.takes and each.gives for _, each in found.flow)


def test_without_a_flow_nothing_is_handed_over(tiny: Catalogue) -> None:
    assert stages.handover(tiny, "", "ko").handover == stages.Handover((), ())


def test_a_guide_tells_once_what_a_value_means_that_no_note_explains(tiny: Catalogue) -> None:
    page = guides.guide_page(tiny, "tracking", "ko")
    cells = {(c.criterion, *c.values): c.assessment for c in page.evidence.cells.values() if c.assessment}
    bare = {".".join(key) for key, said in cells.items() if not said.note and key[1] in ("yes", "no")}
    assert bare
    assert bare <= {*page.means}


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://github.com/a/b/blob/0123456789abcdef/README.md", True),
        ("https://raw.githubusercontent.com/a/b/v1.0/LICENSE", True),
        ("https://github.com/a/b/blob/0123456789abcdef/docs/data-centers/README.md", False),
        ("https://github.com/a/b/blob/0123456789abcdef/docs/readme-first.md", False),
    ],
)
def test_a_readme_is_bare_at_the_root_only(url: str, bare: bool) -> None:
    assert doubts.bare(url) is bare
