// Reads a matrix out of its page: values from the table, evidence from the notes below it.
import { noted, sourcesOf } from "./evidence.mjs";
import { dayIn } from "../shared/page.mjs";

/** {tools: [{id, name, url, closed, standing, head, cells}], criteria: [{id, name, group, options, head}], groups: Map} of a matrix. */
export function modelOf(root) {
  const table = root.querySelector("table");
  const tools = [...table.tHead.querySelectorAll("th[data-tool]")].map(toolOf);
  const criteria = [...table.querySelectorAll("th[data-criterion]")].map(criterionOf);
  const groups = new Map([...table.querySelectorAll(".matrix__group th")].map((head) => [head.dataset.group, head.textContent.trim()]));
  for (const { id, head } of criteria) {
    [...head.parentElement.cells].slice(1).forEach((element, number) => {
      tools[number].cells[id] = cellOf(root, element);
    });
  }
  return { tools, criteria, groups };
}

function toolOf(head) {
  const { tool, name, closed } = head.dataset;
  return { id: tool, name, url: head.querySelector("a").getAttribute("href"), closed: closed !== undefined, standing: head.querySelector(".status")?.textContent.trim() ?? "", head, cells: {} };
}

function criterionOf(head) {
  const { criterion, group, options, name } = head.dataset;
  return { id: criterion, name, group, options: options ? options.split(" ") : undefined, head };
}

/** The day on which a note was checked, in its small print; "" where it says none. */
export const dayOf = (note) => dayIn(note?.querySelector("small"));

/** A cell whose evidence is read only when somebody asks for it. */
function cellOf(root, element) {
  const note = () => noted(root, `note-${element.id}`);
  return {
    element,
    value: element.dataset.value,
    get words() {
      const link = element.firstElementChild;
      return (link.querySelector(".cell__words") ?? link).textContent.trim();
    },
    get conditions() {
      return [...element.firstElementChild.querySelectorAll(".condition")].map((each) => each.textContent.trim());
    },
    get note() {
      return note()?.querySelector(".evidence__note")?.textContent.trim() ?? "";
    },
    get checked() {
      return dayOf(note());
    },
    get sources() {
      return sourcesOf(root, note()).map((item) => ({
        url: item.querySelector("a.source").getAttribute("href"),
        shows: item.querySelector(".source__shows").textContent.trim(),
        opened: dayIn(item.querySelector(".source__dates")),
      }));
    },
    get past() {
      return JSON.parse(element.dataset.past ?? "[]");
    },
  };
}
