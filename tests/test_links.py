"""The pages that claims rest on: what their answers mean, and a report that fits in one issue."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from macros.loading.catalogue import Catalogue
from macros.outside import printable
from macros.upstream import links
from macros.upstream.following import Page, compared, followed, is_moving
from macros.upstream.hour import due
from macros.upstream.links import MOST_CHARACTERS, asked, report, uses
from macros.upstream.pace import Pace
from tests.hostile import Hostile, hostile

DAY, NEXT = date(2026, 11, 1), date(2026, 11, 8)


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile() as running:
        yield running


def _pace() -> Pace:
    return Pace(every=0, tries=2, patience=0.3, public_only=False, sleep=lambda _: None)


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("ok", "alive"), ("200", "alive"), ("once", "alive"), ("encoded", "alive"), ("hostile", "alive"),
        ("endless", "alive"), ("301", "moved"), ("308", "moved"), ("302", "alive"), ("404", "dead"),
        ("410", "dead"), ("403", "unknown"), ("429", "unknown"), ("500", "unknown"), ("slow", "unknown"),
        ("garbage", "unknown"), ("short", "unknown"), ("loop", "unknown"), ("script", "unknown"),
        ("file", "unknown"),
    ],
)  # fmt: skip
def test_what_an_answer_means(server: Hostile, path: str, verdict: str) -> None:
    assert followed(f"{server.base}/{path}", _pace()).verdict == verdict


def test_a_page_that_says_other_things_has_changed(server: Hostile) -> None:
    words = [f"word{number}" for number in range(200)]
    server.texts["/page"] = f"<title>One</title>{' '.join(words)}".encode()
    before = followed(f"{server.base}/page", _pace())
    remembered = {"title": before.title, "marks": list(before.marks)}
    server.texts["/page"] = f"<title>One</title>{' '.join(words[:-4])} a new footer".encode()
    assert compared(followed(f"{server.base}/page", _pace()), remembered).verdict == "alive"
    server.texts["/page"] = b"<title>One</title>This product was discontinued and nothing remains of it."
    assert compared(followed(f"{server.base}/page", _pace()), remembered).verdict == "changed"
    server.texts["/page"] = f"<title>Two</title>{' '.join(words)}".encode()
    assert compared(followed(f"{server.base}/page", _pace()), remembered).detail == "title was: One"


@pytest.mark.parametrize(
    ("url", "moving"),
    [
        ("https://mlflow.org/docs/latest/tracking", True),
        ("https://github.com/a/b/blob/main/README.md", True),
        ("https://github.com/a/b/blob/v1.2/README.md", False),
        ("https://example.org/latest-news", False),
        ("https://main.example.org/", False),
    ],
)
def test_a_moving_page_is_told_by_its_address(url: str, moving: bool) -> None:
    assert is_moving(url) == moving


def test_words_of_strangers_are_one_harmless_line() -> None:
    assert printable("\x1b[31m`a`\n# b @all <b>|‮") == "31m a # b all b"
    assert len(printable("x" * 500)) == 80


def _used(server: Hostile, *paths: str) -> dict[str, list[str]]:
    return {f"{server.base}/{path}": ["alpha: sources.one"] for path in paths}


def test_a_stopped_run_keeps_what_it_read_and_goes_on(
    server: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, file = _used(server, "404", "410", "ok"), tmp_path / "state" / "links.json"

    def stopping(url: str, pace: Pace) -> Page:
        if url.endswith("410"):
            raise KeyboardInterrupt
        return followed(url, pace)

    monkeypatch.setattr(links, "followed", stopping)
    with pytest.raises(KeyboardInterrupt):
        asked(used, _pace(), file, DAY)
    monkeypatch.undo()
    state = asked(used, _pace(), file, DAY)
    assert [each["verdict"] for _, each in sorted(state.items())] == ["dead", "dead", "alive"]
    assert server.asked == {"/404": 1, "/410": 1, "/ok": 1}
    asked(used, _pace(), file, NEXT)
    assert server.asked["/ok"] == 2
    assert not list(tmp_path.rglob(".*.new"))


def test_a_page_that_could_not_be_read_keeps_its_words(server: Hostile, tmp_path: Path) -> None:
    used, file = _used(server, "page"), tmp_path / "links.json"
    server.texts["/page"] = b"<title>One</title>some words"
    asked(used, _pace(), file, DAY)
    del server.texts["/page"]
    state = asked(used, _pace(), file, NEXT)
    assert (state[f"{server.base}/page"]["verdict"], state[f"{server.base}/page"]["title"]) == ("dead", "One")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 3}', "[" * 5000])
def test_a_damaged_state_is_nothing_seen(server: Hostile, tmp_path: Path, text: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(text, "utf-8")
    assert len(asked(_used(server, "ok"), _pace(), file, DAY)) == 1
    assert json.loads(file.read_text("utf-8"))


def test_a_report_of_nothing_is_empty_and_closes_the_issue(tiny: Catalogue) -> None:
    used = uses(tiny, set(tiny.tools))
    assert report(tiny, used, {url: {"verdict": "alive"} for url in used}) == ""
    assert report(tiny, used, {url: {"verdict": "unknown"} for url in used}) == ""


def test_a_report_says_which_claims_rest_on_a_page_that_is_gone(tiny: Catalogue) -> None:
    used = uses(tiny, set(tiny.tools))
    gone = next(url for url in used if "alpha: sources" in used[url][0])
    text = report(tiny, used, {gone: {"verdict": "dead", "detail": "404"}})
    assert "## Gone (404, 410)" in text
    assert f"- <{gone}> – `404`: alpha: sources." in text
    assert "its page is gone" in text


def test_a_report_fits_in_an_issue(tiny: Catalogue) -> None:
    used = {f"https://example.org/{'x' * 450}/{number}": ["alpha: sources.one"] * 9 for number in range(900)}
    verdicts = ("dead", "moved", "changed")
    state = {url: {"verdict": verdicts[n % 3], "detail": "d" * 500} for n, url in enumerate(used)}
    text = report(tiny, used, state)
    assert len(text.encode()) < MOST_CHARACTERS + 100
    assert "more" in text


def test_the_next_hour_begins_with_what_decides(catalogue: Catalogue) -> None:
    first = due(catalogue)
    assert len(first) == 20
    assert all("decides in a guide" in claim.why for claim in first)
    weights = [len(claim.why) for claim in first]
    assert weights == sorted(weights, reverse=True)
