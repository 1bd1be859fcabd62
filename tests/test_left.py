"""What tools leave behind: files outside their folder, open ports, processes that outlive their server."""

from __future__ import annotations

from typing import Any

import pytest

from macros.loading.catalogue import Catalogue
from macros.views.left import Left
from macros.views.measured import measured
from tests.conftest import Write
from tests.laboratory import WORK, result, shown, site
from tests.shown import content

WRITTEN = {
    "work": {"files": 9, "bytes": 9000, "names": ["work/kept"]},
    "home": {"files": 3, "bytes": 1500, "names": ["home/a", "home/b", "home/c"]},
    "tmp": {"files": 1, "bytes": 700, "names": ["tmp/d"]},
}


def _left(write: Write, *works: dict[str, Any]) -> Left:
    named = dict(zip(("track", "serve"), ({**WORK, **work} for work in works), strict=False))
    page = shown(write, {"2026-11-29/alpha.json": result(works=named)})
    (each,) = page.lefts + page.clean
    assert (each in page.clean) == each.nothing
    return each


def test_files_outside_the_works_own_folder_are_left_with_the_first_of_their_names(write: Write) -> None:
    each = _left(write, {"written": WRITTEN})
    assert (each.files, each.bytes, each.names) == (4, 2200, ("~/a", "~/b"))


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 kB"), (2200, "2 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (20_990_000, "21 MB")],
)
def test_a_size_is_told_in_kilobytes_or_megabytes(write: Write, size: int, text: str) -> None:
    assert _left(write, {"written": {"home": {"files": 1, "bytes": size, "names": []}}}).size == text


def test_of_two_works_that_with_more_files_counts(write: Write) -> None:
    one = {"home": {"files": 1, "bytes": 9, "names": ["home/z"]}}
    assert _left(write, {"written": one}, {"written": WRITTEN}).files == 4


@pytest.mark.parametrize(
    ("ports", "fixed", "given"),
    [
        (["loopback:5000"], (), 0),
        (["every address:8793", "one address:6379", "loopback:5000"], (6379, 8793), 0),
        (["every address:50001", "every address:60000", "every address:80"], (80,), 2),
    ],
)
def test_ports_that_others_reach_are_told_and_those_that_the_system_gives_are_counted(
    write: Write, ports: list[str], fixed: tuple[int, ...], given: int
) -> None:
    each = _left(write, {"ports": ports})
    assert (each.ports, each.given) == (fixed, given)


def test_processes_that_outlived_their_server_are_counted_by_name(write: Write) -> None:
    assert _left(write, {"leaked": ["python", "python", "epmd"]}).processes == (("epmd", 1), ("python", 2))


def test_a_work_that_failed_says_nothing_of_what_it_leaves(write: Write) -> None:
    failed = result(works={"track": {**WORK, "problem": "no proof"}})
    page = shown(write, {"2026-11-29/alpha.json": failed})
    assert (page.lefts, page.clean) == ([], [])


@pytest.mark.parametrize("port", ["8080", "::1:80", "every address:http", "every address:"])
def test_a_port_that_cannot_be_read_is_a_problem(write: Write, port: str) -> None:
    whole, problems = site(
        write, {"2026-11-29/alpha.json": result(works={"track": {**WORK, "ports": [port]}})}
    )
    assert whole is None
    assert "works.track.ports.0: String should match pattern" in problems[0]


def test_why_something_stays_stands_beside_it(write: Write) -> None:
    work = {**WORK, "leaked": ["epmd"]}
    notes = "alpha: {left: {ko: 일부러 남습니다., en: It stays on purpose.}}"
    whole, problems = site(write, {"2026-11-29/alpha.json": result(works={"track": work})}, notes=notes)
    assert whole is not None, problems
    (each,) = measured(whole, "", "en").lefts
    assert [words.en for words in each.notes] == ["It stays on purpose."]


def test_what_is_in_its_own_folder_is_nothing_left(write: Write) -> None:
    assert _left(write, {"written": {"work": WRITTEN["work"]}, "ports": ["loopback:1"]}).nothing


@pytest.mark.parametrize(("language", "words"), [("ko", "4개, 2 kB"), ("en", "4, 2 kB")])
def test_the_page_says_what_was_left_and_of_whom_nothing_was(
    write: Write, catalogue: Catalogue, language: str, words: str
) -> None:
    work = {"written": WRITTEN, "ports": ["every address:50001", "every address:80"], "leaked": ["epmd"]}
    files = {
        "2026-11-29/alpha.json": result(works={"track": {**WORK, **work}}),
        "2026-11-29/beta.json": result(),
    }
    tiny, problems = site(write, files)
    assert tiny is not None, problems
    whole = Catalogue(**{**vars(tiny), "strings": catalogue.strings})
    text = content(whole, "measured", "", language, "measured/")
    part = text.partition("{#left}")[2].partition("{#unmeasured}")[0]
    table, _, below = part.partition("</table>")
    given = whole.strings["measured.left-given"].plain(language).replace("{count}", "1")
    for each in (words, "<code>~/a</code>", f"80 + {given}", "<code>epmd</code>", "tools/alpha"):
        assert each in table
    assert ("tools/beta" in table, "tools/beta" in below) == (False, True)
