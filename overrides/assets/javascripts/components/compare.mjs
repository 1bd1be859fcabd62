// Two to six tools that a reader picks: reads the tools' own pages and puts their cells side by side.
import { read, write } from "../lib/address.mjs";
import { fill, make, show, wordsOf } from "../lib/page.mjs";
import { keepCode } from "./embed-code.mjs";
import { mount } from "./matrix.mjs";
import { start as startWeights } from "./weights.mjs";

const FEWEST = 2;
const MOST = 6;

export function start(root, signal) {
  const picker = { root, signal, words: wordsOf(root), form: root.querySelector(".picked__form"), pages: new Map() };
  picker.result = root.querySelector(".picked__result") ?? root;
  const wanted = read(location.search).get("tools") ?? [];
  if (picker.form) {
    picker.form.hidden = false;
    picker.names = new Map([...picker.form.querySelectorAll("input")].map((box) => [box.value, box.dataset.name]));
    picker.form.addEventListener("change", (event) => toggle(picker, event.target.value, event.target.checked), { signal });
    addEventListener("popstate", () => choose(picker, read(location.search).get("tools") ?? [], false), { signal });
  }
  choose(picker, wanted, false);
}

function toggle(picker, tool, on) {
  const tools = on ? [...picker.tools, tool] : picker.tools.filter((each) => each !== tool);
  choose(picker, [...new Set(tools)], true);
}

async function choose(picker, wanted, remember) {
  const unknown = picker.names ? wanted.filter((tool) => !picker.names.has(tool)) : [];
  picker.tools = wanted.filter((tool) => !unknown.includes(tool)).slice(0, MOST);
  const notes = [];
  if (unknown.length) notes.push(`${picker.words.unknown} ${unknown.join(", ")}`);
  if (wanted.length - unknown.length > MOST) notes.push(picker.words.many);
  if (remember) show(write([...[...read(location.search)].filter(([name]) => name !== "tools"), ["tools", picker.tools]]), { push: true });
  for (const box of picker.form?.querySelectorAll("input") ?? []) box.checked = picker.tools.includes(box.value);
  if (picker.tools.length < FEWEST) notes.push(picker.words.few);
  chosen(picker, notes);
  await compare(picker, notes);
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

async function compare(picker, notes) {
  const run = (picker.run = Symbol("run"));
  picker.result.hidden = false;
  picker.leave?.abort();
  const parts = picker.form ? [] : notes.map((note) => make("p", {}, note));
  if (picker.tools.length < FEWEST) return void picker.result.replaceChildren(...parts);
  const pages = await Promise.all(picker.tools.map((tool) => page(picker, tool)));
  if (run !== picker.run) return;
  const failed = picker.tools.filter((_, number) => !pages[number]);
  const found = pages.filter(Boolean);
  if (failed.length) parts.push(make("p", {}, `${picker.words.failed} ${failed.join(", ")}`));
  if (found.length < FEWEST) return void picker.result.replaceChildren(...parts);
  const matrix = tableOf(picker, found);
  const controls = controlsOf(picker);
  const { signal } = (picker.leave = new AbortController());
  if (!picker.form) {
    picker.result.replaceChildren(...parts, matrix);
    mount(matrix, null, signal, ["tools"]);
    return;
  }
  parts.push(make("h2", { id: "jobs" }, picker.words.jobs), jobs(picker));
  const weights = weightsOf(picker, matrix);
  picker.result.replaceChildren(...parts, controls, matrix, weights, embedCode(picker, signal));
  mount(matrix, controls, signal, ["tools"]);
  startWeights(weights, signal);
}

async function page(picker, tool) {
  if (!picker.pages.has(tool)) {
    const url = `${picker.root.dataset.toolsRoot}${encodeURIComponent(tool)}/`;
    const read = fetch(url).then((answer) => (answer.ok ? answer.text() : null), () => null);
    picker.pages.set(tool, read.then((text) => text && parse(tool, url, new DOMParser().parseFromString(text, "text/html"))));
  }
  return picker.pages.get(tool);
}

function parse(tool, url, html) {
  const rows = new Map([...html.querySelectorAll(".assessments tr[data-criterion]")].map((row) => [row.dataset.criterion, row]));
  const groups = new Map([...html.querySelectorAll("h3[id^=group-]")].map((head) => [head.id.slice(6), head.firstChild.textContent.trim()]));
  if (!rows.size) return null;
  const status = html.querySelector(".facts .status:not(.status--active)");
  return { id: tool, url, name: html.querySelector("h1").firstChild.textContent.trim(), status, rows, groups };
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

/** The criteria that all picked tools are asked, in groups, as a turned matrix. */
function tableOf(picker, pages) {
  const [first, ...rest] = pages;
  const common = [...first.rows.keys()].filter((id) => rest.every((each) => each.rows.has(id)));
  const heads = pages.map((each) => make("th", { scope: "col", "data-tool": each.id }, make("a", { href: each.url }, each.name), ...(each.status ? [" ", document.importNode(each.status, true)] : [])));
  const body = make("tbody");
  for (const [group, name] of first.groups) {
    const criteria = common.filter((id) => first.rows.get(id).dataset.group === group);
    if (!criteria.length) continue;
    const span = make("th", { scope: "rowgroup", colspan: pages.length + 1 }, make("span", {}, name));
    body.append(make("tr", { class: "matrix__group", "data-group": group }, span));
    for (const id of criteria) {
      const head = document.importNode(first.rows.get(id).querySelector("th"), true);
      body.append(make("tr", { "data-criterion": id, "data-group": group }, head, ...pages.map((each) => cellOf(each, id))));
    }
  }
  const table = make("table", { class: "matrix__table matrix__table--turned" },
    make("thead", {}, make("tr", {}, make("td", { class: "matrix__corner" }), ...heads)), body);
  const region = make("div", { class: "matrix__region", role: "region", "aria-label": picker.words.label, tabindex: "0" }, table);
  const { matrixWords, firstDay } = picker.root.dataset;
  return make("div", { class: "matrix", "data-matrix": "picked", "data-words": matrixWords, "data-first-day": firstDay }, region);
}

function cellOf(tool, criterion) {
  const row = tool.rows.get(criterion);
  const id = `card-${row.id}`;
  const value = document.importNode(row.querySelector("td > .value"), true);
  const evidence = row.querySelector(".evidence");
  const title = `${tool.name} · ${row.querySelector(".criterion").textContent.trim()}`;
  const card = make("div", { popover: "", class: "card", id }, make("p", { class: "card__title" }, title), value.cloneNode(true),
    ...(evidence ? [...document.importNode(evidence, true).childNodes] : []));
  const state = [...value.classList].find((name) => name.startsWith("value--")).slice(7);
  const cell = make("td", { id: row.id, class: `cell cell--${state}`, "data-tool": tool.id, "data-criterion": criterion, "data-value": row.dataset.value },
    make("button", { type: "button", class: "cell__open", popovertarget: id }, value), card);
  if (row.dataset.past) cell.dataset.past = row.dataset.past;
  return cell;
}

function controlsOf({ words }) {
  const option = (value, label) => make("option", { value }, label);
  const only = make("select", { name: "only" }, option("", words["only-all"]), option("differences", words["only-differences"]), option("unchecked", words["only-unchecked"]));
  const button = (act, label) => make("button", { type: "button", "data-do": act }, label);
  return make("form", { class: "controls", "aria-label": words.controls },
    make("div", { class: "controls__row" }, make("label", {}, `${words.only} `, only), make("label", {}, make("input", { type: "checkbox", name: "turn", value: "yes" }), ` ${words.turn}`)),
    make("div", { class: "controls__row takeaway" }, button("link", words.link), button("pin", words.pin), button("markdown", words.markdown), button("csv", "CSV"), button("json", "JSON"), button("print", words.print), make("output", { class: "takeaway__copied" })),
    make("p", { class: "controls__status", role: "status" }));
}

function embedCode({ root, words }, signal) {
  const code = make("code");
  keepCode(code, root.dataset.embedRoot, words.label, signal);
  return make("details", { class: "embed-help" }, make("summary", {}, words.embed), make("pre", {}, code));
}

/** The weights of all criteria that the page holds ready, without those that the picked tools do not share. */
function weightsOf({ root }, matrix) {
  const weights = document.importNode(root.querySelector("template").content, true).querySelector(".weights");
  const shared = new Set([...matrix.querySelectorAll("tr[data-criterion]")].map((row) => row.dataset.criterion));
  for (const line of weights.querySelectorAll(".weight")) if (!shared.has(line.dataset.criterion)) line.remove();
  for (const group of weights.querySelectorAll("fieldset")) if (!group.querySelector(".weight")) group.remove();
  return weights;
}
