// What a guide's answers lead to: leaders and reasons, ties, what is ruled out and how it comes back.
import { ask, cellOf, judgements, label, name, warning } from "../lib/candidates.mjs";
import { differing, parting, waysBack } from "../lib/argument.mjs";
import { strongest } from "../lib/engine.mjs";
import { fill, make, permalink } from "../lib/page.mjs";

const UNKNOWN = "unknown";
const MOST_COMPARED = 6;
const SOURCES_SHOWN = 2;

/** Draw the outcome of a guide beside its questions. */
export function drawOutcome(page) {
  const { words, live, result } = page;
  live.replaceChildren();
  page.root.querySelector(".outcome__baseline").hidden = !result.baseline;
  const answered = [...page.answers.values()].some((values) => values.some((value) => value !== UNKNOWN));
  if (!answered) live.append(make("p", {}, words.unanswered));
  else if (!result.ranking.length) live.append(make("p", {}, words.none));
  else drawRanking(page);
  if (result.out.size) {
    const items = [...result.out].map(([tool, bars]) => ruledOut(page, tool, bars));
    live.append(make("h3", {}, `${words.out} (${result.out.size})`), make("ul", { class: "outcome__out" }, ...items));
  }
}

function drawRanking(page) {
  const { words, live, result } = page;
  const show = (tools) => result.ranking.filter((each) => tools.includes(each.tool)).map((each) => candidate(page, each));
  live.append(make("h3", {}, result.leaders.length > 1 ? words.leaders : words.leader), ...show(result.leaders));
  if (result.near.length) live.append(make("h3", {}, words.near), ...show(result.near));
  const close = [...result.leaders, ...result.near];
  if (close.length > 1) live.append(separates(page, close));
  const rest = result.ranking.map((each) => each.tool).filter((tool) => !close.includes(tool));
  if (rest.length) live.append(make("details", {}, make("summary", {}, `${words.rest} (${rest.length})`), ...show(rest)));
  const first = result.ranking.slice(0, Math.min(Math.max(2, result.leaders.length), MOST_COMPARED)).map((each) => each.tool);
  if (first.length > 1) live.append(make("p", {}, make("a", { href: `${page.root.dataset.compare}?tools=${first.join(",")}` }, words.compare)));
}

function candidate(page, { tool, points }) {
  const { words, result } = page;
  const reasons = reasonsOf(page, tool).map((each) => make("li", {}, `+${each.points} `, reason(page, tool, each)));
  const open = result.unchecked.get(tool);
  const warned = warning(tool);
  return make("div", { class: "leader", "data-tool": tool },
    make("p", { class: "leader__name" }, make("a", { href: `${page.root.dataset.toolsRoot}${tool}/` }, name(tool)), ` · ${pointsOf(page, points)}`),
    warned ? make("p", {}, warned) : null,
    reasons.length ? make("ul", {}, ...reasons) : make("p", {}, words.noreason),
    open.length ? make("p", {}, `${words.unchecked}: `, ...open.flatMap((id, place) => [place ? ", " : "", cellLink(tool, id)])) : null);
}

const pointsOf = ({ words }, count) => fill(count === 1 ? words["points-one"] : words.points, { count });

/** A tool's reasons, each by a cell or by an editorial judgement, with words and sources. */
function reasonsOf(page, tool) {
  const seen = new Map();
  return page.result.reasons.get(tool).map(({ question, option, criterion, points }) => {
    if (criterion) return { points, id: criterion, ...cellOf(tool, criterion) };
    const key = `${question} ${option}`;
    const place = seen.get(key) ?? 0;
    seen.set(key, place + 1);
    return { points, criterion: page.words.judgement, ...judgements(page, question, option, tool)[place] };
  });
}

function reason(page, tool, each) {
  if (each.id) return make("span", {}, cellLink(tool, each.id), ...sourceLinks(page, each.sources));
  return make("span", {}, make("span", { class: "judgement" }, each.criterion), ` ${each.words}`, ...sourceLinks(page, each.sources));
}

function ruledOut(page, tool, bars) {
  const { words } = page;
  const why = bars.map((bar) =>
    make("li", {}, `${ask(page, bar.question)} “${label(page, bar.question, bar.option)}”: `, cellLink(tool, bar.criterion),
      ...sourceLinks(page, cellOf(tool, bar.criterion).sources)));
  const { alone, ways } = waysBack(page.guide, page.answers, tool);
  const back = ways.flatMap(({ question, options }, place) => [
    place ? (alone ? " | " : " + ") : " ",
    make("button", { type: "button", "data-do": "change", "data-question": question }, ask(page, question)),
    ` → ${options.map((option) => (option === UNKNOWN ? words["or-skip"] : label(page, question, option))).join(" / ")}`,
  ]);
  return make("li", { "data-tool": tool }, make("strong", {}, name(tool)), make("ul", {}, ...why, make("li", {}, `${words.back}:`, ...back)));
}

function separates(page, tools) {
  const question = parting(page.guide, page.answers, tools, strongest(page.guide, page.answers));
  if (question) return make("p", { class: "outcome__separator" }, `${page.words.separate} ${ask(page, question)}`);
  const criterion = differing(page.guide, tools);
  if (!criterion) return make("p", { class: "outcome__separator" }, page.words["separate-none"]);
  const cells = tools.flatMap((tool, place) => [place ? " · " : " ", `${name(tool)}: `, cellLink(tool, criterion)]);
  return make("p", { class: "outcome__separator" }, page.words["separate-cell"], ...cells);
}

function cellLink(tool, id) {
  const { element, criterion, words } = cellOf(tool, id);
  return make("a", { href: `#${element.id}` }, `${criterion}: ${words}`);
}

function sourceLinks({ words }, sources) {
  return sources.slice(0, SOURCES_SHOWN).flatMap(({ url, opened }) =>
    [" ", make("a", { href: url, rel: "noopener", class: "points__source" }, `${words.evidence} ${opened}`)]);
}

/** The outcome as the parts of a decision record. */
export function record(page, query) {
  const { result, words } = page;
  const shown = [...result.leaders, ...result.near];
  const dated = (sources) => sources.map(({ url, opened }) => `<${url}> (${opened})`).join(", ");
  return {
    title: fill(words["adr-title"], { stage: page.root.dataset.stage }),
    context: [...page.answers].map(([id, values]) => ({ question: ask(page, id), answer: values.map((value) => label(page, id, value)).join(", ") })),
    options: result.ranking.map(({ tool, points }) => `${name(tool)}: ${pointsOf(page, points)}`),
    ruled: [...result.out].map(([tool, bars]) => ({
      name: name(tool),
      reasons: bars.map((bar) => {
        const cell = cellOf(tool, bar.criterion);
        return `${label(page, bar.question, bar.option)} / ${cell.criterion}: ${cell.words} ${dated(cell.sources)}`;
      }),
    })),
    leaders: result.leaders.map(name),
    reasons: shown.flatMap((tool) => reasonsOf(page, tool).map((each) => `${name(tool)}: ${each.criterion}: ${each.words} — ${dated(each.sources)}`)),
    open: shown.flatMap((tool) => result.unchecked.get(tool).map((id) => `${name(tool)}: ${cellOf(tool, id).criterion}`)),
    link: permalink(query),
  };
}
