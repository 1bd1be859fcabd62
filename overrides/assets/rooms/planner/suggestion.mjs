// What a stage's guide suggests to the planner's answers: the same engine, the same data. Pure.
import { outcome } from "../guide/engine.mjs";

/** The guide's leaders, all of a tie, unless the answers tell nobody apart; what they rule out; whether no new tool will do. */
export function suggestion(guide, answers) {
  const { ranking, leaders, out, baseline } = outcome(guide, answers);
  return { tools: leaders.length < ranking.length || out.size ? leaders : [], out, baseline };
}
