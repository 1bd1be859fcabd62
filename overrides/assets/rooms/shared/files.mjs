// Small data files of this site, read when something asks for them.

const files = new Map();

/** A file of this site, read once; null where it cannot be read, or something else came instead. */
export function file(address) {
  if (!files.has(address)) {
    const read = fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    files.set(address, read);
    read.then((found) => found ?? files.delete(address)); // the next who asks may be luckier
  }
  return files.get(address);
}
