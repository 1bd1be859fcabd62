// The form of a team's weights, the ranking with its arithmetic, and what would flip it.
import { read, write } from "./address.mjs";
import { definitionOf, optionNames } from "./definitions.mjs";
import { html, markdown } from "./document.mjs";
import { copy, fill, make, onTravel, permalink, show } from "./page.mjs";
import { flips, rank, tooClose, weightsOf } from "./ranking.mjs";
import { record } from "./weighed.mjs";

const NAME = "weigh";
const HIGHEST = 5;

/** Give the section of weights its behaviour; {root, element, model, words, tools, shows}. */
export async function weigh(weights, signal) {
  const { root, element, words } = weights;
  fromAddress(weights);
  draw(weights);
  await makeForm(weights);
  fillForm(weights);
  if (weights.list.length) root.querySelector("details").open = true;
  root.addEventListener("change", () => (fromForm(weights), show(address(weights)), draw(weights)), { signal });
  element.addEventListener("matrix:change", () => draw(weights), { signal });
  onTravel(() => (fromAddress(weights), fillForm(weights), draw(weights)), signal);
  const output = root.querySelector(".takeaway__copied");
  root.querySelector("[data-do=adr]").addEventListener("click", () => {
    const blocks = record(weights, ranking(weights), permalink(address(weights)));
    copy(markdown(blocks), output, words.copied, html(blocks));
  }, { signal });
}

function fromAddress(weights) {
  const { weights: list, dropped } = weightsOf(weights.model.criteria, read(location.search).get(NAME) ?? []);
  Object.assign(weights, { list, dropped });
}

/** A line for each criterion that has values to choose from. */
async function makeForm({ root, element, model, words }) {
  const form = root.querySelector(".weights__form");
  for (const [group, name] of model.groups) {
    const criteria = model.criteria.filter((each) => each.group === group && each.options);
    const lines = await Promise.all(criteria.map(async (each) => line(each, words, optionNames(await definitionOf(element, each.id)))));
    if (lines.length) form.append(make("fieldset", {}, make("legend", {}, name), ...lines));
  }
}

function line({ id, name, options }, words, names) {
  const weight = make("select", { id: `weight-${id}`, "data-weight": true }, make("option", { value: "" }, "0"),
    ...Array.from({ length: HIGHEST }, (_, number) => make("option", {}, number + 1)), make("option", { value: "must" }, words.must));
  const wanted = make("select", { "data-wanted": true, "aria-label": fill(words.wanted, { criterion: name }) },
    ...options.filter((each) => each !== "no").map((value) => make("option", { value }, names.get(value) ?? value)));
  return make("p", { class: "weight", "data-criterion": id }, make("label", { for: weight.id }, name), " ", weight, " ", wanted);
}

function fillForm({ root, list }) {
  for (const each of root.querySelectorAll(".weight")) {
    const { weight = "", wanted } = list.find(({ criterion }) => criterion === each.dataset.criterion) ?? {};
    each.querySelector("[data-weight]").value = weight;
    if (wanted) each.querySelector("[data-wanted]").value = wanted;
  }
}

function fromForm(weights) {
  const lines = [...weights.root.querySelectorAll(".weight")].map((each) => ({
    criterion: each.dataset.criterion,
    weight: each.querySelector("[data-weight]").value,
    wanted: each.querySelector("[data-wanted]").value,
  }));
  Object.assign(weights, { list: lines.filter((each) => each.weight), dropped: [] });
}

function address({ list }) {
  const others = [...read(location.search)].filter(([name]) => name !== NAME);
  return write([...others, [NAME, list.map((each) => `${each.criterion}:${each.weight}:${each.wanted}`)]]);
}

/** The tools that the reader looks at and that can still be adopted, ranked; and those that cannot. */
function ranking({ tools, list }) {
  const all = tools();
  const open = all.filter((tool) => !tool.closed);
  return { open, closed: all.filter((tool) => tool.closed), ...rank(open, list) };
}

function draw(weights) {
  const { root, words, list, dropped } = weights;
  const result = root.querySelector(".weights__result");
  root.querySelector("[data-do=adr]").hidden = !list.length;
  result.replaceChildren();
  if (dropped.length) result.append(make("p", {}, `${words.unread} ${dropped.join(", ")}`));
  if (!list.length) return void result.append(make("p", {}, words.empty));
  const { open, closed, ranked, excluded } = ranking(weights);
  const close = tooClose({ ranked });
  if (close.length && ranked.length) {
    result.append(make("p", {}, `${words.tie} ${[ranked[0].tool, ...close].map((id) => name(weights, id)).join(", ")}`));
  }
  result.append(make("ol", {}, ...ranked.map((each) => place(weights, each))));
  if (excluded.length) {
    const items = excluded.map((each) =>
      make("li", {}, `${name(weights, each.tool)}: `, ...each.broken.map((id) => cellLink(weights, each.tool, id))),
    );
    result.append(make("p", {}, `${words.excluded}:`), make("ul", {}, ...items));
  }
  if (closed.length) result.append(make("p", {}, `${words.closed} ${closed.map((tool) => tool.name).join(", ")}`));
  if (list.some((each) => each.weight !== "must")) result.append(sensitivity(weights, open));
}

function place(weights, each) {
  const { words } = weights;
  const bar = make("span", { class: "weights__bar", style: `width:${each.middle / 10}rem`, "aria-hidden": "true" });
  const terms = each.terms.map((term) =>
    make("li", {}, `${term.weight} × ${term.fit === null ? words.unknown : term.fit} `, cellLink(weights, each.tool, term.criterion)),
  );
  const unknown = each.unknown.map((id) => make("li", {}, `${words.must}: ${words.unknown} `, cellLink(weights, each.tool, id)));
  return make("li", {}, `${name(weights, each.tool)} ${range(words, each)} `, each.terms.length ? bar : null,
    make("details", {}, make("summary", {}, words.arithmetic), make("ul", {}, ...terms, ...unknown)));
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
