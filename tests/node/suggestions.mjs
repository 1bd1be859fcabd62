// What the planner would suggest for each set of answers, stage by stage.
import { suggestion } from "../../overrides/assets/javascripts/lib/suggestion.mjs";
import { answer, given } from "./given.mjs";

const { guides, sets } = given();

answer(
  sets.map((pairs) =>
    Object.fromEntries(
      Object.entries(guides).map(([stage, guide]) => {
        const { tools, out, baseline } = suggestion(guide, new Map(pairs));
        return [stage, { tools, out: [...out.keys()], baseline }];
      }),
    ),
  ),
);
