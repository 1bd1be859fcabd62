// Reads a matrix out of its page: values from the table, evidence from the notes below it.
import { noted, sourcesOf } from "./evidence.mjs";

const CLOSED = new Set(["deprecated", "archived", "sunset"]);

/** {tools: [{id, name, url, closed, head, cells}], criteria: [{id, name, group, options, head}], groups: Map} of a matrix. */
export function modelOf(root) {
  const table = root.querySelector("table");
  const tools = [...table.querySelectorAll("th[data-tool]")].map(toolOf);
  const criteria = [...table.querySelectorAll("th[data-criterion]")].map(criterionOf);
  const heads = table.querySelectorAll("th[data-group]:not([data-criterion])");
  const groups = new Map([...heads].map((head) => [head.dataset.group, head.textContent.trim()]));
  const turned = table.classList.contains("matrix__table--turned");
  const lines = turned ? criteria : tools;
  for (const line of lines) {
    [...line.head.parentElement.cells].slice(1).forEach((element, number) => {
      const [tool, criterion] = turned ? [tools[number], line] : [line, criteria[number]];
      tool.cells[criterion.id] = cellOf(root, element);
    });
  }
  return { tools, criteria, groups };
}

function toolOf(head) {
  const link = head.querySelector("a");
  const status = head.querySelector(".status")?.className.match(/status--(\S+)/)?.[1];
  return { id: head.dataset.tool, name: link.textContent.trim(), url: link.getAttribute("href"), closed: CLOSED.has(status), head, cells: {} };
}

function criterionOf(head) {
  const { criterion, group, options } = head.dataset;
  return { id: criterion, name: head.textContent.trim(), group, options: options ? options.split(" ") : undefined, head };
}

/** A cell whose evidence is read only when somebody asks for it. */
function cellOf(root, element) {
  const note = () => noted(root, `note-${element.id}`);
  return {
    element,
    value: element.dataset.value,
    get words() {
      return element.firstElementChild.textContent.trim();
    },
    get note() {
      return note()?.querySelector(".evidence__note")?.textContent.trim() ?? "";
    },
    get checked() {
      return note()?.dataset.checked ?? "";
    },
    get sources() {
      return sourcesOf(root, note()).map((item) => ({
        url: item.querySelector("a.source").getAttribute("href"),
        shows: item.querySelector(".source__shows").textContent.trim(),
        opened: item.querySelector("a.source").dataset.opened,
      }));
    },
    get past() {
      return JSON.parse(element.dataset.past ?? "[]");
    },
  };
}
