"""Why a file is not YAML, said with the line, the column, the character, and the mend."""

from __future__ import annotations

import re

import yaml

QUOTES = "put the whole text in double quotes"
STARTS = "@`%&*!|>"
OPEN = re.compile(r"""^\s*(?:- )?(?:[\w./-]+:\s+)?(?:(?=(["']))(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*))$""")


def broken(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line of what breaks a file, and a sentence that mends it."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 1, f"is not YAML: {error.problem}"
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    if known := _of_another_language(lines, number) or _second_colon(lines, number):
        return known
    if quote := _open_quote(lines[: number + 1]):
        number, column = quote
        return number + 1, f"opens a quote in column {column} that nothing closes; close it, or {QUOTES}"
    if error.context_mark and "quoted" in str(error.context):
        number, column = error.context_mark.line, error.context_mark.column + 1
        return number + 1, f"opens a quote in column {column} that nothing closes; close it, or {QUOTES}"
    if "flow" in str(error.context) and error.context_mark:
        number, column = min(error.context_mark.line, number), error.context_mark.column
        sign = lines[number][column : column + 1]
        wanted = {"[": "',' or ']'", "{": "',' or '}'"}.get(sign, "an end")
        return number + 1, (
            f"is not YAML: the '{sign}' in column {column + 1} misses {wanted}; close it, or {QUOTES}"
        )
    sign = lines[number][mark.column : mark.column + 1]
    return number + 1, f"is not YAML: {_why(lines, number, mark.column, sign)}"


def _open_quote(lines: list[str]) -> tuple[int, int] | None:
    """A text that opens a quote and does not close it in its line: the file's next quote would."""
    for number, line in enumerate(lines):
        found = re.match(OPEN, line)
        if found:
            return number, found.start(1) + 1
    return None


def _of_another_language(lines: list[str], number: int) -> tuple[int, str] | None:
    """A sign that is a comment, or a colon, elsewhere."""
    for line in _here(lines, number):
        if lines[line].lstrip().startswith(("//", "/*", "<!--")):
            return line + 1, "is no comment of YAML; one begins with '#'"
        if wide := re.match(r"\s*(?:- )?[\w.-]+\s?([：﹕])", lines[line]):
            return line + 1, f"has the wide '{wide[1]}' in column {wide.start(1) + 1}; write ':' and a space"
    return None


def _second_colon(lines: list[str], number: int) -> tuple[int, str] | None:
    """A plain text that holds ': ', which YAML takes for a key."""
    for line in (number, number - 1):
        if line < 0:
            continue
        found = re.match(r"^(\s*(?:- )?[\w./-]+:\s+)([^\"'\s\[{>|#].*?)(: |:$)", lines[line])
        if found:
            column = found.end(2) + 1
            return line + 1, f"is not YAML: the ':' in column {column} ends a key; {QUOTES}"
    return None


def _why(lines: list[str], number: int, column: int, sign: str) -> str:
    if sign in STARTS and sign:
        return f"no text begins with the '{sign}' in column {column + 1}; {QUOTES}"
    for line, at in ((lines[each], each) for each in _here(lines, number)):
        where = "" if at == number else f" of line {at + 1}"
        if re.match(r"^\s*-[^\s-]", line):
            return f"a space is missing behind the '-' in column {line.index('-') + 1}{where}"
        if re.match(r"^\s*[\w.-]+:[^\s:]", line):
            return f"a space is missing behind the ':' in column {line.index(':') + 1}{where}"
        if re.match(r"^\s*[\w.-]+(\s+[\w.-]+)?\s*$", line):
            return f"'{line.strip()}' misses the ':' behind its key{where}"
    if re.search(r"(^\s*|- |: +)[\"']", lines[number]):
        return f"a quote ends before its text does, at the '{sign}' in column {column + 1}; {QUOTES}"
    return (
        f"the '{sign or 'end'}' in column {column + 1} stands where nothing may; "
        f"indent it like the lines above it (two spaces a level), or {QUOTES}"
    )


def _here(lines: list[str], number: int) -> list[int]:
    """A line, and the last one above it that says anything."""
    above = [each for each in range(number) if lines[each].strip() and not lines[each].startswith("#")]
    return [number, *above[-1:]]
