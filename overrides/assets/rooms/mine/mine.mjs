// A reader's own stack: what is pasted or chosen is read here, and never leaves the browser.
import { html, markdown } from "../shared/document.mjs";
import { copy, fill, make, wordsOf } from "../shared/page.mjs";
import { namesIn } from "./manifest.mjs";
import { comparing, ownedOf, planning, tableOf, twice } from "./owned.mjs";

const CALM = 250; // milliseconds without a key
const MOST_NAMES = 200;
const MOST_BYTES = 64e6;
const ENDED = new Set(["maintenance", "deprecated", "archived", "sunset"]);
const parsers = { toml: () => import("../vendor/toml.mjs"), yaml: () => import("../vendor/yaml.mjs") };

export function start(root, signal) {
  const page = { root, words: wordsOf(root), statuses: JSON.parse(root.dataset.statuses), stages: JSON.parse(root.dataset.stages), form: root.querySelector("form"), result: root.querySelector(".mine__result"), files: [] };
  const text = page.form.querySelector("textarea");
  const picker = page.form.querySelector("[type=file]");
  let waiting;
  page.form.hidden = false;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look(page, [[page.words.pasted, text.value, ""]]), CALM);
  }, { signal });
  const open = async (files) => look(page, await Promise.all([...files].map(opened)));
  picker.addEventListener("change", () => open(picker.files), { signal });
  root.addEventListener("dragover", (event) => event.preventDefault(), { signal });
  root.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault(); // or the browser would leave the page for the file
    open(event.dataTransfer.files);
  }, { signal });
  page.form.addEventListener("reset", () => look(page, []), { signal });
  page.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  root.addEventListener("click", ({ target }) => {
    if (target.dataset?.do === "sample") look(page, [[page.words.pasted, (text.value = root.dataset.sample), ""]]);
    if (target.dataset?.do === "markdown") copy(markdown(page.taken), root.querySelector("output"), page.words.copied, html(page.taken));
  }, { signal });
  if (text.value.trim()) look(page, [[page.words.pasted, text.value, ""]]); // what a browser kept, or was quicker
  else if (picker.files.length) open(picker.files);
}

/** [name, bytes, name] of a chosen file; what is far too large is not even opened. */
async function opened(file) {
  const bytes = file.size > MOST_BYTES ? null : await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => "");
  return [file.name, bytes, file.name];
}

/** Read texts or files, [[name, content, file]], and say what is in them; the last who asks is answered. */
async function look(page, sources) {
  const run = (page.run = Symbol("run"));
  const wanted = sources.filter(([, content, file]) => file || content.trim());
  const table = wanted.length ? await tableFor(page) : null;
  const read = await Promise.all(wanted.map(async ([name, content, file]) => ({ name, ...(content === null ? { problem: "large", names: [] } : await namesIn(file, content, parsers)) })));
  if (run !== page.run) return;
  page.root.querySelector(".takeaway").hidden = true;
  if (!wanted.length) return void page.result.replaceChildren();
  if (table) return draw(page, read, table);
  const again = make("button", { type: "button" }, page.words.again);
  again.addEventListener("click", () => look(page, sources));
  page.result.replaceChildren(make("p", { role: "alert" }, `${page.words.failed} `, again));
}

/** The table of names, asked for once; a failed answer is forgotten. */
async function tableFor(page) {
  page.table ??= fetch(page.root.dataset.table).then((answer) => (answer.ok ? answer.json() : null)).then((json) => json && tableOf(json)).catch(() => null);
  const table = await page.table;
  if (!table) page.table = null;
  return table;
}

function draw(page, read, table) {
  const { words } = page;
  const { tools, unknown } = ownedOf(read.flatMap((each) => each.names), table);
  const lines = read.map((each) => said(page, each, ownedOf(each.names, table)));
  const sure = tools.filter((each) => each.sure).map((each) => each.id);
  const parts = [make("ul", { class: "mine__files" }, ...lines.map((line) => make("li", {}, line)))];
  if (!tools.length) parts.push(make("p", {}, words.none));
  else parts.push(...ended(page, sure, table), ...overlaps(page, sure, table), listed(page, tools, table), leads(page, sure, table));
  if (unknown.length) parts.push(make("details", {}, make("summary", {}, fill(words["unknown-names"], { count: unknown.length })), make("p", { class: "mine__unknown" }, shortened(unknown))));
  page.result.replaceChildren(...parts);
  page.taken = takenOf(page, lines, tools, table);
  page.root.querySelector(".takeaway").hidden = !tools.length;
}

const shortened = (names) => names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? " …" : "");

/** One line on one file: what it was read as, how many names, or why not. */
function said({ words }, { name, kind, names, unread, problem, detail }, { tools, unknown }) {
  const file = kind ? `${name} (${kind})` : name;
  if (problem) return fill(words[problem] ?? words.unknown, { file: name, detail });
  const line = fill(words.found, { file, names: names.length, tools: tools.length, unknown: unknown.length });
  return unread ? `${line}, ${fill(words.unread, { count: unread })}` : line;
}

const nameOf = (page, id, table) => table.tools[id].name[page.root.dataset.language];
const toolLink = (page, id, table) => make("a", { href: `${page.root.dataset.toolsRoot}${id}/` }, nameOf(page, id, table));
const compareLink = (page, ids, words) => make("a", { href: page.root.dataset.compare + comparing(ids) }, words);
const statusOf = (page, { status, since }) => `${page.statuses[status]}${status === "active" ? "" : ` (${since})`}`;

function ended(page, sure, table) {
  const found = sure.filter((id) => ENDED.has(table.tools[id].status));
  if (!found.length) return [];
  const items = found.map((id) => {
    const tool = table.tools[id];
    const next = tool.successor && table.tools[tool.successor] ? [`, ${page.words.successor}: `, toolLink(page, tool.successor, table), " · ", compareLink(page, [id, tool.successor], page.words["compare-two"])] : [];
    return make("li", {}, "⚠ ", toolLink(page, id, table), `: ${statusOf(page, tool)}`, ...next);
  });
  return [make("h3", {}, page.words.ended), make("ul", {}, ...items)];
}

function overlaps(page, sure, table) {
  const found = twice(sure, table.tools, Object.keys(page.stages));
  if (!found.length) return [];
  const items = found.map(([stage, ids]) => make("li", {}, `${page.stages[stage]}: `, ...ids.flatMap((id, place) => [place ? ", " : "", toolLink(page, id, table)]), " · ", compareLink(page, ids, page.words["compare-two"])));
  return [make("h3", {}, page.words.twice), make("ul", {}, ...items)];
}

const HEADS = ["tool", "as", "status", "licence", "successor", "stages"];

/** The cells of one tool, in the order of the heads; as text. */
function cellsOf(page, { id, as, sure }, table) {
  const tool = table.tools[id];
  const stages = Object.keys(tool.stages).map((stage) => page.stages[stage] ?? stage).join(", ");
  return [nameOf(page, id, table), as.join(", ") + (sure ? "" : ` (${page.words.likely})`), statusOf(page, tool), tool.licence || "–", tool.successor ? nameOf(page, tool.successor, table) : "–", stages];
}

function listed(page, tools, table) {
  const rows = tools.map((each) => {
    const [, as, status, licence, , stages] = cellsOf(page, each, table);
    const { status: state, successor } = table.tools[each.id];
    return make("tr", {}, make("th", { scope: "row" }, toolLink(page, each.id, table)), make("td", {}, as),
      make("td", {}, make("span", { class: `status status--${state}` }, status)), make("td", {}, licence),
      make("td", {}, successor ? toolLink(page, successor, table) : "–"), make("td", {}, stages));
  });
  const head = make("tr", {}, ...HEADS.map((each) => make("th", { scope: "col" }, page.words[each])));
  const body = make("table", { class: "plain" }, make("thead", {}, head), make("tbody", {}, ...rows));
  return make("div", { class: "matrix__region", role: "region", tabindex: "0", "aria-label": page.words.title }, body);
}

/** Links to the comparison and to the planner with these tools. */
function leads(page, sure, table) {
  const compare = sure.length < 2 ? [] : [compareLink(page, sure, page.words[sure.length > 6 ? "compare-first" : "compare"]), " · "];
  const stack = planning(sure, table.tools, Object.keys(page.stages));
  return make("p", { class: "doors" }, ...compare, stack ? make("a", { href: `${page.root.dataset.planner}${stack}#planner` }, page.words.plan) : "");
}

/** What a reader copies: the lines, and the table as text. */
function takenOf(page, lines, tools, table) {
  const rows = tools.map((each) => cellsOf(page, each, table));
  return [{ title: page.words.title }, { list: lines }, { table: { head: HEADS.map((each) => page.words[each]), rows } }];
}
