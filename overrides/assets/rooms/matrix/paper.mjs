// A matrix on paper: at most eight tools a table where it is one, and the notes of nothing but what is shown.
import { make } from "../shared/page.mjs";

const MOST = 8;

/** Prepare the sheets before printing and clear them away afterwards. */
export function paperOf({ root, layout }, shownNow, signal) {
  const { table } = layout;
  let sheets = [];
  const before = () => {
    const { tools, criteria } = shownNow();
    for (const note of root.querySelectorAll(".notes dl > [id^=note-]")) {
      note.classList.toggle("matrix__off", !isShown(note.id, tools, criteria));
    }
    for (const section of root.querySelectorAll(".notes > section")) {
      section.classList.toggle("matrix__off", !tools.includes(section.id.slice("notes-".length)));
    }
    if (tools.length <= MOST || root.matches(".glance > *")) return; // a stage's own is chips on paper, in one list
    const count = Math.ceil(tools.length / MOST);
    const each = Math.ceil(tools.length / count);
    sheets = Array.from({ length: count }, (_, number) => part(table, number * each, Math.min(tools.length, (number + 1) * each)));
    table.classList.add("matrix__table--whole");
    table.after(...sheets);
  };
  const after = () => {
    for (const sheet of sheets.splice(0)) sheet.remove();
    table.classList.remove("matrix__table--whole");
  };
  addEventListener("beforeprint", () => (after(), before()), { signal });
  addEventListener("afterprint", after, { signal });
}

function isShown(id, tools, criteria) {
  return tools.some((tool) => criteria.some((criterion) => id === `note-${tool}-${criterion}`));
}

/** A copy of the table with some of its columns, under ids of its own. */
function part(table, from, to) {
  const copy = table.cloneNode(true);
  copy.classList.add("matrix__table--sheet");
  for (const row of copy.querySelectorAll("tr:not(.matrix__group)")) {
    for (const [place, cell] of [...row.cells].entries()) if (place && (place <= from || place > to)) cell.remove();
  }
  copy.style.setProperty("--columns", to - from);
  copy.querySelector("col:last-child").span = to - from;
  for (const head of copy.querySelectorAll(".matrix__group th")) head.colSpan = to - from + 1;
  for (const each of copy.querySelectorAll("[id]")) each.id = `sheet-${each.id}`;
  return make("div", { class: "matrix__sheet", "aria-hidden": "true" }, copy);
}
