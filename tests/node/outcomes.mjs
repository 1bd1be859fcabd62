// What the browser's engine says to sets of answers of one guide.
import { read, write } from "../../overrides/assets/rooms/shared/address.mjs";
import { known, matters, outcome, waysBack } from "../../overrides/assets/rooms/guide/engine.mjs";
import { answer, given } from "./given.mjs";

const { guide, sets } = given();
const mapped = (map, each) => Object.fromEntries([...map].map(([key, value]) => [key, each(key, value)]));

answer(
  sets.map((pairs) => {
    const answers = new Map(pairs);
    const found = outcome(guide, answers);
    const address = write(answers);
    const again = known(guide, read(address));
    const remaining = found.ranking.map((each) => each.tool);
    const back = (tool, bars) => waysBack(guide, tool, bars).map((each) => [each.question, each.options]);
    return {
      ranking: found.ranking.map((each) => [each.tool, each.points]),
      leaders: found.leaders,
      near: found.near,
      out: mapped(found.out, (_, bars) => bars.map((bar) => [bar.question, bar.option, bar.criterion])),
      reasons: mapped(found.reasons, (_, all) => all.map((each) => [each.criterion, each.points])),
      unchecked: Object.fromEntries(found.unchecked),
      baseline: found.baseline,
      back: mapped(found.out, (tool, bars) => Object.fromEntries(back(tool, bars))),
      moot: guide.questions.filter((each) => !matters(each, remaining)).map((each) => each.id),
      address,
      again: [...again.answers],
      dropped: again.dropped,
    };
  }),
);
