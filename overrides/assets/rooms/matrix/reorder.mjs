// Puts the children of an element into an order with the fewest moves: what stays where it is need not be drawn anew.

/** Make these the children of a parent, in this order. */
export function reorder(parent, children) {
  const place = new Map(children.map((child, at) => [child, at]));
  for (const child of [...parent.children]) if (!place.has(child)) child.remove();
  const stay = new Set(rising([...parent.children].map((child) => place.get(child))));
  let next = null;
  for (let at = children.length - 1; at >= 0; at -= 1) {
    if (!stay.has(at)) parent.insertBefore(children[at], next);
    next = children[at];
  }
}

/** The longest run of numbers, each greater than the one before it, among different numbers; the last first. Pure. */
export function rising(numbers) {
  const ends = []; // the least number that ends a run of each length
  const before = new Map();
  for (const number of numbers) {
    const length = ends.findLastIndex((end) => end < number) + 1;
    before.set(number, ends[length - 1]);
    ends[length] = number;
  }
  const run = [];
  for (let number = ends.at(-1); number !== undefined; number = before.get(number)) run.push(number);
  return run;
}
