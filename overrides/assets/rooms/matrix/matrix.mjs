// A matrix that a reader can narrow, sort, take away and link to; all of it stands in the address.
import { places, read } from "../shared/address.mjs";
import { arrange, finish, layoutOf } from "./arrange.mjs";
import { chosenIn, closeMenus, controlsOf, count, fillIn, offers } from "./controls.mjs";
import { late } from "../shared/late.mjs";
import { gridOf, mendStop } from "./grid.mjs";
import { modelOf } from "./model.mjs";
import { noteCells } from "./noting.mjs";
import { afterwards, copy, fill, make, onTravel, permalink, save, show, today, wordsOf } from "../shared/page.mjs";
import { paperOf } from "./paper.mjs";
import { comeTo, mark as markPlace } from "../shared/place.mjs";
import { cellNamed, hiddenBy, query, stateOf } from "./state.mjs";
import { before, differs, view } from "./view.mjs";

export function start(root, signal) {
  const place = document.querySelector(`[data-controls="${root.dataset.matrix}"]`);
  mount(root, place, signal);
}

const mounted = new WeakMap();

/** A matrix that has been mounted. */
export function matrixOf(root) {
  return mounted.get(root);
}

/** The tools that the reader has chosen to look at, whichever of their cells are shown. */
export function chosenTools({ model, state }) {
  const { tools } = view(model, { ...state, sort: "", only: "" });
  return tools.map((id) => model.tools.find((tool) => tool.id === id));
}

/**
 * Give a matrix its behaviour; `place` is where its controls go, `fixed` names the parameters that somebody else keeps,
 * `usual` is what is shown unless the reader chooses,
 * `arriving` says whether the reader comes by an address: then the cell that it names is brought into view.
 */
export function mount(root, place, signal, { fixed = [], usual = "", arriving = true } = {}) {
  const model = modelOf(root);
  const matrix = { root, model, fixed, usual, renamed: JSON.parse(root.dataset.renamed), words: wordsOf(root), marked: [] };
  mounted.set(root, matrix);
  matrix.layout = layoutOf(root, model, signal);
  matrix.state = stateOf(model, read(location.search), fixed, matrix.renamed);
  matrix.grid = gridOf(matrix.layout.table, matrix.words.grid ?? null, signal);
  matrix.layout.table.addEventListener("click", (event) => openCard(matrix, event), { signal });
  paperOf(matrix, () => matrix.shown, signal);
  if (place) control(matrix, place, signal);
  draw(matrix);
  say(matrix);
  find(matrix, arriving);
  addEventListener("hashchange", () => arrive(matrix), { signal });
  return matrix;
}

/** A link of a cell or a criterion opens a card; where that cannot be, it leads to the same words below. */
async function openCard({ root, model, words }, event) {
  const link = event.target.closest("td[id] > a[href^='#'], .criterion");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !link.showPopover) return;
  event.preventDefault();
  const part = await import("./card.mjs").catch(() => null);
  if (!(await part?.open(root, model, words, link))) location.assign(link.href);
}

/** Another place on the page is named. */
function arrive(matrix) {
  if (matrix.usual) draw(matrix);
  find(matrix, true);
  say(matrix);
}

/** What is shown unless the reader chooses: a cell that the address names is not hidden by it. */
function usually({ model, state, usual }) {
  const named = usual && cellNamed(model, places(location.hash, location.search));
  return named && !view(model, { ...state, only: usual }).criteria.includes(named.criterion) ? "all" : usual;
}

/** An address may name a cell: it is laid out, wherever it stands, and marked; who arrives by it sees it. */
function find({ root, model, layout }, arriving) {
  const named = cellNamed(model, places(location.hash, location.search));
  if (!named) return markPlace(null);
  finish(layout);
  const cell = root.querySelector(`[id="${named.id}"]`);
  cell && arriving ? comeTo(cell) : markPlace(cell);
}

function control(matrix, place, signal) {
  const { root, model, fixed } = matrix;
  const usual = usually(matrix);
  const form = (matrix.controls = controlsOf(model, JSON.parse(place.dataset.words), place.dataset.label, fixed, matrix.usual));
  place.replaceChildren(form);
  closeMenus(form, signal);
  fillIn(form, matrix.state, usual);
  for (const picker of form.querySelectorAll("[data-picker]")) {
    const offer = async () => {
      const found = await import("./definitions.mjs").catch(() => null);
      picker.append(...(await offers(picker.dataset.picker, model, (id) => found?.optionNames(root, id) ?? new Map())));
      fillIn(form, matrix.state, usually(matrix));
    };
    picker.addEventListener("toggle", offer, { signal, once: true });
  }
  form.addEventListener("change", ({ target }) => change(matrix, { ...matrix.state, [target.name]: chosenIn(form, target.name), dropped: [] }), { signal });
  form.addEventListener("reset", () => setTimeout(() => change(matrix, stateOf(model, new Map(), fixed), true), 0), { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  form.addEventListener("click", (event) => takeAway(matrix, event.target.dataset?.do), { signal });
  onTravel(() => change(matrix, stateOf(model, read(location.search), fixed, matrix.renamed), true), signal);
}

const address = (matrix, state = matrix.state) => query(state, read(location.search), matrix.fixed);

/** Draw a new state; what stands around the table follows once the table is drawn. */
function change(matrix, state, refill = false) {
  matrix.state = state;
  draw(matrix);
  if (refill) fillIn(matrix.controls, state, usually(matrix));
  const mine = matrix.shown;
  afterwards(() => mine === matrix.shown && (show(address(matrix)), say(matrix)));
}

function draw(matrix) {
  const { model, state, layout } = matrix;
  matrix.shown = view(model, { ...state, only: state.only || usually(matrix) });
  for (const element of matrix.marked.splice(0)) unmark(element);
  arrange(layout, matrix.shown);
}

/** Say what is shown, mark what has changed, and tell the matrix' neighbours. */
function say(matrix) {
  const { controls, shown, state, root, grid } = matrix;
  const note = mark(matrix);
  noteCells(matrix);
  mendStop(grid);
  if (controls) {
    controls.querySelector("[role=status]").textContent = said(matrix, note);
    count(controls, { tools: shown.tools.length, criteria: shown.criteria.length, where: state.where.length || "" }, choices(matrix));
  }
  root.dispatchEvent(new CustomEvent("matrix:change", { bubbles: true }));
}

/** How many criteria there are, and how many of them tell the shown tools apart. */
function choices({ model, shown, state }) {
  const tools = model.tools.filter(({ id }) => shown.tools.includes(id));
  const criteria = model.criteria.filter(({ id }) => !state.criteria.length || state.criteria.includes(id));
  return { all: criteria.length, differences: criteria.filter(({ id }) => differs(tools, id)).length };
}

/** Mark the cells that have changed since the pinned day; returns what to say about it. */
function mark({ root, model, state, shown, words, marked }) {
  const day = state["as-of"];
  if (!day) return "";
  if (day > today()) return fill(words.future, { day });
  const first = root.dataset.firstDay;
  if (!first) return fill(words.unrecorded, { day });
  if (day < first) return fill(words.early, { day, first });
  for (const tool of model.tools.filter((each) => shown.tools.includes(each.id))) {
    for (const id of shown.criteria) {
      const { element, past, words: now } = tool.cells[id];
      const was = past.length ? before(past, day, now) : null;
      if (!was) continue;
      element.classList.add("cell--changed");
      element.firstElementChild.after(make("span", { class: "cell__was" }, fill(words.was, { day, value: was.words })));
      marked.push(element);
    }
  }
  return fill(marked.length ? words.changed : words.unchanged, { day, count: marked.length });
}

function unmark(element) {
  element.classList.remove("cell--changed");
  element.querySelector(".cell__was").remove();
}

function said({ model, state, words, shown }, note) {
  const parts = [fill(words.shown, { tools: shown.tools.length, criteria: shown.criteria.length })];
  if (!shown.tools.length || !shown.criteria.length) parts.push(words.none);
  for (const [written, id] of state.taken) parts.push(fill(words.taken, { written, id }));
  if (state.dropped.length) parts.push(`${words.unknown} ${state.dropped.join(", ")}`);
  if (note) parts.push(note);
  const named = cellNamed(model, places(location.hash, location.search));
  const filters = named ? hiddenBy(model, state, shown, named.tool, named.criterion) : [];
  if (filters.length) parts.push(fill(words.hidden, { filters: filters.map((name) => `${name}=${[state[name]].flat()}`).join(", ") }));
  return parts.join(" ");
}

/** What a reader takes away: exactly what is shown. */
async function takeAway(matrix, what) {
  if (!what) return;
  const { model, shown, words, controls, root } = matrix;
  const output = controls.querySelector(".takeaway__copied");
  const parts = await Promise.all([import("./exports.mjs"), import("./trying.mjs")]).catch(() => null);
  if (!parts) return output.replaceChildren(late());
  const [{ csv, grid, html, markdown, rows }, { copyTrial }] = parts;
  const name = root.dataset.matrix;
  const whole = [model, shown, words, permalink(address(matrix)), document.querySelector("h1")?.firstChild?.textContent.trim()];
  const acts = {
    link: () => copy(permalink(address(matrix)), output, words.copied),
    pin: () => copy(permalink(address(matrix, { ...matrix.state, "as-of": today() })), output, words.copied),
    markdown: () => copy(markdown(...whole), output, words.copied, html(...whole)),
    grid: () => save(`${name}-table.csv`, "text/csv", grid(model, shown, words), output, words.saved),
    csv: () => save(`${name}.csv`, "text/csv", csv(model, shown), output, words.saved),
    json: () => save(`${name}.json`, "application/json", JSON.stringify(rows(model, shown), null, 1), output, words.saved),
    trial: () => copyTrial(matrix, permalink(address(matrix)), output),
    print: () => print(),
  };
  acts[what]?.();
}
