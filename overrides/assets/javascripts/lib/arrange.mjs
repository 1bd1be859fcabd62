// Lays a matrix out: what is in view at once, the rest when the browser is idle or the reader comes near it.
import { afterwards, idle, make } from "./page.mjs";

const AT_ONCE = 16; // tools that are laid out before the reader scrolls
const WIDE = 8.5; // a column, in rem; heights of a row with short and with long words: as in site.css
const SHORT = 2.4;
const TALL = 3.2;

/** Take the table of a model over; `arrange` shows it. */
export function layoutOf(root, model, signal) {
  const region = root.querySelector(".matrix__region");
  const layout = {
    region,
    table: region.querySelector("table"),
    tools: new Map(model.tools.map((tool) => [tool.id, { ...tool, row: make("tr") }])),
    criteria: new Map(model.criteria.map((each) => [each.id, { ...each, row: make("tr") }])),
    groups: model.groups,
  };
  look(layout);
  const moved = () => (look(layout), reach(layout));
  layout.region.addEventListener("scroll", moved, { passive: true, signal });
  for (const event of ["scroll", "resize"]) addEventListener(event, moved, { passive: true, signal });
  addEventListener("beforeprint", () => finish(layout, Infinity), { signal });
  return layout;
}

/** Show these tools and criteria in this order; `turned` puts the tools in the columns. */
export function arrange(layout, { tools, criteria }, turned) {
  Object.assign(layout, { turned, limit: AT_ONCE });
  layout.shown = { tools: tools.map((id) => layout.tools.get(id)), criteria: criteria.map((id) => layout.criteria.get(id)) };
  if (layout.scope !== turned) scope(layout);
  lay(layout);
}

/** Lay everything out up to a number of tools, without waiting. */
export function finish(layout, limit) {
  layout.limit = Math.max(layout.limit, limit);
  lay(layout, true);
}

/** The part of the table that the reader sees, in rem; asked for only while the browser knows it anyway. */
function look(layout) {
  const { region } = layout;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const highest = parseFloat(getComputedStyle(region).maxHeight) || Infinity;
  const height = Math.min(highest, innerHeight - region.getBoundingClientRect().top);
  layout.seen = {
    left: region.scrollLeft / rem,
    right: (region.scrollLeft + region.clientWidth) / rem,
    bottom: (region.scrollTop + Math.max(0, height)) / rem,
  };
}

/** Draw what is in view in a new table; the rest follows, and the old one goes. */
function lay(layout, whole = false) {
  const { shown, turned } = layout;
  const tools = shown.tools.slice(0, layout.limit);
  const columns = turned ? tools : shown.criteria;
  layout.lines = (turned ? turnedLines : lines)(tools, shown.criteria, layout.groups);
  layout.columns = columns.length;
  layout.head = { row: make("tr"), head: corner(), cells: columns.map((each) => each.head), height: TALL };
  layout.laid = whole ? layout.lines.length : inView(layout);
  const span = whole ? [0, columns.length] : columnsInView(layout);
  const rows = [layout.head, ...layout.lines.slice(0, layout.laid)].map((line) => cut(line, ...span));
  replace(layout, make("table", { class: `matrix__table matrix__table--live${turned ? " matrix__table--turned" : ""}`, style: `--columns:${columns.length}`, "aria-busy": whole ? null : "true" },
    layout.table.caption,
    make("colgroup", {}, make("col", { span: columns.length + 1 })),
    make("thead", {}, ...(turned ? [] : [spans(layout.groups, columns)]), rows[0]),
    make("tbody", {}, ...rows.slice(1))));
  whole ? settle(layout) : fill(layout);
}

/** The old table is hidden at once and taken apart later: that costs more than drawing what is in view. */
function replace(layout, table) {
  const old = layout.table.parentElement;
  const page = make("div", { class: "matrix__page" }, table);
  layout.table = table;
  if (old === layout.region) return void layout.region.replaceChildren(page);
  old.classList.add("matrix__page--old");
  old.before(page);
}

function lines(tools, criteria) {
  const height = criteria.some((each) => !isShort(each)) ? TALL : SHORT;
  return tools.map((tool) => ({ row: tool.row, head: tool.head, height, cells: criteria.map(({ id }) => tool.cells[id].element) }));
}

function turnedLines(tools, criteria, groups) {
  return [...groups].flatMap(([group, name]) => {
    const inside = criteria.filter((each) => each.group === group);
    if (!inside.length) return [];
    const head = make("th", { scope: "rowgroup", colspan: tools.length + 1, "data-group": group }, make("span", {}, name));
    return [{ row: make("tr", { class: "matrix__group" }), head, height: SHORT, cells: [] }, ...inside.map((each) => ({
      row: each.row, head: each.head, height: isShort(each) ? SHORT : TALL, cells: tools.map((tool) => tool.cells[each.id].element),
    }))];
  });
}

/** Yes, partly and no fit on one line; names and texts take two. */
const isShort = ({ options }) => options?.[0] === "yes";

/** The names of the groups above their criteria. */
function spans(groups, criteria) {
  const counted = [...groups].map(([group, name]) => [group, name, criteria.filter((each) => each.group === group).length]);
  return make("tr", { class: "matrix__groups" }, corner(), ...counted.filter(([, , count]) => count).map(([group, name, count]) =>
    make("th", { scope: "colgroup", colspan: count, "data-group": group }, make("span", {}, name))));
}

function inView({ lines, seen }) {
  let bottom = 0;
  const below = lines.findIndex((line) => (bottom += line.height) > seen.bottom);
  return below < 0 ? lines.length : below + 1;
}

function columnsInView({ columns, seen }) {
  const width = Math.max(WIDE, (seen.right - seen.left) / (columns + 1));
  return [Math.min(columns, Math.max(0, Math.floor(seen.left / width) - 1)), Math.min(columns, Math.ceil(seen.right / width))];
}

/** A row with its cells from one column to another; a gap stands for the others. */
function cut(line, from, to) {
  const { row, head, cells, height } = line;
  line.whole = from === 0 && to >= cells.length;
  row.className = row.className.replace(/ ?matrix__tall/, "") + (height === TALL ? " matrix__tall" : "");
  row.replaceChildren(head, ...gap(from), ...cells.slice(from, to), ...gap(cells.length - to));
  return row;
}

const gap = (columns) => (columns > 0 ? [make("td", { class: "matrix__gap", colspan: columns })] : []);

const corner = () => make("td", { class: "matrix__corner" });

/** Complete the rows one by one while the browser is idle; a newer change takes over. */
function fill(layout) {
  const mine = (layout.filling = {});
  const step = (deadline) => {
    for (let least = 4; least > 0 || deadline.timeRemaining() > 4; least -= 1) {
      if (layout.filling !== mine) return;
      if (!further(layout)) return settle(layout);
    }
    idle(step, { timeout: 100 });
  };
  afterwards(step);
}

/** Complete one more row, or add the next; false where nothing is left. */
function further(layout) {
  const { head, lines, laid, table } = layout;
  const cutOne = [head, ...lines.slice(0, laid)].find((line) => !line.whole);
  if (!cutOne && laid === lines.length) return false;
  const line = cutOne ?? lines[laid];
  cut(line, 0, line.cells.length);
  if (!cutOne) {
    table.tBodies[0].append(line.row);
    layout.laid += 1;
  }
  return true;
}

function settle(layout) {
  layout.filling = null;
  for (const old of layout.region.querySelectorAll(".matrix__page--old")) old.remove();
  layout.table.removeAttribute("aria-busy");
  look(layout);
  reach(layout);
}

/** Complete what the reader scrolls into, and lay further tools out where the last one is near. */
function reach(layout) {
  while (layout.filling && [layout.head, ...layout.lines.slice(0, layout.laid)].some((line) => !line.whole)) further(layout);
  if (layout.filling || layout.limit >= layout.shown?.tools.length || !nearEnd(layout)) return;
  layout.limit += AT_ONCE;
  if (layout.turned) return lay(layout);
  const tools = layout.shown.tools.slice(layout.lines.length, layout.limit);
  layout.lines.push(...lines(tools, layout.shown.criteria));
  layout.table.setAttribute("aria-busy", "true");
  fill(layout);
}

/** Less than a third of a screen is left behind the last tool; where the table does not scroll, the page does. */
function nearEnd({ region, turned }) {
  if (turned) return region.scrollWidth - region.scrollLeft - region.clientWidth <= region.clientWidth / 3;
  const left = region.scrollHeight - region.scrollTop - region.clientHeight;
  if (region.scrollHeight > region.clientHeight + 1) return left <= region.clientHeight / 3;
  return region.getBoundingClientRect().bottom - innerHeight <= innerHeight / 3;
}

function scope(layout) {
  layout.scope = layout.turned;
  for (const { head } of layout.tools.values()) head.scope = layout.turned ? "col" : "row";
  for (const { head } of layout.criteria.values()) head.scope = layout.turned ? "row" : "col";
}
