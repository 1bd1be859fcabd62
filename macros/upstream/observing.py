"""What was seen of one tool, joined to what was seen before, so that a second look changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.loading.canonical import canonical
from macros.loading.folders import OBSERVED
from macros.loading.observations import doubts
from macros.records.tool import Observed, Tool
from macros.records.vocabulary import Criterion
from macros.upstream import forge
from macros.upstream.indexes import ASKED, Found, Unseen
from macros.upstream.pace import Pace
from macros.upstream.running import Run

HEAD = "# yaml-language-server: $schema=../../schema/observed.json\n"
DOUBTS = {
    "archived": "lifecycle says {0.said} ({0.said_on}); the repository is archived",
    "moved": "links.repository has moved to {0.saw}",
    "withdrawn": "{0.saw}",
    "advisories": "{0.saw} known advisories hit the newest release",
    "release": "{0.criterion} says {0.said} ({0.said_on}); by what was seen it is {0.saw}",
    "licence": "licences ends with {0.said} ({0.said_on}); the licence file is {0.saw}",
    "support": "support says {0.said} ({0.said_on}); elsewhere it is {0.saw}",
}
SAID_AGAIN_AFTER = timedelta(days=28)


@dataclass(frozen=True)
class Upstream:
    """How the world is asked: clients, pace, an optional token, and whether hosts beside the indexes are."""

    run: Run
    pace: Pace
    token: str = ""
    hosts: bool = True


def seen(key: str, tool: Tool, upstream: Upstream) -> tuple[Found, list[str]]:
    """What can be seen of one tool now, and what could not be asked, in words."""
    found: Found = {"releases": {}}
    missed: list[str] = []
    for kind, ask in ASKED.items():
        if name := _packages(tool).get(kind):
            with_ = _tried(f"{kind}: {name}", missed, partial(ask, name, upstream.run))
            found["releases"] |= {kind: with_} if with_ else {}
    if upstream.hosts:
        found |= _hosts(key, tool, found["releases"], upstream, missed)
    return found, missed


def _hosts(key: str, tool: Tool, releases: Found, upstream: Upstream, missed: list[str]) -> Found:
    found: Found = {}
    if address := tool.links.repository:
        tag = _tried("tags", missed, partial(forge.tags, address, upstream.run))
        if tag:
            releases["repository"] = tag
        asked = partial(forge.repository, address, upstream.pace, upstream.token)
        found |= _tried("host", missed, asked) or {}
    counts = [
        _tried(
            "advisories",
            missed,
            partial(forge.advisories, kind, each["name"], each["version"], upstream.pace),
        )
        for kind, each in releases.items()
        if kind in forge.ECOSYSTEMS
    ]
    if counts and None not in counts:
        found["advisories"] = sum(counts)
    ends = _tried("ends", missed, partial(forge.ends, key, upstream.pace))
    return found | ({"ends": ends} if ends is not None else {})


def _packages(tool: Tool) -> dict[str, str]:
    return {str(kind): name for kind, name in tool.packages.items()}


def _tried(what: str, missed: list[str], ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except Unseen as unseen:
        missed.append(f"{what}: {unseen}")
        return None


def joined(before: Observed | None, found: Found, tool: Tool, today: date) -> Observed | None:
    """The new observation: what could not be asked stays as it was seen before.

    A release keeps the day on which its version was first seen; `seen` moves when something changed,
    or when it is a month old. None where nothing was ever seen. Raises ValidationError.
    """
    past: Found = before.model_dump(mode="json", exclude_none=True) if before else {}
    releases = {key: each for key, each in past.get("releases", {}).items() if _ours(key, each, tool)}
    for key, release in found["releases"].items():
        known = releases.get(key, {})
        same = known if known.get("version") == release["version"] else {}
        kept = same if key in ASKED and "requires" not in release else {}
        days = {"seen": same.get("seen") or today.isoformat(), "after": same.get("after")}
        if known and not same:
            days["after"] = past["seen"]
        releases[key] = {**kept, **release, **days}
    rest = {key: each for key, each in {**past, **found}.items() if key not in ("seen", "releases")}
    if not releases and not any(value not in (None, {}, "") for value in rest.values()):
        return None
    now = Observed.model_validate({**rest, "seen": today, "releases": releases})
    if before and now.model_copy(update={"seen": before.seen}) == before:
        return now if today - before.seen >= SAID_AGAIN_AFTER else before
    return now


def _ours(kind: str, release: Found, tool: Tool) -> bool:
    """Whether an earlier release is still of the package that the tool names."""
    return release.get("name") == _packages(tool).get(kind) if kind in ASKED else bool(tool.links.repository)


def written(observed: Observed) -> str:
    """The text of observed.yml, in the one form of data files."""
    data = observed.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return canonical(HEAD + "seen: x\n", Observed, {}, _plain({"seen": observed.seen.isoformat(), **data}))


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    return str(node).lower() if isinstance(node, (bool, int)) else node


def contradictions(key: str, tool: Tool, criteria: Mapping[str, Criterion]) -> Iterator[str]:
    """What a reader of the evidence should look at again, because a machine saw otherwise."""
    for each in doubts(tool, criteria):
        yield f"{key}: {DOUBTS[each.kind].format(each)} ({each.saw_on})"


def new_text(folder: Path, tool: Tool, found: Found, today: date) -> tuple[Path, str | None]:
    """The tool's file and the text that it should have; None where it stays. Raises Unseen for nonsense."""
    path = folder / OBSERVED
    try:
        now = joined(tool.observed, found, tool, today)
    except ValidationError as error:
        raise Unseen(f"what was said is no observation: {error.errors()[0]['msg']}") from None
    before = path.read_text("utf-8") if path.is_file() else None
    text = written(now) if now else None
    return path, None if text == before else text
