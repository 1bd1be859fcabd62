// What an address says of a stack and of weights, as forgivingly as it is read of a comparison. Pure.
import { resolve, vocabulary } from "./address.mjs";

const WEIGHTS = ["must", "1", "2", "3", "4", "5"];
const former = (moved, now) => Object.keys(moved).filter((old) => moved[old] === now);

/**
 * What a stack may hold: `stages` are [{id, name, tools: [{id, names}]}], each with the tools that cover it. A tool alone stands
 * for its stage where it covers one only. `moved` are old and new ids.
 */
export function stackNames(stages, moved = {}) {
  const places = new Map();
  for (const { tools } of stages) for (const { id } of tools) places.set(id, (places.get(id) ?? 0) + 1);
  return vocabulary(stages.flatMap((stage) => stage.tools.map(({ id, names }) => {
    const spelled = [id, ...names, ...former(moved, id)];
    const alone = places.get(id) === 1 ? spelled : [];
    return [`${stage.id}:${id}`, ...[stage.id, stage.name].flatMap((place) => spelled.map((name) => `${place}:${name}`)), ...alone];
  })));
}

/** The tool of each stage that a text names, the first where it names two: {stack: Map of stage to tool, taken, dropped}. */
export function stackIn(text, names) {
  const { values, taken, dropped } = resolve(text, names);
  const stack = new Map();
  for (const pair of values) {
    const [stage, tool] = pair.split(":");
    if (stack.has(stage)) dropped.push(pair);
    else stack.set(stage, tool);
  }
  return { stack, taken, dropped };
}

/** What weights may say of `criteria`, [{id, name, options}]. */
export function weightNames(criteria, moved = {}) {
  return vocabulary(criteria.filter((each) => each.options).flatMap(({ id, name, options }) => {
    const spelled = [id, name, ...former(moved, id)];
    return WEIGHTS.flatMap((weight) => ["", ...options.filter((each) => each !== "no")].map((wanted) => {
      const end = wanted ? `:${weight}:${wanted}` : `:${weight}`;
      return [id + end, ...spelled.map((each) => each + end)];
    }));
  }));
}

/** The weights that a text names, a criterion once: {entries: ["criterion:weight", "criterion:weight:value"], taken, dropped}. */
export function weightsIn(text, names) {
  const { values, taken, dropped } = resolve(text, names);
  const parts = (words) => words.split(":").length;
  const other = taken.filter(([written, id]) => parts(written) !== parts(id)); // near in letters, not in what it asks for
  dropped.push(...other.map(([written]) => written));
  const seen = new Set();
  const entries = values.filter((each) => !other.some(([, id]) => id === each)).filter((each) => {
    const id = each.split(":")[0];
    if (seen.has(id)) dropped.push(each);
    return !seen.has(id) && seen.add(id);
  });
  return { entries, taken: taken.filter((each) => !other.includes(each)), dropped };
}
