// The notes, sources and definitions below a matrix: by their ids, and put aside while nobody reads them.
import { places } from "./address.mjs";

const indexes = new WeakMap();

/** The note, source or definition with this id; its place in the page does not matter. */
export function noted(root, id) {
  if (!indexes.has(root)) {
    const all = root.querySelectorAll(".notes [id]");
    indexes.set(root, new Map([...all].map((each) => [each.id, each])));
  }
  return indexes.get(root).get(id);
}

/** The entries of the list of sources that a note names by their numbers. */
export function sourcesOf(root, note) {
  const marks = note?.querySelectorAll("a[href^='#source-']") ?? [];
  return [...marks].map((mark) => noted(root, mark.getAttribute("href").slice(1)));
}

/** Close what the cards show too, unless the address points into it; what is closed leaves the page, for a page draws faster without it. */
export function fold(root, signal) {
  noted(root, ""); // all are known by their ids before any leaves the page
  const named = () => places(location.hash, location.search).map((id) => noted(root, id)).find(Boolean) ?? null;
  const wanted = named();
  for (const section of root.querySelectorAll(".notes")) {
    const aside = document.createDocumentFragment();
    const keep = () => (section.open ? section.append(aside) : aside.append(...[...section.children].slice(1)));
    section.open = section.contains(wanted ?? null);
    keep();
    section.addEventListener("toggle", keep, { signal });
    const come = () => {
      if (!aside.contains(named())) return;
      section.open = true;
      keep();
    };
    addEventListener("hashchange", come, { signal });
    const print = (open) => () => ((section.open = open), keep());
    addEventListener("beforeprint", print(true), { signal });
    addEventListener("afterprint", print(false), { signal });
  }
}
