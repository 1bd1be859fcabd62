// A matrix that a reader can narrow, sort, turn, take away and link to; all of it stands in the address.
import { read, write } from "../lib/address.mjs";
import { arrange, AT_ONCE, hideCriteria, partsOf } from "../lib/arrange.mjs";
import { modelOf } from "../lib/model.mjs";
import { copy, fill, make, permalink, save, show, today, wordsOf } from "../lib/page.mjs";
import { before, cells, csv, markdown, view } from "../lib/table.mjs";

const LISTS = ["tools", "criteria", "where"];
const SINGLES = ["sort", "only", "turn", "as-of"];

export function start(root, signal) {
  const controls = document.querySelector(`[data-controls="${root.dataset.matrix}"]`);
  mount(root, controls, signal);
}

const mounted = new WeakMap();

/** The model of a matrix that has been mounted. */
export function modelFor(root) {
  return mounted.get(root).model;
}

/** Give a matrix its behaviour; `fixed` names the parameters that somebody else keeps (the picked tools). */
export function mount(root, controls, signal, fixed = []) {
  const table = root.querySelector("table");
  const model = modelOf(table, controls);
  const scope = `[data-matrix="${root.dataset.matrix}"]`;
  const layout = { table, model, scope, parts: partsOf(table), style: document.head.appendChild(make("style")) };
  const home = table.classList.contains("matrix__table--turned");
  const matrix = { root, table, model, controls, layout, fixed, home, limit: AT_ONCE, words: controls ? wordsOf(controls) : {} };
  mounted.set(root, matrix);
  keepCards(matrix, signal);
  matrix.state = stateOf(matrix, read(location.search));
  fillControls(matrix);
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
  controls.addEventListener("reset", () => setTimeout(() => change(matrix, stateOf(matrix, new Map())), 0), { signal });
  controls.addEventListener("submit", (event) => event.preventDefault(), { signal });
  controls.addEventListener("click", (event) => takeAway(matrix, event.target.dataset?.do), { signal });
  addEventListener("popstate", () => change(matrix, stateOf(matrix, read(location.search)), false), { signal });
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

/** Further tools are laid out when the reader comes near the last one. */
function growOnScroll(matrix, signal) {
  const region = matrix.root.querySelector(".matrix__region");
  const grow = () => {
    const left = matrix.turned ? region.scrollWidth - region.scrollLeft - region.clientWidth : region.scrollHeight - region.scrollTop - region.clientHeight;
    if (left > region.clientHeight || matrix.limit >= matrix.shown.tools.length) return;
    matrix.limit += AT_ONCE;
    arrange(matrix.layout, matrix.shown.tools.slice(0, matrix.limit), matrix.turned);
  };
  region.addEventListener("scroll", grow, { passive: true, signal });
  addEventListener("beforeprint", () => arrange(matrix.layout, matrix.shown.tools, matrix.turned), { signal });
}

/** The query string of a matrix' state, with what is not its own left as it stands. */
export function query(matrix, extra = []) {
  const mine = new Set([...LISTS, ...SINGLES, "pinned"].filter((name) => !matrix.fixed.includes(name)));
  const others = [...read(location.search)].filter(([name]) => !mine.has(name) && !extra.some(([other]) => other === name));
  const own = LISTS.map((name) => [name, matrix.state[name]]).concat(
    SINGLES.map((name) => [name, matrix.state[name] ? [matrix.state[name]] : []]),
  );
  return write([...others, ...own.filter(([name]) => mine.has(name)), ...extra]);
}

function stateOf(matrix, address) {
  const { model } = matrix;
  const tools = model.tools.map((each) => each.id);
  const criteria = model.criteria.map((each) => each.id);
  const dropped = [];
  const keep = (name, valid) => {
    if (matrix.fixed.includes(name)) return [];
    const values = address.get(name) ?? [];
    dropped.push(...values.filter((value) => !valid(value)).map((value) => `${name}=${value}`));
    return values.filter(valid);
  };
  const option = (value) => {
    const [criterion, wanted] = value.split(":");
    return model.criteria.find((each) => each.id === criterion)?.options?.includes(wanted);
  };
  const state = {
    tools: keep("tools", (value) => tools.includes(value)),
    criteria: keep("criteria", (value) => criteria.includes(value)),
    where: keep("where", (value) => option(value)),
    sort: keep("sort", (value) => criteria.includes(value))[0] ?? "",
    only: keep("only", (value) => ["differences", "unchecked"].includes(value))[0] ?? "",
    turn: keep("turn", (value) => value === "yes" || value === "no")[0] ?? "",
    "as-of": keep("as-of", (value) => /^\d{4}-\d\d-\d\d$/.test(value))[0] ?? "",
    dropped,
  };
  return state;
}

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
  if (remember) show(query(matrix));
  else fillControls(matrix);
  matrix.root.dispatchEvent(new CustomEvent("matrix:change"));
}

function draw(matrix) {
  const shown = view(matrix.model, matrix.state);
  matrix.shown = shown;
  matrix.limit = AT_ONCE;
  matrix.turned = (matrix.state.turn === "yes") !== matrix.home;
  arrange(matrix.layout, shown.tools.slice(0, matrix.limit), matrix.turned);
  hideCriteria(matrix.layout, shown.criteria);
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
  const { controls, model, state, words } = matrix;
  for (const element of matrix.marked?.splice(0) ?? []) unmark(element);
  const day = state["as-of"];
  if (!day) return "";
  const first = controls?.dataset.firstDay ?? "";
  if (first && day < first) return fill(words.early, { day, first });
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
    link: () => copy(permalink(query(matrix)), output, words.copied),
    pin: () => copy(permalink(query({ ...matrix, state: { ...matrix.state, "as-of": today() } })), output, words.copied),
    markdown: () => copy(markdown(model, shown, words, permalink(query(matrix))), output, words.copied),
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
