"""Cells: one tool's answer on one criterion, as a page shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from macros.loading.catalogue import Catalogue
from macros.loading.figures import Figure, band, derived, serverless
from macros.loading.history import Line, decoded, encoded, same
from macros.matrix.wording import short_of, short_state, words_of
from macros.records.evidence import Assessment, Looked, Source, basis
from macros.records.fields import SPECIAL_VALUES
from macros.records.vocabulary import SUPPORT_VALUES, Condition, Criterion

UNCHECKED = "unchecked"
UNMEASURED = "unmeasured"
SERVERLESS = "not-applicable"
HANGUL = re.compile("[가-힣]")  # a unit in Korean letters stands close to its number
LEAST_SECONDS = 0.01  # what the clock of a process's time shows


@dataclass(frozen=True)
class Cell:
    """The answer for one tool on one criterion, by their ids; `asked` is the criterion itself.

    `state` chooses icon and colour.
    """

    tool: str
    criterion: str
    asked: Criterion
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
    def told(self) -> bool:
        """Whether it has a note in a matrix; how a figure was measured stands on the tool's page, once."""
        price = self.figure and not self.figure.result
        return bool(self.assessment or self.looked or price or self.past_words)

    @property
    def evidence(self) -> tuple[Source, ...]:
        """Every source that it rests on, those of both sides of a dispute included."""
        return (*self.sources, *(source for _, sources in self.sides for source in sources))

    @property
    def grounds(self) -> int:
        """How many sources it rests on; a measured figure has its raw result and its recipe."""
        return 2 if self.figure and self.figure.result else len(self.evidence)

    @property
    def basis(self) -> str:
        """How firmly it stands: `stated`, `inferred`, `secondary`; empty without an assessment."""
        return basis(self.assessment, self.evidence) if self.assessment else ""


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
        asked,
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
    figure = derived(catalogue, tool, criterion)
    if figure or asked.measure not in (None, "price"):
        return _measurable(catalogue, tool, criterion, figure, language)
    looked = record.looked.get(criterion)
    words = catalogue.strings["value.looked" if looked else "value.unchecked"].plain(language)
    sources = tuple(record.sources[key] for key in (looked.source if looked else None) or ())
    state = "looked" if looked else UNCHECKED
    short = short_state(catalogue, state, words, language)
    return Cell(
        tool, criterion, asked, state, (), words, None, sources, (), before, looked=looked, short=short
    )


def _measurable(
    catalogue: Catalogue, tool: str, criterion: str, figure: Figure | None, language: str
) -> Cell:
    """A figure with its band as its value, else its number; or that there is none that counts."""
    asked = catalogue.criteria[criterion]
    if figure and figure.counts:
        values = (band(catalogue, tool, criterion) or f"{figure.number:g}",)
        words = figure_words(figure, asked, language)
        if figure.result and figure.result.part:
            words = catalogue.strings["figure.in-part"].plain(language).format(words=words)
        return Cell(
            tool, criterion, asked, "figure", values, words, None, figure.sources, figure=figure, short=words
        )
    alone = serverless(catalogue, tool, criterion)
    state = SERVERLESS if alone else UNMEASURED
    words = catalogue.strings["value.serverless" if alone else "value.unmeasured"].plain(language)
    return Cell(tool, criterion, asked, state, (state,), words, None, (), figure=figure, short=words)


def figure_words(figure: Figure, asked: Criterion, language: str) -> str:
    """A number with its unit."""
    unit = figure.unit or asked.unit
    tick = asked.measure == "start-cpu-seconds" and figure.number < LEAST_SECONDS
    number = f"<{LEAST_SECONDS}" if tick else f"{figure.number:,.10g}"
    words = unit.plain(language) if unit else ""
    return f"{number}{words}" if HANGUL.match(words) else f"{number} {words}".rstrip()


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
    unchecked, asked = catalogue.strings["value.unchecked"].plain(language), catalogue.criteria[criterion]
    return tuple(
        (day, words_of(catalogue, asked, decoded(asked, value), language) if value else unchecked)
        for day, value in said
    )


def _state(criterion: Criterion, assessment: Assessment) -> str:
    first = assessment.values[0]
    if first in SPECIAL_VALUES or (criterion.kind == "support" and first in SUPPORT_VALUES):
        return first
    return criterion.kind
