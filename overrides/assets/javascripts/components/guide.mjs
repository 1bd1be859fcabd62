// A guide: one question at a time, the outcome beside it; answers live in the address.
import { read, write } from "../lib/address.mjs";
import { label } from "../lib/candidates.mjs";
import { decision } from "../lib/decision.mjs";
import { known, matters, outcome } from "../lib/engine.mjs";
import { copy, onTravel, permalink, show, wordsOf } from "../lib/page.mjs";
import { comeTo, followPlaces, placeNamed } from "../lib/place.mjs";
import { drawOutcome, record } from "./outcome.mjs";

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
  arrive(page, carriedAnswers());
  page.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  page.form.addEventListener("change", (event) => pick(page, event.target), { signal });
  root.addEventListener("click", (event) => act(page, event.target), { signal });
  root.querySelector(".takeaway").addEventListener("click", (event) => takeAway(page, event.target.dataset.do), { signal });
  onTravel(() => arrive(page), signal);
  followPlaces(root, signal);
  const place = placeNamed();
  if (place?.closest(".candidate")) comeTo(place);
}

/** Take the answers from the address, or on first sight those carried from another guide; the rest is dropped with a word. */
function arrive(page, carried = null) {
  const address = read(location.search);
  const taken = address.size ? new Map() : known(page.guide, carried ?? new Map()).answers;
  const { answers, dropped } = known(page.guide, address);
  page.answers = taken.size ? taken : answers;
  page.editing = null;
  page.touched = null;
  if (taken.size) show(query(page));
  const notes = [];
  if (dropped.length) notes.push(`${page.words.dropped} ${dropped.join(", ")}`);
  if (taken.size) notes.push(page.words.carried);
  page.notice.hidden = !notes.length;
  page.notice.textContent = notes.join(" ");
  carry(page, !carried);
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
  remember(page, page.touched !== input.name);
  page.touched = input.name;
  draw(page);
}

function act(page, target) {
  const question = target.closest("[data-question]")?.dataset.question;
  const acts = {
    next: () => {
      if (!page.answers.has(question)) page.answers.set(question, [UNKNOWN]);
      settle(page);
    },
    change: () => {
      page.editing = question;
      page.touched = null;
      draw(page);
      const box = page.form.querySelector(`[data-question="${question}"]`);
      (box.querySelector("input:checked") ?? box.querySelector("input")).focus();
    },
    restart: () => {
      page.answers = new Map();
      settle(page);
    },
  };
  acts[target.dataset?.do]?.();
}

/** An answer is given: go on to the next question. */
function settle(page) {
  page.editing = null;
  page.touched = null;
  remember(page);
  draw(page);
  focusNext(page);
}

function focusNext(page) {
  const open = page.form.querySelector(".question:not([hidden]):not(.question--answered) legend");
  (open ?? page.form.querySelector(".guide__done")).focus();
}

/** Put the answers into the address; the reader goes back answer by answer, not click by click. */
function remember(page, push = true) {
  page.notice.hidden = true;
  show(query(page), { push });
  carry(page, true);
}

/** Keep the answers to shared questions for the next guide; what this guide has no option for stays as it was. */
function carry(page, forget) {
  try {
    const all = carriedAnswers();
    const here = known(page.guide, all).answers;
    for (const { id, shared } of page.guide.questions) {
      if (shared && page.answers.has(id)) all.set(id, page.answers.get(id));
      else if (forget && here.has(id)) all.delete(id);
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
  page.result = outcome(page.guide, page.answers);
  drawQuestions(page);
  drawOutcome(page);
}

/** Answered questions shrink to a line; the first open one that still matters is asked. */
function drawQuestions(page) {
  let asked = false;
  for (const question of page.guide.questions) {
    const box = page.form.querySelector(`[data-question="${question.id}"]`);
    const values = page.answers.get(question.id) ?? [];
    const editing = page.editing === question.id;
    const answered = values.length > 0 && !editing;
    const moot = !answered && !editing && !matters(page.guide, page.answers, question.id);
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

function takeAway(page, what) {
  const output = page.root.querySelector(".takeaway__copied");
  const acts = {
    link: () => copy(permalink(query(page)), output, page.words.copied),
    adr: () => copy(decision(page.words, record(page, query(page))), output, page.words.copied),
    print: () => print(),
  };
  acts[what]?.();
}
