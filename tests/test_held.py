"""What templates hold from Markdown, and what they make once for several pages."""

from __future__ import annotations

from types import SimpleNamespace

import markdown
import pytest

from macros.site.held import Shelf
from macros.site.rendering import _environment

PARTS = """
{%- macro named(record) %}<b>{{ record.name }}</b>{{ count() }}{% endmacro %}
{%- for record in records %}{{ once(named, record) }}{% endfor %}"""


@pytest.mark.parametrize("word", ["held", "held searched"])
def test_a_block_leaves_a_mark_that_markdown_does_not_change(word: str) -> None:
    shelf = Shelf()
    text = f"# Title\n\n{{% {word} %}}<p>**{{{{ name }}}}**</p>{{% endheld %}}\n\n*end*"
    page = markdown.markdown(_environment().from_string(text).render(shelf=shelf, name="<Alpha>"))
    assert "Alpha" not in page
    assert "<em>end</em>" in page
    assert "<p>**&lt;Alpha&gt;**</p>" in shelf.put_back(page)


def test_only_what_search_reads_comes_back_first() -> None:
    shelf = Shelf()
    text = "{% held %}a{% held searched %}b{% endheld %}{% endheld %}{% held searched %}c{% endheld %}"
    page = _environment().from_string(text).render(shelf=shelf)
    first = shelf.put_back(page, only_searched=True)
    assert "c" in first
    assert "a" not in first.replace("data-searched", "").replace("data-held", "")
    assert shelf.put_back(first) == shelf.put_back(page) == "abc"


def test_what_pages_share_is_made_once_for_each_record() -> None:
    counts = iter(range(9))
    records = [SimpleNamespace(name=name) for name in ("a", "b")]
    made: dict[object, object] = {}
    given = {"made": made, "count": lambda: next(counts)}
    template = _environment().from_string(PARTS)
    first = template.render(records=[*records, records[0]], **given)
    assert first == "<b>a</b>0<b>b</b>1<b>a</b>0"
    assert template.render(records=records, **given) == "<b>a</b>0<b>b</b>1"
    other = template.render(records=[SimpleNamespace(name="c")], **given)
    assert other == "<b>c</b>2", "a record of its own, whatever number it has"
