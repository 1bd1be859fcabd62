"""Installs what a recipe names, five times from a warm cache, and counts what came onto the disk."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from lab import written
from lab.box import Box
from lab.recipes import LAB
from lab.records import Recipe
from lab.results import Install
from lab.steps import Report, Step

UV = "uv==0.13.9"
PYTHON = str(Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}")
APT = ("apt-get", "-q", "-y", "-o", "Dir::Cache::archives=/lab/cache/apt", "-o", "APT::Sandbox::User=root")
NO_SERVICES = (
    "mkdir -p /lab/cache/apt/partial && printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d"
    " && chmod +x /usr/sbin/policy-rc.d"
)
NPM = "--prefix=/lab --cache=/lab/cache/npm --no-audit --no-fund --no-package-lock --no-save".split()  # noqa: SIM905 (as typed)
STATUS = Path("/var/lib/dpkg/status")


class CannotInstall(Exception):
    """What the package client said."""


def ready_uv(cache: Path) -> Path:
    """The one tool the laboratory itself needs, in its cache."""
    tool = cache / "uv" / "bin" / "uv"
    if not tool.exists():
        command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(cache / "uv"), UV]
        subprocess.run(command, check=True, capture_output=True)
    return tool


def lock(recipe: Recipe, cache: Path) -> str:
    """Every package a recipe brings from PyPI, each with one version."""
    wanted = cache / "wanted.in"
    wanted.write_text("\n".join(recipe.pypi) + "\n", "utf-8")
    quiet = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command = [str(ready_uv(cache)), "pip", "compile", *quiet, "--python", PYTHON, str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotInstall(done.stderr.strip())
    return done.stdout


def install(tool: str, recipe: Recipe, box: Box, times: int, lab: Path = LAB) -> tuple[Install, Box]:
    """The tool in its box, with what that took."""
    box.folder.mkdir(parents=True, exist_ok=True)
    if recipe.pypi:
        shutil.copy(lab / tool / "lock.txt", box.folder / "lock.txt")
    # the first time fetches; it is not a figure
    box, _ = _once(recipe, box, "first", offline=False)
    below, seconds = box, []
    for number in range(times):
        above, taken = _once(recipe, below, str(number), offline=True)
        seconds.append(round(taken, 2))
    return _counted(recipe, above, below if recipe.debian else None, tuple(seconds)), above


def _once(recipe: Recipe, box: Box, name: str, offline: bool) -> tuple[Box, float]:
    fetching = Box(
        **{
            **vars(box),
            "env": (("UV_CACHE_DIR", "/lab/cache/uv-cache"), ("DEBIAN_FRONTEND", "noninteractive")),
        }
    )
    steps = [*_pypi(recipe, name, offline), *_npm(recipe, name, offline), *_debian(recipe, name, offline)]
    report, above = fetching.layered("open", *steps)
    if problem := report.problem():
        raise CannotInstall(f"{problem}\n{_last(report)}".strip())
    seconds = sum(step.seconds for step in report.steps if step.name.startswith("install"))
    return replace(box, layers=above.layers), seconds


def _pypi(recipe: Recipe, name: str, offline: bool) -> list[Step]:
    if not recipe.pypi:
        return []
    quick = ("--offline",) if offline else ()
    install = ("uv", "pip", "install", "-q", "--link-mode=copy", *quick, "--python", "/lab/venv/bin/python")
    make = ("uv", "venv", "-q", "--clear", "--python", PYTHON, "/lab/venv")
    return [_step(f"venv-{name}", *make), _step(f"install-pypi-{name}", *install, "-r", "/lab/lock.txt")]


def _npm(recipe: Recipe, name: str, offline: bool) -> list[Step]:
    if not recipe.npm:
        return []
    quick = ("--offline",) if offline else ()
    clean = _step(f"clean-{name}", "rm", "-rf", "/lab/node_modules")
    return [clean, _step(f"install-npm-{name}", "npm", "install", *NPM, *quick, *recipe.npm)]


def _debian(recipe: Recipe, name: str, offline: bool) -> list[Step]:
    if not recipe.debian:
        return []
    wanted = ("--no-install-recommends", *recipe.debian)
    if offline:
        return [_step(f"install-debian-{name}", *APT, "--no-download", "install", *wanted)]
    return [
        _step(f"quiet-{name}", "sh", "-c", NO_SERVICES),
        _step(f"update-{name}", *APT, "update"),
        _step(f"fetch-{name}", *APT, "--download-only", "install", *wanted),
    ]


def _step(name: str, *command: str) -> Step:
    return Step(do="run", name=name, command=command, seconds=400)


def _last(report: Report) -> str:
    return "\n".join(report.steps[-1].output.strip().splitlines()[-5:])


def _counted(recipe: Recipe, box: Box, below: Box | None, seconds: tuple[float, ...]) -> Install:
    versions: dict[str, str] = {}
    size = 0.0
    if recipe.pypi:
        versions |= _python_versions(box.folder / "venv")
        size += written.size(box.folder / "venv" / "lib")
        size += (
            sum(each.stat().st_size for each in (box.folder / "venv/bin").iterdir() if not each.is_symlink())
            / 1e6
        )
    if recipe.npm:
        versions |= _node_versions(box.folder / "node_modules")
        size += written.size(box.folder / "node_modules")
    if recipe.debian:
        new = _debian_new(box)
        versions |= {name: version for name, (version, _) in new.items()}
        size += sum(kilobytes for _, kilobytes in new.values()) / 1000
    by = " + ".join(way for way in ("pypi", "npm", "debian") if getattr(recipe, way))
    return Install(
        packages=len(versions), megabytes=round(size, 1), seconds=seconds, versions=versions, by=by
    )


def _python_versions(venv: Path) -> dict[str, str]:
    found = (
        each.name.removesuffix(".dist-info").rsplit("-", 1)
        for each in venv.glob("lib/*/site-packages/*.dist-info")
    )
    return {name.lower().replace("_", "-"): version for name, version in sorted(found)}


def _node_versions(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted([*folder.glob("*/package.json"), *folder.glob("@*/*/package.json")]):
        about = json.loads(file.read_text("utf-8"))
        found[about["name"]] = about["version"]
    return found


def _debian_new(box: Box) -> dict[str, tuple[str, int]]:
    upper = next(
        (layer / "var/lib/dpkg/status" for layer in box.layers if (layer / "var/lib/dpkg/status").exists()),
        STATUS,
    )
    before, after = dpkg(STATUS), dpkg(upper)
    return {name: after[name] for name in sorted(after) if name not in before}


def dpkg(status: Path) -> dict[str, tuple[str, int]]:
    """Installed Debian packages with version and kilobytes."""
    found = {}
    for block in status.read_text("utf-8", "replace").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line and line[0] != " ")
        if fields.get("Status", "").endswith(" installed"):
            found[fields["Package"]] = (fields.get("Version", ""), int(fields.get("Installed-Size", "0")))
    return found
