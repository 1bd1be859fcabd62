// Reads a matrix out of its table: the HTML is the only source.

const CLOSED = new Set(["deprecated", "archived", "sunset"]);

/** {tools: [{id, name, url, closed, cells}], criteria: [{id, name, group, options}]} of a matrix. */
export function modelOf(table) {
  const tools = new Map();
  const criteria = new Map();
  for (const head of table.querySelectorAll("th[data-tool], tr[data-tool] > th")) {
    const id = head.dataset.tool ?? head.parentElement.dataset.tool;
    const link = head.querySelector("a");
    const status = head.querySelector(".status")?.className.match(/status--(\S+)/)?.[1];
    tools.set(id, { id, name: link.textContent.trim(), url: link.getAttribute("href"), closed: CLOSED.has(status), cells: {} });
  }
  for (const head of table.querySelectorAll("th[data-criterion], tr[data-criterion] > th")) {
    const owner = head.dataset.criterion ? head : head.parentElement;
    const id = owner.dataset.criterion;
    const options = [...head.querySelectorAll("[data-option]")].map((each) => each.dataset.option);
    criteria.set(id, {
      id,
      name: head.querySelector(".criterion").textContent.trim(),
      group: owner.dataset.group,
      options: options.length ? options : undefined,
    });
  }
  for (const cell of table.querySelectorAll("td[data-criterion]")) {
    tools.get(cell.dataset.tool).cells[cell.dataset.criterion] = lazily(cell);
  }
  return { tools: [...tools.values()], criteria: [...criteria.values()] };
}

/** A cell whose words and sources are read only when an export asks for them. */
function lazily(cell) {
  const card = cell.querySelector(".card");
  return {
    element: cell,
    card,
    value: cell.dataset.value,
    get words() {
      return cell.querySelector(".value__words").textContent.trim();
    },
    get note() {
      return card.querySelector(".evidence__note")?.textContent.trim() ?? "";
    },
    get checked() {
      return card.querySelector("[data-checked]")?.dataset.checked ?? "";
    },
    get sources() {
      return [...card.querySelectorAll("a.source")].map((link) => ({
        url: link.href,
        shows: link.parentElement.querySelector(".source__shows")?.textContent.trim() ?? "",
        opened: link.dataset.opened ?? "",
      }));
    },
    get past() {
      return JSON.parse(cell.dataset.past ?? "[]");
    },
  };
}
