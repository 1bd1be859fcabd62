"""The newest release of a package, asked of its index by the index's own client, so that a mirror works."""

from __future__ import annotations

import json
import re
import sys
from itertools import pairwise
from typing import Any

from macros.upstream.running import Run

NAME = re.compile(r"(@[a-z0-9~][a-z0-9._~-]*/)?[A-Za-z0-9][A-Za-z0-9._-]{0,200}")
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+!_-]{0,80}")
STABLE = re.compile(r"(\d+)\.(\d+)\.(\d+)")
TRUSTED_DISORDER = 0.25
MOST_WORDS = 80
Found = dict[str, Any]


class Unseen(Exception):
    """Why nothing was seen: the index or the repository could not be reached, or spoke nonsense."""


def pypi(name: str, run: Run) -> Found:
    """The newest release of a Python package; its metadata where a wheel has them: nothing is built or run.

    Without `requires` where the metadata could not be read. Raises Unseen.
    """
    pip = (sys.executable, "-m", "pip")
    ran = run((*pip, "index", "versions", "--ignore-requires-python", _named(name)))
    first = re.match(r"\S+ \(([^)\s]+)\)", ran.out)
    if ran.code or not first:
        raise Unseen(_last(ran.error) or "the index does not know it")
    found: Found = {"name": name, "version": _version(first[1])}
    options = ("--dry-run", "--quiet", "--no-deps", "--ignore-installed", "--ignore-requires-python")
    wheel = (*options, "--only-binary", ":all:", "--report", "-")
    ran = run((*pip, "install", *wheel, f"{name}=={found['version']}"))
    report = _json(ran.out) if not ran.code else None
    if report is None:
        return found
    installed = report.get("install") if isinstance(report, dict) else None
    item = installed[0] if isinstance(installed, list) and installed else {}
    metadata = item.get("metadata") if isinstance(item, dict) else None
    metadata = metadata if isinstance(metadata, dict) else {}
    return (
        found
        | {"requires": _kept(python=metadata.get("requires_python"))}
        | _kept(
            licence=_licence(metadata),
            withdrawn="yanked" if item.get("is_yanked") is True else None,
        )
    )


def npm(name: str, run: Run) -> Found:
    """The newest release of a JavaScript package, with its day where the index's days can be believed.

    Raises Unseen.
    """
    fields = ("version", "license", "engines", "deprecated", "time")
    ran = run(("npm", "view", _named(name), *fields, "--json"))
    said = _json(ran.out)
    if ran.code or not isinstance(said, dict) or not isinstance(said.get("version"), str):
        raise Unseen(_last(ran.error) or "the index does not know it")
    engines, days = said.get("engines"), said.get("time")
    version = _version(said["version"])
    requires = _kept(node=engines.get("node")) if isinstance(engines, dict) else {}
    return {"name": name, "version": version, "requires": requires} | _kept(
        day=_day(days, version) if isinstance(days, dict) else None,
        licence=_short(said.get("license")),
        withdrawn="deprecated" if said.get("deprecated") else None,
    )


def _day(times: dict[str, Any], version: str) -> str | None:
    """The day of a release; None where the days run against the versions: a mirror's, not the releases'."""
    days = {key: value[:10] for key, value in times.items() if isinstance(value, str)}
    stable = sorted(
        (tuple(map(int, m.groups())), day) for key, day in days.items() if (m := STABLE.fullmatch(key))
    )
    pairs = [(a, b) for (one, a), (other, b) in pairwise(stable) if one[:1] == other[:1]]
    back = sum(a > b for a, b in pairs)
    if len(pairs) < 3 or back > TRUSTED_DISORDER * len(pairs):
        return None
    day = days.get(version, "")
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def _licence(metadata: Found) -> str | None:
    classifiers = metadata.get("classifier")
    named = [
        each.rpartition(" :: ")[2]
        for each in (classifiers if isinstance(classifiers, list) else ())
        if isinstance(each, str) and each.startswith("License :: ") and not each.endswith("OSI Approved")
    ]
    said = _short(metadata.get("license_expression")) or _short(metadata.get("license"))
    return said or _short(", ".join(named))


def _short(value: Any) -> str | None:
    """A word or two; a whole licence text says nothing here."""
    if not isinstance(value, str) or "\n" in value.strip() or len(value.strip()) > MOST_WORDS:
        return None
    return " ".join(value.split()) or None


def _kept(**fields: Any) -> Found:
    return {
        key: " ".join(value.split()) if isinstance(value, str) else value
        for key, value in fields.items()
        if value and isinstance(value, (str, dict))
    }


def _named(name: str) -> str:
    """A name that no client can take for an option, a file or an address."""
    if not NAME.fullmatch(name):
        raise Unseen(f"'{name[:80]}' is no name of a package")
    return name


def _version(version: str) -> str:
    if not VERSION.fullmatch(version):
        raise Unseen(f"'{version[:80]}' is no version")
    return version


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _last(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("WARNING")]
    return re.sub(r"https?://\S+", "the index", lines[0])[:200] if lines else ""


ASKED = {"pypi": pypi, "npm": npm}
