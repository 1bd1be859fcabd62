// What a criterion and its values mean, from the page of all criteria, and what its options are called.
import { file } from "../shared/files.mjs";

const pages = new Map();

/** The element that defines a criterion of a matrix. */
export async function definitionOf(root, id) {
  return (await page(root.dataset.definitions))?.querySelector(`#definition-${id}`);
}

/** The names of a criterion's options: Map of option id to words. */
export async function optionNames(root, id) {
  const options = await file(`${root.dataset.sheets}options.json`);
  return new Map(Object.entries(options?.[id] ?? {}));
}

/** The document at an address of this site, read once; null where it cannot be read. */
function page(address) {
  if (!pages.has(address)) {
    const read = fetch(address).then((answer) => (answer.ok ? answer.text() : null), () => null);
    pages.set(address, read.then((text) => text && new DOMParser().parseFromString(text, "text/html")));
    read.then((text) => text ?? pages.delete(address)); // the next who asks may be luckier
  }
  return pages.get(address);
}
