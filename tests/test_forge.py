"""What a host says of a repository: archived, moved, its advisories, its newest tag."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from macros.upstream import forge
from macros.upstream.indexes import Unseen
from macros.upstream.pace import Pace
from macros.upstream.running import run
from tests.hostile import Hostile, hostile


@pytest.fixture
def server() -> Iterator[Hostile]:
    with hostile() as running:
        yield running


def _pace() -> Pace:
    return Pace(every=0, tries=2, public_only=False, sleep=lambda _: None)


def test_a_repository_says_whether_it_is_archived_and_where_it_went(server: Hostile) -> None:
    answer = {"full_name": "new/name", "archived": True, "license": {"spdx_id": "MIT"}}
    server.texts["/repos/old/name"] = json.dumps(answer).encode()
    found = forge.repository("https://github.com/old/name", _pace(), "secret", f"{server.base}/repos")
    assert found == {"archived": True, "moved": "https://github.com/new/name", "licence": "MIT"}
    assert server.heads[0]["Authorization"] == "Bearer secret"


@pytest.mark.parametrize("path", ["404", "429", "500", "hostile", "garbage", "ok"])
def test_a_host_that_says_nothing_useful_is_unseen(server: Hostile, path: str) -> None:
    with pytest.raises(Unseen):
        forge.repository("https://github.com/a/b", _pace(), interface=f"{server.base}/{path}")


def test_a_token_is_never_sent_to_another_host(server: Hostile) -> None:
    with pytest.raises(Unseen):
        forge.repository("https://github.com/x/y", _pace(), "secret", f"{server.base}/301")
    assert server.asked["/ok"] == 0


def test_advisories_and_ends_are_counted_and_dated(server: Hostile) -> None:
    server.texts["/osv"] = b'{"vulns": [{"id": "A"}, {"id": "B"}]}'
    server.texts["/eol/alpha.json"] = b'[{"cycle": "2", "eol": "2027-01-31"}, {"cycle": "1", "eol": true}, 3]'
    assert forge.advisories("pypi", "alpha", "1.0", _pace(), f"{server.base}/osv") == 2
    assert forge.ends("alpha", _pace(), f"{server.base}/eol") == {"2": "2027-01-31"}
    assert forge.ends("beta", _pace(), f"{server.base}/eol") == {}


def test_the_newest_version_tag_is_found_among_all_kinds(tmp_path: Path) -> None:
    repository = tmp_path / "made"
    commands = ["init -q", "-c user.name=a -c user.email=a@example.org commit -q --allow-empty -m x"]
    client = partial(run, inherited=os.environ)
    commands += [f"tag {tag}" for tag in ("v1.9.0", "v1.10.0", "v2.0.0-rc1", "nightly", "sub/v9.0")]
    for command in commands:
        assert (
            client(
                ("git", "-C", str(repository), *command.split())
                if repository.exists()
                else ("git", "init", "-q", str(repository))
            ).code
            == 0
        )
    assert forge.tags(str(repository), client) == {"version": "v1.10.0"}
    with pytest.raises(Unseen):
        forge.tags(str(tmp_path / "nowhere"), client)
