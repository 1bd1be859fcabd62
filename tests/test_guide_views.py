"""What a guide shows before anybody answers: candidates, effects for the browser, deeds with cells."""

from __future__ import annotations

from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from macros.records.plans import Preset
from macros.views import guides, scenarios


def test_a_scenario_asks_the_guide_with_its_answers(tiny: Catalogue) -> None:
    preset = Preset(stage="tracking", answers={"place": ("inside",), "need": ("charts", "habit")})
    shown = scenarios.computed(tiny, preset)
    assert (list(shown.leaders), shown.more, shown.alone) == (["alpha"], 0, True)
    assert shown.address == "place=inside&need=charts,habit"
    assert [[choice.name.en for choice in chosen] for _, chosen in shown.answers] == [
        ["Inside"],
        ["Charts", "Habit"],
    ]


def test_an_answer_that_changes_nothing_in_a_guide_is_not_shown(tiny: Catalogue) -> None:
    shown = scenarios.computed(tiny, Preset(stage="tracking", answers={"team": ("large",), "law": ("open",)}))
    assert [(asked.id, len(chosen)) for asked, chosen in shown.answers if chosen] == [("law", 1)]


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


def test_a_guide_tells_once_what_a_value_means_that_no_note_explains(tiny: Catalogue) -> None:
    page = guides.guide_page(tiny, "tracking", "ko")
    cells = {(c.criterion, *c.values): c.assessment for c in page.evidence.cells.values() if c.assessment}
    bare = {".".join(key) for key, said in cells.items() if not said.note and key[1] in ("yes", "no")}
    assert bare
    assert bare <= {*page.means}
