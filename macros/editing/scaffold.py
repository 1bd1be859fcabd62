"""The folder of a new tool: what is to be filled in, and every criterion with its question and values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros.editing.files import Unable
from macros.loading.catalogue import Catalogue
from macros.loading.folders import SHEETS
from macros.loading.form import MOST_COLUMNS, wrapped
from macros.loading.reading import ID
from macros.records.fields import SPECIAL_VALUES
from macros.records.plain import UNFILLED
from macros.records.vocabulary import Criterion

SCHEMA = "yaml-language-server"
ABOUT = """\
# yaml-language-server: $schema=../../schema/about.json
## Replace every {unfilled}; lines that begin with '# ' are optional, take the mark away to use them.
name: {name}

## Spellings that people type: Korean, slips, former names.
search:
  - {unfilled} (한글 표기)

summary:
  ko: {unfilled} 이 도구가 무엇인지 한 줄로
  en: {unfilled} what it is, in one line

stages:
{stages}

use_when:
  - ko: {unfilled} 이럴 때 씁니다
    en: {unfilled} when it fits
    source: home

avoid_when:
  - ko: {unfilled} 이럴 때는 맞지 않습니다
    en: {unfilled} when it does not fit
    source: home

links:
  home: {unfilled}
# packages:
#   pypi: {id}
"""
EVIDENCE = """\
# yaml-language-server: $schema=../../schema/evidence.json
## Open each source, read it, then write what it shows and the day. What you did not check stays out.
## One source may carry many cells; a page read as a stored copy takes as_of, the day of the copy, or unknown.
sources:
  home:
    url: {unfilled}
    accessed: {today}
    shows:
      ko: {unfilled} 이 페이지에서 확인한 사실
      en: {unfilled} what this page shows

lifecycle:
  status: active
  since: {unfilled}
  source: home

## To answer a criterion, take the '# ' off its lines. A partial value takes a note and a condition, one of:
{conditions}
assessments:
{assessments}
"""
ROLE = """\
  {stage}:
    role:
      ko: {unfilled} 이 단계에서 맡는 일
      en: {unfilled} what it does here"""


def scaffold(catalogue: Catalogue, key: str, stages: list[str], today: date) -> dict[str, str]:
    """The files of a new tool by name; nothing of it loads before it is filled in."""
    words = {"unfilled": UNFILLED, "id": key, "name": key.replace("-", " ").title(), "today": today}
    roles = "\n".join(ROLE.format(stage=stage, **words) for stage in stages)
    asked = dict(catalogue.general_criteria())
    for stage in stages:
        asked |= catalogue.criteria_of(stage)
    blocks = "\n".join(line for name, each in asked.items() for line in _block(name, each, today))
    return {
        "about.yml": ABOUT.format(stages=roles, **words),
        "evidence.yml": EVIDENCE.format(
            assessments=_first_open(blocks), conditions=_conditions(catalogue), **words
        ),
    }


def _conditions(catalogue: Catalogue) -> str:
    """What a partial value may hold only under, as comments."""
    return "\n".join(f"## {line}" for line in wrapped(", ".join(catalogue.conditions), MOST_COLUMNS - 3))


def _block(key: str, criterion: Criterion, today: date) -> Iterator[str]:
    """A criterion as a commented assessment, its question and values above it."""
    yield from _said(criterion.question.ko)
    yield from _said(criterion.question.en or "")
    for option, each in criterion.options.items():
        yield from _said(f"- {option}: {each.means.en or each.means.ko}")
    yield f"  # {key}:"
    if criterion.options:
        yield f"  #   value: {' | '.join([*criterion.options, *SPECIAL_VALUES])}"
    else:
        yield from ("  #   value:", f"  #     ko: {UNFILLED}", f"  #     en: {UNFILLED}")
    yield "  #   source: home"
    yield f"  #   checked: {today}"
    if "partial" in criterion.options:
        yield "  #   # condition: limited"
        yield from ("  #   # note:", f"  #   #   ko: {UNFILLED}", f"  #   #   en: {UNFILLED}")


def _said(text: str) -> Iterator[str]:
    return (f"  ## {line}" for line in wrapped(text, MOST_COLUMNS - 5))


def _first_open(blocks: str) -> str:
    """The first block without its marks, so that the file holds one assessment to fill in."""
    lines = blocks.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("  # "))
    for number in range(start, start + 4):
        lines[number] = "  " + lines[number].removeprefix("  # ")
    lines[start + 1] = f"    value: {UNFILLED}"
    return "\n".join(lines)


def put(catalogue: Catalogue, key: str, stages: list[str], root: Path, today: date) -> None:
    """Write the folder of a new tool; raises Unable where it cannot be written."""
    folder = root / "tools" / key
    if problem := scaffold_problem(catalogue, key, stages, bool(key) and folder.exists()):
        raise Unable(problem)
    folder.mkdir()
    for name, text in scaffold(catalogue, key, stages, today).items():
        (folder / name).write_text(text, "utf-8")


def tidied(text: str) -> str:
    """A file without the questions that its scaffold asked: what is left is what somebody wrote."""
    lines = text.split("\n")
    return "\n".join(line for line in lines if not line.lstrip().startswith("#") or SCHEMA in line)


def tidied_files(key: str, root: Path) -> dict[Path, str]:
    """The files of one tool without open questions; raises Unable where there is no such tool."""
    paths = [root / "tools" / key / name for name in SHEETS]
    if not ID.fullmatch(key) or not all(path.is_file() for path in paths):
        raise Unable(f"there is no data/tools/{key}/")
    return {path: tidied(path.read_text("utf-8")) for path in paths}


def scaffold_problem(catalogue: Catalogue, key: str, stages: list[str], exists: bool) -> str | None:
    """Why a tool cannot be scaffolded under this id."""
    if not ID.fullmatch(key):
        return f"'{key}' is no id: use lower-case letters, digits and hyphens"
    if exists:
        return f"data/tools/{key}/ exists already"
    unknown = [stage for stage in stages if stage not in catalogue.stages]
    if unknown or not stages:
        return f"say which stages it is for, of: {', '.join(catalogue.stages)}"
    return None
