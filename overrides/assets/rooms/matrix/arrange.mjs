// Shows some tools and criteria of a matrix in some order: the first rows at once, then the view, the rest when idle.
import { reorder } from "./reorder.mjs";
import { afterwards, idle } from "../shared/page.mjs";

const AT_ONCE = 24; // cells that are placed before the browser draws for the first time
const CHIPS = 120; // more than a phone shows at once
const FIRST_CHIPS = ["cell--yes", "cell--partial", "cell--no"]; // as the style sheet orders them
const WHEN_IDLE = 150; // cells that are placed whenever it has nothing to do
/** Marks a row whose turn comes: nothing of it is drawn. */
export const LATER = "matrix__later";

/** Take the table of a model over; `arrange` shows it. */
export function layoutOf(root, model, signal) {
  const table = root.querySelector("table");
  const layout = { table, model, pending: [], columns: model.tools.map((tool) => tool.id).join() };
  addEventListener("beforeprint", () => finish(layout), { signal });
  return layout;
}

/** Show these tools and criteria in this order. */
export function arrange(layout, { tools, criteria }) {
  const { model, table } = layout;
  const wanted = new Set(criteria);
  const columns = tools.join();
  const same = columns === layout.columns && !layout.pending.length;
  const view = same ? null : viewOf(layout, wanted, tools.length);
  for (const { id, head } of model.criteria) hide(head.parentElement, !wanted.has(id));
  for (const body of table.tBodies) hide(body.rows[0], !body.querySelector("tr:not(.matrix__group, [hidden])"));
  if (same) return;
  layout.columns = columns;
  const byId = new Map(model.tools.map((tool) => [tool.id, tool]));
  rearrange(layout, tools.map((id) => byId.get(id)), view);
}

/** Hide a row or show it: an assistive technology does not count what only keeps its cells. */
function hide(row, hidden) {
  row.hidden = hidden;
  if (hidden) row.setAttribute("aria-hidden", "true");
  else row.removeAttribute("aria-hidden");
}

/**
 * What of so many tools a reader will see: the `rows`, the number of `columns`, and which cells of a row stand in `front`.
 * Nothing is laid out for it: where rows come or go, each counts as the lowest one.
 */
function viewOf({ model, table }, wanted, count) {
  const shown = model.criteria.filter(({ id }) => wanted.has(id));
  const before = model.criteria.filter(({ head }) => !head.parentElement.hidden);
  const boxes = new Map(before.map((each) => [each, each.head.parentElement.getBoundingClientRect()]));
  const least = Math.min(...[...boxes.values()].map(({ height }) => height), innerHeight);
  const { left, top } = table.getBoundingClientRect();
  const column = Number.parseFloat(getComputedStyle(table).getPropertyValue("--column"));
  const columns = Math.min(count, column ? Math.ceil((innerWidth - left) / column) : CHIPS);
  const front = column ? (cells) => cells : chipsFirst;
  const stays = String(shown.map(({ id }) => id)) === String(before.map(({ id }) => id));
  const seen = stays
    ? (each) => boxes.get(each).bottom > 0 && boxes.get(each).top < innerHeight
    : (_, place) => top + place * least < innerHeight;
  return { rows: new Set(shown.filter(seen)), columns, front };
}

/** Chips in the order in which they are seen. */
function chipsFirst(cells) {
  const rank = (cell) => FIRST_CHIPS.indexOf(cell.classList[0]) + 1 || FIRST_CHIPS.length + 1;
  return [...cells].sort((one, other) => rank(one) - rank(other));
}

/** Move what is left to move, without waiting. */
export function finish(layout) {
  while (layout.pending.length) further(layout);
  settle(layout);
}

function rearrange(layout, tools, { rows: seen, columns, front }) {
  const { table, model } = layout;
  widen(table, tools.length);
  const [row] = table.tHead.rows;
  const head = { row, cells: [row.cells[0], ...tools.map((tool) => tool.head)] };
  const [first, rest] = inTurn(model.criteria, tools, seen);
  const here = document.activeElement?.closest("td, th"); // a cell that leaves the page loses the focus
  const cut = ({ row, cells: [name, ...cells] }, count = columns) => {
    const some = new Set(front(cells).slice(0, count)).add(here);
    return { row, cells: [name, ...cells.filter((cell) => some.has(cell))] };
  };
  const later = columns === tools.length ? rest : [head, ...first, ...rest];
  for (const line of [...first, ...rest]) line.row.classList.add(LATER);
  table.setAttribute("aria-busy", "true");
  reorder(row, cut(head).cells);
  layout.pending = first.map((line) => cut(line, Math.min(columns, AT_ONCE)));
  place(layout, AT_ONCE);
  layout.pending = [...first.map((line) => cut(line)), ...later];
  proceed(layout, layout.pending, later.length);
}

/** The lines of those criteria that a reader sees, and of the others; each has its `row` and the `cells` that belong into it. */
function inTurn(criteria, tools, seen) {
  const lines = criteria.map(({ id, head }) => {
    return { row: head.parentElement, cells: [head, ...tools.map((tool) => tool.cells[id].element)] };
  });
  const focused = lines.filter(({ row }) => row.contains(document.activeElement)); // what is not drawn loses the focus
  const first = [...new Set([...focused, ...lines.filter((_, place) => seen.has(criteria[place]))])];
  const others = lines.filter((line) => !first.includes(line));
  return [first, [...others.filter(({ row }) => !row.hidden), ...others.filter(({ row }) => row.hidden)]];
}

/** With the second frame what else is in view, whenever the browser is idle the `later` lines. */
function proceed(layout, mine, later) {
  const go = (act) => () => layout.pending === mine && act();
  const whenIdle = go(() => {
    if (!mine.length) return settle(layout);
    place(layout, WHEN_IDLE);
    idle(whenIdle, { timeout: 100 });
  });
  const view = go(() => {
    while (mine.length > later) further(layout);
    afterwards(whenIdle);
  });
  requestAnimationFrame(() => requestAnimationFrame(view)); // the first belongs to the frame that draws the first rows
}

/** Make room for so many tools. */
function widen(table, count) {
  table.style.setProperty("--columns", count);
  table.querySelector("col:last-child").span = Math.max(1, count);
  for (const head of table.querySelectorAll(".matrix__group th")) head.colSpan = count + 1;
}

function place(layout, count) {
  for (let placed = 0; layout.pending.length && placed < count;) placed += further(layout);
}

function further({ pending }) {
  const { row, cells } = pending.shift();
  reorder(row, cells);
  row.classList.remove(LATER);
  return cells.length;
}

function settle({ table }) {
  table.removeAttribute("aria-busy");
}
