"""Cells and matrices: one tool's answer on one criterion, as a page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from macros.loading.catalogue import Catalogue
from macros.loading.figures import Figure, derived
from macros.loading.history import Line, decoded, encoded, same
from macros.records.evidence import Assessment, Looked, Source, basis
from macros.records.fields import SPECIAL_VALUES
from macros.records.tool import Tool
from macros.records.vocabulary import SUPPORT_VALUES, Condition, Criterion
from macros.site.rendering import plain
from macros.wording import short_of, short_state, words_of

UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Cell:
    """The answer for one tool on one criterion; `state` chooses icon and colour."""

    tool: str
    criterion: str
    state: str
    values: tuple[str, ...]
    words: str
    assessment: Assessment | None
    sources: tuple[Source, ...]
    sides: tuple[tuple[str, tuple[Source, ...]], ...] = ()
    past_words: tuple[tuple[str, str], ...] = ()
    conditions: tuple[Condition, ...] = ()
    looked: Looked | None = None
    figure: Figure | None = None
    short: str = ""

    @property
    def id(self) -> str:
        return f"{self.tool}-{self.criterion}"

    @property
    def evidence(self) -> tuple[Source, ...]:
        """Every source that it rests on, those of both sides of a dispute included."""
        return (*self.sources, *(source for _, sources in self.sides for source in sources))

    @property
    def basis(self) -> str:
        """How firmly it stands: `stated`, `inferred`, `secondary`; empty without an assessment."""
        return basis(self.assessment, self.evidence) if self.assessment else ""


@dataclass(frozen=True)
class Group:
    """Criteria that stand together in a matrix."""

    id: str
    name: str
    stage: str | None
    criteria: dict[str, Criterion]


Cells = dict[tuple[str, str], Cell]
NOTED = 3  # so few tools have room for the notes in their cells


@dataclass(frozen=True)
class Matrix:
    """Tools by grouped criteria, each tool's sources numbered."""

    id: str
    tools: dict[str, Tool]
    groups: tuple[Group, ...]
    cells: Cells
    sources: dict[str, dict[Source, int]]

    @property
    def noted(self) -> bool:
        """Whether the notes stand in the cells."""
        return len(self.tools) <= NOTED


def matrix(
    catalogue: Catalogue,
    key: str,
    tools: Iterable[str],
    groups: tuple[Group, ...],
    language: str,
) -> Matrix:
    """The cells of these tools on these criteria."""
    shown = {tool: catalogue.tools[tool] for tool in tools}
    cells = {
        (tool, criterion): cell(catalogue, tool, criterion, language)
        for tool in shown
        for group in groups
        for criterion in group.criteria
    }
    return Matrix(key, shown, groups, _told_apart(cells), _numbered(shown, cells))


def _told_apart(cells: Cells) -> Cells:
    """Two texts of a row that begin alike are both shown whole: no two different values read the same."""
    told = {(each.criterion, each.words): each.short for each in cells.values()}
    starts = Counter((criterion, short) for (criterion, _), short in told.items())
    return {
        place: replace(each, short=each.words)
        if each.short != each.words and each.state == "text" and starts[each.criterion, each.short] > 1
        else each
        for place, each in cells.items()
    }


def _numbered(tools: Iterable[str], cells: Cells) -> dict[str, dict[Source, int]]:
    """Each tool's sources in the order of its cells, numbered from 1: a source is printed once."""
    numbers: dict[str, dict[Source, int]] = {tool: {} for tool in tools}
    for each in cells.values():
        for source in each.evidence:
            numbers[each.tool].setdefault(source, len(numbers[each.tool]) + 1)
    return numbers


def groups_of(catalogue: Catalogue, stages: Iterable[str], language: str) -> tuple[Group, ...]:
    """The criteria groups of these stages, then those asked of every tool."""
    wanted = set(stages)
    chosen = [
        (key, group)
        for key, group in catalogue.groups.items()
        if group.stage is None or group.stage in wanted
    ]
    chosen.sort(key=lambda item: item[1].stage is None)
    return tuple(
        Group(key, plain(group.name, language), group.stage, group.criteria) for key, group in chosen
    )


def groups_with(catalogue: Catalogue, criteria: Iterable[str], language: str) -> tuple[Group, ...]:
    """Only these criteria, in their groups."""
    wanted = set(criteria)
    groups = groups_of(catalogue, catalogue.stages, language)
    kept = (
        Group(g.id, g.name, g.stage, {k: c for k, c in g.criteria.items() if k in wanted}) for g in groups
    )
    return tuple(group for group in kept if group.criteria)


_CELLS: WeakKeyDictionary[Catalogue, dict[tuple[str, str, str], Cell]] = WeakKeyDictionary()


def cell(catalogue: Catalogue, tool: str, criterion: str, language: str) -> Cell:
    """One cell in one language, worked out once for a catalogue; without an assessment it says so."""
    known, key = _CELLS.setdefault(catalogue, {}), (tool, criterion, language)
    if key not in known:
        known[key] = _cell(catalogue, *key)
    return known[key]


def _cell(catalogue: Catalogue, tool: str, criterion: str, language: str) -> Cell:
    record, asked = catalogue.tools[tool], catalogue.criteria[criterion]
    assessment = record.assessments.get(criterion)
    if assessment is None:
        return _open(catalogue, tool, criterion, language)
    sources = tuple(record.sources[key] for key in assessment.source or ())
    sides = tuple(
        (
            words_of(catalogue, asked, side.value, language),
            tuple(record.sources[key] for key in side.source),
        )
        for side in assessment.sides
    )
    words = words_of(catalogue, asked, assessment.value, language)
    return Cell(
        tool,
        criterion,
        _state(asked, assessment),
        assessment.values,
        words,
        assessment,
        sources,
        sides,
        _pasts(catalogue, tool, criterion, encoded(assessment.value), language),
        tuple(catalogue.conditions[key] for key in assessment.condition or ()),
        short=short_of(catalogue, asked, assessment.value, words, language),
    )


def _open(catalogue: Catalogue, tool: str, criterion: str, language: str) -> Cell:
    """A cell without an assessment: a figure, what was looked for and not found, or what nobody checked."""
    record, asked = catalogue.tools[tool], catalogue.criteria[criterion]
    before = _pasts(catalogue, tool, criterion, "", language)
    if figure := derived(record, asked):
        unit = figure.unit or asked.unit
        words = f"{figure.number:,.10g} {plain(unit, language) if unit else ''}".rstrip()
        return Cell(
            tool, criterion, "figure", (), words, None, figure.sources, (), before, figure=figure, short=words
        )
    looked = record.looked.get(criterion)
    words = plain(catalogue.strings["value.looked" if looked else "value.unchecked"], language)
    sources = tuple(record.sources[key] for key in (looked.source if looked else None) or ())
    state = "looked" if looked else UNCHECKED
    short = short_state(catalogue, state, words, language)
    return Cell(tool, criterion, state, (), words, None, sources, (), before, looked=looked, short=short)


def _pasts(
    catalogue: Catalogue, tool: str, criterion: str, now: str, language: str
) -> tuple[tuple[str, str], ...]:
    """The recorded days of a cell with what it said, where that was ever something else; else nothing."""
    lines: list[Line] = [line for line in catalogue.tools[tool].history if line.criterion == criterion]
    said = [(line.day.isoformat(), line.after) for line in lines]
    if catalogue.first_day and (not said or said[0][0] > catalogue.first_day):
        said.insert(0, (catalogue.first_day, ""))
    if all(same(value, now) for _, value in said):
        return ()
    unchecked, asked = plain(catalogue.strings["value.unchecked"], language), catalogue.criteria[criterion]
    return tuple(
        (day, words_of(catalogue, asked, decoded(asked, value), language) if value else unchecked)
        for day, value in said
    )


def _state(criterion: Criterion, assessment: Assessment) -> str:
    first = assessment.values[0]
    if first in SPECIAL_VALUES or (criterion.kind == "support" and first in SUPPORT_VALUES):
        return first
    return criterion.kind
