"""Runs the browser's pure modules in Node: the thinking of the site without a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

NODE = shutil.which("node")
SCRIPTS = Path(__file__).parent


def run(script: str, given: Any) -> Any:
    """What a script of tests/node says to what is given, both as JSON."""
    assert NODE, "Node is not installed"
    result = subprocess.run(
        [NODE, str(SCRIPTS / script)], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
