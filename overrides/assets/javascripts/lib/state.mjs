// What a matrix shows, as the address says it: `?tools=mlflow,wandb&only=differences`. Pure.
import { currentIds, write } from "./address.mjs";

export const LISTS = ["tools", "criteria", "where"];
const SINGLES = ["sort", "only", "as-of"];
const FORMER = ["turn"]; // links of the time when tools could stand in rows
const NEIGHBOURS = ["weigh"];

/** The state that an address asks for; `dropped` names what the matrix does not know. `fixed` parameters are somebody else's; `renamed` tools count as what they are called today. */
export function stateOf(model, address, fixed = [], renamed = {}) {
  const names = [...LISTS, ...SINGLES, ...FORMER, ...NEIGHBOURS, ...fixed];
  const dropped = [...address.keys()].filter((name) => !names.includes(name));
  const criterion = (id) => model.criteria.find((each) => each.id === id);
  const keep = (name, valid) => {
    if (fixed.includes(name)) return [];
    const values = name === "tools" ? currentIds(address.get(name) ?? [], renamed) : (address.get(name) ?? []);
    dropped.push(...values.filter((value) => !valid(value)).map((value) => `${name}=${value}`));
    return values.filter(valid);
  };
  const isOption = (value) => criterion(value.split(":")[0])?.options?.includes(value.split(":")[1]) ?? false;
  return {
    tools: keep("tools", (value) => model.tools.some((each) => each.id === value)),
    criteria: keep("criteria", criterion),
    where: keep("where", isOption),
    sort: keep("sort", (value) => criterion(value)?.options)[0] ?? "",
    only: keep("only", (value) => ["all", "differences", "unchecked"].includes(value))[0] ?? "",
    "as-of": keep("as-of", isDay)[0] ?? "",
    dropped,
  };
}

/** The query string of a state; what the matrix' neighbours keep in the address stays. */
export function query(state, address, fixed = []) {
  const own = [...LISTS, ...SINGLES].filter((name) => !fixed.includes(name));
  const others = [...address].filter(([name]) => fixed.includes(name) || NEIGHBOURS.includes(name));
  return write([...others, ...own.map((name) => [name, [state[name]].flat().filter(Boolean)])]);
}

function isDay(text) {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
}
