// Several matrices of one tool each, joined into one of all: the criteria that all of them answer.
import { modelOf } from "./model.mjs";
import { make } from "./page.mjs";

/** A matrix of the tools, with their notes; `settings` are the data of the page that shows it. */
export function joined(matrices, label, settings) {
  const models = matrices.map((each) => modelOf(each));
  const tools = models.map((model) => model.tools[0]);
  const [{ groups, criteria }] = models;
  const common = criteria.filter(({ id }) => tools.every((tool) => tool.cells[id]));
  const bodies = [...groups.keys()].flatMap((group) => {
    const inside = common.filter((each) => each.group === group);
    if (!inside.length) return [];
    const bar = adopt(inside[0].head.closest("tbody").rows[0]);
    bar.cells[0].colSpan = tools.length + 1;
    return [make("tbody", { role: "rowgroup" }, bar, ...inside.map(({ id, head }) => row(head, ...tools.map((tool) => tool.cells[id].element))))];
  });
  const table = make("table", { class: "matrix__table", role: "table", "aria-label": label, style: `--columns:${tools.length}` },
    make("colgroup", {}, make("col", { class: "matrix__first" }), make("col", { span: tools.length })),
    make("thead", { role: "rowgroup" }, row(matrices[0].querySelector(".matrix__corner"), ...tools.map((tool) => tool.head))),
    ...bodies);
  const notes = adopt(matrices[0].querySelector(".notes"));
  notes.append(...matrices.slice(1).map((each) => adopt(each.querySelector(".notes section"))));
  notes.open = false;
  return make("div", { class: "matrix", "data-matrix": "picked", "data-words": settings.matrixWords, "data-first-day": settings.firstDay, "data-definitions": settings.definitions, "data-renamed": settings.renamed, "data-report": settings.report },
    adopt(matrices[0].querySelector(".matrix__key")), table, notes);
}

const row = (...cells) => make("tr", { role: "row" }, ...cells.map(adopt));

const adopt = (element) => document.importNode(element, true);
