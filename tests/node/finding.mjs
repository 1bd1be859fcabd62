// Reads from stdin {index, queries}; prints for each query the addresses of what is found, best first.
import { readFileSync } from "node:fs";
import { find, indexOf } from "../../overrides/assets/rooms/search/finding.mjs";

const { index, queries } = JSON.parse(readFileSync(0, "utf-8"));
const known = indexOf(index);
console.log(JSON.stringify(queries.map((query) => find(known, query).slice(0, 10).map(({ page }) => page.address))));
