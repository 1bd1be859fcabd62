"""The way out: every page as a file that another builder understands, and whether it built the same."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from markdown import markdown
from mkdocs.config import load_config

from macros import __main__ as commands
from macros.loading.catalogue import Catalogue
from macros.site import pages, written
from tests.conftest import DATA, PROJECT

FEW = 3
PAGE = """---
title: A
---

# A name

{{ show('stages') }}

```
# no title
```
"""
COMPARED = PROJECT / ".ci" / "compared.py"


@pytest.fixture
def folder(small: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One written page and a few generated ones, as files."""
    project = tmp_path / "project"
    for language in ("ko", "en"):
        (project / "docs" / language / "concepts").mkdir(parents=True)
        (project / "docs" / language / "concepts" / "a.md").write_text(PAGE)
    for name in ("mkdocs.yml", "mkdocs.en.yml", "overrides"):
        (project / name).symlink_to(PROJECT / name)
    real = pages.stubs
    monkeypatch.setattr(pages, "stubs", lambda *given: islice(real(*given), FEW))
    assert written.write(small, project, tmp_path / "out") == 2 * (1 + FEW)
    return tmp_path / "out"


def test_no_macro_and_no_mark_of_our_build_is_left(folder: Path) -> None:
    texts = [path.read_text("utf-8") for path in folder.rglob("*.md")]
    assert len(texts) == 2 * (1 + FEW)
    for text in texts:
        assert "{{" not in text
        assert "{%" not in text
        assert "data-held" not in text
    assert any('href="../../stages/' in text for text in texts), "links go by the page's own depth"


def test_a_title_has_the_id_that_it_has_on_the_site(folder: Path) -> None:
    text = (folder / "en" / "docs" / "concepts" / "a.md").read_text("utf-8")
    assert "\n# A name {#top}\n" in text
    assert "\n# no title\n" in text
    assert text.count("{#top}") == 1


def test_the_template_of_frames_asks_for_nothing_that_only_our_build_knows(folder: Path) -> None:
    config = load_config(str(folder / "ko" / "mkdocs.yml"))
    frame = SimpleNamespace(title="A", content="<p>text</p>", meta={"description": "b"}, url="embed/")
    text = config.theme.get_env().get_template("embed.html").render(config=config, page=frame, base_url="..")
    assert "<p>text</p></main>" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_language_is_a_project_without_our_plugins_and_hooks(folder: Path, language: str) -> None:
    settings = yaml.safe_load((folder / language / "mkdocs.yml").read_text("utf-8"))
    assert not {"plugins", "hooks", "INHERIT", "watch"} & set(settings)
    assert settings["theme"]["language"] == language
    assert (settings["site_name"] == "MLOps Tool Guide") == (language == "en")
    docs = folder / language / settings["docs_dir"]
    for path in (*settings["extra_css"], *(each["path"] for each in settings["extra_javascript"])):
        assert (docs / path).is_file(), path
    templates = re.findall(r"^template: (\S+)$", "\n".join(map(_text, docs.rglob("*.md"))), re.MULTILINE)
    assert {"embed.html"} >= set(templates)
    assert (folder / language / settings["theme"]["custom_dir"] / "embed.html").is_file()


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def test_a_folder_that_holds_something_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_FOLDER", str(DATA / "tiny"))
    (tmp_path / "mine.txt").write_text("x")
    assert commands.main(["stubs", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path} is not empty\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def _compared(tmp_path: Path, one: dict[str, str], other: dict[str, str]) -> tuple[int, list[str]]:
    for folder, files in (("one", one), ("other", other)):
        for name, text in files.items():
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_text(text)
    command = [sys.executable, str(COMPARED), "one", "other"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout.splitlines()


def test_builds_that_differ_in_all_but_headings_are_alike(tmp_path: Path) -> None:
    one = '<h1 id="top">A <em>b</em><a class="headerlink" href="#top">&para;</a></h1><p>x</p>'
    other = '<nav>y</nav><h1 class="z" id="top">A\n<em>b</em></h1>'
    moved = '<meta http-equiv="refresh" content="0; url=a/">'
    said = _compared(tmp_path, {"a/index.html": one, "old/index.html": moved}, {"a/index.html": other})
    assert said == (0, ["The same pages, with the same headings."])


@pytest.mark.parametrize(
    ("other", "line"),
    [
        ({"b.html": ""}, "b.html: only in other"),
        ({"a.html": markdown("# A")}, "a.html: h2 b B: only in one"),
        ({"a.html": '<h1>A</h1><h2 id="c">B</h2>'}, "a.html: h2 c B: only in other"),
        ({"a.html": '<h1>A</h1><h3 id="b">B</h3>'}, "a.html: h3 b B: only in other"),
        ({"a.html": '<h2 id="b">B</h2><h1>A</h1>'}, "a.html: its headings stand in another order"),
    ],
)
def test_what_differs_is_said(tmp_path: Path, other: dict[str, str], line: str) -> None:
    one = {"a.html": '<h1>A</h1><h2 id="b">B</h2>'}
    status, lines = _compared(tmp_path, one, other)
    assert status == 1
    assert line in lines
