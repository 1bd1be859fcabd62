// A team's own weights: scores as ranges, because what is not checked is unknown and never a no. Pure.

const HIGHEST = 5;

/**
 * How far a cell gives what is wanted: 1, 0.5 or 0; null where it is not checked or disputed.
 * `ordered` are values of which each does for whoever would take one after it.
 */
export function fit(cell, wanted, ordered = []) {
  const values = (cell?.value ?? "").split(" ").filter(Boolean);
  if (!values.length || values[0] === "disputed") return null;
  if (values.includes(wanted)) return 1;
  if (ordered.slice(0, ordered.indexOf(wanted) + 1).some((each) => values.includes(each))) return 1;
  if (wanted === "partial" && values.includes("yes")) return 1;
  if (wanted === "yes" && values.includes("partial")) return 0.5;
  return 0;
}

/** Whether a must-have is broken: what is only partly there is not there, unless "partial" was asked for. */
const falls = (fits) => fits !== null && fits < 1;

const fitOf = (tool, { criterion, wanted, ordered }) => fit(tool.cells[criterion], wanted, ordered);

/** The criteria on which tools have more than one value: [id]. */
export function differing(tools, criteria) {
  return criteria.map((each) => each.id).filter((id) => new Set(tools.map((tool) => tool.cells[id]?.value ?? "")).size > 1);
}

/** The orders as a page prints them: "criterion:best,next criterion:…". */
export function ordersIn(text = "") {
  return new Map(text.trim().split(/\s+/).filter(Boolean).map((each) => each.split(":")).map(([id, values]) => [id, values.split(",")]));
}

/** The ranking of tools by weights: [{criterion, weight (1–5 or "must"), wanted, ordered}]. */
export function rank(tools, weights) {
  const musts = weights.filter((each) => each.weight === "must");
  const weighed = weights.filter((each) => each.weight !== "must" && Number(each.weight) > 0);
  const total = weighed.reduce((sum, each) => sum + Number(each.weight), 0);
  const excluded = [];
  const ranked = [];
  for (const tool of tools) {
    const broken = musts.filter((each) => falls(fitOf(tool, each)));
    if (broken.length) {
      excluded.push({ tool: tool.id, broken: broken.map((each) => each.criterion) });
      continue;
    }
    const terms = weighed.map((each) => ({ ...each, fit: fitOf(tool, each) }));
    const sum = (unknown) => terms.reduce((all, each) => all + Number(each.weight) * (each.fit ?? unknown), 0);
    const unknown = musts.filter((each) => fitOf(tool, each) === null);
    ranked.push({
      tool: tool.id,
      terms,
      low: share(sum(0), total),
      high: share(sum(1), total),
      middle: share(sum(0.5), total),
      unknown: unknown.map((each) => each.criterion),
    });
  }
  ranked.sort((one, other) => other.middle - one.middle || other.low - one.low);
  return { ranked, excluded };
}

/** The tools that the first place cannot be told from: their ranges overlap and neither is surely better. */
export function tooClose({ ranked }) {
  const [first, ...rest] = ranked;
  if (!first) return [];
  return rest.filter((each) => each.high >= first.low).map((each) => each.tool);
}

/** The weights of `criterion:weight:value` entries that these criteria know, and the entries that they do not. */
export function weightsOf(criteria, entries, orders = new Map()) {
  const weights = [];
  const dropped = [];
  for (const entry of entries) {
    const [id, weight, wanted = ""] = entry.split(":");
    const values = criteria.find((each) => each.id === id)?.options?.filter((value) => value !== "no") ?? [];
    const valid = /^([1-5]|must)$/.test(weight) && (!wanted || values.includes(wanted)) && values.length > 0;
    if (!valid || weights.some((each) => each.criterion === id)) dropped.push(entry);
    else weights.push({ criterion: id, weight, wanted: wanted || values[0], ...ordering(orders, id) });
  }
  return { weights, dropped };
}

/** The order of a criterion's values, where it has one. */
export const ordering = (orders, id) => (orders.has(id) ? { ordered: orders.get(id) } : {});

/** For each weight, the nearest other weight at which another tool comes first. */
export function flips(tools, weights) {
  const first = rank(tools, weights).ranked[0]?.tool;
  const found = [];
  for (const [place, each] of weights.entries()) {
    if (each.weight === "must") continue;
    const others = Array.from({ length: HIGHEST + 1 }, (_, weight) => weight)
      .filter((weight) => weight !== Number(each.weight))
      .sort((one, other) => Math.abs(one - each.weight) - Math.abs(other - each.weight));
    for (const weight of others) {
      const changed = weights.map((item, index) => (index === place ? { ...item, weight } : item));
      if (!changed.some((item) => Number(item.weight) > 0)) continue;
      const winner = rank(tools, changed).ranked[0]?.tool;
      if (winner && winner !== first) {
        found.push({ criterion: each.criterion, from: Number(each.weight), to: weight, tool: winner });
        break;
      }
    }
  }
  return found;
}

function share(part, whole) {
  return whole ? Math.round((1000 * part) / whole) / 10 : 0;
}
