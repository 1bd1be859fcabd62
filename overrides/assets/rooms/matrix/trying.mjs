// Copies what is still to be tried of the tools that a matrix shows; loaded when a reader asks for it.
import { definitionOf } from "./definitions.mjs";
import { html, markdown } from "../shared/document.mjs";
import { copy } from "../shared/page.mjs";
import { openCells, trialSheet } from "./trial.mjs";

/** Copy the checklist, with a link back to what is shown. */
export async function copyTrial({ root, model, shown, words }, link, output) {
  const open = openCells(model, shown).map(({ id }) => id);
  const defined = new Map(await Promise.all(open.map(async (id) => [id, definedBy(await definitionOf(root, id))])));
  const sheet = trialSheet(model, shown, words, link, (id) => defined.get(id));
  copy(markdown(sheet), output, words.copied, html(sheet));
}

/** What a definition says: {question, options: [[name, meaning]]}; null where there is none. */
function definedBy(definition) {
  if (!definition) return null;
  const options = [...definition.querySelectorAll("[data-option]")].map((each) => ["dt", "dd"].map((part) => each.querySelector(part).textContent.trim()));
  return { question: definition.querySelector("p:not(.definition__why)")?.textContent.trim() ?? "", options };
}
