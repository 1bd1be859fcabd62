"""What machines saw, held against the evidence: computed where one value is possible, doubted elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from macros.loading.observations import Doubt, ages, doubts
from macros.records.tool import Observed, Tool
from macros.site.held import Shelf
from macros.site.rendering import _environment
from macros.upstream.observing import DOUBTS, contradictions
from macros.views import standing

KEY = "release-activity"
CHECKED = date(2026, 11, 1)


def _tool(catalogue: Catalogue, observed: dict[str, Any], value: str = "within-90-days") -> Tool:
    """MLflow with this observation, and a cell of version 2.0 checked on the first of November."""
    tool = catalogue.tools["mlflow"]
    said = {"value": (value,), "checked": CHECKED, "version": "2.0"}
    cells = {**tool.assessments, KEY: tool.assessments[KEY].model_copy(update=said)}
    seen = Observed.model_validate(observed)
    return tool.model_copy(update={"assessments": cells, "observed": seen})


def _value(catalogue: Catalogue, tool: Tool) -> str:
    return "".join(age.value for age in ages(tool, catalogue.criteria))


def _seen(at: str, **release: str) -> dict[str, Any]:
    return {"seen": at, "releases": {"pypi": {"version": "2.0", "seen": "2026-11-01", **release}}}


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2026-08-03", "within-90-days"),
        ("2026-08-02", "within-a-year"),
        ("2025-11-01", "within-a-year"),
        ("2025-10-31", "older"),
    ],
)
def test_a_release_whose_day_is_known_is_as_old_as_it_is(catalogue: Catalogue, day: str, value: str) -> None:
    assert _value(catalogue, _tool(catalogue, _seen("2026-11-01", day=day))) == value


def test_the_release_that_a_person_dated_grows_older_with_what_is_seen(catalogue: Catalogue) -> None:
    for days, value in ((0, "within-90-days"), (1, ""), (90, ""), (91, "within-a-year"), (276, "")):
        seen = (CHECKED + timedelta(days)).isoformat()
        assert _value(catalogue, _tool(catalogue, _seen(seen))) == value, days
    older = _tool(catalogue, _seen("2027-01-01"), "older")
    assert _value(catalogue, older) == "older"


def test_of_another_release_nothing_is_known_until_one_was_seen_to_come(catalogue: Catalogue) -> None:
    """A higher version may have been there all the time: an index says no day."""
    assert _value(catalogue, _tool(catalogue, _seen("2026-11-20", version="3.0"))) == ""
    came = _seen("2026-11-20", version="3.0", seen="2026-11-15", after="2026-11-08")
    assert _value(catalogue, _tool(catalogue, came)) == "within-90-days"
    late = _seen("2027-11-20", version="3.0", seen="2026-11-15", after="2026-11-08")
    assert _value(catalogue, _tool(catalogue, late)) == "older"


def test_a_cell_that_says_otherwise_is_doubted_with_both_days(catalogue: Catalogue) -> None:
    tool = _tool(catalogue, _seen("2027-02-01"))
    (doubt,) = doubts(tool, catalogue.criteria)
    assert doubt == Doubt("release", KEY, "within-90-days", CHECKED, "within-a-year", date(2027, 2, 1))
    assert list(contradictions("mlflow", tool, catalogue.criteria)) == [
        "mlflow: release-activity says within-90-days (2026-11-01); "
        "by what was seen it is within-a-year (2027-02-01)"
    ]


def test_a_service_without_versions_is_not_doubted(catalogue: Catalogue) -> None:
    for value in ("continuous", "not-applicable"):
        tool = _tool(catalogue, _seen("2027-02-01", day="2020-01-01"), value)
        assert not list(doubts(tool, catalogue.criteria))


def test_every_kind_of_doubt_is_found_and_said_in_three_ways(catalogue: Catalogue) -> None:
    base = _tool(catalogue, _seen("2027-02-01", withdrawn="yanked"))
    seen = {"archived": True, "moved": "https://github.com/a/b", "advisories": 2, "licence": "GPL-3.0"}
    ended = catalogue.tools["airflow"].support
    assert ended
    support = ended[0].model_copy(update={"version": "3", "ends": "2027-04", "source": base.lifecycle.source})
    observed = (
        base.observed.model_copy(update={**seen, "ends": {"3": "2027-05-31"}}) if base.observed else None
    )
    tool = base.model_copy(update={"observed": observed, "support": (support,)})
    found = list(doubts(tool, catalogue.criteria))
    assert [each.kind for each in found] == [
        "archived", "moved", "withdrawn", "advisories", "release", "licence", "support",
    ]  # fmt: skip
    assert {each.kind for each in found} == set(DOUBTS)
    assert len(list(contradictions("mlflow", tool, catalogue.criteria))) == len(found)
    other = replace(catalogue, tools={**catalogue.tools, "mlflow": tool})
    for language in ("ko", "en"):
        text = _part(other, language)
        for each in found:
            assert str(each.saw_on) in text
            assert each.kind == "release" or each.saw in text


def test_an_end_of_support_is_compared_as_exactly_as_the_vaguer_says(catalogue: Catalogue) -> None:
    base = _tool(catalogue, _seen("2026-11-01", day="2026-10-01"))
    said = catalogue.tools["airflow"].support[0]
    for ends, doubted in (("2027", False), ("2027-05", False), ("2027-05-30", True), ("2026", True)):
        support = said.model_copy(update={"version": "3", "ends": ends, "source": base.lifecycle.source})
        observed = base.observed.model_copy(update={"ends": {"3": "2027-05-31"}}) if base.observed else None
        tool = base.model_copy(update={"observed": observed, "support": (support,)})
        assert bool(list(doubts(tool, catalogue.criteria))) == doubted, ends


USE = (
    '{% import "parts/standing.html" as standing with context %}'
    '{{ standing.of_tool("mlflow") }}|{{ standing.of_cell(cell) }}|{{ standing.reviews() }}'
)


def _part(catalogue: Catalogue, language: str) -> str:
    from macros.matrix.cells import cell
    from macros.site.pages import parts

    template = _environment().from_string(USE)
    shown = cell(catalogue, "mlflow", KEY, language)
    given = {"catalogue": catalogue, "language": language, "base": "", "address": "", "cell": shown}
    shelf = Shelf()
    text = template.render(**parts(catalogue, language), **given, made={}, shelf=shelf)
    return shelf.put_back(text)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_tool_says_how_old_its_claims_are_and_who_made_them(catalogue: Catalogue, language: str) -> None:
    kept = catalogue.tools["mlflow"]
    first, second = list(kept.assessments)[:2]
    changed = {
        first: kept.assessments[first].model_copy(update={"checked": date(2020, 1, 1)}),
        second: kept.assessments[second].model_copy(update={"by": "Databricks"}),
    }
    tool = kept.model_copy(update={"assessments": {**kept.assessments, **changed}})
    other = replace(catalogue, tools={**catalogue.tools, "mlflow": tool})
    found = standing.standing(other, "mlflow", language)
    of_tool, of_cell, _ = _part(other, language).split("|")
    assert (found.oldest, found.old, found.by_maker) == (date(2020, 1, 1), 1, 1)
    assert found.makers == ("Databricks",)
    assert 0 < found.old_share == found.maker_share <= 5
    for words in ("2020-01-01", "Databricks", str(kept.observed.seen if kept.observed else ""), "3.18.0"):
        assert words in of_tool
    assert of_cell.strip() == ""
