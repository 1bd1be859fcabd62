// What is taken away from a matrix is text: nothing that was written in the data is markup elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { html, markdown } from "../../overrides/assets/rooms/matrix/exports.mjs";

const HOSTILE = '<img src=x onerror="1"> & [a](b) | `c`';
const cell = { value: "yes", words: HOSTILE, conditions: [HOSTILE], note: HOSTILE, checked: "2026-11-01", sources: [{ url: 'https://a.example/?"<b>', opened: "2026-11-01" }] };
const model = { tools: [{ id: "a", name: HOSTILE, standing: HOSTILE, cells: { c: cell } }], criteria: [{ id: "c", name: HOSTILE }] };
const words = { criterion: "Criterion", notes: "Notes", sources: "Sources", day: "Checked on" };
const shown = { tools: ["a"], criteria: ["c"] };

test("in HTML no tag and no attribute comes from the data", () => {
  const said = html(model, shown, words, "https://b.example/", HOSTILE);
  const tags = [...said.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(tags)].sort(), ["a", "li", "ol", "p", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"]);
  assert.ok(!/ onerror="/.test(said));
  assert.ok(said.includes("&lt;img src=x onerror=&quot;1&quot;&gt; &amp; [a](b)"));
});

test("in Markdown no mark comes from the data, and a row stays a row", () => {
  const lines = markdown(model, shown, words, "https://b.example/", HOSTILE).split("\n");
  assert.ok(!lines.some((line) => /(?<!\\)<img|(?<!\\)\[a\]|(?<!\\)`c/.test(line)));
  const row = lines.find((line) => line.startsWith("| \\<img"));
  assert.equal(row.replaceAll("\\|", "").split("|").length, 4);
});
