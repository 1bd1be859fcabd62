"""python -m macros links: whether the pages that claims rest on still stand, and what to read again first."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from macros.editing.files import put
from macros.loading.catalogue import Catalogue
from macros.outside import now, printable
from macros.rules.check import sound
from macros.upstream.following import Page, Verdict, compared, followed, is_moving
from macros.upstream.hour import due
from macros.upstream.pace import Pace

STATE = Path(".cache") / "links.json"
MOST_CHARACTERS = 60_000
MOST_LINES = 60
SAVE_EVERY = 20
Uses = dict[str, list[str]]
State = dict[str, dict[str, Any]]
HEADS: tuple[tuple[Verdict, str], ...] = (
    ("dead", "Gone (404, 410): find the page's new place, or another source"),
    ("moved", "Moved for good: write the new address"),
    ("changed", "Changed: read again whether the claim still stands"),
)


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's words."""
    parser = commands.add_parser("links", help="whether the pages that claims rest on still stand")
    parser.add_argument("tools", nargs="*", metavar="tool", help="only these; all without")
    parser.add_argument("--state", type=Path, help="what was seen before")
    parser.add_argument("--seen", action="store_true", help="ask nobody: report what was seen last")
    parser.add_argument("--hour", action="store_true", help="ask nobody: list the claims to read again first")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print the report as Markdown; nothing where nothing is to be done."""
    catalogue = sound(chosen.outside.data)
    if chosen.hour:
        print("\n".join(_hour(catalogue, frozenset())))
        return 0
    used = uses(catalogue, set(chosen.tools) or set(catalogue.tools))
    file = chosen.state or chosen.outside.data.parent / STATE
    state = _state(file) if chosen.seen else asked(used, Pace(), file, now().date())
    print(report(catalogue, used, state), end="")
    return 0


def uses(catalogue: Catalogue, tools: set[str]) -> Uses:
    """Every address that the data rest on, with the places that name it."""
    found: Uses = {}
    for key in sorted(tools & set(catalogue.tools)):
        tool = catalogue.tools[key]
        for name, source in tool.sources.items():
            found.setdefault(source.url, []).append(f"{key}: sources.{name}")
        for name, url in tool.links:
            if url:
                found.setdefault(url, []).append(f"{key}: links.{name}")
    return found


def asked(used: Uses, pace: Pace, file: Path, today: date) -> State:
    """Ask every address once a day; what was read is kept when the run is stopped."""
    state = _state(file)
    left = [url for url in _spread(used) if state.get(url, {}).get("day") != today.isoformat()]
    try:
        for number, url in enumerate(left, 1):
            before = state.get(url, {})
            page = compared(followed(url, pace), before)
            state[url] = _kept(page, before, today)
            print(f"[{number}/{len(left)}] {page.verdict} {url}", file=sys.stderr, flush=True)
            if number % SAVE_EVERY == 0:
                _save(file, state)
    finally:
        _save(file, state)
    return state


def _spread(used: Uses) -> list[str]:
    """The addresses, host by turns, so that a pause for one is work for another."""
    hosts: dict[str, list[str]] = {}
    for url in sorted(used):
        hosts.setdefault(url.split("/")[2], []).append(url)
    longest = max(map(len, hosts.values()), default=0)
    return [urls[turn] for turn in range(longest) for urls in hosts.values() if turn < len(urls)]


def _kept(page: Page, before: dict[str, Any], today: date) -> dict[str, Any]:
    """What is remembered of a page; one that could not be read keeps the words that it had."""
    said = asdict(page) | {"day": today.isoformat(), "marks": list(page.marks)}
    if page.verdict in ("unknown", "dead"):
        said |= {key: before[key] for key in ("title", "marks") if key in before}
    return said


def report(catalogue: Catalogue, used: Uses, state: State) -> str:
    """What is to be done, as Markdown within the size of an issue; empty where nothing is."""
    by: dict[str, list[str]] = {}
    for url in sorted(used):
        by.setdefault(str(state.get(url, {}).get("verdict", "unknown")), []).append(url)
    if not any(by.get(verdict) for verdict, _ in HEADS):
        return ""
    lines: list[str] = []
    for verdict, head in HEADS:
        if by.get(verdict):
            lines += ["", f"## {head} ({len(by[verdict])})", ""]
            lines += _limited([_line(url, used[url], state[url]) for url in by[verdict]])
    moving = [url for url in used if is_moving(url) and any(": sources." in each for each in used[url])]
    lines += [
        "",
        f"{len(by.get('unknown', []))} pages could not be asked; {len(moving)} proofs are pages that move.",
    ]
    lines += ["", "## The next hour", "", *_hour(catalogue, frozenset(by.get("dead", [])))]
    return _cut(lines)


def _line(url: str, places: list[str], said: dict[str, Any]) -> str:
    detail = f" – `{printable(str(said.get('detail', '')))}`" if said.get("detail") else ""
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"- <{url}>{detail}: {', '.join(places[:3])}{more}"


def _hour(catalogue: Catalogue, dead: frozenset[str]) -> Iterator[str]:
    for claim in due(catalogue, dead):
        why = f" – {', '.join(claim.why)}" if claim.why else ""
        yield f"- `data/tools/{claim.tool}/evidence.yml` {claim.criterion} ({claim.checked}){why}"


def _limited(lines: list[str]) -> list[str]:
    more = [f"- … and {len(lines) - MOST_LINES} more"] if len(lines) > MOST_LINES else []
    return lines[:MOST_LINES] + more


def _cut(lines: list[str]) -> str:
    kept, size = list[str](), 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > MOST_CHARACTERS:
            kept.append("- … the rest is more than fits here")
            break
        kept.append(line)
    return "\n".join(kept).strip() + "\n"


def _state(file: Path) -> State:
    """What was seen before; a damaged file is nothing seen."""
    try:
        said = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return (
        {url: each for url, each in said.items() if isinstance(each, dict)} if isinstance(said, dict) else {}
    )


def _save(file: Path, state: State) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    put({file: json.dumps(state, ensure_ascii=True, indent=0, sort_keys=True)})
