// A guide's outcome as a decision record: MADR's headings, a tie left to choose, every reason numbered and dated.
import { answer, ask, cellOf, label, name, weaknesses } from "./candidates.mjs";
import { lookAgain } from "../shared/calendar.mjs";
import { ahead, missed, pointsOf } from "./case.mjs";
import { citing } from "./citing.mjs";
import { fill, today } from "../shared/page.mjs";
import { reasonOf } from "./cited.mjs";

const MOST = 3;

/** The blocks of a record, for `document.mjs`. `link` opens the guide with the same answers. */
export function recordOf(page, link, { day = today() } = {}) {
  const sources = citing();
  const parts = [head(page, day), context(page), options(page), decision(page, sources), others(page, sources), consequences(page, sources), open(page)];
  const blocks = parts.flat();
  const dates = sources.all.map((each) => each.opened).sort();
  if (dates.length) blocks[1].list.splice(2, 0, `${page.words["record-of"]}: ${dates.at(-1)}`);
  return [...blocks, ...cited(page, sources), { text: [{ link, words: page.words["record-link"] }, ` – ${page.words["record-link-text"]}`] }];
}

function head({ words, case: made, root }, day) {
  const { stage } = root.dataset;
  const title = made.tool ? fill(words["record-title"], { stage, tool: name(made.tool) }) : fill(words["record-title-tie"], { stage, tools: made.tied.map(name).join(", ") || "–" });
  return [{ title }, { list: [words["record-proposed"], `${words["record-date"]}: ${day}`, words["record-deciders"], `${words["record-again"]}: ${lookAgain(day)}`] }];
}

function context(page) {
  const given = page.case.rows.map((row) => row.question);
  const questions = given.length ? given : [...page.answers.keys()];
  return [{ head: page.words["record-context"] }, { list: questions.map((id) => [`${ask(page, id)} `, { strong: answer(page, id) }]) }];
}

function options(page) {
  const { words, case: made } = page;
  const line = (tool) => {
    const [first] = made.tool && tool !== made.tool ? ahead(made, made.tool, tool).filter(Boolean) : made.versus.differ.map((each) => each.criterion).filter(Boolean);
    return first && made.shown.includes(tool) ? `${cellOf(tool, first).criterion}: ${cellOf(tool, first).note || cellOf(tool, first).words}` : "";
  };
  const rows = made.found.ranking.map(({ tool, points }) => [name(tool), String(points), line(tool)]);
  const out = [...made.found.out].map(([tool, bars]) => `${name(tool)} (${barred(page, tool, bars[0])})`);
  return [{ head: words["record-options"] },
    ...(rows.length ? [{ table: { head: [words["record-tool"], words["record-points"], words["record-one-line"]], rows } }] : []),
    ...(out.length ? [{ text: `${fill(words.out, { count: out.length })}: ${out.join(", ")}` }] : [])];
}

/** Why a tool is out: its cell, or the answer by which it is left. */
function barred(page, tool, { question, option, criterion }) {
  if (!criterion) return label(page, question, option);
  const cell = cellOf(tool, criterion);
  return `${cell.criterion}: ${cell.words}`;
}

function decision(page, sources) {
  const { words, case: made } = page;
  const title = { head: words["record-decision"] };
  if (!made.tool) return [title, { text: made.tied.length ? fill(words["record-tie"], { tools: made.tied.map(name).join(", ") }) : words.none }];
  const reasons = made.rows.flatMap((row) => row.reasons.map((each) => {
    const told = reasonOf(page, made.tool, { ...each, question: row.question });
    const lead = told.criterion ? `${told.name}: ` : `${words.judgement}: `;
    return `${answer(page, row.question)} → ${lead}${told.note || told.words} ${marks(sources, told.sources)}`;
  }));
  const nothing = made.rows.filter((row) => !row.points).map((row) => `${answer(page, row.question)}: ${row.ruled.length ? fill(words["gave-filtered"], { tools: row.ruled.map(name).join(", ") }) : words["gave-nothing"]}`);
  const settled = made.tied.length ? [{ text: fill(words["record-chosen"], { tools: made.tied.map(name).join(", ") }) }] : [];
  return [title, { text: [{ strong: name(made.tool) }] }, ...settled, ...lists([...reasons, ...nothing])];
}

function others(page, sources) {
  const { words, case: made } = page;
  if (!made.tool || !made.runners.length) return [];
  const lines = made.runners.map(({ tool, points }) => {
    const why = ahead(made, made.tool, tool).filter(Boolean).slice(0, MOST).map((criterion) => {
      const cell = cellOf(tool, criterion);
      return `${cell.criterion}: ${cell.note || cell.words} ${marks(sources, cell.sources)}`;
    });
    const behind = pointsOf(made.found, made.tool) - points;
    return `${name(tool)} (${behind ? fill(words.behind, { count: behind }) : words.tie}): ${why.join(" ")}`;
  });
  return [{ head: words.versus }, { list: lines }];
}

function consequences(page, sources) {
  const { words, case: made } = page;
  if (!made.tool) return [];
  const weighed = missed(made.found, made.tool).slice(0, MOST).map((criterion) => {
    const cell = cellOf(made.tool, criterion);
    return `${cell.criterion}: ${cell.words}. ${cell.note} ${marks(sources, cell.sources)}`;
  });
  const weak = weaknesses(made.tool).slice(0, MOST).map((each) => `${each.note} ${marks(sources, each.sources)}`);
  const again = made.revisits.map(({ question, option, leaders }) => fill(words[leaders.length > 1 ? "revisit-tie" : "revisit-leads"], { answer: label(page, question, option), tools: leaders.map(name).join(", ") }));
  const when = again.length ? [{ head: words["record-again"] }, { list: again }] : [];
  return [...(weighed.length + weak.length ? [{ head: words["record-consequences"] }, { list: [...new Set([...weighed, ...weak])] }] : []), ...when];
}

function open({ words, case: made }) {
  const cells = made.shown.flatMap((tool) => made.found.unchecked.get(tool).map((criterion) => `${name(tool)}: ${cellOf(tool, criterion).criterion}`));
  return cells.length ? [{ head: words["record-open"] }, { list: cells }] : [];
}

function cited({ words }, sources) {
  const items = sources.all.map(({ tool, shows, url, opened }) => [`${name(tool)}: ${shows} – `, { link: url }, `, ${opened}`]);
  return items.length ? [{ head: words["record-sources"] }, { numbers: items }] : [];
}

const lists = (items) => (items.length ? [{ list: [...new Set(items)] }] : []);
const marks = (sources, each) => sources.cite(each.slice(0, 2)).map((number) => `[${number}]`).join("");
