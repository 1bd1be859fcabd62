// A team's own weights: the ranking, its arithmetic, what would flip it, and the decision record.
import { read, write } from "../lib/address.mjs";
import { copy, fill, make, permalink, show, wordsOf } from "../lib/page.mjs";
import { flips, rank, tooClose, weightsOf } from "../lib/ranking.mjs";
import { chosenTools, matrixOf } from "./matrix.mjs";

const NAME = "weigh";

export function start(root, signal) {
  const matrix = document.querySelector(`[data-matrix="${root.dataset.for}"]`);
  const weights = { root, matrix: matrixOf(matrix), model: matrixOf(matrix).model, words: wordsOf(root) };
  root.hidden = false;
  fromAddress(weights);
  draw(weights);
  root.addEventListener("change", () => ((weights.dropped = []), show(address(weights)), draw(weights)), { signal });
  matrix.addEventListener("matrix:change", () => draw(weights), { signal });
  root.querySelector("[data-do=adr]").addEventListener(
    "click",
    () => copy(record(weights), root.querySelector(".takeaway__copied"), weights.words.copied),
    { signal },
  );
  addEventListener("popstate", () => (fromAddress(weights), draw(weights)), { signal });
}

function fromAddress(state) {
  const { weights, dropped } = weightsOf(state.model.criteria, read(location.search).get(NAME) ?? []);
  for (const line of state.root.querySelectorAll(".weight")) {
    const { weight = "", wanted } = weights.find((each) => each.criterion === line.dataset.criterion) ?? {};
    line.querySelector("[data-weight]").value = weight;
    if (wanted) line.querySelector("[data-wanted]").value = wanted;
  }
  state.dropped = dropped;
  if (weights.length) state.root.querySelector("details").open = true;
}

/** The tools to rank: those that the reader looks at and that can still be adopted. */
function candidates({ matrix }) {
  const tools = chosenTools(matrix);
  return { open: tools.filter((tool) => !tool.closed), closed: tools.filter((tool) => tool.closed) };
}

function chosen({ root }) {
  return [...root.querySelectorAll(".weight")]
    .map((line) => ({
      criterion: line.dataset.criterion,
      weight: line.querySelector("[data-weight]").value,
      wanted: line.querySelector("[data-wanted]").value,
    }))
    .filter((each) => each.weight);
}

function address(weights) {
  const others = [...read(location.search)].filter(([name]) => name !== NAME);
  return write([...others, [NAME, chosen(weights).map((each) => `${each.criterion}:${each.weight}:${each.wanted}`)]]);
}

function draw(weights) {
  const { root, words } = weights;
  const result = root.querySelector(".weights__result");
  const list = chosen(weights);
  const { open, closed } = candidates(weights);
  root.querySelector("[data-do=adr]").hidden = !list.length;
  result.replaceChildren();
  if (weights.dropped.length) result.append(make("p", {}, `${words.unread} ${weights.dropped.join(", ")}`));
  if (!list.length) return void result.append(make("p", {}, words.empty));
  const ranking = rank(open, list);
  const close = tooClose(ranking);
  if (close.length && ranking.ranked.length) {
    result.append(make("p", {}, `${words.tie} ${[ranking.ranked[0].tool, ...close].map((id) => name(weights, id)).join(", ")}`));
  }
  result.append(make("ol", {}, ...ranking.ranked.map((each) => line(weights, each))));
  if (ranking.excluded.length) {
    const items = ranking.excluded.map((each) =>
      make("li", {}, `${name(weights, each.tool)}: `, ...each.broken.map((id) => cellLink(weights, each.tool, id))),
    );
    result.append(make("p", {}, `${words.excluded}:`), make("ul", {}, ...items));
  }
  if (closed.length) result.append(make("p", {}, `${words.closed} ${closed.map((tool) => tool.name).join(", ")}`));
  if (list.some(isWeighed)) result.append(sensitivity(weights, open, list));
}

const isWeighed = (each) => each.weight !== "must";

function line(weights, each) {
  const { words } = weights;
  const bar = make("span", { class: "weights__bar", style: `width:${each.middle / 10}rem`, "aria-hidden": "true" });
  const terms = each.terms.map((term) =>
    make("li", {}, `${term.weight} × ${term.fit === null ? words.unknown : term.fit} `, cellLink(weights, each.tool, term.criterion)),
  );
  const unknown = each.unknown.map((id) => make("li", {}, `${words.must}: ${words.unknown} `, cellLink(weights, each.tool, id)));
  return make("li", {}, `${name(weights, each.tool)} ${range(words, each)} `, each.terms.length ? bar : null,
    make("details", {}, make("summary", {}, words.arithmetic), make("ul", {}, ...terms, ...unknown)));
}

function sensitivity(weights, tools, list) {
  const found = flips(tools, list);
  if (!found.length) return make("p", {}, weights.words.stable);
  const items = found.map((each) =>
    make("li", {}, fill(weights.words.flip, { ...each, criterion: criterion(weights, each.criterion), tool: name(weights, each.tool) })),
  );
  return make("ul", {}, ...items);
}

function cellLink(weights, tool, id) {
  const { url, cells } = weights.model.tools.find((each) => each.id === tool);
  const shown = cells[id].element.checkVisibility();
  return make("a", { href: `${shown ? "" : url}#${cells[id].element.id}` }, `${criterion(weights, id)}: ${cells[id].words} `);
}

/** "80 %", or "60 to 80 %" where something is not checked; nothing where there are only must-haves. */
function range(words, each) {
  if (!each.terms.length) return "";
  return each.low === each.high ? `${each.low} %` : fill(words.range, each);
}

const name = ({ model }, id) => model.tools.find((each) => each.id === id).name;
const criterion = ({ model }, id) => model.criteria.find((each) => each.id === id).name;

/** The decision as Markdown: weights, ranking, sources and dates. */
function record(weights) {
  const { model, words } = weights;
  const list = chosen(weights);
  const ranking = rank(candidates(weights).open, list);
  const lines = [`# ${words["adr-title"]}`, "", `## ${words["adr-weights"]}`, ""];
  for (const each of list) lines.push(`- ${criterion(weights, each.criterion)}: ${each.weight === "must" ? words.must : each.weight} (${each.wanted})`);
  lines.push("", `## ${words["adr-ranking"]}`, "");
  ranking.ranked.forEach((each, place) => lines.push(`${place + 1}. ${name(weights, each.tool)}: ${range(words, each)}`));
  for (const each of ranking.excluded) lines.push(`- ${words.excluded}: ${name(weights, each.tool)} (${each.broken.map((id) => criterion(weights, id)).join(", ")})`);
  lines.push("", `## ${words["adr-sources"]}`, "");
  for (const { tool } of ranking.ranked) {
    for (const each of list) {
      const cell = model.tools.find((item) => item.id === tool).cells[each.criterion];
      const sources = cell.sources.map((source) => `<${source.url}> (${source.opened})`).join(", ");
      lines.push(`- ${name(weights, tool)} · ${criterion(weights, each.criterion)}: ${cell.words}${sources ? ` — ${sources}` : ""}`);
    }
  }
  lines.push("", `<${permalink(address(weights))}>`);
  return lines.join("\n");
}
