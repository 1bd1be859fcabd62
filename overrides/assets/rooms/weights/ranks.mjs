// A ranking by weights: bars on one baseline with their sums, the arithmetic, what is out, what would flip the first place.
import { fill, make } from "../shared/page.mjs";
import { flips, tooClose } from "./ranking.mjs";

/** Draw a ranking {ranked, excluded, open, closed}, or what to do where there is none. */
export function drawRanking(weights, found) {
  const { root, words, list, dropped, taken } = weights;
  const parts = taken.map((each) => make("p", {}, each));
  if (dropped.length) parts.push(make("p", {}, `${words.unread} ${dropped.join(", ")}`));
  if (!found) parts.push(make("p", {}, words.empty));
  else parts.push(...ranks(weights, found), ...outside(weights, found));
  if (found && list.some((each) => each.weight !== "must")) parts.push(sensitivity(weights, found.open));
  root.querySelector(".weights__result").replaceChildren(...parts);
}

function ranks(weights, { ranked }) {
  const close = ranked.length ? tooClose({ ranked }) : [];
  const names = [ranked[0]?.tool, ...close].map((id) => id && name(weights, id));
  const tie = close.length ? [make("p", {}, `${weights.words.tie} ${names.join(", ")}`)] : [];
  return [...tie, make("ol", { class: "ranks" }, ...ranked.map((each) => place(weights, each)))];
}

function outside(weights, { excluded, closed }) {
  const { words } = weights;
  const items = excluded.map((each) =>
    make("li", {}, `${name(weights, each.tool)}: `, ...each.broken.map((id) => cellLink(weights, each.tool, id))));
  return [
    ...(items.length ? [make("p", {}, `${words.excluded}:`), make("ul", {}, ...items)] : []),
    ...(closed.length ? [make("p", {}, `${words.closed} ${closed.map((tool) => tool.name).join(", ")}`)] : []),
  ];
}

function place(weights, each) {
  const { words } = weights;
  const terms = each.terms.map((term) =>
    make("li", {}, `${term.weight} × ${term.fit === null ? words.unknown : term.fit} `, cellLink(weights, each.tool, term.criterion)));
  const unknown = each.unknown.map((id) => make("li", {}, `${words.must}: ${words.unknown} `, cellLink(weights, each.tool, id)));
  return make("li", {}, make("span", { class: "ranks__name" }, name(weights, each.tool)), " ", each.terms.length ? bar(each) : null,
    make("span", { class: "ranks__sum" }, range(words, each)), " ",
    make("details", {}, make("summary", {}, words.arithmetic), make("ul", {}, ...terms, ...unknown)));
}

/** One part a criterion, as wide as it adds; what is not known is hatched, half as wide as it could be. */
function bar({ terms }) {
  const total = terms.reduce((sum, each) => sum + Number(each.weight), 0);
  const parts = terms.filter((each) => each.fit !== 0).map(({ fit, weight }) =>
    make("i", { class: fit === null ? "ranks__unknown" : null, style: `--share:${(100 * weight * (fit ?? 0.5)) / total}` }));
  return make("span", { class: "ranks__bar", "aria-hidden": "true" }, ...parts);
}

function sensitivity(weights, tools) {
  const found = flips(tools, weights.list);
  if (!found.length) return make("p", {}, weights.words.stable);
  const items = found.map((each) =>
    make("li", {}, fill(weights.words.flip, { ...each, criterion: criterion(weights, each.criterion), tool: name(weights, each.tool) })),
  );
  return make("ul", {}, ...items);
}

/** To the cell in the table, or to the tool's own page where the table does not show it. */
function cellLink(weights, tool, id) {
  const { url, cells } = weights.model.tools.find((each) => each.id === tool);
  const { element, words } = cells[id];
  return make("a", { href: `${weights.shows(tool, id) ? "" : url}#${element.id}` }, `${criterion(weights, id)}: ${words} `);
}

/** "80 %", or "60 to 80 %" where something is not checked; nothing where there are only must-haves. */
function range(words, each) {
  if (!each.terms.length) return "";
  return each.low === each.high ? `${each.low}%` : fill(words.range, each);
}

const name = ({ model }, id) => model.tools.find((each) => each.id === id).name;
const criterion = ({ model }, id) => model.criteria.find((each) => each.id === id).name;
