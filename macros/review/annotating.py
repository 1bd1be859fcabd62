"""Problems where a reviewer reads: on the lines of a pull request, as a job of GitHub Actions is told."""

from __future__ import annotations

from collections.abc import Iterable

from macros.loading.problems import Problem

MOST = 10  # more of one step are not shown
ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
ESCAPED_IN_FIELDS = {**ESCAPED, ":": "%3A", ",": "%2C"}


def on_lines(problems: Iterable[Problem], kind: str = "error") -> list[str]:
    """The commands that put problems on their lines."""
    return [_annotation(problem, kind) for problem in problems][:MOST]


def _annotation(problem: Problem, kind: str) -> str:
    fields = {"file": problem.file, "line": str(problem.line), "title": problem.field or "data"}
    said = ",".join(f"{name}={_escaped(value, ESCAPED_IN_FIELDS)}" for name, value in fields.items())
    return f"::{kind} {said}::{_escaped(problem.message, ESCAPED)}"


def _escaped(text: str, marks: dict[str, str]) -> str:
    shown = "".join(marks.get(each, each) for each in text)
    return "".join(each if each.isprintable() else " " for each in shown)
