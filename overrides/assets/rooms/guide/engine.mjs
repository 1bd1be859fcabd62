// A guide's engine: drop what any answer rules out, add the points that still count. Pure; the twin of macros/guide/.

import { resolve, vocabulary } from "../shared/address.mjs";

export const UNKNOWN = "unknown"; // a question that is skipped on purpose
const NEAR = 1;

/** The known answers of a guide in an address, what was taken for another ([written, id]), and what the guide does not know. */
export function known(guide, address) {
  const answers = new Map();
  const taken = [];
  const dropped = [];
  for (const [name, given] of currently(guide, address)) {
    const question = asks(guide, name);
    if (!question && guide.gone?.includes(name)) dropped.push(...given.filter((value) => value !== UNKNOWN).map((value) => `${name}=${value}`));
    if (!question) continue; // nobody's, where it is not said
    const said = resolve(given.join(","), vocabulary([UNKNOWN, ...question.options.map((each) => each.id)]));
    const options = said.values;
    taken.push(...said.taken);
    const values = [...said.dropped, ...options];
    const meant = options.some((value) => value !== UNKNOWN) ? options.filter((value) => value !== UNKNOWN) : options;
    const kept = question.many ? meant : options.slice(0, 1);
    dropped.push(...values.filter((value) => !kept.includes(value)).map((value) => `${name}=${value}`));
    if (kept.length) answers.set(name, kept);
  }
  return { answers, taken, dropped };
}

/** An address in the guide's words of today: answers that are said by another question now are put there. */
export function currently(guide, address) {
  const now = new Map();
  for (const [name, given] of address) {
    for (const value of given) {
      const [question, option] = (guide.moved?.[`${name}.${value}`] ?? `${name}.${value}`).split(".");
      now.set(question, [...(now.get(question) ?? []), option]);
    }
  }
  return now;
}

/** The questions that were answered, in the order of the guide; skipped ones are no answers. */
export function answered({ questions }, answers) {
  return questions.map(({ id }) => id).filter((id) => answers.get(id)?.some((value) => value !== UNKNOWN));
}

/** A question of a guide by its id. */
export function asks(guide, id) {
  return guide.questions.find((each) => each.id === id);
}

/** The answers that count, in the guide's order: [{question, option}]. */
function chosenOf(guide, answers) {
  return guide.questions.flatMap((question) => {
    const given = answers.get(question.id) ?? [];
    return (question.many ? given : given.slice(0, 1)).flatMap((id) => {
      const option = question.options.find((each) => each.id === id);
      return option ? [{ question: question.id, option }] : [];
    });
  });
}

/** Whether a deed waits for nothing: none of the answers it is void beside, and one of each group it needs. */
function counts(deed, answers) {
  const given = ([question, option]) => answers.has(`${question}=${option}`);
  return !deed.without?.some(given) && !deed.with?.some((group) => !group.some(given));
}

/** What a set of answers leads to. */
export function outcome(guide, answers) {
  const chosen = chosenOf(guide, answers);
  const given = new Set(chosen.map(({ question, option }) => `${question}=${option.id}`));
  const out = new Map();
  const reasons = new Map();
  const unchecked = new Map();
  for (const tool of guide.tools) {
    const bars = [];
    const why = [];
    const open = new Set();
    for (const { question, option } of chosen) {
      const by = { question, option: option.id };
      for (const deed of option.effects[tool] ?? []) {
        if (!counts(deed, given)) continue;
        if (deed.out !== undefined) bars.push({ ...by, criterion: deed.out, under: deed.under ?? [] });
        else if (deed.open) open.add(deed.open);
        else why.push({ ...by, criterion: deed.by, points: deed.points });
      }
    }
    reasons.set(tool, why);
    unchecked.set(tool, [...open]);
    if (bars.length) out.set(tool, bars);
  }
  const ranking = [...left(guide, given)]
    .map(([tool, points]) => ({ tool, points }))
    .sort((one, other) => other.points - one.points);
  const top = ranking[0]?.points ?? 0;
  const marks = chosen.map(({ option }) => option.baseline);
  return {
    ranking,
    leaders: ranking.filter((each) => each.points === top).map((each) => each.tool),
    near: ranking.filter((each) => each.points < top && top - each.points <= NEAR).map((each) => each.tool),
    out,
    reasons,
    unchecked,
    baseline: marks.includes("enough") && !marks.includes("outgrown"),
  };
}

const SUMS = new WeakMap();

/** By each answer what it does to all tools, added up guard by guard: [{deed, points, out}] of "question=option". */
function sumsOf(guide) {
  if (SUMS.has(guide)) return SUMS.get(guide);
  const sums = new Map();
  for (const question of guide.questions) {
    for (const option of question.options) sums.set(`${question.id}=${option.id}`, summed(option.effects));
  }
  SUMS.set(guide, sums);
  return sums;
}

function summed(effects) {
  const sums = new Map();
  for (const [tool, deeds] of Object.entries(effects)) {
    for (const deed of deeds.filter((each) => !each.open)) {
      const guard = JSON.stringify([deed.without, deed.with]);
      if (!sums.has(guard)) sums.set(guard, { deed, points: new Map(), out: new Set() });
      const sum = sums.get(guard);
      if (deed.out !== undefined) sum.out.add(tool);
      else sum.points.set(tool, (sum.points.get(tool) ?? 0) + deed.points);
    }
  }
  return [...sums.values()];
}

/** The tools that no answer rules out, with their points; `given` holds answers as "question=option". */
function left(guide, given) {
  const sums = [...given].flatMap((name) => sumsOf(guide).get(name) ?? []).filter((each) => counts(each.deed, given));
  const points = new Map(guide.tools.map((tool) => [tool, 0]));
  for (const tool of sums.flatMap((each) => [...each.out])) points.delete(tool);
  for (const [tool, more] of sums.flatMap((each) => [...each.points])) {
    if (points.has(tool)) points.set(tool, points.get(tool) + more);
  }
  return points;
}

/** The answers with one more, or with one taken away where no options are named. */
export function changed(answers, question, options = []) {
  const next = new Map(answers);
  if (options.length) next.set(question, options);
  else next.delete(question);
  return next;
}

/** Whether an answer can still rule a tool out or bring it back, tell tools apart, or speak on the baseline. */
export function matters(guide, answers, question) {
  const asked = asks(guide, question);
  if (asked.options.some((option) => option.baseline)) return true;
  const rest = changed(answers, question);
  const given = chosenOf(guide, rest).map((each) => `${each.question}=${each.option.id}`);
  return contexts(guide, rest, asked).some((context) => {
    const beside = [...given, ...context];
    const before = left(guide, new Set(beside));
    return asked.options.some((option) => tells(before, left(guide, new Set([...beside, `${question}=${option.id}`]))));
  });
}

/** Whether one more answer told tools apart, by the points of those that were left before and after it. */
function tells(before, after) {
  if (before.size !== after.size || [...before.keys()].some((tool) => !after.has(tool))) return true;
  return new Set([...before].map(([tool, points]) => after.get(tool) - points)).size > 1;
}

/** The sets of later answers beside which a question is tried; each also with one that brings a tool back. */
function contexts(guide, answers, asked) {
  const lifts = liftsOf(guide, answers).filter(([key]) => key !== asked.id);
  const lifted = (context) => lifts.filter(([key]) => !context.some(([name]) => name === key));
  const found = unlike([[], ...linkedOf(guide, answers, asked)]);
  const all = [...found, ...found.flatMap((context) => lifted(context).map((lift) => [...context, lift]))];
  const names = unlike(all).map((context) => context.map(([key, value]) => `${key}=${value}`));
  return names.map((context) => context.filter((name) => sumsOf(guide).has(name)));
}

/** Each set of answers once. */
function unlike(sets) {
  return [...new Map(sets.map((each) => [each.map(String).sort().join("&"), each])).values()];
}

/** Each answer to a linked open question, with the answers that its effects wait for. */
function linkedOf(guide, answers, asked) {
  const linked = linksOf(guide).get(asked.id);
  const open = guide.questions.filter((each) => linked.has(each.id) && !answers.has(each.id));
  const names = open.flatMap((each) => each.options.map((option) => [each.id, option]));
  const own = asked.options.map((option) => [asked.id, option]);
  const found = names.map(([id, option]) => [[id, option.id]]);
  for (const [id, option] of [...own, ...names]) {
    const settled = new Set([...answers.keys(), asked.id, id]);
    for (const deed of Object.values(option.effects).flat()) {
      const groups = (deed.with ?? []).filter((group) => !group.some(([key]) => settled.has(key)));
      if (!groups.length) continue;
      const waits = groups.reduce((all, group) => all.flatMap((each) => group.map((name) => [...each, name])), [[]]);
      found.push(...waits.map((each) => (id === asked.id ? each : [[id, option.id], ...each])));
    }
  }
  return found;
}

/** The answers to open questions beside which an answer that was given no longer rules a tool out. */
function liftsOf(guide, answers) {
  const given = guide.questions.flatMap((each) => each.options.filter((option) => answers.get(each.id)?.includes(option.id)));
  const deeds = given.flatMap((option) => Object.values(option.effects).flat());
  const lifts = deeds.flatMap((deed) => (deed.out !== undefined ? (deed.without ?? []) : []));
  return unlike(lifts.filter(([key]) => !answers.has(key)).map((each) => [each])).flat();
}

const LINKS = new WeakMap();

/** For each question the others on whose answers its effects depend, or whose effects depend on it. */
function linksOf(guide) {
  if (LINKS.has(guide)) return LINKS.get(guide);
  const links = new Map(guide.questions.map((each) => [each.id, new Set()]));
  for (const question of guide.questions) {
    for (const deed of question.options.flatMap((option) => Object.values(option.effects).flat())) {
      for (const [other] of [...(deed.without ?? []), ...(deed.with ?? []).flat()]) {
        if (other === question.id || !links.has(other)) continue;
        links.get(question.id).add(other);
        links.get(other).add(question.id);
      }
    }
  }
  LINKS.set(guide, links);
  return links;
}

/** The open questions that can still change the outcome: first the one that parts the leaders most. */
export function strongest(guide, answers) {
  return guide.questions
    .filter((each) => !answers.has(each.id) && matters(guide, answers, each.id))
    .map((each) => ({ id: each.id, strength: strength(guide, answers, each) }))
    .sort((one, other) => one.strength[0] - other.strength[0] || one.strength[1] - other.strength[1])
    .map((each) => each.id);
}

function strength(guide, answers, question) {
  const ends = question.options.map((option) => outcome(guide, changed(answers, question.id, [option.id])));
  const different = new Set(ends.map((end) => `${end.leaders} ${end.baseline}`));
  return [ends.reduce((sum, end) => sum + end.leaders.length, 0) / ends.length, -different.size];
}
