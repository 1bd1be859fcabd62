// What the planner says: beside each stage the guide's word and the tool's needs, below warnings and what works together.
import { fill, make } from "../shared/page.mjs";
import { coverage, pairsOf, setupsFor } from "./facts.mjs";
import { suggestion } from "./suggestion.mjs";

const NEVER = new Set(["archived", "sunset", "deprecated"]);

/** Under a stage's choice: what its guide says to the shared answers, and what a chosen tool covers already. */
export function drawHint(page, select) {
  const { stage } = select.dataset;
  const place = page.root.querySelector(`[data-hint="${stage}"]`);
  const parts = page.guides[stage] ? said(page, stage, select.value) : [];
  for (const tool of page.tools.filter((each) => each !== select.value)) {
    const covers = coverage(page.facts.tools.get(tool), stage);
    const words = { whole: page.words.covers, part: page.words["covers-part"] }[covers];
    if (words) parts.push(make("span", {}, fill(words, { tool: name(page, tool) })), " ");
  }
  place.replaceChildren(...parts);
}

/** The guide's word on a stage: whom it suggests, whether no new tool will do, whether the chosen one is ruled out. */
function said(page, stage, chosen) {
  const { guides, words, answers } = page;
  const { tools, out, baseline } = suggestion(guides[stage], answers);
  const buttons = tools.map((tool) =>
    make("button", { type: "button", class: "chip", "data-do": "take", "data-for": stage, "data-tool": tool }, name(page, tool)));
  const lead = fill(tools.length > 1 ? words.tied : words.suggest, { tools: "" });
  return [
    ...(tools.length ? [lead, ...buttons.flatMap((each) => [" ", each]), " "] : []),
    ...(baseline ? [`${words.enough} `] : []),
    ...(out.has(chosen) ? [make("strong", {}, `⚠ ${words.out}`), " "] : []),
  ];
}

/** Beside a stage's choice: what the chosen tool needs, how a team of this size runs it, which versions it asks for. */
export function drawNeeds(page, select) {
  const place = page.root.querySelector(`[data-needs="${select.dataset.stage}"]`);
  const tool = page.facts.tools.get(select.value);
  place.hidden = !tool;
  if (!tool) return place.replaceChildren();
  const setups = setupsFor(tool, page.answers.get("team")?.[0]);
  const more = [
    setups.length ? [page.words.setups, setups.map((each) => each.name).join(" · ")] : null,
    tool.versions ? [page.words.versions, tool.versions] : null,
  ];
  const rows = [...tool.needs.map((cell, number) => [page.facts.heads[number], ...copies(cell)]), ...more.filter(Boolean)];
  place.replaceChildren(...rows.map(([head, ...words]) => make("div", {}, make("dt", {}, head), make("dd", {}, ...words))));
}

const copies = (cell) => [...cell.childNodes].map((node) => node.cloneNode(true));

/** Below: what was dropped from the address, warnings, what works together. */
export function drawResult(page) {
  const parts = page.taken.map((each) => make("p", {}, each));
  if (page.dropped.length) parts.push(make("p", {}, `${page.words.dropped} ${page.dropped.join(", ")}`));
  if (!page.tools.length) parts.push(make("p", {}, page.words.empty));
  else parts.push(...warnings(page), ...together(page));
  page.result.replaceChildren(...parts);
}

function warnings({ facts, tools, words }) {
  const found = tools.map((tool) => facts.tools.get(tool)).filter((tool) => tool.status !== "active");
  if (!found.length) return [];
  const items = found.map(({ status, statusWords, url, name: called }) =>
    make("li", {}, NEVER.has(status) ? "⚠ " : "", make("a", { href: url }, called), `: ${statusWords}`));
  return [make("h3", {}, words.warnings), make("ul", {}, ...items)];
}

function together(page) {
  const items = pairsOf(page.facts, page.tools).map(({ one, other, relation }) =>
    make("li", {}, `${name(page, one)} + ${name(page, other)}: `, ...evidence(page, relation)));
  return items.length ? [make("h3", {}, page.words.together), make("ul", {}, ...items)] : [];
}

function evidence({ words }, relation) {
  if (!relation) return [words.without];
  const link = make("a", { href: relation.source, rel: "noopener" }, `${words.known} ${relation.opened}`);
  const ended = relation.discontinued ? [make("strong", {}, `⚠ ${words.discontinued}`), ` ${relation.discontinued} `] : [];
  return [...ended, link, relation.secondary ? ` (${words.secondary})` : ""];
}

const name = ({ facts }, tool) => facts.tools.get(tool).name;
