// What a matrix shows for a state: filters, order, differences, gaps, and what a cell said before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, differs, view } from "../../overrides/assets/rooms/matrix/view.mjs";

const tool = (id, sso, hosting) => ({ id, cells: { sso: { value: sso }, hosting: { value: hosting }, same: { value: "yes" } } });
const model = {
  tools: [tool("a", "no", "self"), tool("b", "yes", "self managed"), tool("c", "", "managed")],
  criteria: [
    { id: "sso", options: ["yes", "partial", "no"] },
    { id: "hosting", options: ["self", "managed"] },
    { id: "same", options: ["yes", "no"] },
  ],
};
const EVERYTHING = { tools: [], criteria: [], where: [], sort: "", only: "" };
const shown = (state) => view(model, { ...EVERYTHING, ...state });

test("without a state everything is shown in the order of the page", () => {
  assert.deepEqual(shown({}), { tools: ["a", "b", "c"], criteria: ["sso", "hosting", "same"] });
});

test("one of the wanted values is enough, and every filtered criterion counts", () => {
  assert.deepEqual(shown({ where: ["hosting:self"] }).tools, ["a", "b"]);
  assert.deepEqual(shown({ where: ["hosting:self", "hosting:managed"] }).tools, ["a", "b", "c"]);
  assert.deepEqual(shown({ where: ["hosting:managed", "sso:yes"] }).tools, ["b"]);
});

test("sorting goes by the order of the options, what is not checked last", () => {
  assert.deepEqual(shown({ sort: "sso" }).tools, ["b", "a", "c"]);
});

test("only differences hides what is alike among the tools that are shown", () => {
  assert.deepEqual(shown({ only: "differences" }).criteria, ["sso", "hosting"]);
  assert.deepEqual(shown({ only: "differences", tools: ["b"] }).criteria, []);
  assert.equal(differs([], "sso"), false);
});

test("only unchecked shows the gaps: their criteria and their tools", () => {
  assert.deepEqual(shown({ only: "unchecked" }), { tools: ["c"], criteria: ["sso"] });
});

test("a cell on a day says what was recorded last until then, if that has changed since", () => {
  const past = [["2026-01-01", "no"], ["2026-02-01", "partly"]];
  assert.deepEqual(before(past, "2026-01-15", "yes"), { day: "2026-01-01", words: "no" });
  assert.deepEqual(before(past, "2026-02-01", "yes"), { day: "2026-02-01", words: "partly" });
  assert.equal(before(past, "2026-02-01", "partly"), null);
  assert.equal(before(past, "2025-12-31", "yes"), null);
});
