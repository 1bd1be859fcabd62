// A matrix that a reader can narrow, sort, turn, take away and link to; all of it stands in the address.
import { read, write } from "../lib/address.mjs";
import { modelOf } from "../lib/model.mjs";
import { copy, fill, make, permalink, save, show, today, wordsOf } from "../lib/page.mjs";
import { before, cells, csv, markdown, view } from "../lib/table.mjs";

const LISTS = ["tools", "criteria", "where"];
const SINGLES = ["sort", "only", "turn", "as-of"];

export function start(root, signal) {
  const controls = document.querySelector(`[data-controls="${root.dataset.matrix}"]`);
  mount(root, controls, signal);
}

/** Give a matrix its behaviour; `fixed` names the parameters that somebody else keeps (the picked tools). */
export function mount(root, controls, signal, fixed = []) {
  const table = root.querySelector("table");
  const model = modelOf(table, controls);
  const style = document.head.appendChild(make("style"));
  const matrix = { root, table, model, controls, style, fixed, turned: table.classList.contains("matrix__table--turned") };
  matrix.home = matrix.turned;
  matrix.words = controls ? wordsOf(controls) : {};
  matrix.state = stateOf(matrix, read(location.search));
  fillControls(matrix);
  draw(matrix);
  if (controls) {
    controls.hidden = false;
    controls.addEventListener("change", () => change(matrix, fromControls(matrix)), { signal });
    controls.addEventListener("reset", () => setTimeout(() => change(matrix, stateOf(matrix, new Map())), 0), { signal });
    controls.addEventListener("submit", (event) => event.preventDefault(), { signal });
    controls.addEventListener("click", (event) => takeAway(matrix, event.target.dataset?.do), { signal });
  }
  addEventListener("popstate", () => change(matrix, stateOf(matrix, read(location.search)), false), { signal });
  return matrix;
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
  const wanted = (matrix.state.turn === "yes") !== matrix.home;
  if (wanted !== matrix.turned) turn(matrix);
  hide(matrix, shown);
  order(matrix, shown);
  const note = mark(matrix, shown);
  const status = matrix.controls?.querySelector(".controls__status");
  if (status) status.textContent = said(matrix, shown, note);
  for (const name of LISTS) {
    const count = matrix.controls?.querySelector(`[data-count=${name}]`);
    if (count) count.textContent = name === "where" ? `(${matrix.state.where.length})` : `(${shown[name].length})`;
  }
}

/** One rule for each hidden criterion or tool, scoped to this matrix: far fewer writes than cells. */
function hide({ root, model, style, table }, shown) {
  const scope = `[data-matrix="${root.dataset.matrix}"]`;
  const rules = [];
  for (const kind of ["tools", "criteria"]) {
    const kept = new Set(shown[kind]);
    const attribute = kind === "tools" ? "tool" : "criterion";
    for (const each of model[kind]) {
      if (!kept.has(each.id)) rules.push(`${scope} :is(tr,th,td)[data-${attribute}="${each.id}"]`);
    }
  }
  style.textContent = rules.length ? `${rules.join(",")}{display:none}` : "";
  const kept = new Set(shown.criteria);
  for (const head of table.querySelectorAll("[data-group]:not([data-criterion])")) {
    const count = model.criteria.filter((each) => each.group === head.dataset.group && kept.has(each.id)).length;
    head.hidden = count === 0;
    if (head.tagName === "TH" && count) head.colSpan = count;
  }
}

/** Put tools in order: rows, or the cells of each row where the table is turned. */
function order(matrix, shown) {
  const key = shown.tools.join();
  if (matrix.ordered === key + matrix.turned) return;
  matrix.ordered = key + matrix.turned;
  const place = new Map(shown.tools.map((id, number) => [id, number]));
  const rank = (element) => place.get(element.dataset.tool) ?? place.size;
  const parents = matrix.turned ? matrix.table.rows : [matrix.table.tBodies[0]];
  for (const parent of parents) {
    const movable = [...parent.children].filter((child) => child.dataset.tool);
    const sorted = [...movable].sort((one, other) => rank(one) - rank(other));
    if (sorted.some((each, number) => each !== movable[number])) parent.append(...sorted);
  }
}

/** Swap rows and columns by moving the cells into a new table body. */
function turn(matrix) {
  const { table, model } = matrix;
  const cell = (tool, criterion) => model.tools.find((each) => each.id === tool).cells[criterion].element;
  const toolHeads = new Map();
  const criterionHeads = new Map();
  for (const head of table.querySelectorAll("th[data-tool], tr[data-tool] > th")) {
    toolHeads.set(head.dataset.tool ?? head.parentElement.dataset.tool, head);
  }
  for (const head of table.querySelectorAll("th[data-criterion], tr[data-criterion] > th")) {
    criterionHeads.set(head.dataset.criterion ?? head.parentElement.dataset.criterion, head);
  }
  const groups = new Map();
  for (const head of table.querySelectorAll("th[data-group]:not([data-criterion]), tr.matrix__group")) {
    groups.set(head.dataset.group, head.textContent.trim());
  }
  const built = matrix.turned
    ? straight(model, groups, toolHeads, criterionHeads, cell)
    : turned(model, groups, toolHeads, criterionHeads, cell);
  table.tHead.replaceWith(built.head);
  table.tBodies[0].replaceWith(built.body);
  table.classList.toggle("matrix__table--turned", !matrix.turned);
  matrix.turned = !matrix.turned;
  matrix.ordered = "";
}

function corner() {
  return make("td", { class: "matrix__corner" });
}

function turned(model, groups, toolHeads, criterionHeads, cell) {
  const tools = model.tools.map((tool) => as(toolHeads.get(tool.id), "col", { tool: tool.id }));
  const head = make("thead", {}, make("tr", {}, corner(), ...tools));
  const body = make("tbody");
  for (const [group, name] of groups) {
    const span = make("th", { scope: "rowgroup", colspan: tools.length + 1 }, make("span", {}, name));
    body.append(make("tr", { class: "matrix__group", "data-group": group }, span));
    for (const criterion of model.criteria.filter((each) => each.group === group)) {
      const row = make("tr", { "data-criterion": criterion.id, "data-group": group });
      row.append(as(criterionHeads.get(criterion.id), "row"), ...model.tools.map((tool) => cell(tool.id, criterion.id)));
      body.append(row);
    }
  }
  return { head, body };
}

function straight(model, groups, toolHeads, criterionHeads, cell) {
  const inOrder = [...groups.keys()].flatMap((group) => model.criteria.filter((each) => each.group === group));
  const top = [...groups].map(([group, name]) => {
    const count = inOrder.filter((each) => each.group === group).length;
    return make("th", { scope: "colgroup", colspan: count, "data-group": group }, make("span", {}, name));
  });
  const heads = inOrder.map((each) => as(criterionHeads.get(each.id), "col", { criterion: each.id, group: each.group }));
  const head = make("thead", {}, make("tr", { class: "matrix__groups" }, corner(), ...top), make("tr", {}, corner(), ...heads));
  const body = make("tbody");
  for (const tool of model.tools) {
    const row = make("tr", { "data-tool": tool.id });
    row.append(as(toolHeads.get(tool.id), "row"), ...inOrder.map((each) => cell(tool.id, each.id)));
    body.append(row);
  }
  return { head, body };
}

function as(head, scope, data = {}) {
  head.scope = scope;
  for (const name of ["tool", "criterion", "group"]) delete head.dataset[name];
  Object.assign(head.dataset, data);
  return head;
}

/** Mark the cells that have changed since the pinned day; returns what to say about it. */
function mark({ root, model, state, words }, shown) {
  for (const old of root.querySelectorAll(".cell--changed")) {
    old.classList.remove("cell--changed");
    old.querySelector(".cell__was")?.remove();
  }
  const day = state["as-of"];
  if (!day) return "";
  const first = document.querySelector("[data-first-day]")?.dataset.firstDay ?? "";
  if (first && day < first) return fill(words.early, { day, first });
  let count = 0;
  for (const tool of model.tools.filter((each) => shown.tools.includes(each.id))) {
    for (const id of shown.criteria) {
      const cell = tool.cells[id];
      const was = cell?.element.dataset.past ? before(cell.past, day, cell.words) : null;
      if (!was) continue;
      count += 1;
      cell.element.classList.add("cell--changed");
      cell.element.append(make("span", { class: "cell__was" }, fill(words.was, { day, value: was.words })));
    }
  }
  return fill(count ? words.changed : words.unchanged, { day, count });
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
