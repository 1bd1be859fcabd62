"""What cells said before: a first full day, then only what changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from macros import history
from macros.catalogue import Catalogue
from macros.history import Past, first_day, pasts, record, values
from macros.rules import check
from tests.conftest import Write
from tests.editing import edit

Record = Callable[[str], None]


def _days(text: str) -> Any:
    return json.loads(text)


def _changed(write: Write, licence: str | None) -> Catalogue:
    def change(said: Any) -> None:
        if licence:
            said["assessments"]["licence"]["value"] = licence
        else:
            del said["assessments"]["licence"]

    root = write()
    edit(root / "tools" / "alpha" / "evidence.yml", change)
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


@pytest.mark.usefixtures("recorded")
def test_the_first_day_is_recorded_whole(tiny: Catalogue) -> None:
    days = _days(record(tiny, "2026-11-21"))
    assert days == {"2026-11-21": {tool: cells for tool, cells in values(tiny).items() if cells}}
    assert days["2026-11-21"]["alpha"]["hosting"] == ["self", "managed"]


def test_a_later_day_holds_only_what_changed(tiny: Catalogue, recorded: Record, write: Write) -> None:
    recorded(record(tiny, "2026-11-21"))
    later = _changed(write, "closed")
    assert _days(record(later, "2026-11-22"))["2026-11-22"] == {"alpha": {"licence": ["closed"]}}


def test_a_removed_assessment_is_recorded_as_gone(tiny: Catalogue, recorded: Record, write: Write) -> None:
    recorded(record(tiny, "2026-11-21"))
    later = _changed(write, None)
    recorded(record(later, "2026-11-22"))
    assert pasts("alpha", "licence", ()) == (Past("2026-11-21", ("open",)), Past("2026-11-22", ()))
    back = _days(record(tiny, "2026-11-23"))
    assert back["2026-11-23"] == {"alpha": {"licence": ["open"]}}


def test_a_day_without_changes_is_not_recorded(tiny: Catalogue, recorded: Record) -> None:
    text = record(tiny, "2026-11-21")
    recorded(text)
    assert record(tiny, "2026-11-22") == text


def test_recording_a_day_again_replaces_it(tiny: Catalogue, recorded: Record, write: Write) -> None:
    """Also where the change of the morning was taken back in the evening."""
    first = record(tiny, "2026-11-21")
    recorded(first)
    later = _changed(write, "closed")
    recorded(record(later, "2026-11-22"))
    assert record(tiny, "2026-11-22") == first


def test_a_day_is_compared_with_the_days_before_it_only(
    tiny: Catalogue, recorded: Record, write: Write
) -> None:
    recorded(record(tiny, "2026-11-21"))
    later = _changed(write, "closed")
    recorded(record(later, "2026-11-23"))
    assert _days(record(later, "2026-11-22"))["2026-11-22"] == {"alpha": {"licence": ["closed"]}}


def test_recording_leaves_what_was_read_alone(tiny: Catalogue, recorded: Record) -> None:
    recorded("{}")
    record(tiny, "2026-11-21")
    assert first_day() == ""


def test_a_cell_that_never_changed_has_no_past(tiny: Catalogue, recorded: Record) -> None:
    recorded(record(tiny, "2026-11-21"))
    assert pasts("alpha", "licence", ("open",)) == ()


def test_a_cell_that_was_unchecked_at_first_says_so(recorded: Record) -> None:
    days = {"2026-11-01": {"beta": {"licence": ["open"]}}, "2026-11-09": {"alpha": {"charts": ["yes"]}}}
    recorded(json.dumps(days))
    assert pasts("alpha", "charts", ("yes",)) == (Past("2026-11-01", ()), Past("2026-11-09", ("yes",)))
    assert pasts("gamma", "charts", ("yes",)) == (Past("2026-11-01", ()),)
    assert pasts("gamma", "charts", ()) == ()


@pytest.mark.usefixtures("recorded")
def test_without_a_file_there_is_no_past_and_no_first_day() -> None:
    assert not history.FILE.exists()
    assert pasts("alpha", "licence", ("open",)) == ()
    assert first_day() == ""


def test_the_first_day_is_the_earliest(recorded: Record) -> None:
    recorded('{"2026-11-21": {}, "2026-10-01": {}}')
    assert first_day() == "2026-10-01"
