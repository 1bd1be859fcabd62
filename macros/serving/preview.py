"""The site in one language, of which each page is made when it is asked for: what `make serve` shows."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros import hooks
from macros.site import lean, lighter, stamped

CONFIGS = {"ko": hooks.ROOT / "mkdocs.yml", "en": hooks.ENGLISH}
LEAN = "embed/tools/"
SEARCHED = ("search/search_index.json", "search/pages.json")


class Preview:
    """A language as its files stand now, of what `hooks.read` gave; a newer save needs a new one."""

    def __init__(self, language: str, folder: Path, base: str, told: dict[str, Any], env: Any = None) -> None:
        prefix = "" if language == "ko" else f"{language}/"
        config: Any = load_config(
            str(CONFIGS[language]), site_dir=str(folder / language), site_url=base + prefix
        )
        config.extra |= told
        config.plugins.on_startup(command="serve", dirty=False)
        self.config = config = config.plugins.on_config(config)
        config.extra["rooms"] = stamped.HOME  # as they stand in the sources
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = env or config.theme.get_env()
        env.auto_reload = True
        files.add_files_from_theme(env, config)
        self.files = files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self.nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self.pages = files.documentation_pages()
        for file in self.pages:
            if file.page is None:
                Page(None, file, config)
        self.env = config.plugins.on_env(env, config=config, files=files)
        self.by_path = {file.dest_uri: file for file in files}

    def file(self, path: str) -> Path | None:
        """The file behind a path (`tools/mlflow/index.html`), made anew; None where there is none."""
        if found := self.by_path.get(path):
            if found.page is None:
                return Path(found.abs_src_path) if found.abs_src_path else None
            self._make(found)
            return Path(found.abs_dest_path)
        made = Path(self.config.site_dir) / path
        if path in self.config.theme.static_templates:
            _build_theme_template(path, self.env, self.files, self.config, self.nav)
        elif path in SEARCHED:
            _ = self.searchable
        elif path == lighter.WHOLE:
            self._dress(made)
        elif path.startswith(LEAN) and path.endswith(".json"):
            _ = self.picked
        else:
            return None
        return made if made.is_file() else None

    def _make(self, file: Any) -> None:
        _populate_page(file.page, self.config, self.files)
        _build_page(file.page, self.config, self.pages, self.nav, self.env)

    def _dress(self, made: Path) -> None:
        """The one stylesheet, of those that it is made of; that for old browsers is only in a built site."""
        found = [self.by_path[sheet] for sheet in self.config.extra["sheets"] if sheet in self.by_path]
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(
            lighter.style("\n".join(Path(each.abs_src_path).read_text("utf-8") for each in found)), "utf-8"
        )

    @cached_property
    def picked(self) -> None:
        """What picked comparisons read: every tool's file."""
        lean.write(self.config.extra["catalogue"], Path(self.config.site_dir), self.config.extra["language"])

    @cached_property
    def searchable(self) -> None:
        """The search index: the one thing that needs every page."""
        search = self.config.plugins["material/search"]
        search.search_index.entries.clear()  # of the pages that were looked at before
        for file in self.pages:
            self._make(file)
        search.on_post_build(config=self.config)
        hooks.write_search(self.config)
