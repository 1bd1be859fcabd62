// What pages make of an address and of a filter beyond ids: what they took it for, and what they could not use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { known } from "../../overrides/assets/rooms/guide/engine.mjs";
import { stateOf } from "../../overrides/assets/rooms/matrix/state.mjs";
import { meets } from "../../overrides/assets/rooms/search/readings.mjs";
import { read } from "../../overrides/assets/rooms/shared/address.mjs";

const GUIDE = { questions: [{ id: "hosting", options: [{ id: "self" }, { id: "managed" }] }, { id: "terms", many: true, options: [{ id: "open" }] }] };
const MODEL = { tools: [], criteria: [{ id: "sso", options: ["yes", "no"] }, { id: "licence", options: ["a", "b"] }] };

test("a guide says which answer it took a misspelt one for", () => {
  assert.deepEqual(known(GUIDE, read("?hosting=selff")).taken, [["selff", "self"]]);
});

test("a semicolon parts parameters where a name follows, and values where none does", () => {
  const { answers, dropped } = known(GUIDE, read("?hosting=self;terms=open"));
  assert.deepEqual([[...answers], dropped], [[["hosting", ["self"]], ["terms", ["open"]]], []]);
  assert.deepEqual(read("?tools=a;b").get("tools"), ["a", "b"]);
});

test("what only one value can be of is named where there are two", () => {
  const { sort, only, dropped } = stateOf(MODEL, read("?sort=sso,licence&only=all,unchecked"));
  assert.deepEqual([sort, only, dropped], ["sso", "all", ["sort=licence", "only=unchecked"]]);
});

test("a filter reads particles behind Latin letters, slips, the other keyboard and initials", () => {
  for (const typed of ["mlflow를", "MLflow에서", "mlfow", "엠엘플로우", "dpadpfvmffhdn", "ㅇㅇㅍㄹㅇ", "ｍｌｆｌｏｗ"]) {
    assert.ok(meets("mlflow 엠엘플로우", typed), typed);
  }
  for (const typed of ["wandb를", "를 wandb", "ㄱㄴㄷ"]) assert.ok(!meets("mlflow 엠엘플로우", typed), typed);
});
