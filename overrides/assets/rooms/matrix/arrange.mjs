// Shows some tools and criteria of a matrix in some order: what is in view at once, the rest when the browser is idle.
import { reorder } from "./reorder.mjs";
import { afterwards, idle } from "../shared/page.mjs";

const AT_ONCE = 600; // cells that are placed before the browser draws
const A_FRAME = 150; // cells that are placed in each frame thereafter

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
  const seen = same ? null : inView(layout, wanted);
  for (const { id, head } of model.criteria) head.parentElement.hidden = !wanted.has(id);
  for (const body of table.tBodies) body.hidden = !body.querySelector("tr:not(.matrix__group, [hidden])");
  if (same) return;
  layout.columns = columns;
  rearrange(layout, tools.map((id) => model.tools.find((tool) => tool.id === id)), seen);
}

/** The criteria whose rows a reader will see; where rows come or go, reckoned with the lowest one: nothing is laid out for it. */
function inView({ model, table }, wanted) {
  const rows = new Map(model.criteria.map((each) => [each, each.head.parentElement]));
  const [shown, before] = [model.criteria.filter(({ id }) => wanted.has(id)), model.criteria.filter((each) => !rows.get(each).hidden)];
  const boxOf = (each) => rows.get(each).getBoundingClientRect();
  if (String(shown.map(({ id }) => id)) === String(before.map(({ id }) => id))) {
    return new Set(shown.filter((each) => boxOf(each).bottom > 0 && boxOf(each).top < innerHeight));
  }
  const least = before.length ? Math.min(...before.map((each) => boxOf(each).height)) : 0;
  const { top } = table.tBodies[0].getBoundingClientRect();
  return new Set(shown.filter((_, place) => top + place * least < innerHeight));
}

/** Move what is left to move, without waiting. */
export function finish(layout) {
  while (layout.pending.length) further(layout);
  settle(layout);
}

function rearrange(layout, tools, seen) {
  const { table, model } = layout;
  table.style.setProperty("--columns", tools.length);
  table.querySelector("col:last-child").span = Math.max(1, tools.length);
  for (const head of table.querySelectorAll(".matrix__group th")) head.colSpan = tools.length + 1;
  const [row] = table.tHead.rows;
  reorder(row, [row.cells[0], ...tools.map((tool) => tool.head)]);
  const rank = (criterion) => (criterion.head.parentElement.hidden ? 2 : seen.has(criterion) ? 0 : 1);
  const rows = [0, 1, 2].flatMap((each) => model.criteria.filter((criterion) => rank(criterion) === each));
  layout.pending = rows.map(({ id, head }) => [head.parentElement, [head, ...tools.map((tool) => tool.cells[id].element)]]);
  for (let left = seen.size, placed = 0; left && placed < AT_ONCE; left -= 1) placed += further(layout);
  if (!layout.pending.length) return settle(layout);
  table.setAttribute("aria-busy", "true");
  const mine = layout.pending;
  const step = () => {
    if (layout.pending !== mine) return;
    for (let placed = 0; mine.length && placed < A_FRAME;) placed += further(layout);
    if (!mine.length) return settle(layout);
    idle(step, { timeout: 100 });
  };
  afterwards(step);
}

function further({ pending }) {
  const [row, cells] = pending.shift();
  reorder(row, cells);
  return cells.length;
}

function settle({ table }) {
  table.removeAttribute("aria-busy");
}
