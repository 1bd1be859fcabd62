// What a query asks beside its words: the other keyboard, initials, an answer given beforehand, what is not covered. Pure.
import { asHangul, asLatin, initials, isInitials, lone } from "./readings.mjs";
import { forms, words } from "../shared/spelling.mjs";

const FILLING = new Set("using use any a an the 쓰는 쓰고 쓰지 사용 사용하는 하는 도구 툴 tool tools".split(" "));
const LONGEST = 5;
const NEARLY = 0.7; // of two stages that a word may mean, the one that asks the question

/** What is needed beside the words of an index: initials of names, spellings of answers and of what is not covered. */
export function besides({ pages, stages = {}, answers = [], uncovered = [], words: said = {} }) {
  const short = new Map();
  for (const [place, { names }] of pages.entries()) {
    for (const name of names) {
      const key = initials(name.replace(/[^가-힣]/g, ""));
      if (key.length > 1) (short.get(key) ?? short.set(key, new Set()).get(key)).add(place);
    }
  }
  const spelled = (all) => new Map(all.flatMap((each) => each.spellings.map((spelling) => [keyOf(spelling), each])));
  return { short, stages, said, answers: spelled(answers), uncovered: spelled(uncovered) };
}

/** A query as it was meant: {query, places} – in the other keyboard's letters, and the pages whose initials it holds. */
export function meant(index, query) {
  const tokens = lone(query.normalize("NFC")).trim().split(/\s+/);
  const places = new Set();
  const found = [];
  for (let at = 0; at < tokens.length; at++) {
    let until = at;
    while (until < tokens.length && isInitials(tokens[until])) until++;
    const run = tokens.slice(at, until).join("");
    const named = run ? byInitials(index.short, run) : [];
    const latin = asLatin(run);
    if (named.length) for (const place of named) places.add(place);
    if (named.length && !index.vocabulary.has(latin)) at = until - 1;
    else found.push(reading(index, tokens[at]));
  }
  return { query: found.join(" "), places };
}

/** What stands before the pages that were found: [{address, title, summary, labels}] and where. */
export function asides(index, query, found) {
  const typed = words(query).filter((word) => !FILLING.has(word));
  const keys = windows(typed);
  const hits = [];
  const answer = keys.map((key) => index.answers.get(key)).find(Boolean);
  if (answer) hits.push(answered(index, answer, found));
  const missing = keys.map((key) => index.uncovered.get(key)).find(Boolean);
  if (missing) hits.unshift({ ...missing, labels: [] });
  return hits;
}

/** The words of a query that give an answer, and the rest, which says what is meant; all is rest where nothing else is. */
export function parted(index, query) {
  const typed = words(query);
  for (let size = Math.min(LONGEST, typed.length); size; size--) {
    for (let start = 0; start + size <= typed.length; start++) {
      const keys = forms(typed.slice(start, start + size).join(""));
      const rest = [...typed.slice(0, start), ...typed.slice(start + size)];
      if (!keys.some((key) => index.answers.has(key))) continue;
      return rest.some((word) => !FILLING.has(word)) ? { answer: typed.slice(start, start + size), rest: rest.join(" ") } : { answer: [], rest: query };
    }
  }
  return { answer: [], rest: query };
}

function answered({ stages, said }, { query, title, question, stages: asking }, found) {
  const about = found.flatMap(({ page, score }) => [page.address, ...page.related].map((address) => [address.split("/"), score]))
    .filter(([[folder, stage]]) => folder === "stages" && stage);
  const [stage] = about.filter(([, score]) => score >= NEARLY * about[0][1]).map(([[, each]]) => each).filter((each) => asking.includes(each));
  const [address, words] = stage ? [`choose/${stage}/`, said.with] : ["stacks/", said.plan];
  return { address: address + query, title: words.replace("{stage}", stages[stage] ?? ""), summary: `${question} – ${title}`, labels: [said.guide] };
}

function byInitials(short, run) {
  if (short.has(run)) return [...short.get(run)];
  if (run.length < 3) return [];
  return [...short].filter(([key]) => key.startsWith(run)).flatMap(([, places]) => [...places]);
}

/** A word in the letters in which the site knows it; as it is where it knows it in neither. */
function reading(index, token) {
  const others = [asHangul(token), asLatin(token)].filter((other) => other !== token && !/[ㄱ-ㅣ]/.test(other));
  if (known(index, token)) return token;
  return others.find((other) => known(index, other)) ?? others.find((other) => index.near(other)) ?? token;
}

function known({ vocabulary, names }, text) {
  const all = words(text);
  return all.length > 0 && all.every((word) => forms(word).some((form) => {
    if (vocabulary.has(form) || names.has(form)) return true;
    if (form.length < 2) return false;
    for (const each of vocabulary.keys()) if (each.startsWith(form)) return true;
    return false;
  }));
}

function windows(typed) {
  return typed.flatMap((_, start) => typed.slice(start, start + LONGEST).flatMap((_, more) => forms(typed.slice(start, start + more + 1).join(""))))
    .sort((one, other) => other.length - one.length);
}

const keyOf = (text) => words(text).join("");
