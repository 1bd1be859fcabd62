// What a cell rests on, or what a criterion means, in a card beside it.
import { dataOf, reportOf } from "./reporting.mjs";
import { definitionOf } from "./definitions.mjs";
import { noted, sourcesOf } from "./evidence.mjs";
import { dayOf } from "./model.mjs";
import { file } from "../shared/files.mjs";
import { make } from "../shared/page.mjs";

/** Open the card of a link in a matrix; false where there is nothing to show. */
export async function open(root, model, words, link) {
  const isCriterion = link.matches(".criterion");
  const content = isCriterion ? await definition(root, link) : evidence(root, link.parentElement, model, words);
  if (!content) return false;
  const [name] = content;
  const close = make("button", { type: "button", class: "card__close", "aria-label": words.close }, "✕");
  const card = make("div", { popover: "", class: "card", role: "dialog", "aria-label": name.textContent }, close, ...content);
  close.addEventListener("click", () => card.hidePopover());
  card.addEventListener("toggle", ({ newState }) => newState === "closed" && leave(card, link));
  link.after(card);
  card.showPopover();
  return true;
}

/** The focus goes back to what opened the card, unless the reader has gone elsewhere. */
function leave(card, link) {
  const here = document.activeElement;
  if (!here || here === document.body || card.contains(here)) link.focus({ preventScroll: true });
  card.remove();
}

async function definition(root, link) {
  const found = await definitionOf(root, link.hash.slice("#definition-".length));
  return found && [title(link.textContent.trim()), ...document.importNode(found.querySelector(".definition"), true).childNodes];
}

/** The cell's value, note and sources, its line in the data, and where to report a mistake. */
function evidence(root, cell, model, words) {
  const note = noted(root, cell.firstElementChild.hash.slice(1));
  const said = (note.querySelector("dd") ?? note).cloneNode(true).childNodes;
  const sources = sourcesOf(root, note).map((item) => make("li", {}, ...item.cloneNode(true).childNodes));
  return [
    title(nameOf(cell, model)),
    make("p", {}, make("span", { class: `value ${cell.classList[0].replace("cell", "value")}` }, value(cell))),
    ...[...said].filter((node) => !node.matches?.("a")),
    sources.length ? make("ul", { class: "evidence__sources" }, ...sources) : "",
    report(root, cell, model, words, note),
  ];
}

const value = ({ firstElementChild: link }) => (link.querySelector(".cell__words") ?? link).textContent.trim();

/** {tool, criterion} of a cell. */
function placeOf(cell, { tools, criteria }) {
  const tool = tools.find((each) => Object.values(each.cells).some(({ element }) => element === cell));
  return { tool, criterion: criteria.find(({ id }) => tool.cells[id]?.element === cell) };
}

/** "MLflow · Licence" */
function nameOf(cell, model) {
  const { tool, criterion } = placeOf(cell, model);
  return `${tool.name} · ${criterion.name}`;
}

const title = (words) => make("p", { class: "card__title" }, words);

function report(root, cell, model, words, note) {
  if (!root.dataset.report) return "";
  const { tool, criterion } = placeOf(cell, model);
  const urls = sourcesOf(root, note).map((item) => item.querySelector("a.source")?.getAttribute("href"));
  const fields = { page: location.href, tool: tool.id, criterion: criterion.id, value: value(cell), sources: urls.join("\n"), day: dayOf(note) };
  const data = make("a", { href: dataOf(root.dataset.report, tool.id), rel: "noopener" }, words.data);
  file(`${root.dataset.sheets}${tool.id}.lines.json`).then((lines) => {
    data.href = dataOf(root.dataset.report, tool.id, lines?.[criterion.id]);
  });
  return make("p", {}, data, " · ", make("a", { href: reportOf(root.dataset.report, fields), rel: "noopener" }, words.report));
}
