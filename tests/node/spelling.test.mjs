// How people spell: words, particles, slips.
import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, forms, leeway, letters, words } from "../../overrides/assets/rooms/shared/spelling.mjs";

test("words end where Hangul and Latin meet, and lone particles are dropped", () => {
  assert.deepEqual(words("MLflow랑 W&B를, 서클CI!"), ["mlflow", "w", "b", "서클", "ci"]);
});

test("a word is known with and without its particle", () => {
  assert.deepEqual(forms("메타플로우를"), ["메타플로우를", "메타플로우"]);
  assert.deepEqual(forms("지라"), ["지라"]);
});

for (const [one, other, apart] of [
  ["jenkins", "jenkis", 1],
  ["airflow", "airlfow", 1],
  ["젠킨스", "젠킨쓰", 1],
  ["kafka", "spark", 3],
]) {
  test(`${one} and ${other} are ${apart} letters apart, where more than two are too many`, () => {
    assert.equal(distance(letters(one), letters(other), 2), apart);
  });
}

test("short words may hold no slip, longer ones one or two", () => {
  assert.deepEqual([4, 5, 8, 9].map(leeway), [0, 1, 1, 2]);
});
