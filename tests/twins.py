"""Whether Python and the browser say the same of a guide and in the planner, over random answers, in Node."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.guide.guide import Guide, build, guide_of
from macros.guide.outcome import Answers, matters, outcome
from macros.guide.tree import strongest
from macros.loading.catalogue import Catalogue
from macros.views import plans
from macros.views.handed import handed
from tests import oracle
from tests.answers import given_sets
from tests.node.evaluating import evaluate

SAID = """
async ({ guide, sets }, lib) => {
  const { outcome, matters, strongest, known } = await lib("guide/engine");
  const { read, write } = await lib("shared/address");
  return sets.map((given) => {
    const answers = new Map(given);
    const found = outcome(guide, answers);
    const again = known(guide, read(write(answers)));
    return {
      ranking: found.ranking.map((each) => [each.tool, each.points]),
      leaders: found.leaders,
      near: found.near,
      out: [...found.out].map(([tool, bars]) =>
        [tool, bars.map((each) => [each.question, each.option, each.criterion, each.under])]),
      reasons: [...found.reasons].map(([tool, all]) =>
        [tool, all.map((each) => [each.question, each.option, each.criterion, each.points])]),
      unchecked: [...found.unchecked],
      baseline: found.baseline,
      moot: guide.questions.map((each) => each.id).filter((id) => !matters(guide, answers, id)),
      next: strongest(guide, answers),
      again: [...again.answers],
      dropped: again.dropped,
    };
  });
}
"""


def by_python(guide: Guide, given: Answers) -> dict[str, Any]:
    """What the Python engine says, in the shape of the browser's answer."""
    found = outcome(guide, given)
    return {
        "ranking": [list(each) for each in found.ranking],
        "leaders": list(found.leaders),
        "near": list(found.near),
        "out": [
            [k, [[b.question, b.option, b.criterion, list(b.under)] for b in v]] for k, v in found.out.items()
        ],
        "reasons": [
            [k, [[r.question, r.option, r.criterion or "", r.points] for r in v]]
            for k, v in found.reasons.items()
        ],
        "unchecked": [[k, list(v)] for k, v in found.unchecked.items()],
        "baseline": found.baseline,
        "moot": [asked.id for asked in guide.questions if not matters(guide, given, asked.id)],
        "next": [asked.id for asked in strongest(guide, given)],
        "again": [[key, list(values)] for key, values in given.items()],
        "dropped": [],
    }


def ask(act: str, guide: Guide, sets: list[Answers]) -> Any:
    """What a script in Node says to each set of answers."""
    given = [[[key, list(values)] for key, values in each.items()] for each in sets]
    return evaluate(act, {"guide": handed(guide, cells=True), "sets": given})


def _ungated(catalogue: Catalogue, stage: str) -> Catalogue:
    """A catalogue without conditions, and a guide without what came with them: gates, and tools to leave."""

    def bare(choices: dict[str, Any]) -> dict[str, Any]:
        nothing: dict[str, Any] = {"also": (), "without": {}, "only_with": {}, "leaves": ()}
        return {key: each.model_copy(update=nothing) for key, each in choices.items()}

    guide = catalogue.guides[stage]
    asked = tuple(
        each.model_copy(update={"effects": bare(each.effects), "options": bare(each.options)})
        for each in guide.questions
    )
    shared = {
        key: each.model_copy(update={"options": bare(each.options)})
        for key, each in catalogue.questions.items()
    }
    plain = guide.model_copy(update={"questions": asked})
    return replace(catalogue, conditions={}, questions=shared, guides={**catalogue.guides, stage: plain})


def engines_agree(catalogue: Catalogue, stage: str, count: int) -> None:
    """Both engines say the same, and every address round-trips."""
    guide = guide_of(catalogue, stage)
    sets = given_sets(guide, count, stage)
    answers = ask(SAID, guide, sets)
    assert len(answers) == len(sets) > count
    for given, said in zip(sets, answers, strict=True):
        assert said == by_python(guide, given), given


def planner_agrees(catalogue: Catalogue, stage: str, count: int) -> None:
    """The planner is given the guide whole, so its leaders are the guide's, ties and all."""
    guide = guide_of(catalogue, stage)
    sets = given_sets(guide, count, f"planner {stage}")
    printed = plans.stacks(catalogue, "", "ko").guides[stage]
    said = evaluate(
        """async ({ guide, sets }, lib) => {
          const { suggestion } = await lib("planner/suggestion");
          return sets.map((given) => suggestion(guide, new Map(given)).tools);
        }""",
        {"guide": printed, "sets": [[[k, list(v)] for k, v in each.items()] for each in sets]},
    )
    for given, tools in zip(sets, said, strict=True):
        found = outcome(guide, given)
        told = [tool for tool in found.leaders if len(found.leaders) < len(found.ranking) or found.out]
        assert tools == told, given


def engine_says_what_it_always_said(catalogue: Catalogue, stage: str, count: int) -> None:
    """Without conditions it says what the engine before them said."""
    guide = build(_ungated(catalogue, stage), stage)
    for given in given_sets(guide, count, f"old {stage}"):
        found, old = outcome(guide, given), oracle.outcome(guide, dict(given))
        new: dict[str, object] = {
            "reasons": {k: [(r.criterion, r.points) for r in v] for k, v in found.reasons.items()},
            "out": {k: [(b.question, b.option, b.criterion) for b in v] for k, v in found.out.items()},
            "unchecked": {k: list(v) for k, v in found.unchecked.items()},
        }
        new |= {"ranking": list(found.ranking), "baseline": found.baseline}
        assert new == old, given
        for asked in guide.questions:
            if asked.id not in given:
                assert matters(guide, given, asked.id) == oracle.matters(
                    guide, asked.id, tuple(dict(found.ranking))
                )
