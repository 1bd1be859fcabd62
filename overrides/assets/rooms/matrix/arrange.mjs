// Shows some tools and criteria of a matrix in some order: what is near the top at once, the rest when the browser is idle.
import { afterwards, idle } from "../shared/page.mjs";

const AT_ONCE = 1500; // cells that are moved before the browser draws

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
  for (const { id, head } of model.criteria) head.parentElement.hidden = !wanted.has(id);
  for (const body of table.tBodies) body.hidden = !body.querySelector("tr:not(.matrix__group, [hidden])");
  const columns = tools.join();
  if (columns === layout.columns && !layout.pending.length) return;
  layout.columns = columns;
  rearrange(layout, tools.map((id) => model.tools.find((tool) => tool.id === id)));
}

/** Move what is left to move, without waiting. */
export function finish(layout) {
  while (layout.pending.length) further(layout);
  settle(layout);
}

function rearrange(layout, tools) {
  const { table, model } = layout;
  table.style.setProperty("--columns", tools.length);
  table.querySelector("col:last-child").span = Math.max(1, tools.length);
  for (const head of table.querySelectorAll(".matrix__group th")) head.colSpan = tools.length + 1;
  const row = table.tHead.rows[0];
  row.replaceChildren(row.cells[0], ...tools.map((tool) => tool.head));
  const rows = model.criteria.map(({ id, head }) => [head.parentElement, [head, ...tools.map((tool) => tool.cells[id].element)]]);
  layout.pending = [...rows.filter(([each]) => !each.hidden), ...rows.filter(([each]) => each.hidden)];
  for (let moved = 0; layout.pending.length && moved < AT_ONCE;) moved += further(layout);
  if (!layout.pending.length) return settle(layout);
  table.setAttribute("aria-busy", "true");
  const mine = layout.pending;
  const step = (deadline) => {
    if (layout.pending !== mine) return;
    do if (!mine.length) return settle(layout);
    while (further(layout) && deadline.timeRemaining() > 4);
    idle(step, { timeout: 100 });
  };
  afterwards(step);
}

function further({ pending }) {
  const [row, cells] = pending.shift();
  row.replaceChildren(...cells);
  return cells.length;
}

function settle({ table }) {
  table.removeAttribute("aria-busy");
}
