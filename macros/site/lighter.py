"""What a browser loads, made lighter: one stylesheet, no comments, a theme without what nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

WHOLE = "assets/stylesheets/all.css"
COMMENT = re.compile(r"/\*.*?\*/", re.S)
BREAK = re.compile(r"\s*\n\s*")
LINE_COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*\*.*?\*/)\n", re.S | re.M)
TAIL_COMMENT = re.compile(r"(?<=[;,{(]) //[^\n\"'`]*$", re.M)
INDENT = re.compile(r"^[ \t]+", re.M)
BLANKS = re.compile(r"\n\s+")
AS_WRITTEN = re.compile(r"(<(?:pre|script|textarea)\b.*?</(?:pre|script|textarea)>)", re.S)
COMMA = re.compile(r",(?![^()\[\]]*[)\]])")
PROPERTY = re.compile(r"(?<=[{;])(--md-[\w-]+):(?:url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\)|[^;{}\"'])*;?")
USE = re.compile(r"var\(\s*(--md-[\w-]+)")
MOVE = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}")
# Parts of the theme that no page of this site has.
UNUSED = re.compile(
    r"annotation|admonition|tabbed|md-post|md-consent|mermaid|critic|arithmatex|task-list|md-select|"
    r"md-version|md-feedback|md-tag|md-social|md-banner|footnote|emojione|twemoji|gemoji|\.keys|highlighttable|"
    r"linenos|md-status|md-source-file|md-source__fact|md-progress|md-clipboard|md-code__|md-button|md-path|md-nav--lifted|md-search__suggest|"
    r"md-color-primary=|md-color-accent=|\[dir=rtl\]|md-author|md-input|md-draft|md-profile|md-pagination|md-meta|"
    r"md-pin|md-content__button|md-content--post|md-sidebar--post|md-footer__|md-tooltip(?!2)|md-nav--integrated|"
    r"md-nav__item--section|katex|\.grid|\.highlight \.|img\[align|\.(?:lg|xl|xxl|xxxl|middle)\b|"
    r"\.(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote)\b|"
    r"gh-dark|only-|data-preview|md-typeset__|giscus|__comments|\.inline|filename|linenodiv|\.result|\.hll|md-copying|"
    r"\.highlight|copyright__highlight|--nested|--indeterminate|--lifted|--passed|md-nav__container|"
    r"md-nav--secondary \.md-nav\b|(?:md-nav__link|md-tabs__link) svg|md-nav__link .*code|"
    r"md-logo img|md-typeset (?:img|video|iframe)|^(?:img|aside)$"
)


def write(site: Path, sheets: Sequence[str]) -> None:
    """Make the files of a built site lighter; `sheets` are its own stylesheets in their order."""
    own = [site / name for name in sheets]
    (site / WHOLE).parent.mkdir(parents=True, exist_ok=True)
    (site / WHOLE).write_text(style("\n".join(path.read_text("utf-8") for path in own)), "utf-8")
    for path in own:
        path.unlink()
    theirs = sorted((site / "assets" / "stylesheets").glob("*.min.css"))
    lean = [theme(path.read_text("utf-8")) for path in theirs]
    used = "".join((*lean, (site / WHOLE).read_text("utf-8")))
    for path, text in zip(theirs, lean, strict=True):
        path.write_text(named(text, used), "utf-8")
    for path in (site / "assets" / "rooms").rglob("*.mjs"):
        path.write_text(script(path.read_text("utf-8")), "utf-8")


def page(html: str) -> str:
    """A page without blank lines and indentation, but where a browser shows or runs them."""
    parts = AS_WRITTEN.split(html)
    parts[::2] = (BLANKS.sub("\n", part) for part in parts[::2])
    return "".join(parts)


def style(text: str) -> str:
    """A stylesheet without comments and line breaks."""
    return BREAK.sub("", COMMENT.sub("", text))


def script(text: str) -> str:
    """A module without indentation and comments, but those within a line or with quotes in them."""
    return INDENT.sub("", TAIL_COMMENT.sub("", LINE_COMMENT.sub("", text)))


def theme(text: str) -> str:
    """The theme's stylesheet without the rules for what no page has."""
    return "".join(_kept(text))


def named(text: str, everything: str) -> str:
    """A stylesheet without the properties and the movements that nothing in all the sheets names."""
    uses = set(USE.findall(everything))
    moves = set(re.findall(r"[\w-]+", " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", everything))))
    text = PROPERTY.sub(lambda found: found[0] if found[1] in uses else "", text)
    return MOVE.sub(lambda found: found[0] if found[1] in moves else "", text)


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
