// Reads a guide's page: the words of its questions, and the candidates with their evidence.
import { dayIn } from "../shared/page.mjs";

const candidate = (tool) => document.querySelector(`#candidate-${tool}`);

/** A tool's name. */
export const name = (tool) => candidate(tool).dataset.name;

/** What the page warns of at a tool, or undefined. */
export const warning = (tool) => candidate(tool).querySelector("[data-warning]")?.textContent;

/** A copy of a tool's mark, where the page has one. */
export const mark = (tool) => candidate(tool).querySelector("summary .mark")?.cloneNode(true) ?? null;

/** A question's words. */
export const ask = ({ form }, id) => form.querySelector(`[data-question="${id}"] [data-ask]`).textContent;

/** The words of one option of a question. */
export function label({ form }, question, option) {
  const input = form.querySelector(`[data-question="${question}"] input[value="${option}"]`);
  return input.parentElement.querySelector("[data-label]").textContent;
}

/** The words of the answer to a question. */
export const answer = (page, question) => page.answers.get(question).map((each) => label(page, question, each)).join(", ");

/** Why answers leave most tools even, where the page says so: [words]. */
export const evenness = ({ form, answers }) => [...answers].flatMap(([question, options]) => options.flatMap((option) => {
  const said = form.querySelector(`[data-question="${question}"] [data-option="${option}"] [data-even]`);
  return said ? [said.textContent] : [];
}));

/** One cell: {id, criterion, words, state, conditions, note, sources, past}; the note is its first sentence, else what the value means. */
export function cellOf(tool, criterion) {
  const element = entry(tool, criterion);
  const value = element.querySelector(".value");
  return {
    id: element.id,
    criterion: element.querySelector("dt").textContent,
    words: value.textContent,
    state: value.className.match(/value--(\S+)/)[1],
    conditions: conditionsIn(element).map((each) => each.textContent),
    note: sentence((element.querySelector(".evidence__note") ?? meaning(criterion, element.dataset.value))?.textContent ?? ""),
    sources: [...element.querySelectorAll("a[href^='#source-']")].map((link) => sourceOf(cited(link), tool)),
    past: JSON.parse(element.dataset.past ?? "[]"),
  };
}

const entry = (tool, criterion) => document.getElementById(`${tool}-${criterion}`);

const conditionsIn = (entry) => [...entry.querySelectorAll(".condition")];

/** Where the page says what a value means, or null. */
const meaning = (criterion, value) => document.querySelector(`[data-means="${criterion}.${value}"]`);

/** A copy of a cell's value as icon and word, with its conditions. */
export function valueOf(tool, criterion) {
  const element = entry(tool, criterion);
  return [element.querySelector(".value"), ...conditionsIn(element)].map((each) => each.cloneNode(true));
}

/** What speaks against a tool whatever is asked: [{note, sources}]. */
export function weaknesses(tool) {
  return [...candidate(tool).querySelectorAll("[data-weakness]")].map((item) => ({
    note: item.querySelector("[data-words]").textContent,
    sources: [...item.querySelectorAll("a.source")].map((link) => sourceOf(link, tool)),
  }));
}

/** The editorial judgement by which an option favours a tool, by its place among several: {note, sources}. */
export function judgement({ form }, question, option, tool, place) {
  const deeds = form.querySelectorAll(`[data-question="${question}"] [data-option="${option}"] [data-judged="${tool}"]`);
  return {
    note: deeds[place].querySelector("[data-because]").textContent,
    sources: [...deeds[place].querySelectorAll("a")].map((link) => sourceOf(link, tool)),
  };
}

/** The first sentence of a note. */
export function sentence(text) {
  return text.trim().match(/^.*?[.!?](?=\s|$)/s)?.[0] ?? text.trim();
}

/** A cell names its sources by number; each stands once below the candidate. */
const cited = ({ hash }) => document.querySelector(`${hash} a.source`);

function sourceOf(link, tool) {
  const shows = link.dataset.shows ?? link.parentElement.querySelector(".source__shows")?.textContent ?? "";
  const opened = link.dataset.opened ?? dayIn(link.parentElement.querySelector(".source__dates"));
  return { url: link.getAttribute("href"), opened, shows, tool };
}
