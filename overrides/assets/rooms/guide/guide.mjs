// A guide: one question at a time with what leads now, then the outcome, argued; answers live in the address.
import { read, write } from "../shared/address.mjs";
import { asking, options, toggleByKey } from "./asking.mjs";
import { keep, kept } from "../shared/carried.mjs";
import { UNKNOWN, known, outcome, strongest } from "./engine.mjs";
import { fill, onTravel, show, wordsOf } from "../shared/page.mjs";
import { comeTo, followPlaces, placeNamed } from "../shared/place.mjs";
import { late } from "../shared/late.mjs";
import { drawChips, drawNow } from "./now.mjs";

const CARRIED = "answers";
const SHOWN = ["day", "led"]; // the day of a link and the leaders that it showed

export function start(root, signal) {
  const page = {
    root,
    words: wordsOf(root),
    guide: JSON.parse(root.querySelector(".guide__effects").textContent),
    form: root.querySelector("form"),
    notice: root.querySelector(".guide__notice"),
    now: root.querySelector(".guide__now"),
    chips: root.querySelector(".guide__answers"),
    outcome: root.querySelector(".outcome"),
    answers: new Map(),
    asking: true,
  };
  page.outcome.querySelector(".takeaway").hidden = false;
  page.outcome.hidden = true;
  arrive(page, carriedAnswers());
  page.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  page.form.addEventListener("change", (event) => pick(page, event.target), { signal });
  page.form.addEventListener("click", (event) => goOn(page, event), { signal });
  document.addEventListener("keydown", (event) => toggleByKey(page, event), { signal });
  page.form.addEventListener("pointerdown", () => (page.walking = false), { signal });
  root.addEventListener("click", (event) => act(page, event.target.closest("[data-do]")), { signal });
  root.addEventListener("change", (event) => event.target.name === "tie" && choose(page, event.target.value), { signal });
  onTravel(() => arrive(page), signal);
  followPlaces(root, signal);
  const place = placeNamed();
  if (place?.closest(".candidate")) comeTo(place);
}

/** Take the answers from the address, or on first sight those carried from another guide; the rest is dropped with a word. */
function arrive(page, carried = null) {
  const address = read(location.search);
  page.link = Object.fromEntries(SHOWN.map((key) => [key, address.get(key) ?? []]));
  for (const key of SHOWN) address.delete(key);
  const brought = address.size ? new Map() : known(page.guide, carried ?? new Map()).answers;
  const { answers, taken, dropped } = known(page.guide, address);
  page.answers = brought.size ? brought : answers;
  if (carried) page.asking = !answers.size;
  Object.assign(page, { editing: null, touched: null, chosen: null });
  if (brought.size) show(query(page));
  const notes = taken.map(([written, id]) => fill(page.words.taken, { written, id }));
  if (dropped.length) notes.push(`${page.words.dropped} ${dropped.join(", ")}`);
  if (brought.size) notes.push(page.words.carried);
  page.notice.hidden = !notes.length;
  page.notice.textContent = notes.join(" ");
  carry(page, !carried);
  draw(page);
}

/** One press answers a question that takes one answer; walking over its options with the arrow keys does not. */
function pick(page, input) {
  const question = input.closest("[data-question]")?.dataset.question;
  if (!question) return;
  const boxes = options(page, question);
  if (input.type === "checkbox" && input.checked) {
    for (const box of boxes) if ((box.value === UNKNOWN) !== (input.value === UNKNOWN)) box.checked = false;
  }
  const values = boxes.filter((box) => box.checked).map((box) => box.value);
  if (values.length) page.answers.set(question, values);
  else page.answers.delete(question);
  if (input.type === "radio" && !page.walking) return settle(page);
  page.editing = question;
  remember(page, page.touched !== question);
  page.touched = question;
  draw(page);
}

/** Pressing what is chosen already goes on too: there is no change to hear of. */
function goOn(page, event) {
  const input = event.target.closest("input[type=radio]");
  if (input && !page.walking && page.answers.get(input.name)?.includes(input.value)) settle(page);
}

function act(page, target) {
  const question = target?.dataset.question ?? target?.closest("[data-question]")?.dataset.question;
  const acts = {
    next: () => {
      if (!page.answers.has(question)) page.answers.set(question, [UNKNOWN]);
      settle(page);
    },
    change: () => {
      Object.assign(page, { editing: question, touched: null });
      draw(page);
      const boxes = options(page, question);
      (boxes.find((box) => box.checked) ?? boxes[0]).focus();
      page.form.scrollIntoView({ block: "nearest" });
    },
    restart: () => {
      Object.assign(page, { answers: new Map(), asking: true, chosen: null });
      settle(page);
    },
    see: () => {
      page.asking = false;
      settle(page);
    },
    more: () => {
      page.asking = true;
      settle(page);
    },
  };
  if (target && acts[target.dataset.do]) acts[target.dataset.do]();
  else if (target) import("./takeaway.mjs").then(({ takeAway }) => takeAway(page, target.dataset.do, query(page)), () => missing(page));
}

/** A tie is settled by the reader; the record says so. */
async function choose(page, tool) {
  page.chosen = tool;
  await draw(page);
  page.outcome.querySelector(".win h2")?.focus();
}

/** An answer is given: go on to the next question, or to the outcome. */
async function settle(page) {
  Object.assign(page, { editing: null, touched: null, chosen: null });
  remember(page);
  await draw(page);
  const place = asking(page) ? page.form.querySelector(".question:not([hidden]) legend") : page.outcome.querySelector("h2");
  place?.focus({ preventScroll: true });
  page.root.scrollIntoView({ block: "start" });
}

/** Put the answers into the address; the reader goes back answer by answer, not click by click. */
function remember(page, push = true) {
  page.notice.hidden = true;
  page.link = {};
  show(query(page), { push });
  carry(page, true);
}

/** Keep the shared answers for the next guide (what this one has no option for stays), and this guide as it was left. */
function carry(page, forget) {
  const all = carriedAnswers();
  const here = known(page.guide, all).answers;
  for (const { id, shared } of page.guide.questions) {
    if (shared && page.answers.has(id)) all.set(id, page.answers.get(id));
    else if (forget && here.has(id)) all.delete(id);
  }
  keep(CARRIED, [...all]);
  keep("guides", { ...kept("guides", {}), [page.root.dataset.key]: [...page.answers] });
}

const carriedAnswers = () => new Map(kept(CARRIED, []));

function query(page) {
  return write(page.guide.questions.filter((each) => page.answers.has(each.id)).map((each) => [each.id, page.answers.get(each.id)]));
}

/** What argues the outcome is loaded with the first answer: whoever only reads the questions needs none of it. */
const arguing = () => import("./outcome.mjs").catch(() => null);

function missing(page) {
  page.notice.hidden = false;
  page.notice.closest(".guide").dataset.missing = "";
  page.notice.replaceChildren(late());
}

async function draw(page) {
  const found = outcome(page.guide, page.answers);
  const mine = (page.case = { found, tied: found.leaders.length > 1 ? found.leaders : [], open: strongest(page.guide, page.answers) });
  if (!page.answers.size) page.asking = true;
  const asked = asking(page);
  const argued = page.answers.size ? arguing() : null;
  if (!asked && page.root.dataset.mode) await argued; // the last question stays until its outcome can stand
  if (page.case !== mine) return; // the reader went on meanwhile
  for (const { id } of page.guide.questions) {
    const box = page.form.querySelector(`[data-question="${id}"]`);
    const values = page.answers.get(id) ?? [];
    box.hidden = id !== asked;
    for (const input of box.querySelectorAll("input")) input.checked = values.includes(input.value);
    box.querySelector(".question__next").hidden = id !== asked;
  }
  drawChips(page, asked);
  drawNow(page, asked);
  page.outcome.hidden = true;
  if (!asked) {
    const part = await (argued ?? arguing());
    if (page.case !== mine) return;
    if (!part) return missing(page);
    part.drawOutcome(page);
    drawChips(page, asked);
    page.outcome.hidden = false;
  }
  page.root.dataset.mode = asked ? "asking" : "outcome";
}
