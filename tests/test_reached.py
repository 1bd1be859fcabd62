"""What tools did without the Internet: what they asked for, and what it cost that nothing answered."""

from __future__ import annotations

from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from tests.conftest import Write
from tests.laboratory import WORK, result, shown, site
from tests.shown import content


def test_what_a_tool_asked_for_and_what_silence_cost_are_told(write: Write) -> None:
    (each,) = shown(write, {"2026-11-29/alpha.json": result()}).reaches
    assert each.asked == ("calls.example.org",)
    assert each.longer == pytest.approx(8.0)


def test_what_one_busy_run_also_took_is_no_cost_of_silence(write: Write) -> None:
    busy = result(works={"track": {**WORK, "seconds": [1.0, 8.5, 1.1]}})
    (each,) = shown(write, {"2026-11-29/alpha.json": busy}).reaches
    assert each.longer is None


def test_a_package_index_is_told_in_the_readers_words(write: Write, catalogue: Catalogue) -> None:
    names = ("calls.example.org", "a package index")
    calls = [{"name": name, "port": 443, "during": "start", "times": 1} for name in names]
    work = {**WORK, "reached": calls}
    tiny, _ = site(write, {"2026-11-29/alpha.json": result(works={"track": work})})
    assert tiny is not None
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    for language, words in (("ko", "패키지 저장소"), ("en", "a package index")):
        text = content(whole, "measured", "", language, "measured/").partition("{#internet}")[2]
        cell = text.partition("<code>calls.example.org</code>")[2].partition("</td>")[0]
        assert cell.strip() == words


@pytest.mark.parametrize(
    ("silent", "silence"),
    [({"seconds": 9.1}, "longer"), ({"seconds": 1.1}, "same"), ({"problem": "not done"}, "no"), (None, "")],
)
def test_what_silence_did_is_told(write: Write, silent: dict[str, Any] | None, silence: str) -> None:
    quiet = result(works={"track": {**WORK, "silent": silent}})
    (each,) = shown(write, {"2026-11-29/alpha.json": quiet}).reaches
    assert each.silence == silence


def _longer(write: Write, **work: Any) -> float | None:
    (each,) = shown(write, {"2026-11-29/alpha.json": result(works={"track": {**WORK, **work}})}).reaches
    return each.longer


@pytest.mark.parametrize(
    ("silent", "longer"),
    [
        ({"start_seconds": 5.2, "seconds": 1.1}, 3.2),
        ({"start_seconds": 2.4, "seconds": 2.4}, 1.7),
        ({"start_seconds": 2.2, "seconds": 1.9}, None),
    ],
)
def test_the_wait_of_start_and_work_is_one(
    write: Write, silent: dict[str, float], longer: float | None
) -> None:
    """The runs took 3.0, 3.2 and 3.1 seconds in all: one second more than the slowest is told."""
    told = _longer(write, start_seconds=[2.0, 2.0, 2.0], silent=silent)
    assert told == (longer and pytest.approx(longer))


def test_a_server_that_was_only_started_waits_too(write: Write) -> None:
    assert _longer(write, start_seconds=[2.0], seconds=[], silent={"start_seconds": 9.0}) == pytest.approx(7)


def test_who_asked_for_nothing_did_not_wait_for_an_answer(write: Write) -> None:
    assert _longer(write, reached=[]) is None


def test_metadata_of_a_cloud_are_told_and_are_no_place_on_the_internet(write: Write) -> None:
    names = ("169.254.169.254", "metadata.google.internal", "169.253.0.1", "calls.example.org")
    reached = [{"name": name, "port": 80, "during": "start", "times": 1} for name in names]
    files = {"2026-11-29/alpha.json": result(works={"track": {**WORK, "reached": reached}})}
    (each,) = shown(write, files).reaches
    assert each.asked == names
    assert each.result.outside == ("169.253.0.1", "calls.example.org")
