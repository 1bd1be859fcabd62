"""What Debian packages need beyond the smallest Debian, whatever this machine happens to have."""

from __future__ import annotations

import re

from lab.box import Box
from lab.records import Recipe
from lab.steps import Step

MERGED = "usr-is-merged"  # every Debian 12 is; else apt brings usrmerge, and with it all of Perl
SMALLEST = (
    "base-files",
    "bash",
    "coreutils",
    "dash",
    "debianutils",
    "dpkg",
    "apt",
    "perl-base",
    "util-linux",
    "init-system-helpers",
    "sysvinit-utils",
    "libpam-runtime",
    MERGED,
)
NOTHING_INSTALLED = ("-s", "-o", "Dir::State::status=/dev/null", "--no-install-recommends", "install")
LISTED = re.compile(r"^Inst (\S+) \((\S+) ", re.MULTILINE)
SIZE = re.compile(r"^Installed-Size: (\d+)", re.MULTILINE)


def added(recipe: Recipe, box: Box) -> tuple[dict[str, str], int]:
    """Packages with their versions, and KiB: the recipe's closure without the smallest Debian."""
    ask = ("apt-get", *NOTHING_INSTALLED)
    wanted = Step(do="run", name="wanted", command=(*ask, MERGED, *recipe.debian))
    smallest = Step(do="run", name="smallest", command=(*ask, *SMALLEST))
    box.run("open", wanted, smallest)
    closure, base = listed(_log(box, "wanted")), listed(_log(box, "smallest"))
    new = {name: version for name, version in sorted(closure.items()) if name not in base}
    box.run("open", Step(do="run", name="sizes", command=("apt-cache", "show", *_exactly(new))))
    return new, sum(map(int, SIZE.findall(_log(box, "sizes"))))


def listed(said: str) -> dict[str, str]:
    """What apt said it would install."""
    return dict(LISTED.findall(said))


def _exactly(packages: dict[str, str]) -> list[str]:
    return [f"{name}={version}" for name, version in packages.items()]


def _log(box: Box, name: str) -> str:
    return (box.folder / "logs" / f"{name}.log").read_text("utf-8", "replace")
