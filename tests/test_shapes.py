"""Shapes beside value and source: conditions, what was not found, words behind, figures, ends of support."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from macros.loading.ledger import public_ids
from macros.matrix.cells import cell
from macros.records.fields import Words
from macros.rules.check import check
from macros.site.rendering import say
from tests.conftest import Write
from tests.editing import edit
from tests.shown import content

BOTH = {"ko": "글", "en": "words"}
COST = {"name": "Cost", "question": "?", "why": "!", "kind": "figure", "unit": "USD", "measure": "price"}


def _changed(write: Write, tool: str, change: Callable[[Any], object], **files: str) -> Catalogue:
    root = write({name.replace("__", "/") + ".yml": text for name, text in files.items()})
    edit(root / "tools" / tool / "evidence.yml", change)
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


def _page(whole: Catalogue, tool: str, language: str = "ko") -> str:
    return content(whole, "tool", tool, language, f"tools/{tool}/")


def test_a_cell_carries_its_conditions_as_a_set_in_their_order(write: Write) -> None:
    def change(said: Any) -> None:
        said["assessments"]["charts"]["condition"] = ["paid", "managed-only"]

    shown = cell(_changed(write, "beta", change), "beta", "charts", "ko")
    assert {each.name.en for each in shown.conditions} == {"Paid", "Managed only"}


def test_what_was_looked_for_and_not_found_is_neither_a_no_nor_unchecked(write: Write) -> None:
    looked = {"where": BOTH, "day": "2026-11-02", "source": "home"}
    whole = _changed(write, "gamma", lambda said: said.update(looked={"charts": looked}))
    shown = cell(whole, "gamma", "charts", "en")
    assert (shown.state, shown.values, shown.words) == ("looked", (), whole.strings["value.looked"].en)
    assert [source.url for source in shown.sources] == ["https://gamma.example.test/docs"]


def test_words_that_do_not_follow_yet_are_marked_in_their_language_only() -> None:
    words = Words(ko="글 <b>", en="words", behind="ko")
    assert str(say(words, "ko")) == '<span class="behind">글 &lt;b&gt;</span>'
    assert str(say(words, "en")) == "words"


def test_a_figure_is_derived_from_the_lowest_price_and_says_when_and_where(write: Write) -> None:
    def price(plan: str, amount: str) -> dict[str, Any]:
        return {"plan": plan, "amount": amount, "currency": "USD", "per": BOTH, "source": "home"}

    prices = [price("Free", "0"), price("Team", "50"), price("Pro", "12.5")]
    group = f"name: Money\norder: 9\ncriteria: {{cost: {COST}}}\n".replace("'", '"')
    whole = _changed(write, "beta", lambda said: said.update(prices=prices), criteria__money=group)
    shown = cell(whole, "beta", "cost", "ko")
    assert (shown.state, shown.words) == ("figure", "12.5 USD / 글")
    assert shown.figure is not None
    assert shown.figure.how is not None
    assert (shown.figure.day, shown.figure.how.en) == ("2026-11-01", "Pro")
    assert cell(whole, "alpha", "cost", "ko").state == "unchecked"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_tool_page_shows_ends_of_support_and_images(
    write: Write, catalogue: Catalogue, language: str
) -> None:
    ends = [{"version": "1.x", "ends": "2026-04", "source": "home"}]
    root = write()
    edit(root / "tools" / "alpha" / "evidence.yml", lambda said: said.update(support=ends))
    edit(root / "tools" / "alpha" / "about.yml", lambda said: said.update(images=["alpha/server"]))
    tiny, problems = check(root)
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    shown = _page(whole, "alpha", language)
    assert "<code>alpha/server</code>" in shown
    assert "<div><dt>2026-04</dt><dd>" in shown
    assert "1.x" in shown


def test_search_words_are_found_and_never_printed_as_names(catalogue: Catalogue) -> None:
    page = _page(catalogue, "openproject")
    assert "지라 오픈소스 대안" in catalogue.tools["openproject"].search
    assert "지라 오픈소스 대안" not in page


def test_the_ledger_knows_every_public_id(catalogue: Catalogue) -> None:
    found = public_ids(catalogue)
    assert "mlflow" in found["tools"]
    assert {"hosting", "model-serving.form"} <= found["questions"]
    assert {"hosting.isolated", "model-serving.form.server"} <= found["options"]


def test_a_value_of_the_ledger_is_one_of_three(write: Write) -> None:
    said = [str(each) for each in check(write({"ids.yml": "tools:\n  alpha: renamed\n"}))[1]]
    assert said == ["data/ids.yml:2: tools.alpha: 'renamed' is none of: used, removed, moved <to>"]


def test_what_machines_saw_stands_apart_and_is_optional(write: Write) -> None:
    root = write(
        {"tools/alpha/observed.yml": "seen: 2026-11-29\nreleases: {pypi: {version: 2.1, day: 2026-11-20}}\n"}
    )
    whole, problems = check(root)
    assert whole is not None, problems
    seen = whole.tools["alpha"].observed
    assert seen is not None
    assert seen.release is not None
    assert seen.release.version == "2.1"
    assert whole.tools["beta"].observed is None
