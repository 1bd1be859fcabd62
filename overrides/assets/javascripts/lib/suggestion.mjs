// What a stage's guide suggests for the answers that all guides share. Pure.
import { outcome } from "./engine.mjs";

/** The guide's leaders, all of a tie, where anybody has a point; what it rules out; whether no new tool will do. */
export function suggestion(guide, answers) {
  const { ranking, leaders, out, baseline } = outcome(guide, answers);
  return { tools: ranking[0]?.points ? leaders : [], out, baseline };
}
