"""What others wrote and the site carries: whole, named, with its licence beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import PROJECT

VENDOR = PROJECT / "overrides" / "assets" / "rooms" / "vendor"
SCRIPT = (PROJECT / ".ci" / "vendor").read_text("utf-8")
NAMED = re.compile(r"// ([a-z-]+@[\d.]+), ([\w.-]+): see (\w+\.LICENSE\.txt)\. Written by \.ci/vendor\.\n")


@pytest.mark.parametrize("path", sorted(VENDOR.glob("*.mjs")), ids=lambda path: path.name)
def test_a_vendored_module_says_what_it_is_and_under_which_licence(path: Path) -> None:
    head = NAMED.match(path.read_text("utf-8"))
    assert head, "no head that names the package"
    package, licence, beside = head.groups()
    assert package in SCRIPT, "another version than .ci/vendor names"
    assert licence in SCRIPT
    assert len((VENDOR / beside).read_text("utf-8")) > 500


def test_nothing_stands_there_without_a_module() -> None:
    modules = {path.stem for path in VENDOR.glob("*.mjs")}
    assert modules == {"toml", "yaml"}
    assert {path.name for path in VENDOR.iterdir()} == {
        f"{name}{end}" for name in modules for end in (".mjs", ".LICENSE.txt")
    }
