"""What the tests share: the shipped catalogue, data folders built for one case, the sites, the browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from macros.loading.catalogue import Catalogue
from macros.loading.reading import read_file
from macros.loading.sheets import Found
from macros.loading.store import Store
from macros.outside import outside
from macros.records.fields import Strings
from macros.rules.check import check
from tests.browser import executable
from tests.node import NODE
from tests.site.serving import begin, end

PROJECT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data"
TOLD = outside(os.environ)
SHIPPED = TOLD.data  # or what DATA_FOLDER names
Write = Callable[..., Path]
Use = Callable[[Path], None]
SITES = {"site": "small", "shipped": "shipped"}  # the folder of tests, and the site that they look at
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
os.environ.pop("GITHUB_ACTIONS", None)  # what the commands print does not depend on who runs the tests
_building: list[subprocess.Popen[bytes]] = []
collect_ignore_glob = [] if NODE else ["node/*"]


def pytest_report_header() -> str:
    """Say what is left out where something is missing."""
    return "" if NODE else "Node is not installed: the browser's pure modules (tests/node) are left out"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs no site comes first, so that the sites can be built meanwhile."""
    items.sort(key=lambda item: _folder(item) in SITES)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start to build what the chosen tests will ask for."""
    worker = getattr(session.config, "workerinput", {}).get("workerid", "gw0")
    if session.config.option.collectonly:
        return
    if worker == "gw0":
        for name in sorted({SITES[_folder(item)] for item in session.items if _folder(item) in SITES}):
            _building.append(begin(_sites(session.config), name))


def pytest_sessionfinish() -> None:
    """Leave nothing behind that still builds."""
    for each in _building:
        end(each)


def _folder(item: pytest.Item) -> str:
    return item.path.parent.name


def _sites(config: pytest.Config) -> Path:
    """The folder of the sites, one for all processes of a run."""
    root: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return (root.parent if hasattr(config, "workerinput") else root) / "sites"


@pytest.fixture(scope="session")
def sites(request: pytest.FixtureRequest) -> Path:
    """Where the sites are built."""
    return _sites(request.config)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process; it asks no one but the site."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in a fresh context: nothing is cached or remembered."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped data; what `make data` read is not read again."""
    whole, problems = check(SHIPPED, Store(), TOLD.day)
    assert whole is not None, "\n".join(map(str, problems))
    return whole


@pytest.fixture(scope="session")
def tiny() -> Catalogue:
    """A hand-made data set: six tools, two stages, one guide."""
    whole, problems = check(DATA / "tiny")
    assert whole is not None, "\n".join(map(str, problems))
    return whole


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """What the small site is built from: 14 tools, four guides; its interface words are the shipped ones."""
    words = {path.name: path for path in (SHIPPED / "strings").iterdir()}
    found = Found(SHIPPED.parent)
    strings = {key: read_file(path, Strings, found) for key, path in words.items()}
    whole, problems = check(DATA / "small")
    assert whole is not None, "\n".join(map(str, problems))
    said = {key: text for each in strings.values() if each for key, text in each.record.items()}
    return replace(whole, strings=said)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Let the commands work on another data folder."""

    def change(root: Path) -> None:
        monkeypatch.setenv("DATA_FOLDER", str(root))

    return change


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
