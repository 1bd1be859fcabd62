// A matrix that a reader can narrow, sort, turn, take away and link to; all of it stands in the address.
import { read } from "../lib/address.mjs";
import { arrange, AT_ONCE, hideCriteria, partsOf } from "../lib/arrange.mjs";
import { modelOf } from "../lib/model.mjs";
import { copy, fill, make, permalink, save, show, today, wordsOf } from "../lib/page.mjs";
import { LISTS, query, stateOf } from "../lib/state.mjs";
import { before, cells, csv, markdown, view } from "../lib/table.mjs";

export function start(root, signal) {
  const controls = document.querySelector(`[data-controls="${root.dataset.matrix}"]`);
  mount(root, controls, signal);
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

/** Give a matrix its behaviour; `fixed` names the parameters that somebody else keeps (the picked tools). */
export function mount(root, controls, signal, fixed = []) {
  const table = root.querySelector("table");
  const model = modelOf(table);
  const scope = `[data-matrix="${root.dataset.matrix}"]`;
  const layout = { table, model, scope, parts: partsOf(table), style: document.head.appendChild(make("style")) };
  const home = table.classList.contains("matrix__table--turned");
  const matrix = { root, table, model, controls, layout, fixed, home, limit: AT_ONCE, words: wordsOf(root) };
  mounted.set(root, matrix);
  keepCards(matrix, signal);
  matrix.state = stateOf(model, read(location.search), fixed);
  fillControls(matrix);
  matrix.region = root.querySelector(".matrix__region");
  draw(matrix);
  growOnScroll(matrix, signal);
  if (controls) listen(matrix, signal);
  signal.addEventListener("abort", () => layout.style.remove());
  return matrix;
}

function listen(matrix, signal) {
  const { controls } = matrix;
  controls.hidden = false;
  controls.addEventListener("change", () => change(matrix, fromControls(matrix)), { signal });
  controls.addEventListener("reset", () => setTimeout(() => change(matrix, stateOf(matrix.model, new Map(), matrix.fixed)), 0), { signal });
  controls.addEventListener("submit", (event) => event.preventDefault(), { signal });
  controls.addEventListener("click", (event) => takeAway(matrix, event.target.dataset?.do), { signal });
  addEventListener("popstate", () => change(matrix, stateOf(matrix.model, read(location.search), matrix.fixed), false), { signal });
}

/** Cards wait outside the page until their cell is opened or the page is printed: a lighter table draws faster. */
function keepCards(matrix, signal) {
  const all = matrix.model.tools.flatMap((tool) => Object.values(tool.cells));
  for (const cell of all) cell.card?.remove();
  matrix.table.addEventListener("click", (event) => {
    const element = event.target.closest(".cell__open")?.parentElement;
    const cell = element && matrix.model.tools.find((tool) => tool.id === element.dataset.tool).cells[element.dataset.criterion];
    if (cell?.card && !cell.card.isConnected) element.append(cell.card);
  }, { capture: true, signal });
  addEventListener("beforeprint", () => all.forEach((cell) => cell.card && cell.element.append(cell.card)), { signal });
  addEventListener("afterprint", () => all.forEach((cell) => cell.card?.remove()), { signal });
}

/** Further tools are laid out when the reader comes near the last one, by scrolling the table or the page. */
function growOnScroll(matrix, signal) {
  const near = () => grow(matrix);
  matrix.region.addEventListener("scroll", near, { passive: true, signal });
  for (const event of ["scroll", "resize"]) addEventListener(event, near, { passive: true, signal });
  addEventListener("beforeprint", () => arrange(matrix.layout, matrix.shown.tools, matrix.turned), { signal });
}

/** What lies below the screen is laid out once the change itself is drawn. */
const later = (act) => (window.requestIdleCallback ?? setTimeout)(act);

function grow(matrix) {
  const { layout, shown, turned } = matrix;
  while (matrix.limit < shown.tools.length && nearEnd(matrix)) {
    matrix.limit += AT_ONCE;
    arrange(layout, shown.tools.slice(0, matrix.limit), turned);
  }
}

/** Less than a screen is left behind the last tool; where the table does not scroll, the page does. */
function nearEnd({ region, turned }) {
  if (turned) return region.scrollWidth - region.scrollLeft - region.clientWidth <= region.clientWidth;
  const left = region.scrollHeight - region.scrollTop - region.clientHeight;
  if (region.scrollHeight > region.clientHeight + 1) return left <= region.clientHeight;
  return region.getBoundingClientRect().bottom - innerHeight <= innerHeight;
}

const address = (matrix, state = matrix.state) => query(state, read(location.search), matrix.fixed);

function fromControls(matrix) {
  const form = matrix.controls;
  const picked = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((each) => each.value);
  const all = (name) => form.querySelectorAll(`[name=${name}]`).length;
  const some = (name) => (picked(name).length === all(name) ? [] : picked(name));
  const turn = form.querySelector("[name=turn]")?.checked ?? false;
  return {
    ...matrix.state,
    tools: some("tools"),
    criteria: some("criteria"),
    where: picked("where"),
    sort: form.querySelector("[name=sort]")?.value ?? "",
    only: form.querySelector("[name=only]")?.value ?? "",
    turn: turn ? "yes" : "",
    dropped: [],
  };
}

function fillControls({ controls, state }) {
  if (!controls) return;
  for (const name of LISTS) {
    for (const box of controls.querySelectorAll(`[name=${name}]`)) {
      box.checked = name === "where" ? state.where.includes(box.value) : !state[name].length || state[name].includes(box.value);
    }
  }
  for (const name of ["sort", "only"]) {
    const select = controls.querySelector(`[name=${name}]`);
    if (select) select.value = state[name];
  }
  const turn = controls.querySelector("[name=turn]");
  if (turn) turn.checked = state.turn === "yes";
}

function change(matrix, state, remember = true) {
  matrix.state = state;
  draw(matrix);
  if (remember) show(address(matrix));
  else fillControls(matrix);
  matrix.root.dispatchEvent(new CustomEvent("matrix:change", { bubbles: true }));
}

function draw(matrix) {
  const shown = view(matrix.model, matrix.state);
  matrix.shown = shown;
  matrix.limit = AT_ONCE;
  matrix.turned = (matrix.state.turn === "yes") !== matrix.home;
  arrange(matrix.layout, shown.tools.slice(0, matrix.limit), matrix.turned);
  hideCriteria(matrix.layout, shown.criteria);
  later(() => grow(matrix));
  const note = mark(matrix, shown);
  const status = matrix.controls?.querySelector(".controls__status");
  if (status) status.textContent = said(matrix, shown, note);
  for (const name of LISTS) {
    const count = matrix.controls?.querySelector(`[data-count=${name}]`);
    if (count) count.textContent = name === "where" ? `(${matrix.state.where.length})` : `(${shown[name].length})`;
  }
}

/** Mark the cells that have changed since the pinned day; returns what to say about it. */
function mark(matrix, shown) {
  const { root, model, state, words } = matrix;
  for (const element of matrix.marked?.splice(0) ?? []) unmark(element);
  const day = state["as-of"];
  if (!day) return "";
  const first = root.dataset.firstDay;
  if (!first) return fill(words.unrecorded, { day });
  if (day < first) return fill(words.early, { day, first });
  let count = 0;
  for (const tool of model.tools.filter((each) => shown.tools.includes(each.id))) {
    for (const id of shown.criteria) {
      const cell = tool.cells[id];
      const was = cell?.element.dataset.past ? before(cell.past, day, cell.words) : null;
      if (!was) continue;
      count += 1;
      cell.element.classList.add("cell--changed");
      matrix.marked = [...(matrix.marked ?? []), cell.element];
      cell.element.append(make("span", { class: "cell__was" }, fill(words.was, { day, value: was.words })));
    }
  }
  return fill(count ? words.changed : words.unchanged, { day, count });
}

function unmark(element) {
  element.classList.remove("cell--changed");
  element.querySelector(".cell__was").remove();
}

function said({ state, words }, shown, note) {
  const parts = [fill(words.shown, { tools: shown.tools.length, criteria: shown.criteria.length })];
  if (!shown.tools.length || !shown.criteria.length) parts.push(words.none);
  if (state.dropped.length) parts.push(`${words.unknown} ${state.dropped.join(", ")}`);
  if (note) parts.push(note);
  return parts.join(" ");
}

/** What a reader takes away: exactly what is shown. */
function takeAway(matrix, what) {
  const { model, shown, words, controls } = matrix;
  if (!what) return;
  const output = controls.querySelector(".takeaway__copied");
  const name = matrix.root.dataset.matrix;
  const acts = {
    link: () => copy(permalink(address(matrix)), output, words.copied),
    pin: () => copy(permalink(address(matrix, { ...matrix.state, "as-of": today() })), output, words.copied),
    markdown: () => copy(markdown(model, shown, words, permalink(address(matrix))), output, words.copied),
    csv: () => save(`${name}.csv`, "text/csv", csv(cells(model, shown))),
    json: () => save(`${name}.json`, "application/json", JSON.stringify(rows(model, shown), null, 1)),
    print: () => print(),
  };
  acts[what]?.();
}

function rows(model, shown) {
  return cells(model, shown).map(({ tool, criterion, value, words, note, checked, sources }) => ({
    tool, criterion, value: value.split(" ").filter(Boolean), words, note, checked, sources,
  }));
}
