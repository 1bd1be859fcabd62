// The address nearest to one that leads nowhere. Pure.

/** The known address that takes the fewest changes of letters, or null where none is near. */
export function nearest(asked, known) {
  const wanted = tidy(asked);
  let best = null;
  let least = Math.max(2, Math.ceil(wanted.length / 3)) + 1;
  for (const address of known) {
    const far = distance(wanted, tidy(address), least);
    if (far < least) [best, least] = [address, far];
  }
  return best;
}

const tidy = (address) => address.toLowerCase().replace(/(index)?\.html?$/, "").replace(/^\/+|\/+$/g, "");

function distance(one, other, most) {
  if (Math.abs(one.length - other.length) >= most) return most;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let place = 1; place <= other.length; place += 1) {
      const change = row[place - 1] + (one[line - 1] === other[place - 1] ? 0 : 1);
      next.push(Math.min(change, row[place] + 1, next[place - 1] + 1));
    }
    row = next;
  }
  return row.at(-1);
}
