// The stack planner: a tool for each stage, what the whole needs, what is known to work together.
import { read, write } from "../lib/address.mjs";
import { html, markdown } from "../lib/document.mjs";
import { today } from "../lib/engine.mjs";
import { copy, fill, make, onTravel, permalink, show, wordsOf } from "../lib/page.mjs";
import { suggestion } from "../lib/suggestion.mjs";

const PEOPLE = {
  library: "people-library",
  "managed-only": "people-managed-only",
  "one-process": "people-one-process",
  "several-services": "people-several-services",
  cluster: "people-cluster",
};
const NEVER = new Set(["archived", "sunset", "deprecated"]);

export function start(root, signal) {
  const page = {
    root,
    words: wordsOf(root),
    guides: JSON.parse(root.querySelector(".planner__guides").textContent),
    picks: [...root.querySelectorAll("[data-stage]:is(select)")],
    questions: [...root.querySelectorAll("select[data-question]")],
    result: root.querySelector(".planner__result"),
  };
  root.querySelector(".planner__form").hidden = false;
  root.querySelector(".takeaway").hidden = false;
  arrive(page);
  root.addEventListener("change", () => settle(page), { signal });
  root.addEventListener("click", (event) => act(page, event.target), { signal });
  onTravel(() => arrive(page), signal);
}

function arrive(page) {
  const address = today({ moved: movesOf(page) }, read(location.search));
  page.dropped = [];
  for (const select of page.questions) give(page, select, address.get(select.dataset.question) ?? []);
  const stack = new Map((address.get("stack") ?? []).map((pair) => pair.split(":")));
  for (const select of page.picks) set(page, select, stack.get(select.dataset.stage) ?? "");
  const stages = page.picks.map((each) => each.dataset.stage);
  page.dropped.push(...[...stack.keys()].filter((stage) => !stages.includes(stage)));
  draw(page);
}

/** Choose an option; a tool that no guide recommends any more is offered too when an address names it. */
function set(page, select, value) {
  const row = value && select.dataset.stage ? page.root.querySelector(`tr[data-tool="${CSS.escape(value)}"]`) : null;
  if (row && row.dataset.stages.split(" ").includes(select.dataset.stage) && ![...select.options].some((each) => each.value === value)) {
    select.append(make("option", { value, "data-beside": true }, row.dataset.name));
  }
  select.value = value;
  if (select.value !== value) {
    page.dropped.push(value);
    select.value = "";
  }
}

function act(page, target) {
  const output = page.root.querySelector(".takeaway__copied");
  if (target.dataset?.stack) {
    const stack = new Map(target.dataset.stack.split(",").map((pair) => pair.split(":")));
    for (const select of page.picks) set(page, select, stack.get(select.dataset.stage) ?? "");
    settle(page);
  }
  const acts = {
    link: () => copy(permalink(query(page)), output, page.words.copied),
    adr: () => copy(markdown(record(page)), output, page.words.copied, html(record(page))),
    print: () => print(),
    take: () => {
      const select = page.picks.find((each) => each.dataset.stage === target.dataset.for);
      select.value = target.dataset.tool;
      settle(page);
      select.focus();
    },
  };
  acts[target.dataset?.do]?.();
}

function settle(page) {
  page.dropped = [];
  show(query(page), { push: true });
  draw(page);
}

/** Answer a question; where it takes several, all that there are. */
function give(page, select, values) {
  if (!select.multiple) return set(page, select, values[0] ?? "");
  for (const option of select.options) option.selected = values.includes(option.value);
  page.dropped.push(...values.filter((value) => ![...select.options].some((option) => option.value === value)));
}

/** What the guides say of old answers, as far as the planner asks for those that say so today. */
function movesOf(page) {
  const asked = new Set(page.questions.map((each) => each.dataset.question));
  const moves = Object.values(page.guides).flatMap((guide) => Object.entries(guide.moved ?? {}));
  return Object.fromEntries(moves.filter(([, now]) => asked.has(now.split(".")[0])));
}

const given = (select) => [...select.selectedOptions].filter((option) => option.value);

function query(page) {
  return write([...answers(page), ["stack", chosen(page).map(({ stage, tool }) => `${stage}:${tool}`)]]);
}

function answers(page) {
  const all = page.questions.map((each) => [each.dataset.question, given(each).map((option) => option.value)]);
  return new Map(all.filter(([, values]) => values.length));
}

function chosen(page) {
  return page.picks.filter((each) => each.value).map((each) => ({ stage: each.dataset.stage, tool: each.value, label: stageName(each) }));
}

const stageName = (select) => document.querySelector(`label[for="${select.id}"]`).textContent;
const row = (page, tool) => page.root.querySelector(`tr[data-tool="${tool}"]`);
const name = (page, tool) => row(page, tool).dataset.name;

function draw(page) {
  const picks = chosen(page);
  const tools = [...new Set(picks.map((each) => each.tool))];
  for (const select of page.picks) hint(page, select, tools);
  const parts = [];
  if (page.dropped.length) parts.push(make("p", {}, `${page.words.dropped} ${page.dropped.join(", ")}`));
  if (!tools.length) parts.push(make("p", {}, page.words.empty));
  else parts.push(...warnings(page, tools), needs(page, tools), ...together(page, tools));
  page.result.replaceChildren(...parts);
}

/** Beside each stage: what its guide says to the shared answers, and what a chosen tool covers already. */
function hint(page, select, tools) {
  const place = page.root.querySelector(`[data-hint="${select.dataset.stage}"]`);
  const stage = select.dataset.stage;
  const parts = page.guides[stage] ? said(page, stage, select.value) : [];
  for (const tool of tools) {
    if (tool !== select.value && row(page, tool).dataset.stages.split(" ").includes(stage)) {
      parts.push(`${fill(page.words.covers, { tool: name(page, tool) })} `);
    }
  }
  place.replaceChildren(...parts);
}

/** The guide's word on a stage: whom it suggests, whether no new tool will do, whether the chosen one is ruled out. */
function said(page, stage, chosen) {
  const { words } = page;
  const { tools, out, baseline } = suggestion(page.guides[stage], answers(page));
  const buttons = tools.map((tool) => make("button", { type: "button", "data-do": "take", "data-for": stage, "data-tool": tool }, name(page, tool)));
  const lead = fill(tools.length > 1 ? words.tied : words.suggest, { tools: "" });
  return [...(tools.length ? [lead, ...buttons.flatMap((each) => [" ", each]), " "] : []),
    ...(baseline ? [`${words.enough} `] : []), ...(out.has(chosen) ? [`⚠ ${words.out} `] : [])];
}

function warnings(page, tools) {
  const found = tools.filter((tool) => row(page, tool).dataset.status !== "active");
  if (!found.length) return [];
  const items = found.map((tool) => {
    const { status, statusWords } = row(page, tool).dataset;
    return make("li", {}, NEVER.has(status) ? "⚠ " : "", make("a", { href: `${page.root.dataset.toolsRoot}${tool}/` }, name(page, tool)), `: ${statusWords}`);
  });
  return [make("h3", {}, page.words.warnings), make("ul", {}, ...items)];
}

function needs(page, tools) {
  const heads = [...page.root.querySelectorAll(".planner__data thead th")].slice(1, -1).map((each) => each.textContent.trim());
  const lines = heads.map((head, place) =>
    make("tr", {}, make("th", { scope: "row" }, head), ...tools.map((tool) => make("td", {}, ...[...row(page, tool).cells[place + 1].childNodes].map((node) => node.cloneNode(true))))));
  lines.push(make("tr", {}, make("th", { scope: "row" }, page.words.people), ...tools.map((tool) => make("td", {}, people(page, tool)))));
  const top = make("tr", {}, make("td"), ...tools.map((tool) => make("th", { scope: "col" }, name(page, tool))));
  const table = make("table", { class: "plain" }, make("thead", {}, top), make("tbody", {}, ...lines));
  return make("div", {}, make("h3", {}, page.words.needs), make("div", { class: "matrix__region", role: "region", tabindex: "0", "aria-label": page.words.needs }, table));
}

/** Who has to run a tool, as its smallest installation suggests. */
function people(page, tool) {
  const size = row(page, tool).querySelector("[data-criterion=smallest-install]").dataset.value;
  return page.words[PEOPLE[size] ?? "people-unknown"];
}

function pairs(page, tools) {
  const found = [];
  tools.forEach((one, place) => {
    for (const other of tools.slice(place + 1)) {
      const link = row(page, one).querySelector(`[data-relation="${other}"]`) ?? row(page, other).querySelector(`[data-relation="${one}"]`);
      found.push({ one, other, source: link?.dataset.source, opened: link?.dataset.opened, secondary: "secondary" in (link?.dataset ?? {}) });
    }
  });
  return found;
}

function together(page, tools) {
  const all = pairs(page, tools);
  const items = all.map(({ one, other, source, opened, secondary }) =>
    make("li", {}, `${name(page, one)} + ${name(page, other)}: `, source ? make("a", { href: source, rel: "noopener" }, `${page.words.known} ${opened}`) : page.words.without, secondary ? ` (${page.words.secondary})` : ""));
  return items.length ? [make("h3", {}, page.words.together), make("ul", {}, ...items)] : [];
}

/** The stack as a decision record: answers, the tools that were chosen, what each needs, evidence of working together. */
function record(page) {
  const { words } = page;
  const picks = chosen(page);
  const tools = [...new Set(picks.map((each) => each.tool))];
  const said = page.questions.filter((each) => given(each).length).map((each) => [`${stageName(each)} `, { strong: given(each).map((option) => option.textContent).join(", ") }]);
  const heads = [...page.root.querySelectorAll(".planner__data thead th")].slice(1, -1).map((each) => each.textContent.trim());
  const value = (tool, place) => row(page, tool).cells[place + 1].querySelector(".value__words").textContent;
  const beside = pairs(page, tools).map((each) => [`${name(page, each.one)} + ${name(page, each.other)}: `, ...(each.source ? [{ link: each.source }, ` (${each.opened}${each.secondary ? `, ${words.secondary}` : ""})`] : [words.without])]);
  const part = (head, key, items) => (items.length ? [{ head }, { [key]: items }] : []);
  return [
    { title: words["adr-title"] }, ...part(words["adr-context"], "list", said),
    ...part(words.chosen, "list", picks.map((each) => `${each.label}: ${name(page, each.tool)}`)),
    ...(tools.length ? [{ head: words.needs }, { table: { head: ["", ...tools.map((tool) => name(page, tool))], rows: heads.map((each, place) => [each, ...tools.map((tool) => value(tool, place))]) } }] : []),
    ...part(words.together, "list", beside),
    { text: [`${words["adr-link"]}: `, { link: permalink(query(page)) }] },
  ];
}
