"""The served site in a browser: a save is on screen by itself, broken data is said, the rest is as built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.site.serving import BASE, PROJECT, REPOSITORY, Site, small_data

PAGE = "tools/mlflow/"
ALLOWED = re.compile(r"(script-src 'self') 'sha256-[^']+'")
STAMPED = re.compile(r"assets/rooms-[0-9a-f]+")
FOLLOWS = re.compile(r"<script>\n\(async \(\) => \{\n  const seen.*", re.DOTALL)


class Served(NamedTuple):
    """A running server: its address, and the data that it shows."""

    address: str
    data: Path


@pytest.fixture(scope="module")
def server(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`make serve` on a copy of the small data set, on a free port."""
    data = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(small_data(sites / "data"), data)
    given = {"DATA_FOLDER": str(data), "REPOSITORY_URL": REPOSITORY, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "macros.serving", "0"],
        cwd=PROJECT,
        env={**os.environ, **given},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout
        found = re.search(r"http://\S+?/", running.stdout.readline())
        assert found
        threading.Thread(target=running.stdout.read, daemon=True).start()  # a full pipe would stop it
        yield Served(found[0], data)
        running.terminate()


def test_a_save_is_on_screen_by_itself_in_both_languages(server: Served, page: Page) -> None:
    about = server.data / "tools" / "mlflow" / "about.yml"
    heading = page.locator("h1")
    page.goto(server.address + PAGE)
    expect(heading).to_contain_text("MLflow")
    before = about.read_text("utf-8")
    about.write_text(before.replace("name: MLflow", "name: Renamed", 1), "utf-8")
    expect(heading).to_contain_text("Renamed")
    page.goto(f"{server.address}en/{PAGE}")
    expect(heading).to_contain_text("Renamed")
    about.write_text(before, "utf-8")
    expect(heading).to_contain_text("MLflow")


def test_broken_data_is_said_as_a_page_that_comes_back_by_itself(server: Served, page: Page) -> None:
    about = server.data / "tools" / "mlflow" / "about.yml"
    before = about.read_text("utf-8")
    page.goto(server.address + PAGE)
    about.write_text(before.replace("summary:", "sumary:", 1), "utf-8")
    expect(page.locator("li").filter(has_text="about.yml:")).not_to_have_count(0)
    expect(page.locator("ol")).to_contain_text("sumary")
    about.write_text(before, "utf-8")
    expect(page.locator("h1")).to_contain_text("MLflow")


@pytest.mark.parametrize(
    "path",
    [
        *(PAGE, "en/", "compare/message-broker/", "search/pages.json", "about/glossary/"),
        *("embed/tools/mlflow.json", "embed/tools/names.json", "embed/tools/options.json"),
    ],
)
def test_what_is_served_is_what_is_built(path: str, server: Served, site: Site) -> None:
    with urlopen(server.address + path) as answer:  # noqa: S310 (our own server)
        found = ALLOWED.sub(r"\1", FOLLOWS.sub("", answer.read().decode()), count=1)
    file = site.folder / (path + "index.html" if path.endswith("/") else path)
    built = STAMPED.sub("assets/rooms", file.read_text("utf-8"))
    ways: tuple[Callable[[str], str], ...] = (
        str,
        partial(quote, safe=""),
    )  # an address may stand within another
    for said in ways:
        built = built.replace(said(f"http://127.0.0.1{BASE}"), said(server.address))
    assert found == built


def test_the_one_stylesheet_is_served_too(server: Served) -> None:
    with urlopen(server.address + "assets/stylesheets/all.css") as answer:  # noqa: S310 (our own server)
        assert b".matrix" in answer.read()
