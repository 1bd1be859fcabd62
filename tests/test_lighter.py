"""What is loaded is lighter than what is written, and does the same."""

from __future__ import annotations

from pathlib import Path

from macros.site.lighter import WHOLE, named, page, script, style, theme, write

THEME = """:root{--md-a-icon:url('data:x;{}');--md-b-icon:url("data:y")}
@media screen{.md-post{a:b}.md-nav,.md-post__x{c:d}}@media print{.md-consent{e:f}}
@font-face{src:x}.md-nav:is(.a,.b) .c,[dir=rtl] .md-nav{mask:var(--md-a-icon)}"""


def test_the_theme_loses_what_no_page_has_and_nothing_else() -> None:
    assert theme(THEME) == (
        ":root{--md-a-icon:url('data:x;{}');--md-b-icon:url(\"data:y\")}@media screen{.md-nav{c:d}}"
        "@font-face{src:x}.md-nav:is(.a,.b) .c{mask:var(--md-a-icon)}"
    )


def test_a_sheet_loses_the_properties_and_movements_that_no_sheet_names() -> None:
    text = (
        ":root{--md-a-icon:url('data:x;{}');--md-b-icon:url(\"data:y;\");"
        "--md-c:0 1px var(--md-d),\n 2px;--md-d:e}"
        "@keyframes f{0%{g:h}to{g:i}}@keyframes j{to{k:l}}.m{animation:1s j}"
    )
    assert named(text, text + ".n{mask:var(--md-a-icon);o:var(--md-d)}") == (
        ":root{--md-a-icon:url('data:x;{}');--md-d:e}@keyframes j{to{k:l}}.m{animation:1s j}"
    )


def test_a_page_loses_blank_lines_but_not_where_they_are_shown_or_run() -> None:
    html = "<p>\n\n  a\n</p>\n<pre><code>b\n\n  c</code></pre>\n\n<script>`d\n  e`</script>\n\n\n"
    assert page(html) == "<p>\na\n</p>\n<pre><code>b\n\n  c</code></pre>\n<script>`d\n  e`</script>\n"


def test_a_script_keeps_every_line_that_is_code() -> None:
    text = '// What it is.\n/** How\n * it is. */\nexport const a = "// b";\n  const c = 1; // d\n'
    assert script(text) == 'export const a = "// b";\nconst c = 1;\n'


def test_a_stylesheet_keeps_every_rule() -> None:
    assert style("/* a */\n.b { c: d; }\n\n.e {\n  f: g;\n}\n") == ".b { c: d; }.e {f: g;}"


def test_the_sheets_of_a_site_become_one_in_their_order(tmp_path: Path) -> None:
    for name in ("stylesheets", "rooms"):
        (tmp_path / "assets" / name).mkdir(parents=True)
    sheets = [f"assets/stylesheets/{name}.css" for name in ("b", "a")]
    for sheet in sheets:
        (tmp_path / sheet).write_text(f".{sheet[-5]} {{ c: d; }}\n", "utf-8")
    write(tmp_path, sheets)
    assert (tmp_path / WHOLE).read_text("utf-8") == ".b { c: d; }.a { c: d; }"
    assert [path.name for path in (tmp_path / WHOLE).parent.iterdir()] == ["all.css"]
