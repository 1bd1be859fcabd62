// The notes and sources of a matrix, by their ids.

const indexes = new WeakMap();

/** The note or source with this id; its place in the page does not matter. */
export function noted(root, id) {
  if (!indexes.has(root)) {
    const all = root.querySelectorAll(":is([id^=note-], [id^=notes-], [id^=source-])");
    indexes.set(root, new Map([...all].map((each) => [each.id, each])));
  }
  return indexes.get(root).get(id);
}

/** The entries of the list of sources that a note names by their numbers. */
export function sourcesOf(root, note) {
  const marks = note?.querySelectorAll("a[href^='#source-']") ?? [];
  return [...marks].map((mark) => noted(root, mark.getAttribute("href").slice(1)));
}
