"""The gates beyond sound: what is missing is listed with file and line, and blocks nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.editing.scaffold import scaffold
from macros.gates import complete as rules_complete
from macros.gates import proud as rules_proud
from macros.gates.complete import complete
from macros.loading.catalogue import Catalogue
from macros.records.fields import Words
from macros.records.plain import UNFILLED
from macros.records.texts import texts
from macros.rules.check import check
from tests.conftest import Write
from tests.editing import edit
from tests.wrong.changes import put

ALPHA = "tools/alpha/evidence.yml"


def _said(root: Path) -> list[str]:
    return [str(each) for each in complete(root)]


def test_what_is_missing_is_listed_with_its_file_and_line(write: Write) -> None:
    said = _said(write())
    assert "data/tools/alpha/about.yml:1: use_when: has 0 of at least 2 sentences" in said
    assert "data/tools/alpha/about.yml:1: search: has no Korean spelling that somebody could type" in said
    assert "data/stages.yml:29: serving: has no guide" in said


def test_a_text_without_english_is_sound_and_not_complete(write: Write) -> None:
    root = write()
    edit(root / "tools" / "alpha" / "about.yml", lambda data: data["summary"].pop("en"))
    assert check(root)[1] == []
    assert any("summary.en: is missing: the English words" in each for each in _said(root))


@pytest.mark.parametrize(
    ("summary", "message"),
    [
        ({"ko": "words", "en": "words"}, "summary.ko: has no Korean word"),
        ({"ko": "글", "en": "글"}, "summary.en: has Korean words"),
        ({"ko": "글" * 141, "en": "words"}, "summary.ko: has 141 characters; at most 140"),
    ],
)
def test_a_summary_fits_its_language_and_its_line(write: Write, summary: Any, message: str) -> None:
    root = write()
    edit(root / "tools" / "alpha" / "about.yml", lambda data: data.update(summary=summary))
    assert any(message in each for each in _said(root))


def test_a_summary_that_another_tool_has_is_listed(write: Write) -> None:
    root = write()
    beta = "The tool Beta"
    edit(root / "tools/gamma/about.yml", lambda data: data["summary"].update(en=beta))
    (only,) = [each for each in _said(root) if "is the summary of" in each]
    assert only.startswith("data/tools/gamma/about.yml:")
    assert only.endswith(f"summary.en: '{beta}' is the summary of data/tools/beta/about.yml too")


def test_an_option_that_parts_few_tools_says_why_it_is_asked(write: Write) -> None:
    """An option that accepts every value tells none of the tools apart."""
    root = write()

    def add(**effects: Any) -> None:
        def change(data: Any) -> None:
            data["questions"][1]["options"]["inside"].update(effects)

        edit(root / "guides/tracking.yml", change)

    add(require={"hosting": ["self", "managed"]})
    missed = "leaves more than half of the tools even at place.inside; say why (even)"
    assert any(missed in each for each in _said(root))
    add(even={"ko": "말", "en": "Words"})
    assert not any(missed in each for each in _said(root))


def test_a_question_that_parts_no_tools_and_an_option_that_acts_on_none_are_listed(write: Write) -> None:
    root = write()

    def change(data: Any) -> None:
        law = data["questions"][3]["options"]["open"]
        law["require"] = {"limits": ["not-applicable"]}

    edit(root / "guides/tracking.yml", change)
    for tool in ("alpha", "beta", "zeta"):
        edit(root / "tools" / tool / "evidence.yml", lambda data: data["assessments"].pop("limits", None))
    said = [each for each in _said(root) if "guides/tracking.yml" in each]
    assert any(each.endswith("questions.3: 'law' tells no tools of this stage apart") for each in said)
    assert any(each.endswith("questions.3: 'law.open' acts on no tool of this stage") for each in said)
    assert not any("questions.1" in each and "apart" in each for each in said)


def test_a_judgement_for_a_tool_that_has_ended_is_listed(write: Write) -> None:
    root = write()
    favour = ("questions", 2, "options", "habit", "favour", 0, "tool")
    edit(root / "guides/tracking.yml", put("delta", *favour))
    assert check(root)[1] == []
    said = "questions.2: 'delta' is favoured by 'habit' and does not live any more"
    assert any(each.endswith(said) for each in _said(root))


def test_a_guide_asks_at_most_seven_questions(write: Write) -> None:
    root = write()

    def change(data: Any) -> None:
        law = data["questions"][3]
        data["questions"] += [{**law, "id": f"{law['id']}-{number}"} for number in range(3)]

    edit(root / "guides/tracking.yml", change)
    assert any("questions: asks 8; at most 7 are answered" in each for each in _said(root))


def test_a_cell_that_a_guide_rests_on_is_missed_and_one_looked_for_is_not(write: Write) -> None:
    root = write()
    edit(root / ALPHA, lambda data: data["assessments"].pop("charts"))
    missed = "assessments.charts: is not checked, and the guide 'tracking' asks for it"
    assert any(missed in each for each in _said(root) if "alpha" in each)
    looked = {"charts": {"where": {"ko": "글", "en": "Docs"}, "day": "2026-11-02"}}
    edit(root / ALPHA, lambda data: data.update(looked=looked))
    assert not any(missed in each for each in _said(root) if "alpha" in each)


def test_a_partial_value_says_under_what_it_holds(write: Write) -> None:
    said = _said(write())
    assert any(
        "charts: is partial without a condition; there are: managed-only, paid" in each for each in said
    )


def test_a_reported_contradiction_is_listed_and_blocks_nothing(write: Write) -> None:
    contradiction = {
        "no-rooms": {
            "only": {"hosting": "managed"},
            "beside": {"licence": "closed"},
            "because": {"ko": "글", "en": "a service is open"},
        }
    }
    root = write()
    edit(root / "contradictions.yml", lambda data: data.update(contradiction))
    assert len(check(root)[1]) == 1
    edit(root / "contradictions.yml", lambda data: data["no-rooms"].update(reported="true"))
    assert check(root)[1] == []
    assert any("'hosting' says only 'managed'" in each for each in _said(root))


def test_the_reader_of_texts_finds_every_text() -> None:
    assert [place for place, _ in texts({"a": (Words(ko="글"),)})] == [("a", 0)]


@pytest.mark.parametrize("module", [rules_complete, rules_proud])
def test_every_rule_of_a_gate_says_in_words_what_it_asks(module: Any) -> None:
    assert all((each.__doc__ or "").split("\n")[0].endswith(".") for each in module.RULES)


WORDS = {
    "about.yml": [
        ("(한글 표기)", "새도구"),
        ("이 도구가 무엇인지 한 줄로", "실험을 기록합니다"),
        ("what it is, in one line", "Keeps experiments"),
        ("이 단계에서 맡는 일", "기록"),
        ("what it does here", "Records"),
        ("이럴 때 씁니다", "혼자 쓸 때"),
        ("when it fits", "When alone"),
        ("이럴 때는 맞지 않습니다", "여럿이 쓸 때"),
        ("when it does not fit", "When together"),
    ],
    "evidence.yml": [
        ("이 페이지에서 확인한 사실", "차트를 그린다는 설명"),
        ("what this page shows", "That it draws charts"),
    ],
}


def test_a_scaffold_filled_with_honest_cells_is_sound_and_untouched_it_is_not(
    write: Write, tiny: Catalogue
) -> None:
    texts_ = scaffold(tiny, "newcomer", ["tracking"], date(2026, 11, 29))
    untouched = write({f"tools/newcomer/{name}": text for name, text in texts_.items()})
    assert all("newcomer" in each.file for each in check(untouched)[1])
    assert len(check(untouched)[1]) >= 7
    for name, pairs in WORDS.items():
        for what, words in pairs:
            texts_[name] = texts_[name].replace(f"{UNFILLED} {what}", words)
    texts_["about.yml"] = texts_["about.yml"].replace(f"home: {UNFILLED}", "home: https://newcomer.test")
    texts_["evidence.yml"] = (
        texts_["evidence.yml"]
        .replace(f"url: {UNFILLED}", "url: https://newcomer.test/docs")
        .replace(f"since: {UNFILLED}", 'since: "2025"')
        .replace(f"    value: {UNFILLED}", "    value: open", 1)
    )
    root = write({f"tools/newcomer/{name}": text for name, text in texts_.items()})
    assert [str(each) for each in check(root)[1]] == []
