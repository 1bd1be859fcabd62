"""What each package client is told: fetch once, then install from what was fetched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lab.records import Recipe
from lab.steps import Step

UV = "uv==0.13.9"
PYTHON = str(Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}")
APT = ("apt-get", "-q", "-y", "-o", "Dir::Cache::archives=/lab/cache/apt", "-o", "APT::Sandbox::User=root")
NPM = ("--cache=/lab/cache/npm", "--no-audit", "--no-fund", "--no-package-lock", "--no-save")
NO_SERVICES = (
    "mkdir -p /lab/cache/apt/partial && printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d"
    " && chmod +x /usr/sbin/policy-rc.d"
)
ENV = (("UV_CACHE_DIR", "/lab/cache/uv-cache"), ("DEBIAN_FRONTEND", "noninteractive"))


def ready_uv(cache: Path) -> Path:
    """The one tool the laboratory itself needs, in its cache."""
    tool = cache / "uv" / "bin" / "uv"
    if not tool.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(cache / "uv"), UV]
        subprocess.run(command, check=True, capture_output=True)
    return tool


def steps(recipe: Recipe, place: str, name: str, offline: bool, uv: bool) -> list[Step]:
    """Everything a recipe names, fetched or installed; only steps called install are timed."""
    found: list[Step] = []
    if recipe.pypi:
        found += _uv(place, name, offline) if uv else _pip(place, name, offline)
    if recipe.npm:
        found += _npm(recipe, place, name, offline)
    if recipe.debian:
        found += _debian(recipe, name, offline)
    return found


def _uv(place: str, name: str, offline: bool) -> list[Step]:
    quick = ("--offline",) if offline else ()
    install = (
        "uv",
        "pip",
        "install",
        "-q",
        "--link-mode=copy",
        *quick,
        "--python",
        f"{place}/venv/bin/python",
    )
    make = ("uv", "venv", "-q", "--clear", "--python", PYTHON, f"{place}/venv")
    return [_step(f"venv-{name}", *make), _step(f"install-pypi-{name}", *install, "-r", f"{place}/lock.txt")]


def _pip(place: str, name: str, offline: bool) -> list[Step]:
    quick = ("--no-index",) if offline else ()
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", f"{place}/venv/bin/python")
    make = (PYTHON, "-m", "venv", "--clear", "--without-pip", f"{place}/venv")
    install = (*pip, "install", "-q", *quick, "--no-deps", "-r", f"{place}/lock.txt")
    return [_step(f"venv-{name}", *make), _step(f"install-pypi-{name}", *install)]


def _npm(recipe: Recipe, place: str, name: str, offline: bool) -> list[Step]:
    quick = ("--offline",) if offline else ()
    clean = _step(f"clean-{name}", "rm", "-rf", f"{place}/node_modules")
    command = ("npm", "install", "--prefix", place, *NPM, *quick, *recipe.npm)
    return [clean, _step(f"install-npm-{name}", *command)]


def _debian(recipe: Recipe, name: str, offline: bool) -> list[Step]:
    wanted = ("--no-install-recommends", "--allow-downgrades", *recipe.debian)
    if offline:
        return [_step(f"install-debian-{name}", *APT, "--no-download", "install", *wanted)]
    return [
        _step(f"quiet-{name}", "sh", "-c", NO_SERVICES),
        _step(f"update-{name}", *APT, "update"),
        _step(f"fetch-{name}", *APT, "--download-only", "install", *wanted),
    ]


def _step(name: str, *command: str) -> Step:
    return Step(do="run", name=name, command=command, seconds=400)
