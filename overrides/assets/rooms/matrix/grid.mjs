// A matrix as one stop of the keyboard: arrow keys move between its cells, Tab leaves it.

import { LATER } from "./arrange.mjs";

const LINKS = ":is(td[id], th) > a";
const ROLES = { TABLE: "grid", TD: "gridcell" };

/** Let arrow keys move in a table. */
export function gridOf(table, hint, signal) {
  table.setAttribute("role", ROLES.TABLE);
  table.setAttribute("aria-description", hint);
  for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", ROLES.TD);
  for (const link of table.querySelectorAll(LINKS)) link.tabIndex = -1;
  const grid = { table, stop: null };
  stopAt(grid, table.querySelector(LINKS));
  table.addEventListener("focusin", ({ target }) => target.matches(LINKS) && stopAt(grid, target), { signal });
  table.addEventListener("keydown", (event) => move(grid, event), { signal });
  return grid;
}

/** After a change the stop may be out of sight: the first link takes its place. What is still to be drawn is there. */
export function mendStop(grid) {
  const there = (link) => link.isConnected && (link.checkVisibility() || link.closest(`.${LATER}:not([hidden])`));
  if (!grid.stop || !there(grid.stop)) stopAt(grid, [...grid.table.querySelectorAll(LINKS)].find(there));
}

function stopAt(grid, link) {
  if (grid.stop) grid.stop.tabIndex = -1;
  grid.stop = link;
  if (link) link.tabIndex = 0;
}

function move(grid, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !event.target.matches(LINKS)) return;
  const cell = event.target.parentElement;
  const row = cell.parentElement;
  const place = [...row.cells].indexOf(cell);
  const steps = {
    ArrowRight: () => nearest([...row.cells].slice(place + 1)),
    ArrowLeft: () => nearest([...row.cells].slice(0, place).reverse()),
    ArrowDown: () => vertical(grid, row, place, 1),
    ArrowUp: () => vertical(grid, row, place, -1),
    Home: () => nearest([...row.cells]),
    End: () => nearest([...row.cells].reverse()),
  };
  const link = steps[event.key]?.();
  if (!steps[event.key]) return;
  event.preventDefault();
  link?.focus();
}

const linkOf = (cell) => cell?.querySelector(":scope > a");

function nearest(cells) {
  return cells.map(linkOf).find((link) => link?.checkVisibility());
}

/** The same column in the next row that has it. */
function vertical({ table }, row, place, step) {
  const rows = [...table.rows].filter((each) => each.checkVisibility());
  for (let next = rows.indexOf(row) + step; rows[next]; next += step) {
    const link = linkOf(rows[next].cells[place]);
    if (link?.checkVisibility()) return link;
  }
}
