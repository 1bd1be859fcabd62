// Two to six tools that a reader picks: reads the small file of each and puts their cells side by side.
import { file } from "../shared/files.mjs";
import { read, resolve, vocabulary, write } from "../shared/address.mjs";
import { joined } from "./joined.mjs";
import { fill, make, onTravel, show, wordsOf } from "../shared/page.mjs";
import { comeTo, placeNamed } from "../shared/place.mjs";
import { keepCode } from "../embed/embed-code.mjs";
import { mount } from "../matrix/matrix.mjs";
import { start as startWeights } from "../weights/weights.mjs";

const FEWEST = 2;
const MOST = 6;

export async function start(root, signal) {
  const picker = { root, signal, words: wordsOf(root), form: root.querySelector(".picked__form"), tools: [] };
  picker.result = root.querySelector(".picked__result") ?? root;
  picker.parts = root.querySelector("template").content;
  picker.renamed = JSON.parse(root.dataset.renamed);
  picker.ids = vocabulary(root.dataset.ids.split(" "), picker.renamed);
  picker.title = document.querySelector("h1")?.firstChild;
  picker.usual = [picker.title?.textContent, document.title];
  if (picker.form) listen(picker);
  await choose(picker, await asked(picker), false);
}

function listen(picker) {
  const { form, root, signal } = picker;
  const find = form.querySelector("[list]");
  picker.names = new Map([...boxesOf(picker)].map((box) => [box.value, box.dataset.name]));
  find.list.replaceChildren(...[...picker.names.values()].map((name) => make("option", { value: name })));
  form.addEventListener("change", ({ target }) => {
    if (target === find) pick(picker, find);
    else toggle(picker, target.value, target.checked);
  }, { signal });
  find.addEventListener("input", () => [...picker.names.values()].includes(find.value) && pick(picker, find), { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  onTravel(() => travel(picker), signal);
  if (read(location.search).has("tools")) form.querySelector("details").open = false;
  root.dataset.ready = "";
}

const boxesOf = ({ form }) => form?.querySelectorAll("[type=checkbox]") ?? [];

/** The tools that a text means: {values, taken, dropped}; the names that they go by are read only where ids do not do. */
async function meant({ ids, renamed, root }, text) {
  const found = resolve(text, ids);
  if (!found.taken.length && !found.dropped.length) return found;
  const names = await file(`${root.dataset.sheets}names.json`);
  return names ? resolve(text, vocabulary(Object.entries(names).map(([id, all]) => [id, ...all]), renamed)) : { ...found, dropped: [], unread: found.dropped };
}

const asked = (picker) => meant(picker, read(location.search).texts.get("tools") ?? "");

/** Back or Forward may lead to other tools; the rest of the address is the matrix' own. */
async function travel(picker) {
  const wanted = await asked(picker);
  if (String(wanted.values) !== String(picker.tools)) choose(picker, wanted, false);
}

function toggle(picker, tool, on) {
  const tools = on ? [...picker.tools, tool] : picker.tools.filter((each) => each !== tool);
  choose(picker, { values: [...new Set(tools)], taken: [], dropped: [] }, true);
}

/** What is typed joins what is picked. */
async function pick(picker, field) {
  const { value } = field;
  field.value = "";
  if (!value.trim()) return;
  const found = await meant(picker, value);
  choose(picker, { values: [...new Set([...picker.tools, ...found.values])], taken: [], dropped: found.dropped, unread: found.unread }, true);
}

async function choose(picker, { values, taken, dropped, unread = [] }, remember) {
  picker.tools = values.slice(0, MOST);
  picker.unread = unread; // names, where the file of names could not be read
  const notes = taken.map(([written, id]) => fill(picker.words.taken, { written, id }));
  if (dropped.length) notes.push(`${picker.words.unknown} ${dropped.join(", ")}`);
  if (values.length > MOST) notes.push(picker.words.many);
  if (remember) show(write([...[...read(location.search)].filter(([name]) => name !== "tools"), ["tools", picker.tools]]), { push: true });
  for (const box of boxesOf(picker)) box.checked = picker.tools.includes(box.value);
  if (picker.tools.length < FEWEST) notes.push(picker.words.few);
  if (picker.form) chosen(picker, notes);
  await compare(picker, notes, !remember);
}

function chosen(picker, notes) {
  const { form, names, tools, words } = picker;
  const buttons = tools.map((tool) => {
    const button = make("button", { type: "button", "aria-label": fill(words.remove, { tool: names.get(tool) }) }, `${names.get(tool)} ✕`);
    button.addEventListener("click", () => {
      toggle(picker, tool, false);
      focusNear(form, tools.indexOf(tool));
    });
    return button;
  });
  form.querySelector(".picked__chosen").replaceChildren(...buttons);
  form.querySelector("[role=status]").textContent = notes.join(" ");
  const [title, page] = picker.usual;
  const named = tools.length < FEWEST ? title : fill(words.title, { tools: tools.map((tool) => names.get(tool)).join(", ") });
  picker.title.textContent = named;
  document.title = page.replace(title.trim(), named);
}

/** Whoever took a tool out goes on with the one that stands in its place, or with the field. */
function focusNear(form, place) {
  const left = form.querySelectorAll(".picked__chosen button");
  (left[Math.min(place, left.length - 1)] ?? form.querySelector("[list]")).focus();
}

async function compare(picker, notes, arriving) {
  const run = (picker.run = Symbol("run"));
  picker.result.hidden = false;
  picker.leave?.abort();
  const parts = picker.form ? [] : notes.map((note) => make("p", {}, note));
  const few = picker.tools.length < FEWEST;
  const files = few ? [] : await Promise.all(picker.tools.map((tool) => file(`${picker.root.dataset.sheets}${tool}.json`)));
  if (run !== picker.run) return;
  const failed = [...picker.unread, ...picker.tools.filter((_, number) => !few && !files[number])];
  const found = picker.tools.map((tool, number) => [tool, files[number]]).filter(([, each]) => each);
  if (failed.length) {
    const again = make("button", { type: "button" }, picker.words.again);
    const retry = async () => (picker.unread.length ? choose(picker, await asked(picker), false) : compare(picker, notes, arriving));
    again.addEventListener("click", retry, { signal: picker.signal });
    parts.push(make("p", { role: "alert" }, `${picker.words.failed} ${failed.join(", ")} `, again));
  }
  if (found.length < FEWEST) return void picker.result.replaceChildren(...parts);
  const { signal } = (picker.leave = new AbortController());
  const [key, place, weights] = document.importNode(picker.parts, true).children;
  const matrix = joined(found, picker.words.label, picker.root.dataset, key);
  if (!picker.form) {
    picker.result.replaceChildren(...parts, matrix);
    return void mount(matrix, null, signal, { fixed: ["tools"], usual: "differences" });
  }
  const [notice, covered] = jobs(picker);
  picker.result.replaceChildren(...parts, ...(notice ? [notice] : []), place, matrix, covered, weights, embedCode(picker, signal));
  mount(matrix, place, signal, { fixed: ["tools"], usual: "differences", arriving });
  startWeights(weights, signal);
  const named = arriving && placeNamed();
  if (named && !named.matches("td")) comeTo(named);
}

/** Whether the picked tools do the same job: a notice where they do not, and the stages that they cover. */
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
      return make("td", {}, make("span", { class: `value value--${state}` }, words));
    })),
  );
  const table = make("table", { class: "plain jobs" }, make("thead", {}, head), make("tbody", {}, ...body));
  const region = make("div", { class: "matrix__region", role: "region", "aria-label": picker.words.jobs, tabindex: "0" }, table);
  const covered = make("section", {}, make("h2", { id: "jobs" }, picker.words.jobs), region);
  return [shared ? null : make("p", { class: "notice" }, picker.words.different), covered];
}

function embedCode({ root, words }, signal) {
  const code = make("code");
  keepCode(code, root.dataset.embedRoot, words.label, signal);
  return make("details", { class: "embed-help" }, make("summary", {}, words.embed), make("pre", {}, code));
}
