"""YAML that strangers write: what loading accepts as plain strings, and what it refuses with a line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.loading.reading import MOST_BYTES, MOST_DEPTH, Refused, parse
from macros.rules.check import check
from tests.conftest import Write


@pytest.mark.parametrize("word", ["yes", "no", "on", "null", "~", "012", "1.10", "2026-11-21", "true"])
def test_a_value_stays_the_string_that_was_written(word: str) -> None:
    assert parse(f"value: {word}\n")[0] == {"value": word}


def test_an_empty_value_is_an_empty_string() -> None:
    assert parse("value:\n")[0] == {"value": ""}


def test_every_field_knows_its_line() -> None:
    _, lines = parse("a: 1\nb:\n  - c: 2\n  - d:\n      e: 3\n")
    assert lines["a",] == 1
    assert lines["b", 0, "c"] == 3
    assert lines["b", 1, "d", "e"] == 5


REFERENCE = "uses a YAML anchor or alias; write the words out, in double quotes if they begin with & or *"

REFUSED = {
    "a tab for indentation": ("a:\n\tb: 1\n", 2, "is indented with a tab; use two spaces"),
    "a tab behind spaces": ("a:\n  \tb: 1\n", 2, "is indented with a tab; use two spaces"),
    "a key that stands twice": ("a: 1\nb: 2\na: 3\n", 3, "has the key 'a' twice"),
    "a nested key that stands twice": ("a:\n  b: 1\n  b: 1\n", 3, "has the key 'b' twice"),
    "an anchor": ("a: &x 1\n", 1, REFERENCE),
    "an anchor on a key": ("&x a: 1\n", 1, REFERENCE),
    "an alias": ("a: 1\nb: *x\n", 2, REFERENCE),
    "an alias as a key": ("a: 1\n*x : 1\n", 2, REFERENCE),
    "a tag": ("a: !!int 1\n", 1, "uses the YAML tag tag:yaml.org,2002:int; write plain values"),
    "a tag on a key": ("!!str a: 1\n", 1, "uses the YAML tag tag:yaml.org,2002:str; write plain values"),
    "a tag of Python": (
        "a: !!python/name:os.system\n",
        1,
        "uses the YAML tag tag:yaml.org,2002:python/name:os.system; write plain values",
    ),
    "two documents": (
        "a: 1\n---\nb: 2\n",
        2,
        "begins a second YAML document; a file holds one, so take the '---' out",
    ),
    "no document": ("", 1, "is empty"),
    "only a comment": ("# nothing\n", 1, "is empty"),
    "a key that is a list": ("? [a]\n: b\n", 1, "has a key that is not a word"),
    "an unclosed list": (
        "a: [1\n",
        1,
        "is not YAML: the '[' in column 4 misses ',' or ']'; "
        "close it, or put the whole text in double quotes",
    ),
    "a control character": ("a: \x00\n", 1, "has the control character U+0000"),
    "a mark of a merge": (
        "a: 1\n=======\n",
        2,
        "is a mark of a merge that was not finished; keep one of the two sides",
    ),
    "bidirectional text in a comment": ("a: 1\n# \u202e\n", 2, "has the hidden character U+202E in column 3"),
    "a zero-width space": ("a: one\u200bword\n", 1, "has the hidden character U+200B in column 7"),
    "a byte order mark": (
        "\ufeffa: 1\n",
        1,
        "has the hidden character U+FEFF in column 1; save the file as UTF-8 without a BOM",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_loading_refuses(name: str) -> None:
    text, line, message = REFUSED[name]
    with pytest.raises(Refused) as refused:
        parse(text)
    assert (refused.value.line, refused.value.message) == (line, message)


def test_nesting_is_allowed_up_to_a_depth_and_refused_beyond() -> None:
    assert parse("[" * MOST_DEPTH + "x" + "]" * MOST_DEPTH)[0]
    with pytest.raises(Refused, match="is nested deeper"):
        parse("[" * (MOST_DEPTH + 1) + "x" + "]" * (MOST_DEPTH + 1))


def test_a_very_deep_file_is_refused_like_any_other() -> None:
    with pytest.raises(Refused):
        parse("[" * 50_000)


def _messages(root: Path) -> list[str]:
    return [str(problem) for problem in check(root)[1]]


FILES: dict[str, tuple[str, bytes, str]] = {
    "another ending": ("stacks/x.yaml", b"a: 1", "data/stacks/x.yaml:1: does not end in .yml"),
    "no ending": ("guides/readme", b"a", "data/guides/readme:1: does not end in .yml"),
    "a hidden file": ("stacks/.x.yml", b"a: 1", "data/stacks/.x.yml:1: has a name that is no id"),
    "capitals": ("stacks/MLflow.yml", b"a: 1", "data/stacks/MLflow.yml:1: has a name that is no id"),
    "an underscore": ("stacks/a_b.yml", b"a: 1", "data/stacks/a_b.yml:1: has a name that is no id"),
    "a tool without a folder": ("tools/x.yml", b"a: 1", "data/tools/x.yml:1: is no folder"),
    "a tool with capitals": ("tools/MLflow/about.yml", b"a: 1", "data/tools/MLflow:1: has a name that is no"),
    "a stray file of a tool": ("tools/beta/x.yml", b"a: 1", "data/tools/beta/x.yml:1: does not belong here"),
    "a folder": ("stacks/more/x.yml", b"a: 1", "data/stacks/more:1: is a folder"),
    "a stray file": ("notes.md", b"a", "data/notes.md:1: does not belong in the data folder"),
    "a stray folder": ("tool/x.yml", b"a: 1", "data/tool:1: does not belong in the data folder"),
    "another encoding": ("stacks/x.yml", "a: 한글".encode("cp949"), "data/stacks/x.yml:1: is not UTF-8 text"),
    "too many bytes": ("stacks/x.yml", b"# " + b"x" * MOST_BYTES, "data/stacks/x.yml:1: is 300,002 bytes"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_refused_for(write: Write, name: str) -> None:
    path, content, message = FILES[name]
    (only,) = _messages(write({path: content}))
    assert only.startswith(message)


def test_a_link_to_another_file_is_refused_and_not_read(write: Write, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("password: hunter2", "utf-8")
    root = write()
    (root / "stacks").mkdir()
    (root / "stacks" / "linked.yml").symlink_to(secret)
    assert _messages(root) == ["data/stacks/linked.yml:1: is a symbolic link; put the file here"]


def test_a_link_to_nothing_is_refused(write: Write) -> None:
    root = write()
    (root / "stacks").mkdir()
    (root / "stacks" / "dangling.yml").symlink_to("nowhere.yml")
    assert _messages(root) == ["data/stacks/dangling.yml:1: is a symbolic link; put the file here"]


def test_a_link_to_a_folder_is_refused_and_not_read(write: Write, tmp_path: Path) -> None:
    root = write()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "one.yml").write_text("a: 1", "utf-8")
    (root / "stacks").symlink_to(tmp_path / "elsewhere")
    assert _messages(root) == ["data/stacks:1: is a symbolic link; put the folder here"]


def test_a_pipe_is_refused_without_waiting_for_it(write: Write) -> None:
    root = write()
    (root / "stacks").mkdir()
    os.mkfifo(root / "stacks" / "pipe.yml")
    assert _messages(root) == ["data/stacks/pipe.yml:1: is a folder, or no plain file"]


def test_the_name_of_a_file_is_its_id(write: Write) -> None:
    root = write()
    (root / "tools" / "beta").rename(root / "tools" / "b2")
    guide = root / "guides" / "tracking.yml"
    guide.write_text(guide.read_text("utf-8").replace("tool: beta", "tool: b2"), "utf-8")
    catalogue, problems = check(root)
    assert catalogue is not None, problems
    assert "b2" in catalogue.tools
    assert "beta" not in catalogue.tools
