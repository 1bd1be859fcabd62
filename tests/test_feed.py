"""What has changed, as a feed: sound Atom, both languages, nothing of the data is markup."""

from __future__ import annotations

import dataclasses
from xml.etree import ElementTree

import pytest

from macros.loading.catalogue import Catalogue
from macros.loading.history import same
from macros.records.fields import Text
from macros.site import feed

ROOT = "https://example.org/guide/"
LANGUAGES = ("ko", "en")


def _entries(text: str) -> list[dict[str, str]]:
    """The entries as {name: text}, the link by its address."""
    top = ElementTree.fromstring(text)  # noqa: S314 (written here)
    assert top.tag == f"{{{feed.ATOM}}}feed"
    return [
        {
            part.tag.split("}")[1]: part.get("href") or part.text or ""
            for part in item
        }
        for item in top.findall(f"{{{feed.ATOM}}}entry")
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newest_come_first_each_under_a_name_of_its_own(catalogue: Catalogue, language: str) -> None:
    entries = _entries(feed.feed(catalogue, language, ROOT))
    assert 50 < len(entries) <= feed.MOST
    assert len({each["id"] for each in entries}) == len(entries)
    days = [each["updated"] for each in entries]
    assert days == sorted(days, reverse=True)
    below = ROOT if language == "ko" else f"{ROOT}en/"
    assert all(each["link"].startswith((f"{below}tools/", f"{below}about/changes/")) for each in entries)
    assert {"title", "id", "updated", "link", "content"} == set(entries[0])


def test_a_tool_says_which_values_changed_on_the_last_day(catalogue: Catalogue) -> None:
    known = {each["id"]: each for each in _entries(feed.feed(catalogue, "en", ROOT))}
    changed = [
        (key, line)
        for key, tool in catalogue.tools.items()
        for line in tool.history
        if line.before
        and not same(line.before, line.after)
        and catalogue.criteria[line.criterion].kind != "text"
        and any(each.day < line.day for each in tool.history if each.criterion == line.criterion)
    ]
    day = max(line.day for _, line in changed)
    newest = [(key, line.criterion) for key, line in changed if line.day == day]
    assert newest
    for key, criterion in newest:
        entry = known[f"tag:example.org,2026:en/values/{key}/{day}"]
        assert f"<li>{catalogue.criteria[criterion].name.en}: " in entry["content"]
        assert entry["link"] == f"{ROOT}en/tools/{key}/"


def test_a_first_answer_is_no_change(tiny: Catalogue, catalogue: Catalogue) -> None:
    quiet = dataclasses.replace(tiny, strings=catalogue.strings, changes=())
    assert not any(line.before for tool in quiet.tools.values() for line in tool.history)
    assert _entries(feed.feed(quiet, "ko", ROOT)) == []


def test_nothing_of_the_data_is_markup_in_a_reader(catalogue: Catalogue) -> None:
    hostile = Text(ko="<script>1</script> & ]]>", en="<b>x</b>")
    (first, *_) = catalogue.changes
    changed = dataclasses.replace(catalogue, changes=(first.model_copy(update={"old": hostile}),))
    text = feed.feed(changed, "ko", ROOT)
    claims = [each for each in _entries(text) if "/claims/" in each["id"]]
    assert "&lt;script&gt;1&lt;/script&gt; &amp; ]]&gt;" in claims[0]["content"]
