// With few tools there is room: each note stands in its cell.
import { noted } from "./evidence.mjs";
import { make } from "../shared/page.mjs";

export const FEW = 3;
const SOME = 6; // to here a wide screen has room for whole values

/** Put the notes of what is shown into the cells, or take them out of sight. */
export function noteCells({ root, model, shown, layout }) {
  const few = shown.tools.length <= FEW;
  layout.table.classList.toggle("matrix__table--noted", few);
  layout.table.classList.toggle("matrix__table--whole-words", !few && shown.tools.length <= SOME);
  for (const old of root.querySelectorAll(".cell__note:not([id])")) old.remove();
  if (!few) return;
  for (const tool of model.tools.filter(({ id }) => shown.tools.includes(id))) {
    for (const id of shown.criteria) noteIn(root, tool.cells[id].element);
  }
}

function noteIn(root, cell) {
  const note = noted(root, `note-${cell.id}`);
  if (!note || cell.querySelector(".cell__note")) return;
  cell.append(make("div", { class: "cell__note" }, ...note.querySelector("dd").cloneNode(true).childNodes));
}
