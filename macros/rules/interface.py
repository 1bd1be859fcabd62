"""The rule on interface words: what the site's pages say, and nothing else, stands in `strings/`.

Which words there are to be is read out of the code: templates, scripts and Python. Data that hold less than
half of them are no site's, and are judged without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from macros.loading.catalogue import Catalogue
from macros.loading.files import Files
from macros.loading.problems import Problem, guess, nearest
from macros.outside import PROJECT
from macros.records.evidence import Lifecycle, Relation
from macros.records.fields import Record
from macros.records.plans import Effects, Verdict
from macros.records.vocabulary import Stage
from macros.rules.rule import at, rule

SAID = re.compile(r"[\"']([a-z]+(?:\.[a-z-]+)+)[\"'] \| s\b")
HEADS = re.compile(r"heads\(([^)]+)\)")
STARTS = re.compile(r"\(\"([a-z]+\.(?:[a-z]+-)?)\" ~ ")
OF_SCRIPTS = re.compile(r"'([a-z.]+)' \| words\b")
KINDS = re.compile(r"_by_(?:words|stage)\(\"([a-z-]+)\"\)")
QUOTED = re.compile(r"(?<=[\"'`])[\w-]+(?=[\"'`])")
OF_PAGES = ("title", "description")
FOLDER = "data/strings"
OF_RECORDS: dict[str, tuple[type[Record], str]] = {
    "guide.baseline-": (Effects, "baseline"),
    "lane.": (Stage, "lane"),
    "relation.": (Relation, "kind"),
    "relation.of-": (Relation, "kind"),
    "status.": (Lifecycle, "status"),
    "verdict.": (Verdict, "kind"),
}
MOST_ALONE = 3  # more words do not vanish one by one: a file did


class Code:
    """The project's code, as far as it says which interface words there are."""

    @cached_property
    def templates(self) -> str:
        return _text(PROJECT / "macros" / "templates", "*")

    @cached_property
    def python(self) -> str:
        return _text(PROJECT / "macros", "*.py")

    @cached_property
    def of_scripts(self) -> set[str]:
        """The families of words that scripts are given."""
        return set(OF_SCRIPTS.findall(self.templates))

    @cached_property
    def asked(self) -> set[str]:
        """The ends of words that a script may ask for: members, quoted keys, names that are taken apart."""
        scripts = _text(PROJECT / "overrides", "*.mjs")
        apart = " ".join(line for line in scripts.splitlines() if "} = " in line)
        return {
            *re.findall(r"[.?]([\w-]+)", scripts),
            *QUOTED.findall(scripts),
            *re.findall(r"[\w-]+", apart),
        }

    @cached_property
    def named(self) -> set[str]:
        """Words that a template or the title of a kind of page names whole."""
        heads = {key for keys in HEADS.findall(self.templates) for key in re.findall(r'"([^"]+)"', keys)}
        titles = {f"{part}.{kind}" for part in OF_PAGES for kind in KINDS.findall(self.python)}
        return {*SAID.findall(self.templates), *heads, *titles, *self.of_records}

    @cached_property
    def of_records(self) -> set[str]:
        """Words of which a template completes the end with the value of a field."""
        return {
            f"{start}{end}"
            for start, (record, field) in OF_RECORDS.items()
            for end in _ends(record.model_fields[field].annotation)
        }

    @cached_property
    def families(self) -> set[str]:
        """The beginnings of words of which a template completes the end."""
        return set(STARTS.findall(self.templates)) - set(OF_RECORDS)

    def uses(self, key: str) -> bool:
        """Whether any code speaks of this word."""
        whole = f'"{key}"'
        if key in self.named or key.startswith(tuple(self.families)):
            return True
        if whole in self.python or whole in self.templates:
            return True
        family, _, name = key.rpartition(".")
        if f'strings[f"{family}.{{' in self.python:
            return bool(re.search(rf"[\"']{re.escape(name)}[\"']", self.python))
        return family in self.of_scripts and name in self.asked


def _ends(annotation: Any) -> Iterator[str]:
    """The words that a field may hold."""
    for each in get_args(annotation):
        yield from (each,) if isinstance(each, str) else _ends(each)


def _text(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob(pattern)) if path.is_file())


@rule
def interface_words_are_there(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Each interface word that a page uses stands in `strings/`, and no other does."""
    code = Code()
    if 2 * len(code.named & set(whole.strings)) < len(code.named):
        return
    idle = [(loaded, key) for loaded in files.strings.values() for key in loaded.record if not code.uses(key)]
    missing = code.named - set(whole.strings)
    for loaded, key in idle:
        yield at(loaded, (key,), f"is used by no page{guess(key, missing or code.named)}")
    if len(files.strings) < len(files.names("strings")) or any(each.lost for each in files.strings.values()):
        return  # what could not be read may hold them
    meant = {near for _, key in idle for near in nearest(key, missing)}
    yield from _lacking(sorted(missing - meant))


def _lacking(missing: list[str]) -> Iterator[Problem]:
    if len(missing) <= MOST_ALONE:
        yield from (Problem(FOLDER, 1, "", f"lacks '{key}', which a page uses") for key in missing)
        return
    more = f"and {len(missing) - 1} more: {', '.join(missing[1:MOST_ALONE])} …"
    yield Problem(FOLDER, 1, "", f"lacks '{missing[0]}', which a page uses, {more}")
