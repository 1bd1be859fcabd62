"""The data as they stood at a commit, read as if they were checked out; the working copy is not touched."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.editing.files import Unable


@contextmanager
def data_at(commit: str, repository: Path) -> Iterator[Path]:
    """A folder with the data of a commit, while it is needed; raises Unable where there is none."""
    name = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    if name is None:
        raise Unable(f"'{commit}' names no commit here; fetch it, or write its hash")
    archive = _git(repository, "archive", "--format=tar", name.decode().strip(), "data")
    if archive is None:
        raise Unable(f"there is no data/ at {commit}")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        yield Path(folder).resolve() / "data"


def _git(repository: Path, *arguments: str) -> bytes | None:
    ran = subprocess.run(  # noqa: S603 (no shell; a commit cannot be taken for an option)
        ("git", "-C", str(repository), *arguments),  # noqa: S607
        check=False, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return ran.stdout if ran.returncode == 0 else None
