// What a guide's answers lead to, argued: who leads and what decided, what each answer gave, why not the others.
import { mark, name, answer, cellOf, evenness, warning, label } from "./candidates.mjs";
import { write } from "../shared/address.mjs";
import { apart } from "./argument.mjs";
import { ahead, caseFor, pointsOf } from "./case.mjs";
import { kept } from "../shared/carried.mjs";
import { citing } from "./citing.mjs";
import { UNKNOWN } from "./engine.mjs";
import { fill, make, today } from "../shared/page.mjs";
import { apartTable, evenRows, givenRows, openCells, putUp, ruledOut, sourceList, versusTable } from "./argued.mjs";
import { reasonOf, marks } from "./cited.mjs";
import { sinceLink } from "./since.mjs";
import { lookAgain } from "../shared/calendar.mjs";

const MOST_COMPARED = 6;
const MOST_CRITERIA = 3;

/** Argue the outcome and draw it: above the row of buttons who leads, below it the argument. */
export function drawOutcome(page) {
  const { words, outcome } = page;
  const made = (page.case = caseFor(page.guide, page.answers, page.chosen));
  const sources = (page.sources = citing());
  const live = outcome.querySelector(".outcome__live");
  const more = outcome.querySelector(".outcome__more");
  outcome.querySelector(".outcome__baseline").hidden = !made.found.baseline;
  const top = made.tool ? winner(page, sources) : made.tied.length ? tie(page, sources) : nobody(page);
  live.replaceChildren(...[sinceLink(page), ...top].filter(Boolean));
  more.replaceChildren(...[
    ...(made.tool ? [next(page, sources), rest(page), givenRows(page, sources), versusTable(page, sources, words.versus)] : []),
    ...(made.tied.length && !made.tool ? [versusTable(page, sources, words["versus-tie"]), apartTable(page, sources, words["versus-apart"]), ...evenRows(page, sources), rest(page)] : []),
    made.tool ? two(page, sources) : null,
    openCells(page), ruledOut(page, sources), sourceList(page, sources),
  ].filter(Boolean));
}

const points = ({ words }, count) => fill(count === 1 ? words["points-one"] : words.points, { count });
const heading = (text) => make("h2", { tabindex: "-1" }, text);

function nobody({ words }) {
  return [make("div", { class: "win" }, heading(words.none))];
}

function winner(page, sources) {
  const { words, case: made } = page;
  const title = make("div", { class: "win__name" }, mark(made.tool), make("div", {},
    make("span", { class: "win__tag" }, made.tied.length ? words.picked : words.pick),
    make("h2", { tabindex: "-1" }, make("a", { href: `${page.root.dataset.toolsRoot}${made.tool}/` }, name(made.tool)))));
  const said = strongest(page, sources);
  const say = make("p", { class: "win__say" }, ...said.flatMap((each) => [each, " "]), distance(page));
  const warned = warning(made.tool);
  const side = make("div", { class: "win__side" }, bars(page), decided(page), made.judged ? make("p", { class: "win__why" }, words["alone-judged"]) : null);
  return [make("div", { class: "win" }, make("div", {}, title, say, warned ? make("p", { class: "win__warning" }, warned) : null, onward(page)), side)];
}

/** The notes of the weightiest reasons in the answers that decided: what the tool is chosen for. */
function strongest(page, sources) {
  const { case: made } = page;
  const cut = made.deciding.map((each) => each.question);
  const first = made.rows.filter((row) => cut.includes(row.question));
  const rows = (first.length ? first : made.rows).flatMap((row) => row.reasons.map((each) => ({ ...each, question: row.question })));
  const told = rows.map((each) => ({ ...each, ...reasonOf(page, made.tool, each) })).filter((each) => each.note);
  const notes = new Map(told.sort((one, other) => other.points - one.points).map((each) => [each.note, each]));
  return [...notes.values()].slice(0, 2).map((each) => make("span", {}, make("strong", {}, each.note), each.criterion ? "" : ` (${page.words.judgement})`, marks(sources.cite(each.sources))));
}

function distance({ words, case: made }) {
  if (!made.runners.length) return words["lead-only"];
  const [{ tool, points: behind }] = made.runners;
  const lead = pointsOf(made.found, made.tool) - behind;
  if (!lead) return `${words.tie}: ${made.tied.map(name).join(", ")}.`;
  if (lead > 1) return fill(words.lead, { tool: name(tool), lead });
  const criteria = ahead(made, made.tool, tool).slice(0, MOST_CRITERIA).map((each) => (each ? cellOf(tool, each).criterion : words.judgement));
  return fill(words["lead-narrow"], { tool: name(tool), criteria: criteria.join(", ") });
}

function bars({ case: made }) {
  const most = Math.max(1, ...made.shown.map((tool) => pointsOf(made.found, tool)));
  const rows = made.shown.flatMap((tool, place) => {
    const count = pointsOf(made.found, tool);
    const bar = make("span", { style: `--share:${count / most}` });
    return [make("dt", {}, name(tool)), make("dd", { class: place ? null : "bars__first" }, bar, make("b", {}, count))];
  });
  return make("dl", { class: "bars" }, ...rows);
}

/** Which answers decided, found by taking each away. */
function decided(page) {
  const { words, case: made } = page;
  if (!made.deciding.length) return null;
  const said = made.deciding.slice(0, 2).map(({ question, outcome, lead, turns }) => {
    const values = { answer: answer(page, question), lead };
    if (!turns) return fill(words["decides-lead"], values);
    const front = outcome.leaders.length > 1 ? outcome.leaders : outcome.ranking.slice(0, 2).map((each) => each.tool);
    const tools = front.slice(0, 3).map((tool) => `${name(tool)} ${pointsOf(outcome, tool)}`).join(", ");
    return fill(words[outcome.leaders.length > 1 ? "decides-tie" : "decides-turns"], { ...values, tools });
  });
  return make("p", { class: "win__why" }, make("b", {}, words.decides), ` ${said.join("; ")}.`);
}

function onward(page) {
  const { words, case: made, root } = page;
  const first = made.found.ranking.slice(0, Math.min(Math.max(3, made.tied.length), MOST_COMPARED)).map((each) => each.tool);
  const weighed = [...made.versus.differ, ...made.versus.same].map((each) => each.criterion).filter(Boolean);
  const criteria = weighed.length ? `&criteria=${weighed.join(",")}` : "";
  const compare = first.length > 1 ? make("a", { href: `${root.dataset.compare}?tools=${first.join(",")}${criteria}` }, words.compare) : null;
  const count = made.open.length;
  const more = count ? make("button", { type: "button", "data-do": "more" }, fill(words[count > 1 ? "continue" : "continue-one"], { count })) : null;
  const plan = made.tool ? make("a", { href: `${root.dataset.planner}${planned(page)}#planner` }, words.plan) : null;
  return make("p", { class: "win__onward" }, ...[compare, plan, more].filter(Boolean).flatMap((each) => [each, " "]));
}

/** The planner's address: the answers that all guides share, this tool for its stage, and what was picked before. */
function planned({ guide, answers, root, case: made }) {
  const shared = guide.questions.filter((each) => each.shared && answers.has(each.id) && answers.get(each.id)[0] !== UNKNOWN);
  const stack = new Map(kept("stack", [])).set(root.dataset.key, made.tool);
  return write([...shared.map((each) => [each.id, answers.get(each.id)]), ["stack", [...stack].map((pair) => pair.join(":"))]]);
}

/** Too close to call: one radio for each leader, with the cells on which they differ, and the question that parts them. */
function tie(page, sources) {
  const { words, case: made } = page;
  const first = made.versus.differ.map((each) => each.criterion).find(Boolean) ?? apart(page.guide, made.shown)[0];
  const choices = made.shown.map((tool) => {
    const cell = first ? cellOf(tool, first) : null;
    return make("label", { "data-tool": tool }, make("input", { type: "radio", name: "tie", value: tool, checked: page.chosen === tool }), mark(tool), make("b", {}, name(tool)),
      cell ? make("span", { class: "tie__cell" }, `${cell.criterion}: ${cell.words}. ${cell.note}`, marks(sources.cite(cell.sources))) : null);
  });
  const count = made.tied.length;
  const rest = count > made.shown.length ? make("p", {}, `${words.tie}: ${made.tied.slice(made.shown.length).map(name).join(", ")}`) : null;
  const why = 2 * count > page.guide.tools.length ? evenness(page).map((each) => make("p", { class: "guide__soft" }, each)) : [];
  const part = made.parting ? make("p", { class: "outcome__separator" }, `${words.parting} `, make("button", { type: "button", "data-do": "change", "data-question": made.parting }, page.form.querySelector(`[data-question="${made.parting}"] [data-ask]`).textContent)) : null;
  return [make("div", { class: "win win--tie" }, make("div", {}, heading(words["tie-title"]),
    make("p", { class: "win__say" }, `${fill(words["tie-many"], { count, points: pointsOf(made.found, made.tied[0]) })} ${made.judged ? `${words["alone-judged"]} ` : ""}${words["tie-choose"]}`),
    make("fieldset", { class: "tie" }, make("legend", { class: "visually-hidden" }, words["tie-choose"]), ...choices), rest, ...why, part, onward(page)))];
}

/** The runners-up: how far behind, on what, and what they do better. */
function next(page, sources) {
  const { words, case: made } = page;
  const articles = made.runners.map(({ tool, points: count }) => {
    const behind = pointsOf(made.found, made.tool) - count;
    const why = told(page, sources, tool, ahead(made, made.tool, tool), words["behind-on"]);
    const better = told(page, sources, tool, ahead(made, tool, made.tool), words["better-on"]);
    return make("article", { "data-tool": tool }, make("h3", {}, mark(tool), make("a", { href: `${page.root.dataset.toolsRoot}${tool}/` }, name(tool)),
      make("span", { class: "next__points" }, `${points(page, count)} · ${behind ? fill(words.behind, { count: behind }) : words.tie}`)), why, better);
  });
  return articles.length ? make("div", { class: "next" }, ...articles) : null;
}

function told(page, sources, tool, criteria, lead) {
  if (!criteria.length) return null;
  const parts = criteria.slice(0, 2).flatMap((criterion) => {
    if (!criterion) return [`${page.words.judgement}. `];
    const cell = cellOf(tool, criterion);
    return [`${cell.criterion}: ${cell.note || `${cell.words}.`}`, marks(sources.cite(cell.sources)), " "];
  });
  return make("p", {}, make("b", {}, `${lead} `), ...parts);
}

function rest({ words, case: made }) {
  if (!made.rest.length) return null;
  const tools = made.rest.map(({ tool, points: count }) => make("span", { "data-tool": tool }, `${name(tool)} ${count}`));
  return make("p", { class: "outcome__rest" }, `${fill(words.rest, { count: made.rest.length })}: `, ...tools.flatMap((each, place) => (place ? [" · ", each] : [each])));
}

/** What the chosen tool asks in return, and what would change the outcome. */
function two(page, sources) {
  const { words, case: made } = page;
  const again = made.revisits.map(({ question, option, leaders, outcome }) => {
    const front = leaders.length > 1 ? leaders : [leaders[0], ...outcome.ranking.slice(1, 2).map((each) => each.tool)];
    const tools = front.map((tool) => `${name(tool)} ${pointsOf(outcome, tool)}`).join(", ");
    return make("li", {}, fill(words[leaders.length > 1 ? "revisit-tie" : "revisit-leads"], { answer: label(page, question, option), tools }));
  });
  const day = make("li", {}, `${fill(words["revisit-day"], { day: lookAgain(today()) })} `, make("button", { type: "button", class: "quiet", "data-do": "calendar" }, words["revisit-add"]));
  return make("div", { class: "two" }, putUp(page, sources),
    make("section", {}, make("h2", {}, words.revisit), make("ul", {}, ...again, day)));
}
