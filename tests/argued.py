"""Whether what is said for an outcome is what taking away and changing answers shows."""

from __future__ import annotations

from typing import Any

from macros.guide.guide import Guide, guide_of
from macros.guide.outcome import Answers, Outcome, outcome
from macros.loading.catalogue import Catalogue
from tests.answers import given_sets
from tests.twins import ask

CASES = """
async ({ guide, sets }, lib) => {
  const { caseFor } = await lib("guide/case");
  return sets.map((given) => {
    const made = caseFor(guide, new Map(given));
    return { ...made, found: null, deciding: made.deciding.map(({ outcome, ...each }) => each),
      revisits: made.revisits.map(({ outcome, ...each }) => each) };
  });
}
"""


def _lead(found: Outcome) -> int | None:
    points = [each for _, each in found.ranking]
    behind = points[len(found.leaders) :]
    return points[0] - behind[0] if behind else None


def _answered(given: Answers) -> list[str]:
    return [key for key, values in given.items() if set(values) - {"unknown"}]


def case_is_found_by_trying(catalogue: Catalogue, stage: str, count: int) -> None:
    guide = guide_of(catalogue, stage)
    sets = [each for each in given_sets(guide, count, f"case {stage}") if outcome(guide, each).ranking]
    for given, said in zip(sets, ask(CASES, guide, sets), strict=True):
        now = outcome(guide, given)
        _decides(guide_of(catalogue, stage), given, said, now)
        for each in said["revisits"]:
            asked = next(q for q in guide.questions if q.id == each["question"])
            kept = tuple(v for v in given.get(asked.id, ()) if v != "unknown") if asked.many else ()
            then = outcome(guide, {**given, asked.id: (*kept, each["option"])})
            assert list(then.leaders) == each["leaders"] != list(now.leaders)
        _rows(guide, given, said, now)


def _decides(guide: Any, given: Answers, said: Any, now: Outcome) -> None:
    """A decisive answer is one without which the leaders change or their lead shrinks; no other is."""
    named = {each["question"]: each for each in said["deciding"]}
    for key in _answered(given):
        without = outcome(guide, {k: v for k, v in given.items() if k != key})
        turns = without.leaders != now.leaders
        shrinks = (_lead(now) or 0) > (_lead(without) or 0)
        assert (key in named) == (turns or shrinks), (given, key)
        if key in named:
            assert named[key]["turns"] == turns
    order = [(not each["turns"], -each["shrinks"]) for each in said["deciding"]]
    assert order == sorted(order)


def _rows(guide: Guide, given: Answers, said: Any, now: Outcome) -> None:
    """A tie has no tool; else each answer has a row, and the rows add up to the tool's points."""
    assert said["tool"] == (now.leaders[0] if len(now.leaders) == 1 else None)
    assert said["tied"] == (list(now.leaders) if len(now.leaders) > 1 else [])
    if said["tool"]:
        assert {row["question"] for row in said["rows"]} == set(_answered(given))
        assert sum(row["points"] for row in said["rows"]) == dict(now.ranking)[said["tool"]]
    assert [each["tool"] for each in said["even"]] == (said["shown"] if said["tied"] else [])
    for each in said["even"]:
        assert {row["question"] for row in each["rows"]} == set(_answered(given))
        assert sum(row["points"] for row in each["rows"]) == dict(now.ranking)[each["tool"]]
    known = {row["criterion"] for row in said["versus"]["differ"] + said["versus"]["same"]}
    for criterion in said["apart"]:
        assert criterion not in known
        assert len({guide.values(tool, criterion) for tool in said["shown"]}) > 1
    shown = said["shown"]
    for place, tool in enumerate(shown):
        rows = said["versus"]["differ"] + said["versus"]["same"]
        assert sum(row["points"][place] for row in rows) == dict(now.ranking)[tool]
    assert all(len(set(row["points"])) > 1 for row in said["versus"]["differ"])
