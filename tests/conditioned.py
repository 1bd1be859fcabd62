"""The small guide with conditions and gates, and every set of answers to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from macros.guide.guide import Guide
from macros.guide.outcome import Answers, Outcome
from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from tests.editing import edit

STAGE = "tracking"
BOTH = {"ko": "말", "en": "Words"}
ENGLISH = {"말": "Words", "삯": "Wages", "없음": "Nothing"}
MEANINGS = {"yes": ("된다", "It does"), "partial": ("조금", "A little"), "no": ("안 된다", "It does not")}


def _option(ko: str = "말", **effects: Any) -> dict[str, Any]:
    return {"name": {"ko": ko, "en": ENGLISH[ko]}, **effects}


def _guide(said: Any) -> None:
    """Money does nothing itself: it decides what `paid` is worth; a need asks a conditional cell."""
    money = {"free": _option(), "paid": _option("삯")}
    must = _option(require={"charts": ["yes", "partial"]}, also=[
        {"prefer": {"limits-known": {"yes": "2"}}, "only_with": {"team": ["small"], "place": "outside"}},
        {"require": {"licence": "open"}, "without": {"money": "paid"}},
    ])  # fmt: skip
    said["questions"].append({"id": "money", "ask": BOTH, "options": money})
    said["questions"][1]["options"]["away"] = _option(leaves="gamma")
    said["moved"] = {"spot.in": "place.inside"}
    said["questions"].append({"id": "must", "ask": BOTH, "options": {"charts": must, "none": _option(
        "없음",
        prefer={"charts": {"no": "1"}, "hosting": {"self": "1"}})}})  # fmt: skip


def _cells(key: str, **cells: dict[str, Any]) -> Any:
    def change(said: Any) -> None:
        for criterion, cell in cells.items():
            said["assessments"].setdefault(criterion, {"source": "home", "checked": "2026-11-02"}).update(
                cell
            )

    return key, change


def _conditions(said: Any) -> None:
    said["paid"]["no_under"] = {"money": "free"}
    said["managed-only"]["no_under"] = {"place": "inside", "team": ["small"]}


def changed(root: Path) -> Catalogue:
    options = {value: {"means": {"ko": ko, "en": en}} for value, (ko, en) in MEANINGS.items()}
    known = {"name": BOTH, "question": BOTH, "why": BOTH, "kind": "support", "options": options}
    edit(
        root / "criteria/tracking.yml",
        lambda s: s["criteria"].update({"limits-known": known}),
    )
    edit(root / "conditions.yml", _conditions)
    edit(root / "guides/tracking.yml", _guide)
    for key, change in (
        _cells("alpha", charts={"condition": "paid"}, **{"limits-known": {"value": "yes"}}),
        _cells("beta", charts={"condition": ["paid", "managed-only"]}, **{"limits-known": {"value": "no"}}),
        _cells("zeta", hosting={"condition": "managed-only"}),
    ):
        edit(root / f"tools/{key}/evidence.yml", change)
    whole, problems = check(root)
    assert whole is not None, problems
    return whole


def sets_of(guide: Guide, keys: tuple[str, ...] | None = None) -> Iterator[Answers]:
    """Every set of single answers to these questions, unanswered ones included."""
    asked = [each for each in guide.questions if keys is None or each.id in keys]
    for chosen in product(*([(), *((option,) for option in each.options)] for each in asked)):
        yield {each.id: options for each, options in zip(asked, chosen, strict=True) if options}


def points(found: Outcome) -> dict[str, int]:
    return dict(found.ranking)
