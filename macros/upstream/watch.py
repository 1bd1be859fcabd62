"""python -m macros watch: what machines see upstream, into each tool's observed.yml."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from macros.editing.files import put
from macros.loading.catalogue import Catalogue
from macros.outside import now
from macros.rules.check import check, sound
from macros.rules.rule import unknown
from macros.upstream.indexes import Found, Unseen
from macros.upstream.observing import Upstream, contradictions, new_text, seen
from macros.upstream.pace import Pace
from macros.upstream.running import run as run_client

STATE = Path(".cache") / "watch.json"


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command's words."""
    parser = commands.add_parser("watch", help="newest releases and repositories, into observed.yml")
    parser.add_argument("tools", nargs="*", metavar="tool", help="only these; all without")
    parser.add_argument("--indexes-only", action="store_true", help="ask package indexes and nothing else")
    parser.add_argument("--review", action="store_true", help="only list what contradicts the evidence")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Look at every tool; what was read is kept, whatever happens to the rest."""
    root: Path = chosen.outside.data
    catalogue = sound(root)
    for key in chosen.tools:
        if key not in catalogue.tools:
            print(unknown("tool", key, catalogue.tools), file=sys.stderr)
            return 1
    if not chosen.review:
        client = partial(run_client, inherited=chosen.outside.clients)
        upstream = Upstream(client, Pace(), chosen.outside.token, not chosen.indexes_only)
        keys = chosen.tools or _oldest_first(catalogue)
        done = watched(catalogue, keys, upstream, root, root.parent / STATE, now().date())
        print(f"{done} files changed.", file=sys.stderr)
        catalogue = check(root)[0] or catalogue
    for key, tool in catalogue.tools.items():
        for line in contradictions(key, tool, catalogue.criteria):
            print(f"- {line}")
    return 0


def watched(
    catalogue: Catalogue, keys: list[str], upstream: Upstream, root: Path, state: Path, today: date
) -> int:
    """Look at these tools, one file after the other; returns how many changed.

    What a stopped run had done is skipped on the same day; an unreadable state is no state.
    """
    done = _done(state, today)
    left = [key for key in keys if key not in done]
    changed = 0
    for number, (key, found) in enumerate(_seen(catalogue, left, upstream), 1):
        try:
            path, text = new_text(root / "tools" / key, catalogue.tools[key], found, today)
        except Unseen as unseen:
            _say(f"  {key}: {unseen}")
        else:
            if text is not None:
                put({path: text})
                changed += 1
        done.append(key)
        state.parent.mkdir(parents=True, exist_ok=True)
        put({state: json.dumps({"day": today.isoformat(), "done": done})})
        _say(f"[{number}/{len(left)}] {key}")
    state.unlink(missing_ok=True)
    return changed


def _oldest_first(catalogue: Catalogue) -> list[str]:
    """The tools that were seen longest ago first: a run that is cut short leaves out none for ever."""

    def seen_on(key: str) -> tuple[date, str]:
        observed = catalogue.tools[key].observed
        return observed.seen if observed else date.min, key

    return sorted(catalogue.tools, key=seen_on)


def _seen(catalogue: Catalogue, keys: list[str], upstream: Upstream) -> Iterator[tuple[str, Found]]:
    for key in keys:
        found, missed = seen(key, catalogue.tools[key], upstream)
        for each in missed:
            _say(f"  {key}: {each}")
        yield key, found


def _done(state: Path, today: date) -> list[str]:
    try:
        said = json.loads(state.read_text("utf-8"))
        return [str(key) for key in said["done"]] if said["day"] == today.isoformat() else []
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _say(line: str) -> None:
    """Progress, with nothing in it that a terminal obeys."""
    print("".join(c if c.isprintable() else "?" for c in line), file=sys.stderr, flush=True)
