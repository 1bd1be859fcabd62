"""Repositories, advisories and ends of support: by `git ls-remote` and hosts' interfaces."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from macros.upstream.indexes import Found, Unseen
from macros.upstream.pace import Pace
from macros.upstream.running import Run

TAG = re.compile(r"refs/tags/((?:v|release[-/])?(\d+(?:\.\d+){1,3}))")
HOST, INTERFACE = "github.com", "https://api.github.com/repos"
ADVISORIES = "https://api.osv.dev/v1/query"
ENDS = "https://endoflife.date/api"
ECOSYSTEMS = {"pypi": "PyPI", "npm": "npm"}
MOST_ENDS = 6


def tags(repository: str, run: Run) -> Found:
    """The newest version tag of a repository; nothing where it has none. Raises Unseen."""
    ran = run(("git", "ls-remote", "--tags", "--refs", "--", repository))
    if ran.code:
        raise Unseen("the repository cannot be reached")
    found = [(tuple(map(int, m[2].split("."))), m[1]) for m in TAG.finditer(ran.out)]
    whole = {line.partition("\t")[2] for line in ran.out.splitlines()}
    stable = [each for each in found if f"refs/tags/{each[1]}" in whole]
    return {"version": max(stable)[1]} if stable else {}


def repository(address: str, pace: Pace, token: str = "", interface: str = INTERFACE) -> Found:
    """Whether a repository is archived, where it has moved, and its licence. Raises Unseen."""
    parts = urlsplit(address)
    path = parts.path.strip("/").removesuffix(".git")
    if parts.hostname != HOST or not re.fullmatch(r"[\w.-]+/[\w.-]+", path):
        return {}
    headers = {"Accept": "application/vnd.github+json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    answer = pace.get(f"{interface}/{path}", headers)
    if answer.status in (301, 307, 308) and answer.location.startswith(
        interface.rpartition("/repos")[0] + "/"
    ):
        answer = pace.get(answer.location, headers)
    said = _said(answer.text if answer.status == 200 else "")
    if not isinstance(said, dict) or not isinstance(said.get("full_name"), str):
        raise Unseen(answer.error or f"the host answered {answer.status}")
    found: Found = {"archived": said.get("archived") is True}
    if said["full_name"].lower() != path.lower() and re.fullmatch(r"[\w.-]+/[\w.-]+", said["full_name"]):
        found["moved"] = f"https://{HOST}/{said['full_name']}"
    licence = said.get("license")
    spdx = licence.get("spdx_id") if isinstance(licence, dict) else None
    return found | ({"licence": spdx} if isinstance(spdx, str) and spdx != "NOASSERTION" else {})


def advisories(kind: str, name: str, version: str, pace: Pace, interface: str = ADVISORIES) -> int:
    """How many known advisories hit this version of a package. Raises Unseen."""
    asked = {"version": version, "package": {"name": name, "ecosystem": ECOSYSTEMS[kind]}}
    answer = pace.get(interface, {"Content-Type": "application/json"}, json.dumps(asked).encode())
    said = _said(answer.text if answer.status == 200 else "")
    if not isinstance(said, dict):
        raise Unseen(answer.error or f"the host answered {answer.status}")
    found = said.get("vulns", [])
    return len(found) if isinstance(found, list) else 0


def ends(key: str, pace: Pace, interface: str = ENDS) -> dict[str, str]:
    """The end of support of the newest versions of a tool; nothing where nobody lists it. Raises Unseen."""
    answer = pace.get(f"{interface}/{key}.json")
    if answer.status == 404:
        return {}
    said = _said(answer.text if answer.status == 200 else "")
    if not isinstance(said, list):
        raise Unseen(answer.error or f"the host answered {answer.status}")
    cycles = [each for each in said[:MOST_ENDS] if isinstance(each, dict)]
    return {
        str(each["cycle"]): each["eol"]
        for each in cycles
        if re.fullmatch(r"[\w.-]{1,40}", str(each.get("cycle", "")))
        and isinstance(each.get("eol"), str)
        and re.fullmatch(r"\d{4}-\d\d-\d\d", each["eol"])
    }


def _said(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
