// Several tools' small files, joined into one matrix: the criteria that all of them answer.
import { cellOf, headOf, optionsOf, sectionOf } from "./lean.mjs";
import { FEW } from "../matrix/noting.mjs";
import { make } from "../shared/page.mjs";

/** A matrix of the tools ([id, file] each), with their notes; `settings` are the data of the page that shows it. */
export function joined(tools, label, settings, key) {
  const asked = tools.map(([, { groups }]) => new Map(groups.flatMap(({ criteria }) => criteria.map((each) => [each.id, each]))));
  const groups = tools[0][1].groups.map((group) => ({ ...group, criteria: group.criteria.filter(({ id }) => asked.every((each) => each.has(id))) }));
  const noted = tools.length <= FEW;
  const bodies = groups.filter(({ criteria }) => criteria.length).map((group) => body(group, tools, asked, noted, settings));
  const heads = tools.map(([id, { tool }]) => headOf(id, tool, settings.toolsRoot));
  const table = make("table", { class: `matrix__table${noted ? " matrix__table--noted" : ""}`, role: "table", "aria-label": label, style: `--columns:${tools.length}` },
    make("colgroup", {}, make("col", { class: "matrix__first" }), make("col", { span: tools.length })),
    make("thead", { role: "rowgroup" }, row(make("td", { class: "matrix__corner", role: "cell" }), ...heads)),
    ...bodies);
  const common = groups.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return make("div", { class: "matrix", "data-matrix": "picked", "data-words": settings.matrixWords, "data-first-day": settings.firstDay, "data-definitions": settings.definitions, "data-renamed": settings.renamed, "data-report": settings.report, "data-sheets": settings.sheets },
    key, table, notes(tools, common, asked, noted, settings));
}

function body({ id, name, lane, criteria }, tools, asked, noted, { definitions, toolsRoot }) {
  const head = make("th", { scope: "rowgroup", role: "rowheader", colspan: tools.length + 1, "data-group": id }, make("span", {}, name));
  return make("tbody", { role: "rowgroup" },
    make("tr", { class: `matrix__group${lane ? ` lane--${lane}` : ""}`, role: "row" }, head),
    ...criteria.map((each) => row(
      make("th", { scope: "row", role: "rowheader", "data-criterion": each.id, "data-group": id, "data-options": optionsOf(each), "data-name": each.name },
        make("a", { class: "criterion", href: `${definitions}#definition-${each.id}` }, each.name)),
      ...tools.map(([tool, file], place) => cellOf(tool, file.tool.name, asked[place].get(each.id), noted, toolsRoot)))));
}

function notes(tools, common, asked, noted, settings) {
  const words = JSON.parse(settings.notes);
  const report = settings.report ? { address: settings.report, words: words.report } : null;
  return make("details", { class: "notes" }, make("summary", {}, noted ? words.sources : words.title),
    make("p", { id: "note-unchecked" }, words.unchecked),
    ...tools.map(([id, { tool, sources }], place) => sectionOf(id, { tool, sources, criteria: common.map((each) => asked[place].get(each)) }, noted, report)));
}

const row = (...cells) => make("tr", { role: "row" }, ...cells);
