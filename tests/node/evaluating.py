"""Runs the thinking modules of the site in Node: no page, no browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

from tests.conftest import PROJECT

SCRIPTS = PROJECT / "overrides" / "assets" / "rooms"
RUN = """
import { readFileSync } from "node:fs";
const given = JSON.parse(readFileSync(0, "utf-8"));
const lib = async (name) => import(`file://${given.scripts}/${name}.mjs`);
const act = %s;
process.stdout.write(JSON.stringify(await act(given.value, lib)));
"""


def evaluate(act: str, value: Any) -> Any:
    """What `async (value, lib) => …` returns; `lib("guide/engine")` is a module. Raises in Node's words."""
    node = shutil.which("node")
    assert node, "the tests of the browser's thinking need Node 18 or later"
    text = json.dumps({"scripts": SCRIPTS.as_posix(), "value": value})
    done = subprocess.run(
        [node, "--input-type=module", "--eval", RUN % act],
        input=text, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
