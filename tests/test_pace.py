"""Asking servers: slowly, few times, never for long, whatever they answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.upstream.pace import MOST_BYTES, Pace
from tests.hostile import Hostile, hostile


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile() as running:
        yield running


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def _pace(clock: Clock | None = None, **more: float) -> Pace:
    clock = clock or Clock()
    return Pace(public_only=False, sleep=clock.sleep, clock=lambda: clock.now, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [200, 301, 403, 404, 410])
def test_an_answer_is_taken_at_its_word_and_asked_once(server: Hostile, status: int) -> None:
    answer = _pace().get(f"{server.base}/{status}")
    assert (answer.status, server.asked[f"/{status}"]) == (status, 1)


def test_a_redirect_is_not_followed_unasked(server: Hostile) -> None:
    assert _pace().get(f"{server.base}/301").location == "/ok"
    assert server.asked["/ok"] == 0


@pytest.mark.parametrize("status", [429, 500])
def test_a_server_in_trouble_is_asked_again_and_later(server: Hostile, status: int) -> None:
    clock = Clock()
    answer = _pace(clock, every=1.0, tries=3).get(f"{server.base}/{status}")
    assert (answer.status, server.asked[f"/{status}"]) == (status, 3)
    assert clock.slept == ([7.0, 7.0] if status == 429 else [1.0, 2.0])


def test_a_second_try_can_succeed(server: Hostile) -> None:
    assert _pace().get(f"{server.base}/once").status == 200


def test_a_host_is_given_its_pause(server: Hostile) -> None:
    clock = Clock()
    pace = _pace(clock, every=5.0)
    for _ in range(3):
        pace.get(f"{server.base}/ok")
    assert clock.slept == [5.0, 5.0]


def test_a_page_without_end_is_cut(server: Hostile) -> None:
    answer = _pace().get(f"{server.base}/endless")
    assert (answer.status, len(answer.body)) == (200, MOST_BYTES)


def test_a_page_that_drips_is_given_up(server: Hostile) -> None:
    answer = Pace(public_only=False, patience=0.3, tries=1).get(f"{server.base}/slow")
    assert (answer.status, answer.error) == (0, "is too slow")


def test_words_are_read_in_the_encoding_that_they_are_in(server: Hostile) -> None:
    assert "한글" in _pace().get(f"{server.base}/encoded").text
    assert "A page" in _pace().get(f"{server.base}/misnamed").text
    assert "�" in _pace().get(f"{server.base}/hostile").text


@pytest.mark.parametrize("path", ["garbage", "short"])
def test_a_broken_answer_is_an_error_and_no_accident(server: Hostile, path: str) -> None:
    answer = _pace(tries=1).get(f"{server.base}/{path}")
    assert answer.status == 0
    assert answer.error


def test_nobody_home_is_an_error_and_no_accident() -> None:
    assert _pace(tries=2).get("http://127.0.0.1:9/").error


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http:///x",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.0.0.1/",
    ],
)
def test_only_the_public_web_is_asked(url: str) -> None:
    assert Pace(sleep=lambda _: None).get(url).error.startswith("refused")
