"""The first process of a box: puts up its walls, carries out the plan, and leaves a report in its folder."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from lab.doing import Doing
from lab.outside import Outside
from lab.steps import Plan

BOX = "/lab"
TMP = "tmp"
PROJECT = Path(__file__).parent.parent
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


def main(file: str) -> None:
    """Carry out the plan in this file."""
    plan = Plan.model_validate_json(Path(file).read_text("utf-8"))
    outside = None
    if plan.network != "shared":
        enclose(plan)
        plan = plan.model_copy(update={"folder": BOX})
        socket.sethostname("lab")
    if plan.network in ("refuses", "silent"):
        outside = Outside(plan.network)
        outside.open()
    report = Doing(plan, environment(plan), outside).all()
    (Path(plan.folder) / "report.json").write_text(report.model_dump_json(), "utf-8")


def environment(plan: Plan) -> dict[str, str]:
    """Nothing of the machine's own settings, but for what its processor needs."""
    folder = plan.folder
    kept = {key: value for key, value in os.environ.items() if key.startswith("OPENBLAS_") or plan.keep}
    clients = f"{folder}/cache/uv/bin:" if plan.keep else ""
    own = {
        "PATH": f"{folder}/venv/bin:{folder}/node_modules/.bin:{clients}{SYSTEM_PATH}",
        "HOME": f"{folder}/home",
        "TMPDIR": f"{folder}/{TMP}",
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
    }
    return kept | own | plan.env


def enclose(plan: Plan) -> None:
    """A root of its own over the machine's: what is written anywhere lands in a layer."""
    upper = Path(plan.upper)
    root, scratch = upper.parent / "root", upper.parent / "scratch"
    for each in (upper, root, scratch):
        each.mkdir(parents=True, exist_ok=True)
    lower = ":".join([*plan.layers, "/"])
    _mount(
        "-t", "overlay", "overlay", "-o", f"lowerdir={lower},upperdir={upper},workdir={scratch}", str(root)
    )
    for name in ("lab", "tmp"):
        (root / name).mkdir(exist_ok=True)
    _mount("--rbind", "/dev", f"{root}/dev")
    _mount("-t", "proc", "proc", f"{root}/proc")
    _mount("--rbind", "/sys", f"{root}/sys")
    _mount("-t", "tmpfs", "tmpfs", f"{root}/dev/shm")  # noqa: S108 (the box's own)
    _mount("--bind", plan.folder, f"{root}/lab")
    if plan.cache:
        _mount("--bind", plan.cache, f"{root}/lab/cache")
    _mount("--bind", f"{plan.folder}/{TMP}", f"{root}/{TMP}")
    for each in hidden(PROJECT, Path(sys.prefix), Path(sys.base_prefix)):
        _show(each, root)
    if plan.network != "open":
        (root / "etc/resolv.conf").write_text("nameserver 127.0.0.1\n", "utf-8")
        (root / "etc/hosts").write_text("127.0.0.1 localhost lab\n", "utf-8")
    os.chroot(root)
    os.chdir(BOX)


def hidden(*places: Path) -> list[Path]:
    """Which of these folders a box would not show: those below its own /tmp, and on a disk of their own.

    Of two, one of which holds the other on the same disk, the outer one; the outer ones first.
    """
    root = Path("/").stat().st_dev
    below = [
        each
        for each in dict.fromkeys(places)
        if Path(f"/{TMP}") in each.parents or (each.exists() and each.stat().st_dev != root)
    ]
    outer = [each for each in below if not any(_holds(other, each) for other in below)]
    return sorted(outer, key=lambda each: len(each.parts))


def _holds(outer: Path, inner: Path) -> bool:
    """Whether a folder shows another one, which is below it and on the same disk."""
    return outer in inner.parents and outer.stat().st_dev == inner.stat().st_dev


def _show(place: Path, root: Path) -> None:
    """Put a folder of the machine's back where it stood, to be read only."""
    target = f"{root}{place}"
    Path(target).mkdir(parents=True, exist_ok=True)
    _mount("--bind", str(place), target)
    _mount("-o", "remount,bind,ro", target)


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
