// The argument in tables and lists: what each answer gave, leader against runners-up, what is out and how it returns.
import { waysBack } from "./argument.mjs";
import { answer, ask, cellOf, label, name, valueOf, weaknesses } from "./candidates.mjs";
import { missed, nothingOn, pointsOf } from "./case.mjs";
import { UNKNOWN } from "./engine.mjs";
import { fill, make } from "../shared/page.mjs";
import { marks, reasonOf } from "./cited.mjs";

const MOST_PUT_UP = 4;

/** One row an answer: its points, each reason with note and sources; what gave nothing stays, with what it cost. */
export function givenRows(page, sources) {
  const { words, case: made } = page;
  if (!made.rows.length) return null;
  return make("section", { class: "give" }, make("h2", {}, fill(words.gave, { tool: name(made.tool) })), rowsOf(page, sources, made));
}

/** The same for each tool of a tie, folded where more than two tie. */
export function evenRows(page, sources) {
  const { words, case: made } = page;
  return made.even.map((each) => make("details", { class: "outcome__fold give", open: made.even.length < 3, "data-tool": each.tool },
    make("summary", {}, fill(words.gave, { tool: name(each.tool) })), rowsOf(page, sources, each)));
}

function rowsOf(page, sources, { tool, rows }) {
  const told = new Set();
  return make("dl", {}, ...rows.map((row) => make("div", { "data-question": row.question },
    make("dt", {}, answer(page, row.question), make("small", {}, ask(page, row.question))),
    make("dd", {}, ...said(page, sources, { ...row, tool }, told)),
    make("dd", { class: row.points ? "give__points" : "give__points give__points--none" }, row.points || (row.ruled.length ? "–" : "0")))));
}

function said(page, sources, row, seen) {
  const { words, case: made } = page;
  const reasons = row.reasons.map((each) => {
    const told = reasonOf(page, row.tool, { ...each, question: row.question });
    const points = each.criterion ? `+${each.points}` : `${words.judgement} +${each.points}`;
    const again = each.criterion && seen.has(each.criterion);
    seen.add(each.criterion);
    return make("p", { "data-criterion": each.criterion || null }, make("span", {}, `${told.criterion ? `${told.name}: ` : ""}${again ? words.again : valued(told)}`, marks(sources.cite(told.sources))), make("em", {}, points));
  });
  const filtered = row.ruled.length ? [make("p", { class: "guide__soft" }, fill(words["gave-filtered"], { tools: row.ruled.map(name).join(", ") }))] : [];
  if (reasons.length) return [...reasons, ...filtered];
  if (filtered.length) return filtered;
  const criterion = nothingOn(made.found, row.question, row.tool);
  if (!criterion) return [make("p", { class: "guide__soft" }, words["gave-nothing"])];
  const cell = cellOf(row.tool, criterion);
  return [make("p", { class: "guide__soft" }, make("span", {}, `${words["gave-nothing"]} ${cell.criterion}: ${cell.words}. ${cell.note}`, marks(sources.cite(cell.sources))))];
}

/** A cell's value and note, a judgement's words. */
const valued = ({ criterion, words, note }) => (criterion && note ? `${words}. ${note}` : note || words);

/** The tools shown, on every weighed criterion that differs; equal ones in one line below. */
export const versusTable = (page, sources, title) => table(page, sources, title, page.case.versus);

/** The tools of a tie, on what no answer weighed. */
export const apartTable = (page, sources, title) => table(page, sources, title, { differ: page.case.apart.map((criterion) => ({ criterion })), same: [] });

function table(page, sources, title, { differ, same: equal }) {
  const { words, case: made } = page;
  if (made.shown.length < 2 || !differ.length) return null;
  const heads = made.shown.map((tool, place) => make("th", { scope: "col", role: "columnheader", class: lead(made, place) }, name(tool), make("b", {}, pointsOf(made.found, tool))));
  const rows = differ.map(({ criterion, points }) => make("tr", { role: "row", "data-criterion": criterion || null },
    make("th", { scope: "row", role: "rowheader" }, criterion ? cellOf(made.shown[0], criterion).criterion : words.judgement),
    ...made.shown.map((tool, place) => side(page, sources, { criterion, points, tool, place }))));
  const same = equal.map(({ criterion, points }) => `${criterion ? cellOf(made.shown[0], criterion).criterion : words.judgement} +${points[0]}`);
  const foot = same.length ? make("tfoot", {}, make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, words.same), make("td", { role: "cell", colspan: made.shown.length }, same.join(", ")))) : null;
  return make("section", {}, make("h2", {}, title), make("table", { class: "versus plain", role: "table" },
    make("thead", {}, make("tr", { role: "row" }, make("th", { scope: "col", role: "columnheader" }, make("span", { class: "visually-hidden" }, words.criterion)), ...heads)), make("tbody", {}, ...rows), foot));
}

const lead = (made, place) => (made.tool && !place ? "versus__lead" : null);

function side(page, sources, { criterion, points, tool, place }) {
  const { words, case: made } = page;
  const better = made.tool && place && points[place] > points[0];
  const count = points ? make("span", { class: points[place] ? "versus__points" : "versus__points versus__points--none" }, points[place] ? `+${points[place]}` : "0") : null;
  const attributes = { role: "cell", class: better ? "versus__better" : lead(made, place), "data-tool": tool, "data-name": name(tool) };
  if (!criterion) return make("td", attributes, count, points[place] ? judged(page, sources, tool) : make("p", {}, words["judgement-none"]));
  const cell = cellOf(tool, criterion);
  const note = make("p", {}, cell.note, better ? ` ${words.better}.` : "", marks(sources.cite(cell.sources)));
  return make("td", attributes, count, ...valueOf(tool, criterion), note);
}

function judged(page, sources, tool) {
  const own = page.case.found.reasons.get(tool).filter((each) => !each.criterion);
  const places = new Map();
  return make("p", {}, ...own.flatMap((each) => {
    const place = places.get(each.option) ?? 0;
    places.set(each.option, place + 1);
    const told = reasonOf(page, tool, { ...each, place });
    return [told.note, marks(sources.cite(told.sources)), " "];
  }));
}

/** What the answers weighed and the tool does not give, then its own weaknesses. */
export function putUp(page, sources) {
  const { words, case: made } = page;
  const lines = missed(made.found, made.tool).map((criterion) => {
    const cell = cellOf(made.tool, criterion);
    return { note: `${cell.criterion}: ${cell.words}. ${cell.note}`, sources: cell.sources };
  });
  const items = [...lines.slice(0, MOST_PUT_UP - 1), ...weaknesses(made.tool)].slice(0, MOST_PUT_UP);
  if (!items.length) return null;
  return make("section", {}, make("h2", {}, words["put-up"]), make("ul", {}, ...items.map((each) => make("li", {}, each.note, marks(sources.cite(each.sources))))));
}

/** What nobody has checked, of the tools shown. */
export function openCells({ words, case: made }) {
  const cells = made.shown.flatMap((tool) => made.found.unchecked.get(tool).map((criterion) => ({ tool, ...cellOf(tool, criterion) })));
  if (!cells.length) return null;
  const links = cells.flatMap(({ tool, id, criterion }, place) => [place ? ", " : " ", make("a", { href: `#${id}` }, `${name(tool)}: ${criterion}`)]);
  return make("p", { class: "outcome__open" }, make("b", {}, `${words.unchecked}:`), ...links);
}

/** Every tool that is ruled out: by which answer, on which cell, and what brings it back. */
export function ruledOut(page, sources) {
  const { words, case: made } = page;
  const { out } = made.found;
  if (!out.size) return null;
  const items = [...out].map(([tool, bars]) => make("li", { "data-tool": tool }, make("b", {}, name(tool)), make("ul", {}, ...bars.map((bar) => why(page, sources, tool, bar)), back(page, tool))));
  return make("details", { class: "outcome__fold", open: !made.found.ranking.length }, make("summary", {}, fill(words.out, { count: out.size })), make("ul", { class: "outcome__out" }, ...items));
}

function why(page, sources, tool, { question, option, criterion, under }) {
  if (!criterion) return make("li", {}, `${label(page, question, option)} → ${page.words.left}`);
  const cell = cellOf(tool, criterion);
  const met = under.length && cell.conditions.length ? ` (${fill(page.words.under, { conditions: cell.conditions.join(", ") })})` : "";
  return make("li", {}, `${label(page, question, option)} → `, make("a", { href: `#${cell.id}` }, `${cell.criterion}: ${cell.words}`), met, ` ${cell.note}`, marks(sources.cite(cell.sources)));
}

function back(page, tool) {
  const { alone, ways } = waysBack(page.guide, page.answers, tool);
  const parts = ways.flatMap(({ question, options }, place) => [
    place ? (alone ? " | " : " + ") : " ",
    make("button", { type: "button", class: "quiet", "data-do": "change", "data-question": question }, ask(page, question)),
    ` → ${options.map((option) => (option === UNKNOWN ? page.words["or-skip"] : label(page, question, option))).join(" / ")}`,
  ]);
  return make("li", { class: "outcome__back" }, `${page.words.back}:`, ...parts);
}

/** Every source that was cited, by its number. */
export function sourceList(page, sources) {
  if (!sources.all.length) return null;
  const items = sources.all.map(({ number, tool, url, opened, shows }) => make("li", { id: `source-${number}`, value: number },
    make("b", {}, name(tool)), ` ${shows} `, make("a", { href: url, rel: "noopener", class: "points__source" }, new URL(url).host.replace(/^www\./, "")), ` ${opened}`));
  return make("details", { class: "outcome__fold" }, make("summary", {}, fill(page.words.sources, { count: items.length })), make("ol", { class: "outcome__sources" }, ...items));
}
