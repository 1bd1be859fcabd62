"""Installs what a recipe names, as often as there are runs, and counts what came onto the disk."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from lab import clients, debian, written
from lab.box import Box
from lab.recipes import LAB
from lab.records import Recipe
from lab.results import Install
from lab.steps import Report


class CannotInstall(Exception):
    """What the package client said."""


def lock(recipe: Recipe, cache: Path) -> str:
    """Every package a recipe brings from PyPI, each with one version."""
    uv, wanted = clients.ready_uv(cache), cache / "wanted.in"
    wanted.write_text("\n".join(recipe.pypi) + "\n", "utf-8")
    quiet = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command = [str(uv), "pip", "compile", *quiet, "--python", clients.PYTHON, str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotInstall(done.stderr.strip())
    return done.stdout


def install(tool: str, recipe: Recipe, box: Box, times: int, lab: Path = LAB) -> tuple[Install, Box]:
    """The tool in its box, with what that took; the first time only fetches and is no figure."""
    box.folder.mkdir(parents=True, exist_ok=True)
    if recipe.pypi:
        shutil.copy(lab / tool / "lock.txt", box.folder / "lock.txt")
    box, _ = _once(recipe, box, "first", offline=False)
    below, seconds = box, []
    for number in range(times):
        above, taken = _once(recipe, below, str(number), offline=True)
        seconds.append(round(taken, 2))
    return _counted(recipe, above, tuple(seconds)), above


def _once(recipe: Recipe, box: Box, name: str, offline: bool) -> tuple[Box, float]:
    uv = bool(box.cache and (box.cache / "uv").exists())
    steps = clients.steps(recipe, box.place, name, offline, uv)
    report, above = replace(box, env=clients.ENV).layered("open", *steps)
    if problem := report.problem():
        raise CannotInstall(f"{problem}\n{_last(report)}".strip())
    seconds = sum(step.seconds for step in report.steps if step.name.startswith("install"))
    return replace(box, layers=above.layers), seconds


def _last(report: Report) -> str:
    return "\n".join(report.steps[-1].output.strip().splitlines()[-5:])


def _counted(recipe: Recipe, box: Box, seconds: tuple[float, ...]) -> Install:
    versions: dict[str, str] = {}
    size = 0.0
    if recipe.pypi:
        versions |= _python_versions(box.folder / "venv")
        size += written.size(box.folder / "venv" / "lib") + _programs(box.folder / "venv" / "bin")
    if recipe.npm:
        versions |= _node_versions(box.folder / "node_modules")
        size += written.size(box.folder / "node_modules")
    if recipe.debian:
        added, kilobytes = debian.added(recipe, box)
        versions |= added
        size += kilobytes * 1024 / 1e6
    by = " + ".join(way for way in ("pypi", "npm", "debian") if getattr(recipe, way))
    return Install(
        packages=len(versions), megabytes=round(size, 1), seconds=seconds, versions=versions, by=by
    )


def _programs(folder: Path) -> float:
    return sum(each.stat().st_size for each in folder.iterdir() if not each.is_symlink()) / 1e6


def _python_versions(venv: Path) -> dict[str, str]:
    folders = venv.glob("lib/*/site-packages/*.dist-info")
    found = sorted(each.name.removesuffix(".dist-info").rsplit("-", 1) for each in folders)
    return {name.lower().replace("_", "-"): version for name, version in found}


def _node_versions(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted([*folder.glob("*/package.json"), *folder.glob("@*/*/package.json")]):
        about = json.loads(file.read_text("utf-8"))
        found[about["name"]] = about["version"]
    return found
