// A team's own weights: ranges where nobody knows, must-haves, ties, what would flip the first place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { differing, fit, flips, ordersIn, rank, tooClose, weightsOf } from "../../overrides/assets/rooms/weights/ranking.mjs";

const tool = (id, cells) => ({
  id,
  cells: Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, { value }])),
});
const weight = (criterion, weight, wanted = "yes") => ({ criterion, weight, wanted });
const A = tool("a", { charts: "yes", sso: "no", runs: "" });
const B = tool("b", { charts: "partial", sso: "yes", runs: "yes" });
const C = tool("c", { charts: "no", sso: "disputed", runs: "yes" });

test("a cell fits wholly, half or not at all; not checked and disputed are unknown", () => {
  const found = ["yes", "partial", "no", "", "disputed"].map((value) => fit({ value }, "yes"));
  assert.deepEqual(found, [1, 0.5, 0, null, null]);
  assert.equal(fit(undefined, "yes"), null);
  assert.equal(fit({ value: "self managed" }, "managed"), 1);
  assert.equal(fit({ value: "yes" }, "partial"), 1);
});

test("what is not known widens the range and is never a no", () => {
  const [first] = rank([A], [weight("charts", "1"), weight("runs", "3")]).ranked;
  assert.deepEqual([first.low, first.middle, first.high], [25, 62.5, 100]);
});

test("a must-have excludes a no, keeps what is not checked, and adds no points", () => {
  const { ranked, excluded } = rank([A, B, C], [weight("sso", "must"), weight("charts", "2")]);
  assert.deepEqual(excluded, [{ tool: "a", broken: ["sso"] }]);
  assert.deepEqual(ranked.map((each) => [each.tool, each.low, each.unknown]), [["b", 50, []], ["c", 0, ["sso"]]]);
});

test("the best middle comes first, of equal ones the surer", () => {
  const unsure = tool("unsure", { charts: "" });
  const half = tool("half", { charts: "partial" });
  assert.deepEqual(rank([unsure, half], [weight("charts", "1")]).ranked.map((each) => each.tool), ["half", "unsure"]);
});

test("ranges that meet cannot be told apart, ranges that do not can", () => {
  const close = (weights) => tooClose(rank([A, B, C], weights));
  assert.deepEqual(close([weight("charts", "1")]), []);
  assert.deepEqual(close([weight("sso", "1")]), ["c"]);
  assert.deepEqual(tooClose({ ranked: [] }), []);
});

test("a flip is the nearest other weight at which another tool comes first", () => {
  const weights = [weight("charts", "3"), weight("sso", "1")];
  assert.equal(rank([A, B], weights).ranked[0].tool, "a");
  assert.deepEqual(flips([A, B], weights), [
    { criterion: "charts", from: 3, to: 1, tool: "b" },
    { criterion: "sso", from: 1, to: 2, tool: "b" },
  ]);
});

test("entries that the criteria do not know are dropped, as they were written", () => {
  const criteria = [{ id: "charts", options: ["yes", "partial", "no"] }, { id: "text", options: null }];
  const entries = ["charts:3", "charts:2:yes", "moon:1:yes", "charts:9", "text:1:x"];
  const { weights, dropped } = weightsOf(criteria, entries);
  assert.deepEqual(weights, [{ criterion: "charts", weight: "3", wanted: "yes" }]);
  assert.deepEqual(dropped, ["charts:2:yes", "moon:1:yes", "charts:9", "text:1:x"]);
});

test("of values in an order each does for whoever would take one after it, and none for one before it", () => {
  const ordered = ["library", "process", "cluster"];
  assert.deepEqual(["library", "process", "cluster", "managed"].map((value) => fit({ value }, "process", ordered)), [1, 1, 0, 0]);
  const orders = ordersIn(" install:library,process,cluster\n delivery:once,twice ");
  assert.deepEqual(orders.get("delivery"), ["once", "twice"]);
  const criteria = [{ id: "install", options: ordered }];
  const { weights } = weightsOf(criteria, ["install:must:process"], orders);
  const tools = ordered.map((value) => tool(value, { install: value }));
  assert.deepEqual(rank(tools, weights).excluded.map((each) => each.tool), ["cluster"]);
});

test("criteria on which tools are equal do not differ; not checked is a value of its own", () => {
  const criteria = ["charts", "sso", "runs"].map((id) => ({ id }));
  assert.deepEqual(differing([B, C], criteria), ["charts", "sso"]);
  assert.deepEqual(differing([A, B], criteria), ["charts", "sso", "runs"]);
});
