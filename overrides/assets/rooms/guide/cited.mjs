// A reason in words, and the numbers of its sources.
import { cellOf, judgement } from "./candidates.mjs";
import { make } from "../shared/page.mjs";

const SHOWN = 2;

/** A reason: {name, note, sources}; by a cell, or by an editorial judgement, which has no criterion. */
export function reasonOf(page, tool, { criterion, question, option, place }) {
  if (!criterion) return { name: page.words.judgement, ...judgement(page, question, option, tool, place) };
  const cell = cellOf(tool, criterion);
  return { name: cell.criterion, ...cell, criterion };
}

/** Links to the numbered sources: [1][2]. */
export function marks(numbers) {
  const links = numbers.slice(0, SHOWN).map((number) => make("a", { class: "cite", href: `#source-${number}` }, `[${number}]`));
  return make("sup", {}, ...links);
}
