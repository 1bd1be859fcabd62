"""While serving, changed code is seen at the next page: no list of modules, no old module left."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from macros.fresh import forget_changed

FILES = {
    "house/__init__.py": "",
    "house/site/__init__.py": "",
    "house/site/pages.py": "from house.records import WORD\n\n\ndef said():\n    return WORD\n",
    "house/records.py": "WORD = 'old'\n",
}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package of two floors, whose upper one is imported."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    importlib.import_module("house.site.pages")
    yield sys.modules["house"]
    for name in [name for name in sys.modules if name.partition(".")[0] == "house"]:
        del sys.modules[name]


def _said() -> str:
    """What the upper module says now, which is what the lower one has."""
    word: str = importlib.import_module("house.site.pages").said()
    assert word == importlib.import_module("house.records").WORD
    return word


def _save(house: ModuleType, text: str) -> None:
    path = Path(house.__path__[0]) / "records.py"
    before = path.stat().st_mtime_ns
    path.write_text(text)
    os.utime(path, ns=(before + 1, before + 1))


def test_a_change_below_is_seen_above(house: ModuleType) -> None:
    assert not forget_changed(house)
    _save(house, "WORD = 'new'\n")
    assert forget_changed(house)
    assert _said() == "new"
    assert sys.modules["house"] is house


def test_without_a_change_every_module_stays_the_same(house: ModuleType) -> None:
    forget_changed(house)
    before = sys.modules["house.site.pages"]
    assert not forget_changed(house)
    assert sys.modules["house.site.pages"] is before
    assert _said() == "old"


def test_broken_code_is_said_and_a_mended_one_is_seen(house: ModuleType) -> None:
    forget_changed(house)
    _save(house, "WORD = \n")
    forget_changed(house)
    with pytest.raises(SyntaxError):
        _said()
    _save(house, "WORD = 'mended'\n")
    forget_changed(house)
    assert _said() == "mended"


def test_a_module_that_is_gone_is_a_change(house: ModuleType) -> None:
    spare = Path(house.__path__[0]) / "spare.py"
    spare.write_text("")
    forget_changed(house)
    spare.unlink()
    assert forget_changed(house)
