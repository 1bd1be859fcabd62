// Search: which pages a reader means. Names count most, then what a page is about, then its text. Pure.
import { asides, besides, meant, parted } from "./asked.mjs";
import { distance, forms, leeway, letters, words } from "../shared/spelling.mjs";

const WEIGHTS = { title: 9, name: 8, related: 4, summary: 3, text: 1 };
const KINDS = { tools: 1, stages: 1.15, compare: 0.8, choose: 0.6, stacks: 0.55, concepts: 0.75, criteria: 0.7, terms: 0.5 };
const OTHERS = 0.45;
const NAMED = 30;
const LONGEST_NAME = 5;
const UNKNOWN = 2; // a syllable of no part costs as much as two parts
const IDLE = new Set(
  ("도구 툴 종류 목록 추천 말고 다른 비교 차이 차이점 대안 대신 대체 쓸 수 있는 것 거 고르는 고르기 고를 선택 기준 방법 쉽게 쉬운 하는 하기 할 해주는 위한 위해 좋은 어떤 어떻게 무엇 뭐 뭘 왜 " +
    "가장 제일 쓰는 쓰기 쓸까 사용 사용법 싶다 싶어 싶을 때 및 또는 그리고 중 중에 더 나은 알려줘 찾기 있나 있을까 장단점 " +
    "a an and or the of for to in on with without vs versus is are my i we do does can should how what which when best good tool tools " +
    "software compare comparison comparing difference differences between alternative alternatives instead replace replacement choose choosing pick use using like similar").split(" "),
);
const OTHER_TOOLS = /대안|대신|대체|말고|비슷한|alternative|instead|replac|similar|like/i;
const SIDE_BY_SIDE = /비교|차이|대결|\bvs\b|versus|compar|differ/i;

/** Everything that a search needs to know about the pages: {pages, names, vocabulary, phrases}. */
export function indexOf(data) {
  const { pages, terms } = data;
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const names = new Map();
  const vocabulary = new Map();
  const note = (text, place, weight) => {
    for (const word of words(text).flatMap(forms)) {
      const places = vocabulary.get(word) ?? vocabulary.set(word, new Map()).get(word);
      places.set(place, Math.max(places.get(place) ?? 0, weight));
    }
  };
  for (const [place, page] of pages.entries()) {
    for (const name of page.names) {
      note(name, place, name === page.names[0] ? WEIGHTS.title : WEIGHTS.name);
      const key = words(name).join("");
      if (key) (names.get(key) ?? names.set(key, new Set()).get(key)).add(place);
    }
    for (const address of page.related) for (const name of byAddress.get(address)?.names ?? []) note(name, place, WEIGHTS.related);
    note(`${page.summary} ${page.labels}`, place, WEIGHTS.summary);
    note(page.text, place, WEIGHTS.text);
  }
  const spelled = [...names].map(([name, places]) => ({ name, letters: letters(name), places }));
  const phrases = sameAs([...terms, ...(data.answers ?? []).map((each) => each.spellings)]);
  const known = [...vocabulary].map(([word, places]) => ({ word, letters: letters(word), places }));
  const index = { pages, names, spelled, vocabulary, known, phrases, terms: new Map(), ...besides(data) };
  index.near = (word) => words(word).length > 0 && words(word).every((each) => forms(each).some((form) => !named(index, form).next().done));
  return index;
}

/** What a query means, best first: [{page, score, terms}]; what answers it straight stands before the pages. */
export function find(index, written) {
  const { query, places } = meant(index, written);
  const { answer, rest } = parted(index, query);
  const found = pagesFor(index, { query, rest, answer }, places);
  const before = asides(index, query, answer.length ? found : []);
  const top = (found[0]?.score ?? 0) + before.length;
  return [...before.map((page, place) => ({ page, score: top - place, terms: [] })), ...found];
}

/** Every way to say the same, by each of them. */
function sameAs(groups) {
  const found = new Map();
  for (const group of groups) {
    for (const key of group.map((phrase) => words(phrase).join(""))) found.set(key, [...(found.get(key) ?? []), ...group]);
  }
  return found;
}

/** An answer that the query gives beside what it is about has been heard: it names no page. */
function pagesFor(index, { query, rest, answer }, places) {
  const asked = termsOf(index, words(rest));
  const scores = new Map();
  const whole = asked.reduce((sum, term) => sum + term.weight * term.rarity, 0) || 1;
  for (const term of asked) {
    for (const [place, value] of term.places) {
      const score = scores.get(place) ?? scores.set(place, { sum: 0, met: 0, bonus: 0 }).get(place);
      score.sum += term.weight * term.rarity * value;
      score.met += term.weight * term.rarity * Math.min(1, value * 2);
    }
  }
  for (const [place, bonus] of bonuses(index, words(query), query, new Set(windows(answer).map(({ key }) => key)))) {
    const score = scores.get(place) ?? scores.set(place, { sum: 0, met: 0, bonus: 0 }).get(place);
    score.bonus += bonus;
  }
  for (const place of places) {
    const score = scores.get(place) ?? scores.set(place, { sum: 0, met: 0, bonus: 0 }).get(place);
    score.bonus += NAMED;
  }
  const comparing = SIDE_BY_SIDE.test(query);
  return [...scores]
    .map(([place, { sum, met, bonus }]) => {
      const page = index.pages[place];
      const { kind } = page;
      const factor = comparing && kind === "compare" ? 1.2 : KINDS[kind] ?? OTHERS;
      return { page, score: (sum * Math.min(1, met / whole) ** 1.5 + bonus) * factor, terms: asked.map((term) => term.word) };
    })
    .sort((one, other) => other.score - one.score);
}

/** The words that carry the query, with the pages that each is found on; idle words only where there are no others. */
function termsOf(index, typed) {
  const busy = typed.filter((word) => !forms(word).some((form) => IDLE.has(form)));
  const plain = (busy.length ? busy : typed).flatMap((word) => pieces(index, word));
  const terms = [...new Set(plain)].map((word) => termOf(index, word, 1));
  const also = new Set();
  for (const { key } of windows(typed)) for (const phrase of index.phrases.get(key) ?? []) for (const word of words(phrase)) also.add(word);
  for (const word of plain) also.delete(word);
  return [...terms, ...[...also].map((word) => ({ ...termOf(index, word, 0.5, exactly), word: "" }))].filter((term) => term.places.size || term.word);
}

/** A compound that no page has is taken apart into words that pages have. */
function pieces(index, word) {
  if (!/^[가-힣]{4,}$/.test(word) || forms(word).some((form) => index.vocabulary.has(form))) return [word];
  const best = [{ parts: [], cost: 0 }];
  for (let end = 1; end <= word.length; end++) {
    best[end] = { parts: best[end - 1].parts, cost: best[end - 1].cost + UNKNOWN };
    for (let start = Math.max(0, end - 8); start <= end - 2; start++) {
      const part = word.slice(start, end);
      const cost = best[start].cost + 1;
      if (cost < best[end].cost && index.vocabulary.has(part)) best[end] = { parts: [...best[start].parts, part], cost };
    }
  }
  const { parts } = best[word.length];
  return parts.length ? parts : [word];
}

/** What a word is found on; who goes on typing asks for the same words again. */
function termOf(index, word, weight, look = placesOf) {
  const key = look === exactly ? `=${word}` : word;
  if (!index.terms.has(key)) index.terms.set(key, look(index, word));
  const places = index.terms.get(key);
  return { word, weight, places, rarity: Math.log(1 + index.pages.length / (places.size || 1)) };
}

/** Where a word stands as it is: nobody typed it, so nobody is about to end it or slipped. */
function exactly({ vocabulary }, word) {
  const places = new Map();
  for (const found of forms(word).map((form) => vocabulary.get(form) ?? [])) {
    for (const [place, value] of found) places.set(place, Math.max(places.get(place) ?? 0, value / WEIGHTS.name));
  }
  return places;
}

function placesOf(index, word) {
  const places = exactly(index, word);
  const add = (found, quality) => {
    for (const [place, value] of found) places.set(place, Math.max(places.get(place) ?? 0, (value * quality) / WEIGHTS.name));
  };
  const kin = forms(word);
  const sure = places.size;
  for (const { word: known, places: found } of index.known) {
    if (kin.some((form) => form.length > 1 && known !== form && known.startsWith(form))) add(found, sure ? 0.6 : 0.85);
    else if (known.length > 1 && /^[가-힣]/.test(known) && word !== known && word.startsWith(known)) add(found, 0.4 * (known.length / word.length));
  }
  if (!places.size) for (const [quality, found] of near(index.known, word)) add(found, quality);
  return places;
}

function* near(vocabulary, word) {
  const own = letters(word);
  const most = leeway(own.length);
  if (!most) return;
  for (const { letters: theirs, places } of vocabulary) {
    const off = distance(own, theirs, most);
    if (off <= most) yield [0.8 / off, places];
  }
}

/** Runs of up to five words, written together. */
function windows(typed) {
  return typed.flatMap((_, start) =>
    typed.slice(start, start + LONGEST_NAME).flatMap((_, more) => {
      const run = typed.slice(start, start + more + 1);
      return forms(run.join("")).map((key) => ({ key, size: run.length }));
    }),
  );
}

/** Points for pages that the query names, rightly or nearly spelled, and for their neighbours where others are wanted. */
function bonuses(index, typed, query, heard) {
  const points = new Map();
  const give = (place, value) => points.set(place, Math.max(points.get(place) ?? 0, value));
  const busy = typed.filter((word) => !IDLE.has(word)).length || 1;
  for (const { key, size } of windows(typed)) {
    if (IDLE.has(key) || heard.has(key)) continue;
    const share = 0.6 + 0.4 * Math.min(1, size / busy);
    for (const [quality, places] of named(index, key)) for (const place of places) give(place, NAMED * quality * share * Math.sqrt(size));
  }
  for (const [place, value] of meetings(index, points)) give(place, value);
  if (OTHER_TOOLS.test(query)) {
    for (const place of [...points.keys()]) for (const [other, value] of neighbours(index, place)) if (!points.has(other)) give(other, value);
  }
  return points;
}

function* named(index, key) {
  const exact = index.names.get(key);
  if (exact) return yield [1, exact];
  const own = letters(key);
  const most = leeway(own.length);
  if (!most) return;
  const doubt = index.vocabulary.has(key) ? 0.5 : 1;
  for (const each of index.spelled) {
    const off = distance(own, each.letters, most);
    if (off <= most) yield [(doubt * 0.8) / off, each.places];
  }
}

/** What stands beside a tool: its alternatives, its stages, the other tools of its stages. */
function neighbours(index, place) {
  const page = index.pages[place];
  if (!page.address.startsWith("tools/")) return [];
  return index.pages.flatMap((other, where) => {
    const shared = page.related.filter((stage) => stage === other.address || other.related.includes(stage)).length;
    if (page.instead.includes(other.address)) return [[where, 12]];
    if (page.related.includes(other.address)) return [[where, 9 - page.related.indexOf(other.address) / 4]];
    return shared && other.address.startsWith("tools/") ? [[where, 6 + shared]] : [];
  });
}

/** Comparisons of two or more of the named tools; the fewer others they compare, the better. */
function meetings(index, points) {
  const named = new Set([...points.keys()].map((place) => index.pages[place].address));
  return index.pages.flatMap((page, place) => {
    const met = page.address.startsWith("compare/") ? page.related.filter((address) => named.has(address)).length : 0;
    return met > 1 ? [[place, (1.5 * NAMED * met) / page.related.length]] : [];
  });
}
