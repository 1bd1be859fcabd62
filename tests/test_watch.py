"""What machines see upstream: read from clients and hosts, kept quietly, never half-written."""

from __future__ import annotations

import json
import os
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from macros.loading.catalogue import Catalogue
from macros.records.tool import Observed
from macros.rules.check import check
from macros.upstream.indexes import Unseen, npm, pypi
from macros.upstream.observing import Upstream, contradictions
from macros.upstream.pace import Pace
from macros.upstream.running import Ran, run
from macros.upstream.watch import watched
from tests.conftest import Write
from tests.editing import edit

DAY, NEXT, LATER = date(2026, 10, 1), date(2026, 10, 8), date(2026, 11, 1)


class Clients:
    """The clients as a test wants them: what each would print; everything else fails."""

    def __init__(self, **versions: str) -> None:
        self.versions = versions
        self.ran: list[tuple[str, ...]] = []
        self.stop_at = ""

    def __call__(self, arguments: tuple[str, ...]) -> Ran:
        self.ran.append(arguments)
        name = arguments[-1].partition("==")[0]
        if name and name == self.stop_at:
            raise KeyboardInterrupt
        if name not in self.versions:
            return Ran(1, "", "ERROR: No matching distribution found")
        version = self.versions[name]
        if "index" in arguments:
            return Ran(0, f"{name} ({version})\nAvailable versions: {version}\n")
        metadata = {"version": version, "requires_python": ">=3.10", "license_expression": "MIT"}
        return Ran(0, json.dumps({"install": [{"metadata": metadata, "is_yanked": version == "6.6.6"}]}))


def _packaged(name: str, about: dict[str, object]) -> None:
    about["packages"] = {"pypi": name}
    about.pop("wider", None)


def _root(write: Write) -> Path:
    root = write()
    for tool in ("alpha", "beta"):
        edit(root / "tools" / tool / "about.yml", partial(_packaged, tool))
    return root


def _catalogue(root: Path) -> Catalogue:
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


def _watch(root: Path, clients: Clients, day: date = DAY) -> int:
    upstream = Upstream(clients, Pace(), hosts=False)
    return watched(
        _catalogue(root), ["alpha", "beta", "gamma"], upstream, root, root.parent / "state.json", day
    )


def _observed(root: Path, tool: str = "alpha") -> Observed:
    found = _catalogue(root).tools[tool].observed
    assert found is not None
    return found


def test_the_newest_release_stands_in_the_tools_own_file(write: Write) -> None:
    root = _root(write)
    assert _watch(root, Clients(alpha="2.1", beta="0.9")) == 2
    release = _observed(root).releases["pypi"]
    assert (release.version, release.seen, release.licence) == ("2.1", DAY, "MIT")
    assert release.requires == {"python": ">=3.10"}
    assert not (root / "tools/gamma/observed.yml").exists()
    assert _observed(root).release == release


def test_a_second_look_changes_nothing(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    assert _watch(root, Clients(alpha="2.1", beta="0.9"), NEXT) == 0
    assert _observed(root).seen == DAY


def test_what_stays_is_said_again_after_a_month(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    assert _watch(root, Clients(alpha="2.1", beta="0.9"), LATER) == 2
    assert (_observed(root).seen, _observed(root).releases["pypi"].seen) == (LATER, DAY)


def test_only_what_changed_upstream_changes_here(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    assert _watch(root, Clients(alpha="2.2", beta="0.9"), NEXT) == 1
    assert _observed(root).releases["pypi"].seen == NEXT
    assert _observed(root, "beta").seen == DAY


def test_what_cannot_be_asked_stays_as_it_was_seen(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    assert _watch(root, Clients(beta="1.0"), NEXT) == 1
    assert _observed(root).releases["pypi"].version == "2.1"
    assert "alpha: pypi: alpha: ERROR: No matching distribution found" in capsys.readouterr().err


def test_metadata_that_cannot_be_read_today_stay(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    clients = Clients(alpha="2.1", beta="0.9")

    def without_metadata(arguments: tuple[str, ...]) -> Ran:
        return clients(arguments) if "index" in arguments else Ran(1, "")

    upstream = Upstream(without_metadata, Pace(), hosts=False)
    assert watched(_catalogue(root), ["alpha"], upstream, root, root.parent / "state.json", NEXT) == 0


def test_a_release_of_another_package_is_forgotten(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    edit(root / "tools/alpha/about.yml", lambda about: about.update(packages={"pypi": "alpha-new"}))
    _watch(root, Clients(**{"alpha-new": "1.0"}), NEXT)
    assert _observed(root).releases["pypi"].name == "alpha-new"


def test_a_stopped_run_keeps_what_it_read_and_goes_on_from_there(write: Write) -> None:
    root = _root(write)
    stopped = Clients(alpha="2.1", beta="0.9")
    stopped.stop_at = "beta"
    with pytest.raises(KeyboardInterrupt):
        _watch(root, stopped)
    assert _observed(root).releases["pypi"].version == "2.1"
    again = Clients(alpha="9.9", beta="0.9")
    assert _watch(root, again) == 1
    assert not [each for each in again.ran if "alpha" in each]
    assert not (root.parent / "state.json").exists()


def test_a_damaged_state_is_no_state(write: Write) -> None:
    root = _root(write)
    (root.parent / "state.json").write_text('{"day": "2026-10-01"', "utf-8")
    assert _watch(root, Clients(alpha="2.1")) == 1


def test_no_file_is_left_beside(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="2.1", beta="0.9"))
    assert not list(root.rglob(".*.new"))


@pytest.mark.parametrize("version", ["--index", "{{ config }}", "1\x1b[31m", "1‮2", "x" * 100, "<script>"])
def test_a_hostile_version_is_not_written(write: Write, version: str) -> None:
    root = _root(write)
    assert _watch(root, Clients(alpha=version)) == 0
    assert not (root / "tools/alpha/observed.yml").exists()


@pytest.mark.parametrize("licence", ["{{ config }}", "M‮IT"])
def test_hostile_metadata_are_not_written(write: Write, licence: str) -> None:
    root = _root(write)

    def clients(arguments: tuple[str, ...]) -> Ran:
        if "index" in arguments:
            return Ran(0, "alpha (1.0)\n")
        return Ran(0, json.dumps({"install": [{"metadata": {"license": licence}}]}))

    watched(
        _catalogue(root), ["alpha"], Upstream(clients, Pace(), hosts=False), root, root / "../s.json", DAY
    )
    assert not (root / "tools/alpha/observed.yml").exists()


@pytest.mark.parametrize(
    "name", ["-r/etc/passwd", "https://example.org/x.whl", "./here", "a b", "x[extra]", ""]
)
def test_a_package_cannot_be_an_option_or_an_address(name: str) -> None:
    clients = Clients()
    for ask in (pypi, npm):
        with pytest.raises(Unseen, match="no name"):
            ask(name, clients)
    assert not clients.ran


def test_nothing_of_a_package_is_built_or_run() -> None:
    clients = Clients(alpha="1.0")
    pypi("alpha", clients)
    install = next(each for each in clients.ran if "install" in each)
    assert {"--dry-run", "--only-binary", "--no-deps"} <= set(install)


def test_no_index_is_named() -> None:
    """A mirror works: where an index is stands in the clients' own configuration."""
    for path in (Path(__file__).parents[1] / "macros" / "upstream").glob("*.py"):
        text = path.read_text("utf-8")
        assert "--index-url" not in text
        assert "--registry" not in text
        assert "pypi.org" not in text
        assert "npmjs" not in text


def test_a_yanked_release_is_something_to_review(write: Write) -> None:
    root = _root(write)
    _watch(root, Clients(alpha="6.6.6"))
    alpha = _catalogue(root).tools["alpha"]
    assert list(contradictions("alpha", alpha, {})) == [f"alpha: pypi alpha 6.6.6 is yanked ({DAY})"]


def _npm(times: dict[str, str]) -> object:
    said = {"version": "1.0.4", "license": "MIT", "engines": {"node": ">=18"}, "time": times}
    return npm("alpha", lambda _: Ran(0, json.dumps(said)))


def test_the_day_of_a_release_is_taken_from_the_index() -> None:
    times = {f"1.0.{number}": f"2026-0{number + 1}-01T00:00:00Z" for number in range(5)}
    found = {"name": "alpha", "version": "1.0.4", "licence": "MIT", "requires": {"node": ">=18"}}
    assert _npm(times) == found | {"day": "2026-05-01"}


def test_days_that_run_against_the_versions_are_a_mirrors_and_not_believed() -> None:
    times = {f"1.0.{number}": f"2026-0{9 - number}-01T00:00:00Z" for number in range(5)}
    assert "day" not in _npm(times)  # type: ignore[operator]


def test_a_client_that_is_late_or_missing_is_an_answer(tmp_path: Path) -> None:
    assert run(("sleep", "30"), {}, patience=0.2).code == -1
    assert run((str(tmp_path / "nothing"),), {}).code == -1
    assert run(("sh", "-c", "exit $CODE"), {**os.environ, "CODE": "3"}).code == 3
