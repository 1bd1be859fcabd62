// What a matrix shows, as the address says it: `?tools=mlflow,wandb&only=differences`. Pure.
import { dayIn, resolve, vocabulary, write } from "../shared/address.mjs";
import { passes, wantedBy } from "./view.mjs";

const LISTS = ["tools", "criteria", "where"];
const SINGLES = ["sort", "only", "as-of"];
const NEIGHBOURS = ["weigh"];

/**
 * The state that an address asks for. `taken` says what was read as something else ([written, id]), `dropped` what the
 * matrix does not know. `fixed` parameters are somebody else's; `renamed` ids count as what they are called today.
 */
export function stateOf(model, address, fixed = [], renamed = {}) {
  const taken = [];
  const dropped = [];
  const keep = (name, entries) => {
    const text = textOf(address, name);
    if (!text || fixed.includes(name)) return [];
    const found = resolve(text, vocabulary(entries(), renamed));
    taken.push(...found.taken);
    dropped.push(...found.dropped.map((value) => `${name}=${value}`));
    return found.values;
  };
  const one = (name, entries) => {
    const [first = "", ...more] = keep(name, entries);
    dropped.push(...more.map((value) => `${name}=${value}`));
    return first;
  };
  const day = textOf(address, "as-of");
  if (day && !dayIn(day)) dropped.push(`as-of=${day}`);
  const named = (all) => () => all.map(({ id, name }) => [id, name ?? id]);
  const choices = model.criteria.filter((each) => each.options);
  return {
    tools: keep("tools", named(model.tools)),
    criteria: keep("criteria", named(model.criteria)),
    where: keep("where", () => choices.flatMap(({ id, options }) => options.map((option) => `${id}:${option}`))),
    sort: one("sort", named(choices)),
    only: one("only", () => ["all", "differences", "unchecked"]),
    "as-of": day ? dayIn(day) : "",
    taken,
    dropped,
  };
}

/** The query string of a state; what the matrix' neighbours keep in the address stays. */
export function query(state, address, fixed = []) {
  const own = [...LISTS, ...SINGLES].filter((name) => !fixed.includes(name));
  const others = [...address].filter(([name]) => fixed.includes(name) || NEIGHBOURS.includes(name));
  return write([...others, ...own.map((name) => [name, [state[name]].flat().filter(Boolean)])]);
}

/** The parameters by which a state does not show a cell: "tools", "criteria", "where", "only"; none where it is shown. */
export function hiddenBy(model, state, { tools, criteria }, tool, criterion) {
  if (tools.includes(tool) && criteria.includes(criterion)) return [];
  const found = [];
  if (state.tools.length && !state.tools.includes(tool)) found.push("tools");
  if (state.criteria.length && !state.criteria.includes(criterion)) found.push("criteria");
  if (!passes(model.tools.find((each) => each.id === tool), [...wantedBy(state.where)])) found.push("where");
  return found.length ? found : ["only"];
}

/** The cell that an address names, {id, tool, criterion}; null where it names none of these. */
export function cellNamed(model, names) {
  for (const id of names) {
    for (const tool of model.tools) {
      const criterion = Object.keys(tool.cells).find((each) => tool.cells[each].element.id === id);
      if (criterion) return { id, tool: tool.id, criterion };
    }
  }
  return null;
}

function textOf(address, name) {
  return address.texts?.get(name) ?? address.get(name)?.join(",") ?? "";
}
