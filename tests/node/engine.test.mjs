// What the engine takes of answers that no page would give: a hand-written caller, an old link.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "../../overrides/assets/rooms/guide/engine.mjs";

const options = [
  { id: "small", baseline: "enough", effects: {} },
  { id: "large", baseline: "outgrown", effects: {} },
];
const guide = (many) => ({ tools: [], questions: [{ id: "team", many, options }] });
const both = new Map([["team", ["small", "large"]]]);

test("a question with one answer takes the first of two", () => {
  assert.equal(outcome(guide(false), both).baseline, true);
});

test("a question with many answers takes both", () => {
  assert.equal(outcome(guide(true), both).baseline, false);
});
