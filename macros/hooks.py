"""MkDocs glue: generated pages, language links and the second language."""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

ROOT = Path(__file__).parent.parent
ENGLISH = ROOT / "mkdocs.en.yml"
ROOMS = ROOT / "overrides" / "assets" / "rooms"
SWEPT = (100_000, 50, 100)  # the default, 700 young objects, costs a fifteenth of the build


def on_startup(command: str, dirty: bool) -> None:
    """Find this package, and date what is built by the last commit: same commit, same bytes.

    A build makes millions of small objects and hardly a circle of them: it is swept seldom.
    """
    if command == "build":
        gc.set_threshold(*SWEPT)
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from macros.outside import EPOCH, commit_time

    if EPOCH not in os.environ and (last := commit_time()):
        os.environ[EPOCH] = str(last)


@event_priority(100)
def on_config(config: Any) -> Any:
    """Refuse broken data before anything is written, and split the search index by the glossary."""
    if "catalogue" not in config.extra:  # who builds the second language hands on what the first has read
        config.extra |= read()
    from macros.site import lighter, search, stamped
    from macros.site.pages import Pages

    catalogue = config.extra["catalogue"]
    config.extra["rooms"] = stamped.name(ROOMS)
    config.plugins["material/search"].config["separator"] = search.separator(catalogue)
    config.extra["pages"] = Pages(catalogue, config.extra["language"], config.repo_url or "")
    config.extra["sheets"], config.extra_css = config.extra_css, [lighter.WHOLE]
    config.mdx_configs["toc"]["slugify"] = title_id
    return config


def read() -> dict[str, Any]:
    """What the outside says and the catalogue, once for both languages, by the code as it stands now.

    Raises Abort with every problem where the data are broken.
    """
    import macros
    from macros import fresh

    fresh.forget_changed(macros)
    from macros.outside import NoDay, outside
    from macros.rules.check import BrokenData, sound

    try:
        told = outside(os.environ)
        return {"outside": told, "catalogue": sound(told.data, told.day)}
    except (BrokenData, NoDay) as wrong:
        raise Abort(str(wrong)) from None


def title_id(text: str, separator: str) -> str:
    """The id of the one heading of a page that names none, its title: the same in both languages."""
    return "top"


def on_files(files: Any, config: Any) -> Any:
    """Add every page that the data gives rise to."""
    from macros.site import pages

    for stub in pages.stubs(config.extra["catalogue"], config.extra["language"]):
        page = File.generated(config, stub.path, content=stub.text)
        page.edit_uri = stub.origin
        files.append(page)
    return files


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Put back what search reads; the first use of a term on a page that explains leads to the glossary."""
    from macros.site import terms

    html = config.extra["pages"].whole(html, page.url, only_searched=True)
    if not page.url.startswith(terms.EXPLAINING):
        return html
    return terms.linked(html, config.extra["catalogue"].glossary, config.extra["language"], page.url)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Tell the templates the address of the site, of this page in both languages, and of its source."""
    root = config.site_url or "/"
    korean = root.removesuffix("en/") if config.extra["language"] == "en" else root
    context["root"] = korean
    context["alternates"] = {"ko": korean + page.url, "en": korean + "en/" + page.url}
    context["ways"] = ways(page, config)
    context["late"], context["again"] = said(config, "late.missing", "late.again")
    return context


def said(config: Any, *keys: str) -> list[str]:
    """Interface words in the language of the site that is built."""
    strings = config.extra["catalogue"].strings
    return [strings[key].plain(config.extra["language"]) for key in keys]


def ways(page: Any, config: Any) -> list[tuple[str, str]]:
    """(words, address): where a page can be edited and reported; a tool's page says more, and by itself."""
    from macros.views import report

    written = f"docs/{config.extra['language']}/{page.file.src_uri}"
    origin = page.file.edit_uri if page.file.generated_by else written
    if not config.repo_url or not origin or origin.startswith("data/tools/"):
        return []
    edit, tell = said(config, "page.edit", "cell.report")
    form = report.report_of(config.repo_url, page=page.canonical_url, title=page.title)
    return [(edit, report.file_of(config.repo_url, origin)), (tell, form)]


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Put back what was held from the search index too; say what the page may run."""
    from macros.site import lighter, policy, stamped

    output = config.extra["pages"].whole(output, page.url)
    output = stamped.named(lighter.page(output), config.extra["rooms"])
    return policy.guarded(output, framed=page.meta.get("template") == "embed.html")


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The page for what is missing asks for the same files."""
    from macros.site import lighter, stamped

    return stamped.named(lighter.page(output_content), config.extra["rooms"])


def on_post_build(config: Any) -> None:
    """The search index; after the Korean site the English one (it clears its folder), then all exports."""
    from macros.site import export, face, lean, lighter, stamped

    site = Path(config.site_dir)
    config.extra["pages"].close()
    write_search(config)
    face.write(site / stamped.HOME)
    lighter.write(site, config.extra["sheets"])
    stamped.move(site, config.extra["rooms"])
    lean.write(config.extra["catalogue"], site, config.extra["language"])
    if config.extra["language"] != "ko":
        return
    english = load_config(
        str(ENGLISH),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=(config.site_url or "/") + "en/",
        strict=config.strict,
    )
    english.extra |= {name: config.extra[name] for name in ("outside", "catalogue")}
    english.plugins.on_startup(command="build", dirty=False)
    try:
        build(english)
    finally:
        english.plugins.on_shutdown()
    project = config.extra["outside"].data.parent
    export.write(config.extra["catalogue"], Path(config.site_dir), config.site_url or "/", project)


def write_search(config: Any) -> None:
    """Replace the theme's index, loaded at every visit, by one that is loaded when somebody searches."""
    from macros.site import search

    theirs = Path(config.site_dir) / "search" / "search_index.json"
    found = json.loads(theirs.read_text("utf-8"))
    ours = search.index(config.extra["catalogue"], found["docs"], config.extra["language"])
    text = json.dumps(ours, ensure_ascii=False, separators=(",", ":"))
    theirs.with_name("pages.json").write_text(text, "utf-8")
    theirs.write_text(json.dumps({"config": found["config"], "docs": []}, ensure_ascii=False), "utf-8")
