"""Ten prepared pull requests, and what their summaries say, written first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.editing import edit

Change = Callable[[Path], object]


def evidence(tool: str, change: Callable[[Any], object]) -> Change:
    return lambda root: edit(root / "tools" / tool / "evidence.yml", change)


def about(tool: str, change: Callable[[Any], object]) -> Change:
    return lambda root: edit(root / "tools" / tool / "about.yml", change)


def cell(criterion: str, **fields: Any) -> Callable[[Any], object]:
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
    evidence("alpha", lambda data: data["sources"]["home"].update(accessed="2026-11-02"))(root)
    evidence("beta", lambda data: data["sources"]["home"].update(url="https://beta.example.test/new"))(root)


PULL_REQUESTS: dict[str, tuple[Change, str]] = {
    "a value changes, and its source was read again": (
        evidence("beta", _charts_of_beta),
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
        evidence("beta", _archived),
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
        evidence("alpha", cell("charts", checked="2026-11-20")),
        """\
## Look twice

- Alpha, Charts: is younger (2026-11-02 → 2026-11-20) and none of its sources was read again
""",
    ),
    "a maker speaks of its own tool": (
        evidence("alpha", cell("hosting", by="Alpha Inc.")),
        """\
## Look twice

- Alpha: 1 of 4 claims by its maker (before: 0)
""",
    ),
    "one language moves alone": (
        about("beta", lambda about: about["summary"].update(en="A tool that does more")),
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
