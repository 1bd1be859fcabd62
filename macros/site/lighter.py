"""What a browser loads, made lighter: one stylesheet, no comments, a theme without what nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

WHOLE = "assets/stylesheets/all.css"
COMMENT = re.compile(r"/\*.*?\*/", re.S)
BREAK = re.compile(r"\s*\n\s*")
LINE_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*\*.*?\*/)\n", re.S | re.M)
INDENT = re.compile(r"^[ \t]+", re.M)
COMMA = re.compile(r",(?![^()\[\]]*[)\]])")
ICON = re.compile(r"(--md-[\w-]+-icon[\w-]*):url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\);?")
# Parts of the theme that no page of this site has.
UNUSED = re.compile(
    r"annotation|admonition|tabbed|md-post|md-consent|mermaid|critic|arithmatex|task-list|md-select|"
    r"md-version|md-feedback|md-tag|md-social|md-banner|footnote|emojione|twemoji|gemoji|\.keys|highlighttable|"
    r"linenos|md-status|md-source-file|md-source__fact|md-progress|md-clipboard|md-code__|md-button|md-path|md-nav--lifted|md-search__suggest|"
    r"md-color-primary=|md-color-accent=|\[dir=rtl\]|md-author|md-input|md-draft|md-profile|md-pagination|md-meta|"
    r"md-pin|md-content__button|md-content--post|md-sidebar--post|md-footer__|md-tooltip(?!2)|md-nav--integrated|"
    r"md-nav__item--section|katex|\.grid|\.highlight \.|img\[align|\.(?:lg|xl|xxl|xxxl|middle)\b|"
    r"\.(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote)\b"
)


def write(site: Path, sheets: Sequence[str]) -> None:
    """Make the files of a built site lighter; `sheets` are its own stylesheets in their order."""
    own = [site / name for name in sheets]
    (site / WHOLE).parent.mkdir(parents=True, exist_ok=True)
    (site / WHOLE).write_text(style("\n".join(path.read_text("utf-8") for path in own)), "utf-8")
    for path in own:
        path.unlink()
    for path in (site / "assets" / "stylesheets").glob("*.min.css"):
        path.write_text(theme(path.read_text("utf-8")), "utf-8")
    for path in (site / "assets" / "rooms").rglob("*.mjs"):
        path.write_text(script(path.read_text("utf-8")), "utf-8")


def style(text: str) -> str:
    """A stylesheet without comments and line breaks."""
    return BREAK.sub("", COMMENT.sub("", text))


def script(text: str) -> str:
    """A module without the comments that stand on lines of their own, and without indentation."""
    return INDENT.sub("", LINE_COMMENT.sub("", text))


def theme(text: str) -> str:
    """The theme's stylesheet without the rules and icons of what is not used."""
    kept = "".join(_kept(text))
    return ICON.sub(lambda found: found[0] if f"var({found[1]})" in kept else "", kept)


def _kept(text: str) -> Iterator[str]:
    for head, body in _rules(text):
        if head.startswith(("@media", "@supports")):
            inside = "".join(_kept(body))
            if inside:
                yield f"{head}{{{inside}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            selectors = [each for each in COMMA.split(head) if not UNUSED.search(each)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}}}"


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Each rule of a level: what stands before its braces, and within."""
    start = place = depth = opened = 0
    for found in re.finditer(r"[{}]|\"[^\"]*\"|'[^']*'", text):
        place = found.start()
        if found[0] == "{":
            opened = opened if depth else place
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if not depth:
                yield text[start:opened].strip(), text[opened + 1 : place]
                start = place + 1
