"""Serving while people write: what an address answers, what is wrong as a page, and who is told of a save."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from macros.serving import preview
from macros.serving.__main__ import stamp
from macros.serving.workshop import WAIT, Workshop, broken


class Made:
    """A language whose pages are its data at the time when it was prepared."""

    data = "one"

    def __init__(self, language: str, folder: Path, root: str, told: Any, env: Any = None) -> None:
        if self.data == "broken":
            raise Abort("2 problems in data/:\ndata/a.yml:1: <b> is unknown\ndata/b.yml:2: is empty")
        self.env, self.text = env or object(), f"<p>{language} {self.data}</p>"
        self.page = folder / f"{language}.html"

    def file(self, path: str) -> Path | None:
        if path not in ("index.html", "404.html"):
            return None
        self.page.write_text(self.text, "utf-8")
        return self.page


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.setattr(preview, "Preview", Made)
    monkeypatch.setattr(Made, "data", "one")
    monkeypatch.setattr("macros.site.export.write", lambda *_: None)
    monkeypatch.setattr("macros.rules.check.sound", lambda *_: None)
    return Workshop("http://127.0.0.1:8000/", tmp_path)


def test_each_language_answers_at_its_addresses_and_follows_what_changes(workshop: Workshop) -> None:
    for path, language in (("index.html", "ko"), ("en/index.html", "en")):
        status, kind, content = workshop.answer(path)
        assert (status, kind) == (200, "text/html")
        assert f"<p>{language} one</p>" in content.decode()
        assert f'"{workshop.edition}"' in content.decode()
        assert WAIT in content.decode()


def test_what_is_not_there_is_answered_with_the_sites_own_page(workshop: Workshop) -> None:
    status, _, content = workshop.answer("nothing/index.html")
    assert status == 404
    assert b"<p>ko one</p>" in content


def test_a_save_is_shown_when_a_page_is_asked_for_next(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.answer("index.html")
    monkeypatch.setattr(Made, "data", "two")
    assert b"ko one" in workshop.answer("index.html")[2]
    workshop.renew()
    assert b"ko two" in workshop.answer("index.html")[2]
    assert b"en two" in workshop.answer("en/index.html")[2]


def test_the_data_are_read_once_an_edition(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    monkeypatch.setattr("macros.rules.check.sound", lambda *given: read.append(given))
    for path in ("index.html", "en/index.html", "data/catalogue.json"):
        workshop.answer(path)
    assert len(read) == 1
    workshop.renew()
    workshop.answer("index.html")
    assert len(read) == 2


def test_broken_data_answers_every_address_with_all_problems_and_heals(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Made, "data", "broken")
    for path in ("index.html", "en/index.html", "assets/x.css"):
        status, kind, content = workshop.answer(path)
        assert (status, kind) == (500, "text/html")
        assert (
            "<li>data/a.yml:1: &lt;b&gt; is unknown</li><li>data/b.yml:2: is empty</li>" in content.decode()
        )
        assert WAIT in content.decode()
    assert "2 problems in data/:" in capsys.readouterr().err
    monkeypatch.setattr(Made, "data", "mended")
    workshop.renew()
    assert workshop.answer("index.html")[0] == 200


def test_code_that_fails_says_where() -> None:
    try:
        raise NameError("name 'tool' is not defined <here>")
    except NameError as error:
        page = broken(error)
    assert "<title>NameError: name &#x27;tool&#x27; is not defined &lt;here&gt;</title>" in page
    assert "test_code_that_fails_says_where" in page


def test_a_browser_that_waits_is_told_of_the_next_save(workshop: Workshop) -> None:
    first = workshop.edition
    told: list[str] = []
    waiting = threading.Thread(target=lambda: told.append(workshop.newer(first)))
    waiting.start()
    workshop.renew()
    waiting.join()
    assert told == [workshop.edition]
    assert workshop.newer(first) == workshop.edition != first


def test_a_file_that_is_saved_appears_or_goes_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "folder" / "__pycache__").mkdir(parents=True)
    seen = [stamp((tmp_path,))]
    file = tmp_path / "folder" / "a.yml"
    for change in (lambda: file.write_text("a"), lambda: _age(file), file.unlink):
        change()
        seen.append(stamp((tmp_path,)))
    assert len(set(seen)) == 3
    assert seen[0] == seen[-1]
    (tmp_path / "folder" / "__pycache__" / "a.pyc").write_text("a")
    assert stamp((tmp_path,)) == seen[-1]


def _age(file: Path) -> None:
    os.utime(file, ns=(1, 1))
