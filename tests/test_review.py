"""A pull request in words: ten prepared ones, and what their summaries say, written first."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from macros import __main__ as commands
from macros.editing.files import Unable
from macros.loading import catalogue as loading
from macros.loading.catalogue import Catalogue
from macros.review.base import data_at
from macros.review.diff import NOTHING, summary
from macros.rules.check import check
from tests.conftest import Write
from tests.editing import edit

Change = Callable[[Path], object]


def _evidence(tool: str, change: Callable[[Any], object]) -> Change:
    return lambda root: edit(root / "tools" / tool / "evidence.yml", change)


def _about(tool: str, change: Callable[[Any], object]) -> Change:
    return lambda root: edit(root / "tools" / tool / "about.yml", change)


def _cell(criterion: str, **fields: Any) -> Callable[[Any], object]:
    return lambda data: data["assessments"][criterion].update(fields)


def _charts_of_beta(data: Any) -> None:
    data["assessments"]["charts"] = {"value": "yes", "source": "charts", "checked": "2026-11-20"}
    source = {
        "url": "https://beta.example.test/charts",
        "accessed": "2026-11-20",
        "shows": {"ko": "차트", "en": "Charts"},
    }
    data["sources"]["charts"] = source


def _new_tool(root: Path) -> None:
    shutil.copytree(root / "tools/beta", root / "tools/eta")
    edit(
        root / "tools/eta/about.yml",
        lambda about: about.update(name="Eta", links={"home": "https://eta.example.test"}),
    )
    licence = {"value": "open", "source": "home", "checked": "2026-11-02"}
    edit(root / "tools/eta/evidence.yml", lambda data: data.update(assessments={"licence": licence}))


def _rename(root: Path) -> None:
    (root / "tools/gamma").rename(root / "tools/gamma-two")
    (root / "redirects.yml").write_text("tools/gamma: tools/gamma-two\n", "utf-8")


def _archived(data: Any) -> None:
    lifecycle = {"status": "archived", "since": "2026-11", "source": "home", "note": "Over"}
    data["lifecycle"].update(lifecycle)


def _both_licences(guide: Any) -> None:
    law = next(each for each in guide["questions"] if each.get("id") == "law")
    law["options"]["open"]["require"] = {"licence": ["open", "closed"]}


def _new_home(root: Path) -> None:
    _evidence("alpha", lambda data: data["sources"]["home"].update(accessed="2026-11-02"))(root)
    _evidence("beta", lambda data: data["sources"]["home"].update(url="https://beta.example.test/new"))(root)


PULL_REQUESTS: dict[str, tuple[Change, str]] = {
    "a value changes, and its source was read again": (
        _evidence("beta", _charts_of_beta),
        """\
## Outcomes that differ

- Tracking: 15 of 162 answer sets change
  - Beta joins the leaders in 15; for example `need=charts`: Alpha → Alpha, Beta, \
because Beta, Charts: partial → yes

## Claims

- Beta, Charts: partial → yes (<https://beta.example.test/charts> read 2026-11-20)

## Sources

- Beta, charts: is new, <https://beta.example.test/charts>
""",
    ),
    "a tool is new": (
        _new_tool,
        """\
## Outcomes that differ

- Tracking: 21 of 162 answer sets change
  - Eta joins the leaders in 21; for example `no answer`: Alpha, Beta, Gamma, Zeta → \
Alpha, Beta, Eta, Gamma, Zeta, because Eta is new

## Tools

- Eta is new, in tracking, with 1 claim

## Addresses

- /tools/eta/ appears
""",
    ),
    "a tool is gone, and its links break": (
        lambda root: shutil.rmtree(root / "tools/gamma"),
        """\
## Outcomes that differ

- Tracking: 30 of 162 answer sets change
  - Gamma leaves the leaders in 30; for example `no answer`: Alpha, Beta, Gamma, Zeta → Alpha, Beta, Zeta, \
because Gamma is gone

## Tools

- Gamma is gone

## Addresses

- /tools/gamma/ vanishes, and no redirect leads on
""",
    ),
    "a tool is renamed": (
        _rename,
        """\
## Tools

- Gamma has the id gamma-two now; it was gamma

## Addresses

- /tools/gamma-two/ appears
- /tools/gamma/ leads to /tools/gamma-two/
""",
    ),
    "a tool ends": (
        _evidence("beta", _archived),
        """\
## Outcomes that differ

- Tracking: 21 of 162 answer sets change
  - Beta leaves the leaders in 21; for example `no answer`: Alpha, Beta, Gamma, Zeta → Alpha, Gamma, Zeta, \
because Beta is archived
  - Alpha joins the leaders in 18; for example `need=habit`: Beta → Alpha, Gamma, Zeta, \
because Beta is archived
  - Gamma joins the leaders in 6; for example `need=habit`: Beta → Alpha, Gamma, Zeta, \
because Beta is archived
  - Zeta joins the leaders in 3; for example `need=habit`: Beta → Alpha, Gamma, Zeta, \
because Beta is archived

## Tools

- Beta was active and is archived
""",
    ),
    "a claim is younger and nothing was read": (
        _evidence("alpha", _cell("charts", checked="2026-11-20")),
        """\
## Look twice

- Alpha, Charts: is younger (2026-11-02 → 2026-11-20) and none of its sources was read again
""",
    ),
    "a maker speaks of its own tool": (
        _evidence("alpha", _cell("hosting", by="Alpha Inc.")),
        """\
## Look twice

- Alpha: 1 of 4 claims by its maker (before: 0)
""",
    ),
    "one language moves alone": (
        _about("beta", lambda about: about["summary"].update(en="A tool that does more")),
        """\
## Look twice

- tools.beta.summary: the English changes alone; does the Korean still say the same?
""",
    ),
    "a source has another address": (
        _new_home,
        """\
## Sources

- Alpha, home: was read again on 2026-11-02
- Beta, home: <https://beta.example.test/docs> → <https://beta.example.test/new>
""",
    ),
    "a guide asks for less": (
        lambda root: edit(root / "guides/tracking.yml", _both_licences),
        """\
## Outcomes that differ

- Tracking: 54 of 162 answer sets change
  - Beta is no longer ruled out in 33; for example `need=charts&law=open`: Alpha → Alpha, \
because the guide's own effects change
  - Beta joins the leaders in 21; for example `law=open`: Alpha, Gamma, Zeta → Alpha, Beta, Gamma, Zeta, \
because the guide's own effects change
  - Alpha leaves the leaders in 18; for example `need=habit&law=open`: Alpha, Gamma, Zeta → Beta, \
because the guide's own effects change
  - Gamma leaves the leaders in 6; for example `need=habit&law=open`: Alpha, Gamma, Zeta → Beta, \
because the guide's own effects change
  - Zeta leaves the leaders in 3; for example `need=habit&law=open`: Alpha, Gamma, Zeta → Beta, \
because the guide's own effects change
""",
    ),
}


def _read(root: Path) -> Catalogue:
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


@pytest.mark.parametrize("name", PULL_REQUESTS)
def test_a_pull_request_is_told_in_words(write: Write, name: str) -> None:
    change, told = PULL_REQUESTS[name]
    root = write()
    before = _read(root)
    change(root)
    assert summary(before, _read(root)) == told


def test_nothing_is_said_of_nothing(write: Write) -> None:
    before = _read(write())
    root = write()
    edit(root / "tools/alpha/about.yml", lambda about: None)
    assert summary(before, _read(root)) == NOTHING + "\n"


def test_what_a_stranger_writes_is_no_markup_in_the_summary(write: Write) -> None:
    root = write()
    before = _read(root)
    hostile = "[x](javascript:alert(1)) <img src=x> @everyone `code` |# head"
    _evidence("alpha", _cell("limits", value={"ko": hostile, "en": hostile}, checked="2026-11-02"))(root)
    text = summary(before, _read(root))
    line = next(line for line in text.splitlines() if line.startswith("- Alpha, Limits"))
    assert not set("[]`@|") & set(line)
    assert "<img" not in line


def test_a_text_that_says_it_is_behind_is_no_surprise_and_waits(write: Write) -> None:
    root = write()
    before = _read(root)
    _about("beta", lambda about: about["summary"].update(en="More", behind="ko"))(root)
    said = "tools.beta.summary: the Korean does not follow yet, and readers are told so"
    assert summary(before, _read(root)) == f"## Waiting for the other language\n\n- {said}\n"


@pytest.fixture
def repository(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit of the tiny data."""
    root = write()
    folder = root.parent
    git = partial(subprocess.run, check=True, cwd=folder, capture_output=True)
    git(["git", "init", "-q", "-b", "main"])
    git(["git", "add", "data"])
    git(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first"])
    monkeypatch.setattr(commands, "ROOT", root)
    return folder


def test_the_command_compares_with_a_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, told = PULL_REQUESTS["a maker speaks of its own tool"]
    change(repository / "data")
    assert commands.main(["diff", "main"]) == 0
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("base", ["nowhere", "--output=/tmp/x", "", "main:data"])
def test_a_base_that_is_none_is_refused(repository: Path, base: str) -> None:
    with pytest.raises(Unable, match="names no commit"), data_at(base, repository):
        pass


def test_the_working_copy_is_not_touched(repository: Path) -> None:
    edit(repository / "data/tools/alpha/about.yml", lambda about: about.update(name="Other"))
    with data_at("HEAD", repository) as root:
        assert "Alpha" in (root / "tools/alpha/about.yml").read_text("utf-8")
    assert "Other" in (repository / "data/tools/alpha/about.yml").read_text("utf-8")
    assert root != loading.ROOT
