// Shows some tools and criteria of a matrix in some order: what a frame bears at once, then the view, the rest when idle.
import { reorder } from "./reorder.mjs";
import { idle } from "../shared/page.mjs";

const [FEWEST, MOST] = [48, 768]; // cells that are placed before the browser draws
const [QUICK, SLOW] = [20, 40]; // milliseconds between two frames
const LATER = "matrix__later"; // a row whose turn comes: nothing of it is drawn

/** Take the table of a model over; `arrange` shows it. */
export function layoutOf(root, model, signal) {
  const table = root.querySelector("table");
  const layout = { table, model, pending: [], rest: 0, columns: model.tools.map((tool) => tool.id).join() };
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
  for (const { id, head } of model.criteria) head.parentElement.hidden = !wanted.has(id);
  for (const body of table.tBodies) body.rows[0].hidden = !body.querySelector("tr:not(.matrix__group, [hidden])");
  if (same) return;
  layout.columns = columns;
  const byId = new Map(model.tools.map((tool) => [tool.id, tool]));
  rearrange(layout, tools.map((id) => byId.get(id)), view);
}

/**
 * What of so many tools a reader will see: the `rows` and the number of `columns`. Nothing is laid out for it: where rows
 * come or go, each counts as the lowest one; where the tools of a criterion are chips, all are seen.
 */
function viewOf({ model, table }, wanted, count) {
  const shown = model.criteria.filter(({ id }) => wanted.has(id));
  const before = model.criteria.filter(({ head }) => !head.parentElement.hidden);
  const boxes = new Map(before.map((each) => [each, each.head.parentElement.getBoundingClientRect()]));
  const least = Math.min(...[...boxes.values()].map(({ height }) => height), innerHeight);
  const { left, top } = table.getBoundingClientRect();
  const column = Number.parseFloat(getComputedStyle(table).getPropertyValue("--column"));
  const columns = column ? Math.min(count, Math.ceil((innerWidth - left) / column)) : count;
  const stays = String(shown.map(({ id }) => id)) === String(before.map(({ id }) => id));
  const seen = stays
    ? (each) => boxes.get(each).bottom > 0 && boxes.get(each).top < innerHeight
    : (_, place) => top + place * least < innerHeight;
  return { rows: new Set(shown.filter(seen)), columns };
}

/** Move what is left to move, without waiting. */
export function finish(layout) {
  while (layout.pending.length) further(layout);
  settle(layout);
}

function rearrange(layout, tools, { rows: seen, columns }) {
  const { table, model } = layout;
  table.style.setProperty("--columns", tools.length);
  table.querySelector("col:last-child").span = Math.max(1, tools.length);
  for (const head of table.querySelectorAll(".matrix__group th")) head.colSpan = tools.length + 1;
  const lines = model.criteria.map((each) => {
    const row = each.head.parentElement;
    const rank = row.hidden ? 3 : row.contains(document.activeElement) ? 0 : seen.has(each) ? 1 : 2;
    return { row, cells: [each.head, ...tools.map((tool) => tool.cells[each.id].element)], rank };
  });
  const [row] = table.tHead.rows;
  lines.unshift({ row, cells: [row.cells[0], ...tools.map((tool) => tool.head)], rank: 0 });
  const [first, rest] = [lines.filter(({ rank }) => rank < 2).sort((one, other) => one.rank - other.rank), lines.filter(({ rank }) => rank >= 2)];
  const cut = columns < tools.length ? first.map((line) => ({ ...line, cells: line.cells.slice(0, columns + 1) })) : [];
  layout.rest = cut.length + rest.length;
  layout.pending = [...cut, ...first, ...rest];
  for (const line of lines) if (line.rank) line.row.classList.add(LATER);
  table.setAttribute("aria-busy", "true");
  place(layout, FEWEST);
  const mine = layout.pending;
  requestAnimationFrame((drawn) => proceed(layout, mine, FEWEST, drawn)); // within the frame that draws this
}

/** Go on: with each frame as long as something in view is left, as much as the browser keeps up with; the rest when it is idle. */
function proceed(layout, mine, count, drawn) {
  if (layout.pending !== mine) return;
  if (!mine.length) return settle(layout);
  const next = (now = performance.now()) => {
    if (layout.pending !== mine) return;
    const took = now - drawn;
    const borne = took < QUICK ? 2 * count : took > SLOW ? count / 2 : count;
    const more = Math.min(MOST, Math.max(FEWEST, borne));
    place(layout, more);
    proceed(layout, mine, more, now);
  };
  if (mine.length > layout.rest) requestAnimationFrame(next);
  else idle(() => next(), { timeout: 100 });
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
