// Two to six tools that a reader picks: reads the lean page of each and puts their cells side by side.
import { read, resolve, vocabulary, write } from "../lib/address.mjs";
import { page as pageAt } from "../lib/definitions.mjs";
import { joined } from "../lib/joined.mjs";
import { fill, make, onTravel, show, wordsOf } from "../lib/page.mjs";
import { keepCode } from "./embed-code.mjs";
import { comeTo, placeNamed } from "../lib/place.mjs";
import { mount } from "./matrix.mjs";
import { start as startWeights } from "./weights.mjs";

const FEWEST = 2;
const MOST = 6;

export function start(root, signal) {
  const picker = { root, signal, words: wordsOf(root), form: root.querySelector(".picked__form") };
  picker.result = root.querySelector(".picked__result") ?? root;
  picker.known = vocabulary(Object.entries(JSON.parse(root.dataset.names)).map(([id, names]) => [id, ...names]), JSON.parse(root.dataset.renamed));
  const wanted = asked(picker);
  if (picker.form) {
    picker.form.hidden = false;
    picker.names = new Map([...picker.form.querySelectorAll("input")].map((box) => [box.value, box.dataset.name]));
    picker.form.addEventListener("change", (event) => toggle(picker, event.target.value, event.target.checked), { signal });
    onTravel(() => travel(picker), signal);
  }
  choose(picker, wanted, false);
}

/** The tools that the address asks for: {values, taken, dropped}, by the ids that they have today. */
function asked(picker) {
  return resolve(read(location.search).texts.get("tools") ?? "", picker.known);
}

/** Back or Forward may lead to other tools; the rest of the address is the matrix' own. */
function travel(picker) {
  const wanted = asked(picker);
  if (String(wanted.values) !== String(picker.tools)) choose(picker, wanted, false);
}

function toggle(picker, tool, on) {
  const tools = on ? [...picker.tools, tool] : picker.tools.filter((each) => each !== tool);
  choose(picker, { values: [...new Set(tools)], taken: [], dropped: [] }, true);
}

async function choose(picker, { values, taken, dropped }, remember) {
  picker.tools = values.slice(0, MOST);
  const notes = taken.map(([written, id]) => fill(picker.words.taken, { written, id }));
  if (dropped.length) notes.push(`${picker.words.unknown} ${dropped.join(", ")}`);
  if (values.length > MOST) notes.push(picker.words.many);
  if (remember) show(write([...[...read(location.search)].filter(([name]) => name !== "tools"), ["tools", picker.tools]]), { push: true });
  for (const box of picker.form?.querySelectorAll("input") ?? []) box.checked = picker.tools.includes(box.value);
  if (picker.tools.length < FEWEST) notes.push(picker.words.few);
  chosen(picker, notes);
  await compare(picker, notes, !remember);
}

function chosen(picker, notes) {
  const line = picker.root.querySelector(".picked__chosen");
  if (!line) return;
  line.hidden = false;
  const buttons = picker.tools.map((tool) => {
    const label = fill(picker.words.remove, { tool: picker.names.get(tool) });
    const button = make("button", { type: "button", "aria-label": label }, `${picker.names.get(tool)} ✕`);
    button.addEventListener("click", () => toggle(picker, tool, false));
    return button;
  });
  line.replaceChildren(...buttons.flatMap((each) => [each, " "]), make("span", { role: "status" }, notes.join(" ")));
}

async function compare(picker, notes, arriving) {
  const run = (picker.run = Symbol("run"));
  picker.result.hidden = false;
  picker.leave?.abort();
  const parts = picker.form ? [] : notes.map((note) => make("p", {}, note));
  if (picker.tools.length < FEWEST) return void picker.result.replaceChildren(...parts);
  const pages = await Promise.all(picker.tools.map((tool) => matrixFor(picker, tool)));
  if (run !== picker.run) return;
  const failed = picker.tools.filter((_, number) => !pages[number]);
  const found = pages.filter(Boolean);
  if (failed.length) {
    const again = make("button", { type: "button" }, picker.words.again);
    again.addEventListener("click", () => compare(picker, notes, arriving), { signal: picker.signal });
    parts.push(make("p", { role: "alert" }, `${picker.words.failed} ${failed.join(", ")} `, again));
  }
  if (found.length < FEWEST) return void picker.result.replaceChildren(...parts);
  const { signal } = (picker.leave = new AbortController());
  const matrix = joined(found, picker.words.label, picker.root.dataset);
  if (!picker.form) {
    picker.result.replaceChildren(...parts, matrix);
    return void mount(matrix, null, signal, { fixed: ["tools"], usual: "differences" });
  }
  const [place, weights] = document.importNode(picker.root.querySelector("template").content, true).children;
  picker.result.replaceChildren(...parts, make("h2", { id: "jobs" }, picker.words.jobs), jobs(picker), place, matrix, weights, embedCode(picker, signal));
  mount(matrix, place, signal, { fixed: ["tools"], usual: "differences", arriving });
  startWeights(weights, signal);
  const named = arriving && placeNamed();
  if (named && !named.matches("td")) comeTo(named);
}

/** The lean page of one tool as a matrix; null where there is none. */
async function matrixFor({ root }, tool) {
  const address = `${root.dataset.tools}${encodeURIComponent(tool)}/`;
  const matrix = (await pageAt(address))?.querySelector(".matrix");
  for (const link of matrix?.querySelectorAll("th[data-tool] a") ?? []) link.setAttribute("href", `${root.dataset.toolsRoot}${tool}/`);
  return matrix;
}

/** The stages that the picked tools cover: first of all, whether they do the same job. */
function jobs(picker) {
  const boxes = picker.tools.map((tool) => picker.form.querySelector(`input[value="${tool}"]`));
  const covers = boxes.map((box) => box.dataset.stages.split(" "));
  const parts = boxes.map((box) => box.dataset.parts.trim().split(" "));
  const names = new Map([...document.querySelectorAll("a[data-stage]")].map((link) => [link.dataset.stage, link.textContent.trim()]));
  const stages = [...names.keys()].filter((stage) => covers.some((each) => each.includes(stage)));
  const shared = stages.some((stage) => covers.every((each) => each.includes(stage)));
  const head = make("tr", {}, make("th", { scope: "col" }, picker.words.stage), ...picker.tools.map((tool) => make("th", { scope: "col" }, picker.names.get(tool))));
  const body = stages.map((stage) =>
    make("tr", {}, make("th", { scope: "row" }, names.get(stage)), ...covers.map((each, number) => {
      const state = !each.includes(stage) ? "none" : parts[number].includes(stage) ? "partial" : "yes";
      const words = { none: "–", partial: picker.words.part, yes: picker.words.whole }[state];
      return make("td", {}, make("span", { class: `value value--${state}` }, make("span", { class: "value__mark", "aria-hidden": "true" }), words));
    })),
  );
  const table = make("table", { class: "plain jobs" }, make("thead", {}, head), make("tbody", {}, ...body));
  const region = make("div", { class: "matrix__region", role: "region", "aria-label": picker.words.jobs, tabindex: "0" }, table);
  return make("div", {}, shared ? null : make("p", { class: "notice" }, picker.words.different), region);
}

function embedCode({ root, words }, signal) {
  const code = make("code");
  keepCode(code, root.dataset.embedRoot, words.label, signal);
  return make("details", { class: "embed-help" }, make("summary", {}, words.embed), make("pre", {}, code));
}
