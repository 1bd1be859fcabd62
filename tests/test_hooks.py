"""The glue to MkDocs, without building: what each hook gives and what it refuses."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from macros import hooks, main
from macros.loading.catalogue import Catalogue
from macros.loading.problems import Problem
from macros.outside import outside
from macros.rules.check import BrokenData
from macros.site import pages
from macros.site.rendering import BASE
from macros.site.search import index, separator


def _config(
    language: str = "ko",
    site_url: str | None = "https://example.test/guide/",
    catalogue: Catalogue | None = None,
) -> Any:
    search = SimpleNamespace(config={"separator": " "})
    extra: dict[str, Any] = {"language": language, "sheets": [], "rooms": "assets/rooms-1"}
    if catalogue:
        extra |= {"catalogue": catalogue, "outside": outside({}), "pages": pages.Pages(catalogue, language)}
    return SimpleNamespace(
        extra=extra,
        extra_css=[],
        site_url=site_url,
        repo_url="",
        plugins={"material/search": search},
        mdx_configs={"toc": {}},
    )


@pytest.mark.parametrize(
    ("language", "site_url", "korean", "english"),
    [
        (
            "ko",
            "https://example.test/guide/",
            "https://example.test/guide/x/",
            "https://example.test/guide/en/x/",
        ),
        (
            "en",
            "https://example.test/guide/en/",
            "https://example.test/guide/x/",
            "https://example.test/guide/en/x/",
        ),
        ("ko", None, "/x/", "/en/x/"),
    ],
)
def test_a_page_knows_its_address_in_both_languages(
    language: str, site_url: str | None, korean: str, english: str, catalogue: Catalogue
) -> None:
    file = SimpleNamespace(src_uri="x.md", generated_by=None)
    page = SimpleNamespace(url="x/", file=file)
    context = hooks.on_page_context({}, page, _config(language, site_url, catalogue), None)
    assert context["alternates"] == {"ko": korean, "en": english}


@pytest.mark.parametrize(
    ("generated", "origin", "shown"),
    [
        (None, "x.md", "docs/en/x.md"),
        ("here", "data/guides/x.yml", "data/guides/x.yml"),
        ("here", None, None),
        ("here", "data/tools/x/about.yml", None),
    ],
)
def test_a_page_leads_to_its_source_and_to_a_report(
    generated: str | None,
    origin: str | None,
    shown: str | None,
    catalogue: Catalogue,
) -> None:
    """A frame has neither; a tool's page says by itself which of its files holds what."""
    file = SimpleNamespace(src_uri="x.md", generated_by=generated, edit_uri=origin)
    page = SimpleNamespace(file=file, canonical_url="https://example.test/x/", title="X")
    config = _config("en", catalogue=catalogue)
    config.repo_url = "https://example.test/code"
    ways = hooks.ways(page, config)
    assert [address.partition("/blob/HEAD/")[2] for _, address in ways[:1]] == [shown][: len(ways)]
    assert len(ways) == (2 if shown else 0)
    assert all("page=https%3A%2F%2Fexample.test%2Fx%2F" in address for _, address in ways[1:])
    config.repo_url = ""
    assert hooks.ways(page, config) == []


def test_search_is_split_by_the_glossary(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.rules.check.sound", lambda *_: tiny)
    config = hooks.on_config(_config())
    assert config.plugins["material/search"].config["separator"] == separator(tiny)


def test_broken_data_aborts_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Catalogue:
        raise BrokenData([Problem("data/a.yml", 1, "", "is empty")])

    monkeypatch.setattr("macros.rules.check.sound", broken)
    with pytest.raises(Abort, match=r"data/a\.yml:1: is empty"):
        hooks.on_config(_config())


def test_the_english_build_writes_its_index_but_no_downloads_and_no_third_site(
    tiny: Catalogue, tmp_path: Path
) -> None:
    entry = {"location": "tools/alpha/", "title": "Alpha", "text": ""}
    (tmp_path / "search").mkdir()
    theirs = tmp_path / "search" / "search_index.json"
    theirs.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": [entry]}), "utf-8")
    config = _config("en", catalogue=tiny)
    config.site_dir = str(tmp_path)
    hooks.on_post_build(config)
    lean = tmp_path / "embed" / "tools"
    lines = {f"{tool}.lines" for tool in tiny.tools}
    assert {path.stem for path in lean.iterdir()} == {"names", "options", *tiny.tools, *lines}
    shutil.rmtree(lean)
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == [
        "all.css",
        "fallback.css",
        "pages.json",
        "search_index.json",
    ]
    assert json.loads((tmp_path / "search" / "pages.json").read_text("utf-8")) == index(tiny, [entry], "en")
    assert json.loads(theirs.read_text("utf-8")) == {"config": {"lang": ["en"]}, "docs": []}


def test_the_day_of_the_last_commit_dates_the_build_unless_one_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = SimpleNamespace(stdout="1700000000\n")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    hooks.on_startup("serve", dirty=False)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    hooks.on_startup("serve", dirty=False)
    assert os.environ["SOURCE_DATE_EPOCH"] == "1700000000"


def test_only_a_build_is_swept_seldom() -> None:
    before = gc.get_threshold()
    try:
        hooks.on_startup("serve", dirty=False)
        assert gc.get_threshold() == before
        hooks.on_startup("build", dirty=False)
        assert gc.get_threshold() == hooks.SWEPT
    finally:
        gc.set_threshold(*before)


def test_pages_have_one_macro_that_shows_the_pages_of_the_build() -> None:
    given: dict[str, Any] = {}
    asked = SimpleNamespace(content=lambda *words: words)
    env = SimpleNamespace(
        macro=lambda function: given.update({function.__name__: function}),
        conf={"extra": {"pages": asked}},
        page=SimpleNamespace(url="tools/mlflow/"),
    )
    main.define_env(env)
    assert list(given) == ["show"]
    assert given["show"]("tool", "mlflow") == ("tool", "mlflow", "tools/mlflow/")


def test_a_build_loads_the_data_once(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([tiny])  # a second look would find nothing
    monkeypatch.setattr("macros.rules.check.sound", lambda *_: next(asked))
    config = hooks.on_config(_config("en"))
    hooks.on_page_content("<p>Alpha</p>", SimpleNamespace(url="concepts/a/"), config, None)
    assert config.extra["catalogue"] is tiny
    assert list(asked) == []


def test_the_second_language_shows_what_the_first_has_read(
    tiny: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    config, english = _config(catalogue=tiny), _config("en")
    config.site_dir, config.strict = str(tmp_path), True
    english.plugins = SimpleNamespace(on_startup=lambda **_: None, on_shutdown=lambda: None)
    monkeypatch.setattr(hooks, "load_config", lambda *_, **__: english)
    built: list[Any] = []
    monkeypatch.setattr(hooks, "build", built.append)
    monkeypatch.setattr(hooks, "write_search", lambda config: None)
    monkeypatch.setattr("macros.site.export.write", lambda *_: None)
    held = config.extra["pages"].shelf.hold("<table></table>", searched=False)
    hooks.on_post_build(config)
    assert built == [english]
    with pytest.raises(IndexError):
        config.extra["pages"].whole(held, "")  # what was held from the first is let go of
    assert english.extra["catalogue"] is tiny
    assert english.extra["outside"] is config.extra["outside"]


def test_what_is_held_comes_back_when_the_page_is_made(tiny: Catalogue) -> None:
    """What search reads before the index is made, everything else when the page is written."""
    config, page = _config(), SimpleNamespace(url="tools/alpha/", meta={})
    config.extra["pages"] = made = pages.Pages(tiny, "ko")
    shelf = made.shelf
    read = shelf.hold(f'<a href="{BASE}x/">{shelf.hold("<table></table>", False)}</a>', True)
    unread = shelf.hold(f'<a href="{BASE}y/">{shelf.hold("<i></i>", True)}</a>', False)
    html = hooks.on_page_content(f"<p>{read}{unread}</p>", page, config, None)
    assert '<a href="../../x/">' in html
    assert "<table>" not in html
    assert BASE not in html
    assert "y/" not in html
    whole = hooks.on_post_page(html, page, config)
    assert whole == '<p><a href="../../x/"><table></table></a><a href="../../y/"><i></i></a></p>'
