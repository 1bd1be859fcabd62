// The stack planner: a tool for each stage; the answers that all guides share and the picks live in the address.
import { read, resolve, vocabulary, write } from "../shared/address.mjs";
import { keep } from "../shared/carried.mjs";
import { html, markdown } from "../shared/document.mjs";
import { currently } from "../guide/engine.mjs";
import { copy, fill, make, onTravel, permalink, show, wordsOf } from "../shared/page.mjs";
import { stackIn, stackNames } from "../shared/pairs.mjs";
import { factsOf, given } from "./facts.mjs";
import { drawHint, drawNeeds, drawResult } from "./saying.mjs";
import { stackRecord } from "./record.mjs";

export function start(root, signal) {
  const page = {
    root,
    words: wordsOf(root),
    guides: JSON.parse(root.querySelector(".planner__guides").textContent),
    facts: factsOf(root.querySelector(".planner__data table")),
    picks: [...root.querySelectorAll("[data-stage]:is(select)")],
    questions: [...root.querySelectorAll("select[data-question]")],
    result: root.querySelector(".planner__result"),
  };
  page.names = namesOf(page);
  root.querySelector(".planner__form").hidden = false;
  root.dataset.ready = "";
  root.querySelector(".takeaway").hidden = false;
  arrive(page);
  root.addEventListener("change", () => settle(page), { signal });
  root.addEventListener("click", (event) => act(page, event.target), { signal });
  onTravel(() => arrive(page), signal);
}

function arrive(page) {
  const said = read(location.search);
  const address = currently({ moved: movesOf(page) }, said);
  const given = page.questions.map((select) => give(select, address.get(select.dataset.question) ?? []));
  const { stack, ...others } = stackIn(said.texts.get("stack") ?? "", page.names);
  given.push(others);
  page.dropped = given.flatMap(({ dropped }) => dropped);
  page.taken = given.flatMap(({ taken }) => taken).map(([written, id]) => fill(page.words.taken, { written, id }));
  place(page, stack);
  collect(page);
  draw(page);
}

/** Answer a question, with several where it takes several: what was taken for another, and what was dropped. */
function give(select, written) {
  const options = [...select.options].filter(({ value }) => value);
  const { values, taken, dropped } = resolve(written.join(","), vocabulary(options.map(({ value }) => value)));
  const kept = select.multiple ? values : values.slice(0, 1);
  if (!select.multiple) select.value = kept[0] ?? "";
  else for (const option of options) option.selected = kept.includes(option.value);
  const rest = [...dropped, ...values.filter((value) => !kept.includes(value))];
  return { taken, dropped: rest.map((value) => `${select.dataset.question}=${value}`) };
}

/** What the guides say of old answers, as far as the planner asks for those that say so today. */
function movesOf(page) {
  const asked = new Set(page.questions.map((each) => each.dataset.question));
  const moves = Object.values(page.guides).flatMap((guide) => Object.entries(guide.moved ?? {}));
  return Object.fromEntries(moves.filter(([, now]) => asked.has(now.split(".")[0])));
}

/** What an address may name: each stage with every tool that covers it, those that no guide recommends too. */
function namesOf({ picks, facts, root }) {
  const covering = (stage) => [...facts.tools].filter(([, tool]) => tool.stages.includes(stage)).map(([id, tool]) => ({ id, names: [tool.name] }));
  const stages = picks.map((select) => ({ id: select.dataset.stage, name: label(select), tools: covering(select.dataset.stage) }));
  return stackNames(stages, JSON.parse(root.dataset.renamed));
}

/** Fill the stages from a stack {stage: tool}. */
function place(page, stack) {
  for (const select of page.picks) set(page, select, stack.get(select.dataset.stage) ?? "");
  const stages = page.picks.map((each) => each.dataset.stage);
  page.dropped.push(...[...stack.keys()].filter((stage) => !stages.includes(stage)));
}

/** Choose an option; a tool that no guide recommends any more is offered too when an address names it. */
function set(page, select, value) {
  const tool = value && select.dataset.stage ? page.facts.tools.get(value) : null;
  const offered = [...select.options].some((each) => each.value === value);
  if (tool?.stages.includes(select.dataset.stage) && !offered) {
    select.append(make("option", { value, "data-beside": true }, tool.name));
  }
  select.value = value;
  if (select.value !== value) {
    page.dropped.push(value);
    select.value = "";
  }
}

function act(page, target) {
  if (target.dataset?.stack) {
    page.dropped = [];
    place(page, new Map(target.dataset.stack.split(",").map((pair) => pair.split(":"))));
    return settle(page);
  }
  const output = page.root.querySelector(".takeaway__copied");
  const acts = {
    link: () => copy(permalink(query(page)), output, page.words.copied),
    adr: () => {
      const blocks = stackRecord(page, permalink(query(page)));
      return copy(markdown(blocks), output, page.words.copied, html(blocks));
    },
    print: () => print(),
    take: () => take(page, target.dataset),
  };
  acts[target.dataset?.do]?.();
}

/** Take a suggested tool for a stage. */
function take(page, { for: stage, tool }) {
  const select = page.picks.find((each) => each.dataset.stage === stage);
  select.value = tool;
  settle(page);
  select.focus();
}

function settle(page) {
  Object.assign(page, { dropped: [], taken: [] });
  collect(page);
  show(query(page), { push: true });
  draw(page);
}

function query(page) {
  return write([...page.answers, ["stack", page.chosen.map(({ stage, tool }) => `${stage}:${tool}`)]]);
}

/** What is answered and picked: read off the form. */
function collect(page) {
  const { questions, picks } = page;
  const answered = questions.map((each) => [each.dataset.question, given(each).map((option) => option.value)]);
  page.answers = new Map(answered.filter(([, values]) => values.length));
  page.chosen = picks.filter((each) => each.value).map((each) => ({ stage: each.dataset.stage, tool: each.value, label: label(each) }));
  page.tools = [...new Set(page.chosen.map((each) => each.tool))];
  keep("stack", page.chosen.map(({ stage, tool }) => [stage, tool]));
}

function draw(page) {
  for (const select of page.picks) {
    drawHint(page, select);
    drawNeeds(page, select);
  }
  drawResult(page);
}

const label = (select) => document.querySelector(`label[for="${select.id}"]`).textContent;
