// Reads from stdin {index, names}; for each name, what is found when it is typed on the other keyboard and by initials.
import { readFileSync } from "node:fs";
import { find, indexOf } from "../../overrides/assets/rooms/search/finding.mjs";
import { asHangul, asLatin, initials } from "../../overrides/assets/rooms/search/readings.mjs";

const { index, names } = JSON.parse(readFileSync(0, "utf-8"));
const known = indexOf(index);
const found = (query) => find(known, query).slice(0, 10).map(({ page }) => page.address);
console.log(JSON.stringify(names.map((name) => ({
  keys: asLatin(name),
  again: asHangul(asLatin(name)),
  wrong: found(asLatin(name)),
  other: found(asHangul(name)),
  short: found(initials(name.replace(/\s/g, ""))),
}))));
