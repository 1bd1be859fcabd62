"""The rules on tools and criteria: sources, dates, stages, values, relations."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.catalogue import Catalogue, Files
from macros.loading.problems import Path as Place
from macros.loading.problems import Problem
from macros.records.evidence import Assessment
from macros.records.fields import SPECIAL_VALUES
from macros.records.tool import source_keys
from macros.records.vocabulary import Criterion
from macros.rules.rule import at, latest_day, rule, unknown


@rule
def sources_exist(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """Every source that a tool names stands under its `sources`, and every one there is used."""
    for loaded in files.tools.values():
        tool, used = loaded.record, set()
        for place, key in source_keys(tool):
            used.add(key)
            if key not in tool.sources:
                yield at(loaded, place, unknown("source of this file", key, tool.sources))
        for key in tool.sources:
            if key not in used:
                yield at(loaded, ("sources", key), "is used by nothing; delete it")


@rule
def dates_are_sane(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """No date lies in the future, and nothing was checked before its source was opened."""
    today = latest_day()
    for loaded in files.tools.values():
        tool = loaded.record
        for key, source in tool.sources.items():
            if source.accessed > today:
                yield at(loaded, ("sources", key, "accessed"), f"{source.accessed} is in the future")
        for criterion, assessment in tool.assessments.items():
            place = ("assessments", criterion, "checked")
            if assessment.checked > today:
                yield at(loaded, place, f"{assessment.checked} is in the future")
            for key in assessment.sources:
                opened = tool.sources.get(key)
                if opened and assessment.checked < opened.accessed:
                    yield at(
                        loaded,
                        place,
                        f"{assessment.checked} is before its source '{key}' was opened ({opened.accessed})",
                    )


@rule
def stages_exist(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A tool, a group of criteria, a guide and a stack name stages of `stages.yml`."""
    for loaded in files.tools.values():
        for stage in loaded.record.stages:
            if stage not in whole.stages:
                yield at(loaded, ("stages", stage), unknown("stage", stage, whole.stages))
    for group in files.criteria.values():
        home = group.record.stage
        if home and home not in whole.stages:
            yield at(group, ("stage",), unknown("stage", home, whole.stages))
    for key, guide in files.guides.items():
        if key not in whole.stages:
            yield at(guide, (), unknown("stage", key, whole.stages))


@rule
def criteria_are_unique(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A criterion has one home: no two files define the same id."""
    home: dict[str, str] = {}
    for loaded in files.criteria.values():
        for key in loaded.record.criteria:
            if key in home:
                yield at(loaded, ("criteria", key), f"is defined in {home[key]} too")
            home[key] = loaded.file


@rule
def assessments_fit_criteria(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """An assessment answers a criterion of the tool's stages, with one of its values."""
    for loaded in files.tools.values():
        asked = whole.criteria_for(loaded.record)
        for key, assessment in loaded.record.assessments.items():
            place: Place = ("assessments", key)
            if key not in whole.criteria:
                yield at(loaded, place, unknown("criterion", key, asked))
            elif key not in asked:
                yield at(loaded, place, "belongs to a stage that this tool is not in")
            else:
                for message in _misfits(assessment, whole.criteria[key]):
                    yield at(loaded, (*place, "value"), message)


def _misfits(assessment: Assessment, criterion: Criterion) -> Iterator[str]:
    if criterion.kind in ("text", "figure") or assessment.values[0] in SPECIAL_VALUES:
        return
    if not isinstance(assessment.value, tuple):
        yield unknown("value of this criterion", assessment.values[0], criterion.options)
        return
    if len(assessment.value) > 1 and not criterion.many:
        yield "has several values, but this criterion takes one"
    for value in assessment.value:
        if value not in criterion.options:
            yield unknown("value of this criterion", value, criterion.options)


@rule
def relations_exist(files: Files, whole: Catalogue) -> Iterator[Problem]:
    """A relation and a successor name another tool of the catalogue."""
    for key, loaded in files.tools.items():
        named: list[tuple[Place, str]] = [
            (("relations", number, "tool"), relation.tool)
            for number, relation in enumerate(loaded.record.relations)
        ]
        if loaded.record.lifecycle.successor:
            named.append((("lifecycle", "successor"), loaded.record.lifecycle.successor))
        for place, other in named:
            if other == key:
                yield at(loaded, place, "is the tool itself")
            elif other not in files.tools and not (files.root / "tools" / other).exists():
                yield at(loaded, place, unknown("tool", other, files.tools))
