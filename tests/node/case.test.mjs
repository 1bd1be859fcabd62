// What a chosen tool has to put up with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { missed } from "../../overrides/assets/rooms/guide/case.mjs";

const reasons = (...pairs) => pairs.map(([criterion, points]) => ({ criterion, points }));

test("what several answers gave for one criterion is counted together", () => {
  const found = { reasons: new Map([["a", reasons(["registry", 3], ["registry", 1], ["charts", 1])], ["b", reasons(["registry", 4], ["charts", 2], ["", 5])]]) };
  assert.deepEqual(missed(found, "a"), ["charts"]);
  assert.deepEqual(missed(found, "b"), []);
});

test("the heaviest comes first, and judgements are no cells", () => {
  const found = { reasons: new Map([["a", []], ["b", reasons(["x", 1], ["y", 3], ["", 9])]]) };
  assert.deepEqual(missed(found, "a"), ["y", "x"]);
});
