// What a script was given, and how it answers: JSON on both ends.
import { readFileSync } from "node:fs";

export const given = () => JSON.parse(readFileSync(0, "utf8"));
export const answer = (found) => process.stdout.write(JSON.stringify(found));
