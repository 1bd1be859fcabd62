import assert from "node:assert/strict";
import { test } from "node:test";
import { reorder, rising } from "../../overrides/assets/rooms/matrix/reorder.mjs";

/** A parent that counts what is put into it. */
function parentOf(children) {
  const parent = { children: [...children], moves: 0 };
  for (const child of children) adopt(parent, child);
  parent.insertBefore = (child, next) => {
    parent.moves += 1;
    parent.children = parent.children.filter((each) => each !== child);
    parent.children.splice(next ? parent.children.indexOf(next) : parent.children.length, 0, child);
    adopt(parent, child);
  };
  return parent;
}

function adopt(parent, child) {
  child.remove = () => (parent.children = parent.children.filter((each) => each !== child));
}

const named = (letters) => [...letters].map((name) => ({ name }));

test("the longest rising run is found", () => {
  assert.deepEqual(rising([3, 0, 4, 1, 2, 9]), [9, 2, 1, 0]);
  assert.deepEqual(rising([]), []);
});

test("children come into every order with the fewest moves", () => {
  const cases = [["abcdef", "fabcde", 1], ["abcdef", "bcdefa", 1], ["abcd", "dcba", 3], ["abcd", "bd", 0], ["bd", "abcd", 2], ["abc", "abc", 0]];
  for (const [before, after, moves] of cases) {
    const all = new Map(named("abcdef").map((each) => [each.name, each]));
    const parent = parentOf([...before].map((name) => all.get(name)));
    for (const child of all.values()) if (!child.remove) adopt(parent, child);
    reorder(parent, [...after].map((name) => all.get(name)));
    assert.equal(parent.children.map((each) => each.name).join(""), after);
    assert.equal(parent.moves, moves, `${before} to ${after}`);
  }
});
