// A trial sheet: which cells are open, how they are written; nothing of the data is Markdown or HTML.
import assert from "node:assert/strict";
import { test } from "node:test";
import { html, markdown } from "../../overrides/assets/rooms/shared/document.mjs";
import { openCells, trialSheet } from "../../overrides/assets/rooms/matrix/trial.mjs";

const cell = (value, words, note = "") => ({ value, words, note });
const model = {
  tools: [
    { id: "a", name: "A_x", cells: { gpu: cell("", "not checked"), sso: cell("yes", "yes"), kinds: cell("partial", "partly", "*only* <b>x</b>") } },
    { id: "b", name: "B", cells: { gpu: cell("no", "no"), sso: cell("yes", "yes"), kinds: cell("disputed", "disputed") } },
    { id: "c", name: "C", cells: { gpu: cell("", "not checked"), sso: cell("", "not checked"), kinds: cell("yes", "yes") } },
  ],
  criteria: [{ id: "gpu", name: "GPU" }, { id: "sso", name: "SSO" }, { id: "kinds", name: "Kinds" }],
};
const words = { trial: "Trial: {tools}", "trial-count": "Open: {count}.", "trial-none": "Nothing." };
const define = (id) => (id === "gpu" ? { question: "Can it share?", options: [["yes", "It can"], ["no", "It cannot"]] } : null);
const sheet = (tools, criteria = ["gpu", "sso", "kinds"]) => trialSheet(model, { tools, criteria }, words, "https://s.org/?tools=a,b", define);

test("unchecked, partial and disputed cells of what is shown are open, nothing else", () => {
  const open = openCells(model, { tools: ["a", "b"], criteria: ["kinds", "gpu", "sso"] });
  assert.deepEqual(open.map(({ id, cells }) => [id, cells.map(({ tool }) => tool)]), [["kinds", ["A_x", "B"]], ["gpu", ["A_x"]]]);
});

test("the sheet names criterion, definition and each tool with what is known", () => {
  assert.equal(markdown(sheet(["a", "b"])), [
    "# Trial: A\\_x, B", "Open: 3. <https://s.org/?tools=a,b>", "## GPU", "Can it share?", "- **yes**: It can\n- **no**: It cannot",
    "- [ ] **A\\_x**: not checked", "## Kinds", "- [ ] **A\\_x**: partly — \\*only\\* \\<b>x\\</b>\n- [ ] **B**: disputed",
  ].join("\n\n") + "\n");
});

test("as HTML it has boxes that a mail keeps", () => {
  const text = html(sheet(["a"]));
  assert.match(text, /<li>☐ <strong>A_x<\/strong>: partly — \*only\* &lt;b&gt;x&lt;\/b&gt;<\/li>/);
  assert.doesNotMatch(text, /<b>/);
});

test("where all is settled it says so", () => {
  assert.equal(markdown(sheet(["b"], ["gpu", "sso"])), "# Trial: B\n\nNothing. <https://s.org/?tools=a,b>\n");
});

test("a partial value stands with the conditions that it holds under", () => {
  const held = { ...model, tools: [{ id: "d", name: "D", cells: { sso: { ...cell("partial", "partly"), conditions: ["paid"] } } }] };
  assert.match(markdown(trialSheet(held, { tools: ["d"], criteria: ["sso"] }, words, "https://s.org/", define)), /\*\*D\*\*: partly \(paid\)\n/);
});
