// A stack as a decision record: one for several guides, with what each guide says, needs, warnings and evidence.
import { lookAgain } from "../shared/calendar.mjs";
import { kept } from "../shared/carried.mjs";
import { outcome } from "../guide/engine.mjs";
import { fill, today } from "../shared/page.mjs";
import { given, pairsOf } from "./facts.mjs";

/** The blocks of a record, for `document.mjs`. `link` opens the planner with the same answers and picks. */
export function stackRecord(page, link, { day = today() } = {}) {
  const { words, tools } = page;
  const title = fill(words["adr-title"], { tools: tools.map((each) => name(page, each)).join(", ") || "–" });
  const head = [words["adr-proposed"], `${words["adr-date"]}: ${day}`, words["adr-deciders"], `${words["adr-again"]}: ${lookAgain(day)}`];
  return [
    { title }, { list: head },
    ...part(words["adr-context"], "list", context(page)),
    ...decided(page),
    ...needed(page),
    ...part(words.warnings, "list", warned(page)),
    ...part(words.together, "list", beside(page)),
    { text: [`${words["adr-link"]}: `, { link }] },
  ];
}

const part = (head, kind, items) => (items.length ? [{ head }, { [kind]: items }] : []);
const name = ({ facts }, tool) => facts.tools.get(tool).name;

function context({ questions }) {
  const answered = questions.filter((each) => given(each).length);
  return answered.map((each) => [`${labelOf(each)} `, { strong: given(each).map((option) => option.textContent).join(", ") }]);
}

const labelOf = (select) => document.querySelector(`label[for="${select.id}"]`).textContent;

/** One row a chosen stage; stages without a tool are no decisions. */
function decided(page) {
  const { words, chosen } = page;
  if (!chosen.length) return [];
  const rows = chosen.map(({ stage, tool, label }) => {
    const answers = answersOf(page, stage);
    return [label, { strong: name(page, tool) }, ...(page.guides[stage] ? [standing(page, stage, tool, answers), guideLink(page, stage, answers)] : ["", ""])];
  });
  return [{ head: words["adr-decision"] }, { table: { head: [words["adr-stage"], words["adr-tool"], words["adr-guide"], words["adr-answers"]], rows } }];
}

/** The answers of a guide: those with which this session left it, else those that all guides share. */
function answersOf({ answers }, stage) {
  return new Map(kept("guides", {})[stage] ?? [...answers]);
}

/** Where a guide puts a tool: first, tied, so many points behind, ruled out. */
function standing({ guides, words }, stage, tool, answers) {
  const { ranking, leaders, out } = outcome(guides[stage], answers);
  if (out.has(tool)) return words.out;
  const found = ranking.find((each) => each.tool === tool);
  if (!found) return words["adr-elsewhere"];
  if (leaders.length === ranking.length && !out.size) return words["adr-open"];
  if (leaders.includes(tool)) return words[leaders.length > 1 ? "adr-tied" : "adr-first"];
  return fill(words["adr-behind"], { count: ranking[0].points - found.points });
}

function guideLink({ root }, stage, answers) {
  const query = [...answers].map(([key, values]) => `${key}=${values.join(",")}`).join("&");
  return { link: `${new URL(`${root.dataset.choose}${stage}/`, location.href)}${query ? `?${query}` : ""}` };
}

function needed({ facts, tools, words }) {
  if (!tools.length) return [];
  const all = tools.map((tool) => facts.tools.get(tool));
  const value = (cell) => cell.querySelector(".value").textContent;
  const rows = facts.heads.map((head, place) => [head, ...all.map((each) => value(each.needs[place]))]);
  if (all.some((each) => each.versions)) rows.push([words.versions, ...all.map((each) => each.versions || "–")]);
  return [{ head: words.needs }, { table: { head: ["", ...all.map((each) => each.name)], rows } }];
}

function warned({ facts, tools }) {
  const found = tools.map((tool) => facts.tools.get(tool)).filter((tool) => tool.status !== "active");
  return found.map((tool) => `${tool.name}: ${tool.statusWords}`);
}

function beside(page) {
  const { words } = page;
  return pairsOf(page.facts, page.tools).map(({ one, other, relation }) => {
    const both = `${name(page, one)} + ${name(page, other)}: `;
    if (!relation) return [both, words.without];
    const ended = relation.discontinued ? `${words.discontinued} ${relation.discontinued} ` : "";
    return [both + ended, { link: relation.source }, ` (${relation.opened}${relation.secondary ? `, ${words.secondary}` : ""})`];
  });
}
