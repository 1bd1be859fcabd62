// Which tools of the catalogue a list of names means, what covers a stage twice, and where that leads. Pure.
import { write } from "../shared/address.mjs";

const MOST_COMPARED = 6;

/** The table of /api/v1/packages.json, ready to be asked. */
export function tableOf({ tools }) {
  const table = { tools, exact: new Map(), begins: [], ends: new Map() };
  const add = (map, key, id) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const [id, tool] of Object.entries(tools)) {
    for (const [index, names] of Object.entries(tool.packages)) {
      for (const name of names) {
        if (name.endsWith("*")) table.begins.push([keyOf(index, name.slice(0, -1)), id]);
        else add(table.exact, keyOf(index, name), id);
      }
    }
    for (const name of tool.images) {
      add(table.exact, `image ${name}`, id);
      add(table.ends, name.split("/").at(-1), id);
    }
    if (!table.ends.has(id)) table.ends.set(id, [id]);
  }
  return table;
}

/** {tools: [{id, as, sure}], unknown: [name]}: what is sure first, each in the order of the catalogue. */
export function ownedOf(names, table) {
  const found = new Map();
  const unknown = [];
  for (const each of names) {
    const { ids, sure } = meant(each, table);
    const as = each.version ? `${each.name} ${each.version}` : each.name;
    if (!ids.length) unknown.push(each.name);
    for (const id of ids) {
      const known = found.get(id) ?? { id, as: [], sure: false };
      found.set(id, { id, as: [...known.as, as], sure: known.sure || sure });
    }
  }
  const order = Object.keys(table.tools);
  const tools = [...found.values()].sort((one, other) => Number(other.sure) - Number(one.sure) || order.indexOf(one.id) - order.indexOf(other.id));
  return { tools, unknown };
}

/** The tools that a name means; sure is one alone, named by its own package or image. */
function meant(each, { tools, exact, begins, ends }) {
  if (each.index === "image") return imaged(each, exact, ends);
  const keys = each.index === "conda" ? [keyOf("conda", each.name), keyOf("pypi", each.name)] : [keyOf(each.index, each.name)];
  const own = keys.flatMap((key) => exact.get(key) ?? []);
  const ids = own.length ? own : keys.flatMap((key) => begins.filter(([start]) => key.startsWith(start)).map(([, id]) => id));
  return { ids, sure: ids.length === 1 && !tools[ids[0]].wider.includes(each.name) };
}

/** An image by its whole name; from another registry, or by its last part alone, it is likely only. */
function imaged({ name, host = "" }, exact, ends) {
  const whole = exact.get(`image ${host ? `${host}/${name}` : name}`);
  if (whole) return { ids: whole, sure: whole.length === 1 };
  return { ids: exact.get(`image ${name}`) ?? ends.get(name.split("/").at(-1)) ?? [], sure: false };
}

/** Stages that two or more of these tools cover whole: [[stage, ids]]. */
export function twice(ids, tools, stages) {
  const covers = stages.map((stage) => [stage, ids.filter((id) => tools[id].stages[stage] === "whole")]);
  return covers.filter(([, all]) => all.length > 1);
}

/** The query of a comparison of these tools, of the first six where there are more. */
export const comparing = (ids) => write([["tools", ids.slice(0, MOST_COMPARED)]]);

/** The query of the planner: for each stage the first tool that covers it whole. */
export function planning(ids, tools, stages) {
  const pairs = stages.map((stage) => [stage, ids.find((id) => tools[id].stages[stage] === "whole")]);
  return write([["stack", pairs.filter(([, id]) => id).map((pair) => pair.join(":"))]]);
}

/** A spelling by which an index tells names apart. */
function keyOf(index, name) {
  if (index === "pypi" || index === "conda") return `${index} ${name.toLowerCase().replace(/[-_.]+/g, "-")}`;
  return `${index} ${index === "maven" ? name.replace(/_\d[\d.]*$/, "") : name.toLowerCase()}`;
}
