"""What the tests share: the shipped catalogue, and small data folders built for one case."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.loading.catalogue import Catalogue
from macros.rules.check import check

PROJECT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
Write = Callable[..., Path]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped data, or the data that DATA_FOLDER names."""
    whole, problems = check()
    assert whole is not None, "\n".join(map(str, problems))
    return whole


@pytest.fixture(scope="session")
def tiny() -> Catalogue:
    """A hand-made data set: six tools, two stages, one guide."""
    whole, problems = check(DATA / "tiny")
    assert whole is not None, "\n".join(map(str, problems))
    return whole


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Build the tiny data set in a folder, without history and ledger; None leaves a file out."""
    without_past = shutil.ignore_patterns("history.csv")

    def build(files: dict[str, str | bytes | None] | None = None) -> Path:
        root = tmp_path / "data"
        shutil.copytree(DATA / "tiny", root, ignore=without_past, dirs_exist_ok=True)
        for name, text in {"ids.yml": "{}\n", **(files or {})}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text.encode() if isinstance(text, str) else text)
        return root

    return build
