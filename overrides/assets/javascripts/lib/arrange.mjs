// Lays a matrix out: tools in rows or in columns, only as many as a reader has scrolled to.
import { make } from "./page.mjs";

export const AT_ONCE = 16;

/** The parts of a table that move: heads of tools and criteria, names of groups. */
export function partsOf(table) {
  const toolHeads = new Map();
  const criterionHeads = new Map();
  const groups = new Map();
  for (const head of table.querySelectorAll("th[data-tool], tr[data-tool] > th")) {
    toolHeads.set(head.dataset.tool ?? head.parentElement.dataset.tool, head);
  }
  for (const head of table.querySelectorAll("th[data-criterion], tr[data-criterion] > th")) {
    criterionHeads.set(head.dataset.criterion ?? head.parentElement.dataset.criterion, head);
  }
  for (const head of table.querySelectorAll("th[data-group]:not([data-criterion]), tr.matrix__group")) {
    groups.set(head.dataset.group, head.textContent.trim());
  }
  return { toolHeads, criterionHeads, groups };
}

/** Show these tools in this order; `turned` puts them in the columns. */
export function arrange(layout, tools, turned) {
  if (layout.turned !== turned) {
    layout.turned = turned;
    (turned ? layColumns : layRows)(layout);
    layout.table.classList.toggle("matrix__table--turned", turned);
  }
  (turned ? showColumns : showRows)(layout, tools);
}

/** Hide the criteria that are not shown: one rule each, far fewer writes than cells. */
export function hideCriteria({ table, style, model, scope }, shown) {
  const kept = new Set(shown);
  const rules = model.criteria.filter((each) => !kept.has(each.id)).map((each) => `${scope} :is(tr,th,td)[data-criterion="${each.id}"]`);
  const text = rules.length ? `${rules.join(",")}{display:none}` : "";
  if (style.textContent !== text) style.textContent = text;
  for (const head of table.querySelectorAll("[data-group]:not([data-criterion])")) {
    const count = model.criteria.filter((each) => each.group === head.dataset.group && kept.has(each.id)).length;
    head.hidden = count === 0;
    if (head.tagName === "TH" && count) head.colSpan = count;
  }
}

function showRows({ table, rows }, tools) {
  const body = table.tBodies[0];
  const wanted = tools.map((tool) => rows.get(tool));
  const same = [...body.children].every((row, place) => row === wanted[place]);
  if (same) body.append(...wanted.slice(body.children.length));
  else body.replaceChildren(...wanted);
}

function showColumns({ table, columns, parts }, tools) {
  const key = tools.join();
  if (table.dataset.columns === key) return;
  table.dataset.columns = key;
  table.tHead.rows[0].replaceChildren(corner(), ...tools.map((tool) => parts.toolHeads.get(tool)));
  for (const { row, head, cells } of columns) row.replaceChildren(head, ...tools.map((tool) => cells.get(tool)));
  for (const span of table.querySelectorAll(".matrix__group > th")) span.colSpan = tools.length + 1;
}

function layRows(layout) {
  const { table, model, parts } = layout;
  const criteria = [...parts.groups.keys()].flatMap((group) => model.criteria.filter((each) => each.group === group));
  const top = [...parts.groups].map(([group, name]) => {
    const count = criteria.filter((each) => each.group === group).length;
    return make("th", { scope: "colgroup", colspan: count, "data-group": group }, make("span", {}, name));
  });
  const heads = criteria.map((each) => as(parts.criterionHeads.get(each.id), "col", { criterion: each.id, group: each.group }));
  layout.rows = new Map(model.tools.map((tool) => {
    const row = make("tr", { "data-tool": tool.id });
    row.append(as(parts.toolHeads.get(tool.id), "row"), ...criteria.map((each) => tool.cells[each.id].element));
    return [tool.id, row];
  }));
  table.tHead.replaceChildren(make("tr", { class: "matrix__groups" }, corner(), ...top), make("tr", {}, corner(), ...heads));
  table.tBodies[0].replaceChildren();
  delete table.dataset.columns;
}

function layColumns(layout) {
  const { table, model, parts } = layout;
  layout.columns = [];
  const body = [];
  for (const tool of model.tools) as(parts.toolHeads.get(tool.id), "col", { tool: tool.id });
  for (const [group, name] of parts.groups) {
    body.push(make("tr", { class: "matrix__group", "data-group": group }, make("th", { scope: "rowgroup" }, make("span", {}, name))));
    for (const criterion of model.criteria.filter((each) => each.group === group)) {
      const row = make("tr", { "data-criterion": criterion.id, "data-group": group });
      const cells = new Map(model.tools.map((tool) => [tool.id, tool.cells[criterion.id].element]));
      layout.columns.push({ row, head: as(parts.criterionHeads.get(criterion.id), "row"), cells });
      body.push(row);
    }
  }
  table.tHead.replaceChildren(make("tr"));
  table.tBodies[0].replaceChildren(...body);
  delete table.dataset.columns;
}

function as(head, scope, data = {}) {
  head.scope = scope;
  for (const name of ["tool", "criterion", "group"]) delete head.dataset[name];
  Object.assign(head.dataset, data);
  return head;
}

function corner() {
  return make("td", { class: "matrix__corner" });
}
