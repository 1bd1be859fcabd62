"""What was read before is read again only where the text or the code has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading import canonical
from macros.loading.store import Store
from macros.rules import check as rules
from tests.conftest import DATA, Write
from tests.editing import edit


def _checked(root: Path, place: Path) -> list[str]:
    store = Store(place)
    _, problems = rules.check(root, store)
    store.save()
    return [str(each) for each in problems]


def test_a_data_set_says_the_same_with_a_store_and_without(write: Write, tmp_path: Path) -> None:
    root, place = write(), tmp_path / "cache" / "store"
    assert _checked(root, place) == []
    assert place.is_file()
    assert _checked(root, place) == []
    edit(root / "tools" / "alpha" / "evidence.yml", lambda data: data["assessments"].pop("charts"))
    edit(root / "tools" / "beta" / "evidence.yml", lambda data: data["lifecycle"].update(source="hom"))
    said = _checked(root, place)
    assert said == [str(each) for each in rules.check(root)[1]]
    assert len(said) == 1
    assert _checked(root, place) == said


def test_what_is_in_form_is_not_written_anew_to_see_it(write: Write, tmp_path: Path) -> None:
    root, store = write(), Store(tmp_path / "store")
    whole, _ = rules.check(root)
    assert whole is not None
    first = [str(each) for each in canonical.problems(whole, root, store)]
    assert [str(each) for each in canonical.problems(whole, root, store)] == first
    path = root / "glossary.yml"
    path.write_text(path.read_text("utf-8").replace("ko: 모델 서빙", "ko:   모델 서빙"), "utf-8")
    again = [str(each) for each in canonical.problems(whole, root, store)]
    assert [each for each in again if each not in first] == [
        "data/glossary.yml:2: is not in the form of this project; run 'python -m macros format'"
    ]


def test_a_torn_store_is_no_store(tmp_path: Path) -> None:
    place = tmp_path / "store"
    place.write_bytes(b"\x80\x05torn")
    assert Store(place).before == {}


def test_a_store_keeps_what_this_run_used_and_no_more(tmp_path: Path) -> None:
    place = tmp_path / "store"
    one = Store(place)
    one.put(one.key("a"), 1)
    one.put(one.key("b"), 2)
    one.save()
    two = Store(place)
    assert two.get(two.key("a")) == 1
    two.save()
    assert Store(place).get(one.key("b")) is None


def test_another_code_has_other_keys(tmp_path: Path) -> None:
    one, two = Store(tmp_path), Store(tmp_path)
    two.code = "another"
    assert one.key("a") != two.key("a")


def test_a_key_is_the_same_in_every_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No place in memory is part of it: what one run kept, the next one finds."""
    parts: list[str] = []

    def key(store: Store, *said: str) -> str:
        parts.extend(said)
        return " ".join(said)

    monkeypatch.setattr(Store, "key", key)
    store = Store(tmp_path / "store")
    catalogue, _ = rules.check(DATA / "tiny", store)
    assert catalogue is not None
    canonical.problems(catalogue, DATA / "tiny", store)
    assert "form" in parts
    assert not [each for each in parts if " at 0x" in each]
