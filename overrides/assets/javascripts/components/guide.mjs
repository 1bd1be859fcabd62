// A guide: one question at a time, the outcome beside it; answers live in the address.
import { read, write } from "../lib/address.mjs";
import { decision } from "../lib/decision.mjs";
import { known, matters, outcome, separator, waysBack } from "../lib/engine.mjs";
import { copy, fill, make, permalink, show, wordsOf } from "../lib/page.mjs";

const CARRIED = "answers";
const UNKNOWN = "unknown";

export function start(root, signal) {
  const page = {
    root,
    words: wordsOf(root),
    guide: JSON.parse(root.querySelector(".guide__effects").textContent),
    form: root.querySelector("form"),
    notice: root.querySelector(".guide__notice"),
    live: root.querySelector(".outcome__live"),
    answers: new Map(),
  };
  root.querySelector(".takeaway").hidden = false;
  arrive(page);
  page.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  page.form.addEventListener("change", (event) => pick(page, event.target), { signal });
  page.form.addEventListener("click", (event) => act(page, event.target), { signal });
  root.querySelector(".takeaway").addEventListener("click", (event) => takeAway(page, event.target.dataset.do), { signal });
  addEventListener("popstate", () => arrive(page), { signal });
}

/** Take the answers from the address, or those carried from another guide; the rest is dropped with a word. */
function arrive(page) {
  const address = read(location.search);
  const carried = address.size ? new Map() : carriedAnswers();
  const { answers, dropped } = known(page.guide, address.size ? address : carried, [...carried.keys()]);
  page.answers = answers;
  page.editing = null;
  const notes = [];
  if (dropped.length) notes.push(`${page.words.dropped} ${dropped.join(", ")}`);
  if (!address.size && answers.size) notes.push(page.words.carried);
  page.notice.hidden = !notes.length;
  page.notice.textContent = notes.join(" ");
  draw(page);
}

function pick(page, input) {
  if (!input.name) return;
  const boxes = [...page.form.querySelectorAll(`input[name="${input.name}"]`)];
  if (input.type === "checkbox" && input.checked) {
    for (const box of boxes) if ((box.value === UNKNOWN) !== (input.value === UNKNOWN)) box.checked = false;
  }
  const values = boxes.filter((box) => box.checked).map((box) => box.value);
  if (values.length) page.answers.set(input.name, values);
  else page.answers.delete(input.name);
  page.editing = input.name;
  remember(page);
  draw(page);
}

function act(page, target) {
  const question = target.closest("[data-question]")?.dataset.question;
  const acts = {
    next: () => {
      if (!page.answers.has(question)) page.answers.set(question, [UNKNOWN]);
      page.editing = null;
      remember(page);
      draw(page);
      focusNext(page);
    },
    change: () => {
      page.editing = question;
      draw(page);
      page.form.querySelector(`[data-question="${question}"] input:checked, [data-question="${question}"] input`).focus();
    },
    restart: () => {
      page.answers = new Map();
      page.editing = null;
      remember(page);
      draw(page);
      focusNext(page);
    },
  };
  acts[target.dataset?.do]?.();
}

function focusNext(page) {
  const open = page.form.querySelector(".question:not([hidden]):not(.question--answered) legend");
  (open ?? page.form.querySelector(".guide__done")).focus();
}

function remember(page) {
  show(query(page), { push: true });
  try {
    const all = carriedAnswers();
    for (const question of page.guide.questions) {
      const values = page.answers.get(question.id);
      if (values) all.set(question.id, values);
      else all.delete(question.id);
    }
    sessionStorage.setItem(CARRIED, JSON.stringify([...all]));
  } catch {
    // Without storage each guide starts afresh; the address still holds everything.
  }
}

function carriedAnswers() {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(CARRIED) ?? "[]"));
  } catch {
    return new Map();
  }
}

function query(page) {
  return write(page.guide.questions.filter((each) => page.answers.has(each.id)).map((each) => [each.id, page.answers.get(each.id)]));
}

function draw(page) {
  const result = outcome(page.guide, page.answers);
  page.result = result;
  drawQuestions(page, result);
  drawOutcome(page, result);
}

/** Answered questions shrink to a line; the first open one that still matters is asked. */
function drawQuestions(page, { ranking }) {
  const remaining = ranking.map((each) => each.tool);
  let asked = false;
  for (const question of page.guide.questions) {
    const box = page.form.querySelector(`[data-question="${question.id}"]`);
    const values = page.answers.get(question.id) ?? [];
    const editing = page.editing === question.id;
    const answered = values.length > 0 && !editing;
    const moot = !answered && !editing && !matters(question, remaining);
    const open = editing || (!answered && !moot && !asked && !page.editing);
    if (open) asked = true;
    box.hidden = !answered && !open;
    box.classList.toggle("question--answered", answered);
    for (const input of box.querySelectorAll("input")) input.checked = values.includes(input.value);
    box.querySelector(".question__answer").hidden = !answered;
    box.querySelector("[data-answer]").textContent = values.map((value) => label(page, question.id, value)).join(", ");
    box.querySelector(".question__next").hidden = !open;
  }
  page.form.querySelector(".guide__done").hidden = asked || Boolean(page.editing);
}

function drawOutcome(page, result) {
  const { words, live } = page;
  live.replaceChildren();
  page.root.querySelector(".outcome__baseline").hidden = !result.baseline;
  const answered = [...page.answers.values()].some((values) => values.some((value) => value !== UNKNOWN));
  if (!answered) live.append(make("p", {}, words.unanswered));
  else if (!result.ranking.length) live.append(make("p", {}, words.none));
  else drawRanking(page, result);
  if (result.out.size) live.append(make("h3", {}, `${words.out} (${result.out.size})`), make("ul", {}, ...[...result.out].map((each) => ruledOut(page, ...each))));
}

function drawRanking(page, result) {
  const { words, live } = page;
  const leaders = result.ranking.filter((each) => result.leaders.includes(each.tool));
  live.append(make("h3", {}, leaders.length > 1 ? words.leaders : words.leader), ...leaders.map((each) => candidate(page, each)));
  const near = result.ranking.filter((each) => result.near.includes(each.tool));
  if (near.length) live.append(make("h3", {}, words.near), ...near.map((each) => candidate(page, each)));
  const close = [...result.leaders, ...result.near];
  if (close.length > 1) live.append(separates(page, close));
  const rest = result.ranking.filter((each) => !close.includes(each.tool));
  if (rest.length) {
    live.append(make("details", {}, make("summary", {}, `${words.rest} (${rest.length})`), ...rest.map((each) => candidate(page, each))));
  }
  const first = result.ranking.slice(0, Math.min(Math.max(2, result.leaders.length), 6)).map((each) => each.tool);
  if (first.length > 1) live.append(make("p", {}, make("a", { href: `${page.root.dataset.compare}?tools=${first.join(",")}` }, words.compare)));
}

function candidate(page, { tool, points }) {
  const { words, result } = page;
  const reasons = result.reasons.get(tool).map((each) => make("li", {}, `+${each.points} `, reasonOf(page, tool, each)));
  const open = result.unchecked.get(tool);
  const warning = page.root.ownerDocument.querySelector(`#candidate-${tool} [data-warning]`);
  return make("div", { class: "leader" },
    make("p", { class: "leader__name" }, make("a", { href: `${page.root.dataset.toolsRoot}${tool}/` }, name(tool)), ` · ${fill(words.points, { count: points })}`),
    warning ? make("p", {}, warning.textContent) : null,
    reasons.length ? make("ul", {}, ...reasons) : make("p", {}, words.noreason),
    open.length ? make("p", {}, `${words.unchecked}: `, ...open.flatMap((id, place) => [place ? ", " : "", cellLink(tool, id)])) : null);
}

/** A reason is a cell with its source; an editorial judgement says so and has its own. */
function reasonOf(page, tool, { question, option, criterion }) {
  if (criterion) return make("span", {}, cellLink(tool, criterion), ...sourceLinks(page, tool, criterion));
  const box = page.form.querySelector(`[data-question="${question}"]`);
  const place = [...box.querySelectorAll("input")].findIndex((input) => input.value === option);
  const deed = box.querySelectorAll(".deeds > ul > li")[place];
  const judged = [...(deed?.querySelectorAll("li") ?? [])].find((item) => item.querySelector(".judgement") && item.textContent.includes(` ${name(tool)} `));
  return make("span", {}, ...(judged ? [...judged.cloneNode(true).childNodes].slice(1) : [page.words.judgement]));
}

function ruledOut(page, tool, bars) {
  const { words } = page;
  const why = bars.map((bar) =>
    make("li", {}, `${ask(page, bar.question)} “${label(page, bar.question, bar.option)}”: `, cellLink(tool, bar.criterion), ...sourceLinks(page, tool, bar.criterion)));
  const back = waysBack(page.guide, tool, bars).map(({ question, options }) =>
    `${ask(page, question)} → ${[...options.map((option) => label(page, question, option)), words["or-skip"]].join(" / ")}`);
  return make("li", {}, make("strong", {}, name(tool)), make("ul", {}, ...why, make("li", {}, `${words.back}: ${back.join(" + ")}`)));
}

function separates(page, tools) {
  const found = separator(page.guide, page.answers, tools);
  if (found.question) return make("p", {}, `${page.words.separate} ${ask(page, found.question)}`);
  if (!found.criterion) return null;
  const cells = tools.flatMap((tool, place) => [place ? " · " : " ", `${name(tool)}: `, cellLink(tool, found.criterion)]);
  return make("p", {}, page.words["separate-cell"], ...cells);
}

const name = (tool) => document.querySelector(`#candidate-${tool}`).dataset.name;
const evidence = (tool, criterion) => document.querySelector(`#candidate-${tool} [data-criterion="${criterion}"]`);
const ask = (page, id) => {
  const legend = page.form.querySelector(`[data-question="${id}"] legend`);
  return [...legend.childNodes].slice(1).map((node) => node.textContent).join("").trim();
};
const label = (page, question, option) =>
  page.form.querySelector(`[data-question="${question}"] input[value="${option}"]`).parentElement.querySelector("[data-label]").textContent;

function cellLink(tool, criterion) {
  const cell = evidence(tool, criterion);
  const words = cell.querySelector(".value__words").textContent;
  const link = make("a", { href: `#${cell.id}` }, `${cell.querySelector("dt").textContent}: ${words}`);
  link.addEventListener("click", () => (cell.closest("details").open = true));
  return link;
}

function sourcesOf(tool, criterion) {
  return [...evidence(tool, criterion).querySelectorAll("a.source")].map((link) => ({ url: link.href, opened: link.dataset.opened }));
}

function sourceLinks(page, tool, criterion) {
  return sourcesOf(tool, criterion).slice(0, 2).flatMap(({ url, opened }) => [" ", make("a", { href: url, rel: "noopener", class: "points__source" }, `${page.words.evidence} ${opened}`)]);
}

function takeAway(page, what) {
  const output = page.root.querySelector(".takeaway__copied");
  const acts = {
    link: () => copy(permalink(query(page)), output, page.words.copied),
    adr: () => copy(decision(page.words, record(page)), output, page.words.copied),
    print: () => print(),
  };
  acts[what]?.();
}

function record(page) {
  const { result, words } = page;
  const shown = [...result.leaders, ...result.near];
  const cell = (tool, criterion) => evidence(tool, criterion);
  return {
    title: fill(words["adr-title"], { stage: page.root.dataset.stage }),
    context: [...page.answers].map(([id, values]) => ({ question: ask(page, id), answer: values.map((value) => label(page, id, value)).join(", ") })),
    options: result.ranking.map(({ tool, points }) => ({ name: name(tool), points })),
    leaders: result.leaders.map(name),
    reasons: shown.flatMap((tool) => result.reasons.get(tool).map(({ criterion }) => criterion
      ? { tool: name(tool), criterion: cell(tool, criterion).querySelector("dt").textContent, words: cell(tool, criterion).querySelector(".value__words").textContent, sources: sourcesOf(tool, criterion) }
      : { tool: name(tool), criterion: words.judgement, words: "", sources: [] })),
    ruled: [...result.out].map(([tool, bars]) => ({
      name: name(tool),
      reasons: bars.map((bar) => `${label(page, bar.question, bar.option)} / ${cell(tool, bar.criterion).querySelector("dt").textContent}: ${cell(tool, bar.criterion).querySelector(".value__words").textContent} ${sourcesOf(tool, bar.criterion).map(({ url, opened }) => `<${url}> (${opened})`).join(", ")}`),
    })),
    open: shown.flatMap((tool) => result.unchecked.get(tool).map((id) => `${name(tool)}: ${cell(tool, id).querySelector("dt").textContent}`)),
    link: permalink(query(page)),
  };
}
