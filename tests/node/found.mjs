// The addresses that search finds for each query, best first, in the index of a built site.
import { readFileSync } from "node:fs";
import { find, indexOf } from "../../overrides/assets/rooms/search/finding.mjs";
import { answer, given } from "./given.mjs";

const { index, queries } = given();
const known = indexOf(JSON.parse(readFileSync(index, "utf8")));

answer(queries.map((query) => find(known, query).slice(0, 5).map(({ page }) => page.address)));
