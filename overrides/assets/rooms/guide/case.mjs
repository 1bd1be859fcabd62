// The case for an outcome as one value: what a page draws and what a decision record writes. Pure.
import { apart, deciding, given, judged, lead, parting, revisits, versus } from "./argument.mjs";
import { outcome, strongest } from "./engine.mjs";

const RUNNERS = 2;
const MOST_REVISITS = 4;
const MOST_TIED = 4;
const MOST_APART = 5;

/**
 * `even` has the rows of each tied tool, `apart` the criteria on which they differ that no answer weighed.
 * {found, tied, tool, runners, rest, lead, narrow, deciding, rows, versus, revisits, judged, parting, open, even, apart}.
 * `chosen` settles a tie; without it a tie has no `tool`.
 */
export function caseFor(guide, answers, chosen = null) {
  const found = outcome(guide, answers);
  const tied = found.leaders.length > 1 ? found.leaders : [];
  const tool = tied.length ? (tied.includes(chosen) ? chosen : null) : (found.leaders[0] ?? null);
  const others = found.ranking.filter((each) => each.tool !== tool);
  const runners = others.slice(0, tied.length && !tool ? 0 : RUNNERS);
  const open = strongest(guide, answers);
  const shown = tool ? [tool, ...runners.map((each) => each.tool)] : tied.slice(0, MOST_TIED);
  const weighed = versus(found, shown);
  const known = [...weighed.differ, ...weighed.same].map((each) => each.criterion);
  const asks = tied.length > 0 && !tool;
  return {
    found,
    tied,
    tool,
    runners,
    rest: tool ? others.slice(RUNNERS) : found.ranking.slice(tied.length),
    shown,
    lead: lead(found),
    deciding: deciding(guide, answers),
    rows: tool ? given(guide, answers, found, tool) : [],
    versus: weighed,
    even: asks ? shown.map((each) => ({ tool: each, rows: given(guide, answers, found, each) })) : [],
    apart: asks && guide.cells ? apart(guide, shown).filter((each) => !known.includes(each)).slice(0, MOST_APART) : [],
    revisits: revisits(guide, answers).slice(0, MOST_REVISITS),
    judged: found.ranking.length > 0 && judged(found),
    parting: found.leaders.length > 1 ? parting(guide, answers, found.leaders, open) : undefined,
    open,
  };
}

/** The points of a tool in a ranking. */
export const pointsOf = ({ ranking }, tool) => ranking.find((each) => each.tool === tool)?.points ?? 0;

/** The criteria on which a tool has more points than another, the weightiest first; "" are judgements. */
export function ahead({ versus: { differ }, shown }, tool, other) {
  const [one, two] = [shown.indexOf(tool), shown.indexOf(other)];
  const more = differ.map(({ criterion, points }) => ({ criterion, by: points[one] - points[two] })).filter((each) => each.by > 0);
  return more.sort((first, second) => second.by - first.by).map((each) => each.criterion);
}

/** The criteria on which another tool got more than this one, of all its answers: what it has to put up with. */
export function missed(found, tool) {
  const sums = [...found.reasons].map(([name, reasons]) => ({ name, sum: summed(reasons) }));
  const most = new Map();
  for (const { sum } of sums) for (const [key, points] of sum) most.set(key, Math.max(most.get(key) ?? 0, points));
  const own = sums.find(({ name }) => name === tool).sum;
  return [...most].filter(([key, points]) => (own.get(key) ?? 0) < points).sort((one, other) => other[1] - one[1]).map(([key]) => key);
}

function summed(reasons) {
  const sum = new Map();
  for (const { criterion, points } of reasons) if (criterion) sum.set(criterion, (sum.get(criterion) ?? 0) + points);
  return sum;
}

/** The criterion that one answer weighs most and gave a tool nothing on, or undefined. */
export function nothingOn(found, question, tool) {
  const all = [...found.reasons.values()].flat().filter((each) => each.question === question && each.criterion);
  return all.sort((one, other) => other.points - one.points).find((each) => !found.reasons.get(tool).some((own) => own.criterion === each.criterion && own.question === question))?.criterion;
}
