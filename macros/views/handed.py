"""A guide as the browser's engine (`guide/engine.mjs`) reads it: JSON in the page, by these names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict, cast

from macros.guide.effects import Deed, Given
from macros.guide.guide import Asked, Guide

# What an option does to a tool: `out` or `open` on a criterion, or `points` by one; the criterion is "" for a
# judgement, and for a tool that is left. Beside it its guard, and the conditions under which it was judged.
HandedDeed = TypedDict(
    "HandedDeed",
    {
        "out": NotRequired[str],
        "open": NotRequired[str],
        "points": NotRequired[int],
        "by": NotRequired[str],
        "without": NotRequired[list[Given]],
        "with": NotRequired[list[list[Given]]],
        "under": NotRequired[list[str]],
    },
)


class HandedOption(TypedDict):
    """An option with what it does to each tool that it does anything to."""

    id: str
    baseline: str | None
    effects: dict[str, list[HandedDeed]]


class HandedQuestion(TypedDict):
    """A question; `shared` are those that several guides ask alike."""

    id: str
    many: bool
    shared: bool
    options: list[HandedOption]


class Handed(TypedDict):
    """A guide; `moved` and `gone` are answers of old addresses, `cells` the values that a page compares."""

    stage: str
    tools: list[str]
    questions: list[HandedQuestion]
    moved: NotRequired[dict[str, str]]
    gone: NotRequired[list[str]]
    cells: NotRequired[dict[str, dict[str, list[str]]]]


def handed(guide: Guide, *, cells: bool = False, gone: Sequence[str] = ()) -> Handed:
    """A guide for the browser; with its cells where a page compares them."""
    found = Handed(
        stage=guide.stage,
        tools=list(guide.tools),
        questions=[_question(guide, asked) for asked in guide.questions],
    )
    if guide.moved:
        found["moved"] = dict(guide.moved)
    if gone:
        found["gone"] = list(gone)
    if cells:
        found["cells"] = {
            key: {c: list(values) for c in guide.criteria if (values := guide.values(key, c))}
            for key in guide.tools
        }
    return found


def _question(guide: Guide, asked: Asked) -> HandedQuestion:
    return {
        "id": asked.id,
        "many": asked.many,
        "shared": asked.question.use is not None,
        "options": [
            {
                "id": option,
                "baseline": choice.baseline,
                "effects": {
                    tool: list(map(_deed, found))
                    for tool, found in guide.effects[asked.id, option].items()
                    if found
                },
            }
            for option, choice in asked.options.items()
        ],
    }


def _deed(deed: Deed) -> HandedDeed:
    by = deed.criterion or ""
    does: dict[str, object] = {"points": deed.points, "by": by} if deed.kind == "points" else {deed.kind: by}
    guard = {
        "without": sorted(deed.guard.without),
        "with": [sorted(group) for group in deed.guard.only_with],
        "under": list(deed.under),
    }
    return cast("HandedDeed", does | {key: value for key, value in guard.items() if value})
