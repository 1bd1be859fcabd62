// A trial sheet: what of a shortlist is unchecked, partial or disputed, as a checklist with the criteria's definitions. Pure.
import { said } from "./exports.mjs";
import { fill } from "../shared/particles.mjs";

const OPEN = new Set(["", "partial", "disputed"]);

/** The cells to try out, by criterion: [{id, name, cells: [{tool, words, note}]}]; what is settled for all is left out. */
export function openCells(model, shown) {
  const tools = shown.tools.map((id) => model.tools.find((tool) => tool.id === id));
  const criteria = shown.criteria.map((id) => model.criteria.find((each) => each.id === id));
  return criteria.map(({ id, name }) => ({
    id, name,
    cells: tools.filter(({ cells }) => OPEN.has(cells[id]?.value ?? "")).map(({ name: tool, cells: { [id]: cell } }) => ({ tool, words: said(cell), note: cell?.note ?? "" })),
  })).filter(({ cells }) => cells.length);
}

/** The sheet as blocks of a document; `define(id)` gives {question, options: [[name, meaning]]} of a criterion. */
export function trialSheet(model, shown, words, link, define) {
  const open = openCells(model, shown);
  const names = shown.tools.map((id) => model.tools.find((tool) => tool.id === id).name).join(", ");
  const count = open.reduce((sum, { cells }) => sum + cells.length, 0);
  return [
    { title: fill(words.trial, { tools: names }) },
    { text: [`${fill(count ? words["trial-count"] : words["trial-none"], { count })} `, { link }] },
    ...open.flatMap(({ id, name, cells }) => {
      const { question, options } = define(id) ?? { question: "", options: [] };
      return [
        { head: name },
        ...(question ? [{ text: question }] : []),
        ...(options.length ? [{ list: options.map(([option, meaning]) => [{ strong: option }, `: ${meaning}`]) }] : []),
        { checks: cells.map(({ tool, words: now, note }) => [{ strong: tool }, `: ${[now, note].filter(Boolean).join(" — ")}`]) },
      ];
    }),
  ];
}
