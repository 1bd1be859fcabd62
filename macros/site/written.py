"""Every page as a file of Markdown and HTML: what another builder needs, with no hook and no macro."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.loading.catalogue import Catalogue
from macros.records.fields import LANGUAGES
from macros.site import face, pages

SHOWN = re.compile(r"\{\{ show\('([a-z-]+)'(?:, '([^']*)')?\) \}\}")
TITLE = re.compile(r"^# (?!.*\{#).*$", re.MULTILINE)
ASSETS = Path("overrides") / "assets"
FRAME = Path("overrides") / "embed.html"  # the template of pages in frames: the only one that pages name
FRAMES = "frames"
OURS = {"INHERIT", "plugins", "hooks", "watch", "validation", "not_in_nav"}
OURS |= {"site_url", "repo_url", "site_dir"}  # what the environment says
CONFIGS = {"ko": ("mkdocs.yml",), "en": ("mkdocs.yml", "mkdocs.en.yml")}


def write(catalogue: Catalogue, project: Path, folder: Path) -> int:
    """Put the pages of both languages below a folder; how many pages there are.

    Each `<language>/` in it is a project of its own: mkdocs.yml and docs/. Raises FileExistsError where
    the folder holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for language in LANGUAGES:
        shown = pages.Pages(catalogue, language)
        docs = folder / language / "docs"
        shutil.copytree(project / "docs" / language, docs)
        shutil.copytree(project / ASSETS, docs / "assets")
        face.write(docs / "assets" / "rooms")
        (folder / language / FRAMES).mkdir()
        shutil.copy(project / FRAME, folder / language / FRAMES)
        for stub in pages.stubs(catalogue, language):
            place = docs / stub.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(stub.text, "utf-8")
        for place in docs.rglob("*.md"):
            below = place.relative_to(docs).as_posix()
            place.write_text(filled(shown, place.read_text("utf-8"), below), "utf-8")
        text = yaml.safe_dump(configuration(project, language), allow_unicode=True, sort_keys=False)
        (folder / language / "mkdocs.yml").write_text(text, "utf-8")
    return len(list(folder.rglob("*.md")))


def filled(shown: pages.Pages, text: str, path: str) -> str:
    """A page of the sources with what its macros show, at its path below the docs; its title has our id."""
    address = re.sub(r"(^|/)index\.md$", r"\1", path)
    if address.endswith(".md"):
        address = address.removesuffix(".md") + "/"

    def content(found: re.Match[str]) -> str:
        return shown.whole(shown.content(found[1], found[2] or "", address), address)

    return TITLE.sub(r"\g<0> {#top}", SHOWN.sub(content, text), count=1)


def configuration(project: Path, language: str) -> dict[str, Any]:
    """The settings of a language's site that are no plugin's, no hook's and no template's of this project."""
    settings: dict[str, Any] = {}
    for name in CONFIGS[language]:
        for key, value in yaml.load((project / name).read_text("utf-8"), _Plain).items():  # noqa: S506 (safe)
            both = isinstance(value, dict) and isinstance(settings.get(key), dict)
            settings[key] = settings[key] | value if both else value
    theme = {key: value for key, value in settings["theme"].items() if key != "icon"}
    theme["custom_dir"] = FRAMES
    kept = {key: value for key, value in settings.items() if key not in OURS}
    return {**kept, "theme": theme, "docs_dir": "docs", "extra": {"language": language, "generator": False}}


class _Plain(yaml.SafeLoader):
    """Knows mkdocs' tag for what the environment says; nothing of that kind is kept."""


_Plain.add_constructor("!ENV", lambda loader, node: "")
