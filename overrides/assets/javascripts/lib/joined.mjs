// Several matrices of one tool each, joined into one of all: the criteria that all of them answer.
import { modelOf } from "./model.mjs";
import { make } from "./page.mjs";

/** A turned matrix of the tools, with their notes; `settings` are the data of the page that shows it. */
export function joined(matrices, label, settings) {
  const models = matrices.map((each) => modelOf(each));
  const tools = models.map((model) => model.tools[0]);
  const [{ groups, criteria }] = models;
  const common = criteria.filter(({ id }) => tools.every((tool) => tool.cells[id]));
  const body = [...groups].flatMap(([group, name]) => {
    const inside = common.filter((each) => each.group === group);
    if (!inside.length) return [];
    const head = make("th", { scope: "rowgroup", colspan: tools.length + 1, "data-group": group }, make("span", {}, name));
    return [make("tr", { class: "matrix__group" }, head), ...inside.map(({ id, head }) => make("tr", {}, adopt(head), ...tools.map((tool) => adopt(tool.cells[id].element))))];
  });
  const table = make("table", { class: "matrix__table matrix__table--turned" },
    make("colgroup", {}, make("col", { span: tools.length + 1 })),
    make("thead", {}, make("tr", {}, make("td", { class: "matrix__corner" }), ...tools.map((tool) => adopt(tool.head)))),
    make("tbody", {}, ...body));
  const notes = adopt(matrices[0].querySelector(".notes"));
  notes.append(...matrices.slice(1).map((each) => adopt(each.querySelector(".notes section"))));
  return make("div", { class: "matrix", "data-matrix": "picked", "data-words": settings.matrixWords, "data-first-day": settings.firstDay, "data-definitions": settings.definitions, "data-renamed": settings.renamed, "data-report": settings.report },
    make("div", { class: "matrix__region", role: "region", "aria-label": label, tabindex: "0" }, table), notes);
}

const adopt = (element) => document.importNode(element, true);
