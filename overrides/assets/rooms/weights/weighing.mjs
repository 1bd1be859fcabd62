// The form of a team's weights; the ranking beside it follows each change.
import { read, write } from "../shared/address.mjs";
import { optionNames } from "../matrix/definitions.mjs";
import { html, markdown } from "../shared/document.mjs";
import { weightNames, weightsIn } from "../shared/pairs.mjs";
import { copy, fill, make, onTravel, permalink, show } from "../shared/page.mjs";
import { drawRanking } from "./ranks.mjs";
import { differing, ordering, ordersIn, rank, weightsOf } from "./ranking.mjs";
import { record } from "./record.mjs";

const NAME = "weigh";
const HIGHEST = 5;

/** Give the section of weights its behaviour; {root, element, model, words, tools, shows}. */
export async function weigh(weights, signal) {
  const { root, element, words } = weights;
  weights.orders = ordersIn(root.dataset.ordered);
  fromAddress(weights);
  if ([...weights.list, ...weights.dropped].length) root.querySelector("details").open = true;
  draw(weights);
  await makeForm(weights);
  fillForm(weights);
  root.addEventListener("change", () => (fromForm(weights), show(address(weights)), hideEqual(weights), draw(weights)), { signal });
  element.addEventListener("matrix:change", () => (hideEqual(weights), draw(weights)), { signal });
  onTravel(() => (fromAddress(weights), fillForm(weights), draw(weights)), signal);
  const output = root.querySelector(".takeaway__copied");
  root.querySelector("[data-do=adr]").addEventListener("click", () => {
    const blocks = record(weights, ranking(weights), permalink(address(weights)));
    copy(markdown(blocks), output, words.copied, html(blocks));
  }, { signal });
}

function fromAddress(weights) {
  const said = weightsIn(read(location.search).texts.get(NAME) ?? "", weightNames(weights.model.criteria));
  const { weights: list, dropped } = weightsOf(weights.model.criteria, said.entries, weights.orders);
  const taken = said.taken.map(([written, id]) => fill(weights.words.taken, { written, id }));
  Object.assign(weights, { list, dropped: [...said.dropped, ...dropped], taken });
}

/** A line for each criterion that has values to choose from. */
async function makeForm(weights) {
  const { root, element, model } = weights;
  const form = root.querySelector(".weights__form");
  for (const [group, name] of model.groups) {
    const criteria = model.criteria.filter((each) => each.group === group && each.options);
    const lines = await Promise.all(criteria.map(async (each) => line(weights, each, await optionNames(element, each.id))));
    if (lines.length) form.append(make("fieldset", {}, make("legend", {}, name), ...lines));
  }
}

/** One criterion: its weight, and the value that is needed; of an order each value stands for itself or a better one. */
function line({ words, orders }, { id, name, options }, names) {
  const called = (value) => {
    if (value === "partial") return words["allow-partial"];
    const better = orders.get(id)?.indexOf(value) > 0;
    return better ? fill(words["at-least"], { value: names.get(value) }) : (names.get(value) ?? value);
  };
  const weight = make("select", { id: `weight-${id}`, "data-weight": true }, make("option", { value: "" }, "0"),
    ...Array.from({ length: HIGHEST }, (_, number) => make("option", {}, number + 1)), make("option", { value: "must" }, words.must));
  const wanted = make("select", { "data-wanted": true, "aria-label": fill(words.wanted, { criterion: name }) },
    ...options.filter((each) => each !== "no").map((value) => make("option", { value }, called(value))));
  return make("p", { class: "weight", "data-criterion": id }, make("label", { for: weight.id }, name), " ", weight, " ", wanted);
}

function fillForm(weights) {
  const { root, list } = weights;
  for (const each of root.querySelectorAll(".weight")) {
    const { weight = "", wanted } = list.find(({ criterion }) => criterion === each.dataset.criterion) ?? {};
    each.querySelector("[data-weight]").value = weight;
    if (wanted) each.querySelector("[data-wanted]").value = wanted;
  }
  hideEqual(weights);
}

/** A criterion on which all tools are equal cannot rank them: it is out of the way unless it is asked for or weighed. */
function hideEqual({ root, model, tools, list }) {
  const all = root.querySelector(".weights__all input").checked;
  const shown = new Set([...differing(tools(), model.criteria), ...list.map((each) => each.criterion)]);
  for (const each of root.querySelectorAll(".weight")) each.hidden = !all && !shown.has(each.dataset.criterion);
  for (const each of root.querySelectorAll(".weights__form fieldset")) each.hidden = !each.querySelector(".weight:not([hidden])");
}

function fromForm(weights) {
  const lines = [...weights.root.querySelectorAll(".weight")].map((each) => ({
    criterion: each.dataset.criterion,
    weight: each.querySelector("[data-weight]").value,
    wanted: each.querySelector("[data-wanted]").value,
    ...ordering(weights.orders, each.dataset.criterion),
  }));
  Object.assign(weights, { list: lines.filter((each) => each.weight), dropped: [], taken: [] });
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
  weights.root.querySelector("[data-do=adr]").hidden = !weights.list.length;
  drawRanking(weights, weights.list.length ? ranking(weights) : null);
}
