// A guide's engine: drop what any answer rules out, add the points. Pure; the twin of macros/guide.py.

import { resolve, vocabulary } from "./address.mjs";

const NEAR = 1;
const NOTHING = { out: [], reasons: [], unchecked: [] };

/** The known answers of a guide in an address, and the parts of it that the guide does not know. */
export function known(guide, address) {
  const answers = new Map();
  const dropped = [];
  for (const [name, given] of address) {
    const question = guide.questions.find((each) => each.id === name);
    if (!question) continue; // nobody's, or another guide's
    const said = resolve(given.join(","), vocabulary(["unknown", ...question.options.map((each) => each.id)]));
    const options = said.values;
    const values = [...said.dropped, ...options];
    const meant = options.some((value) => value !== "unknown") ? options.filter((value) => value !== "unknown") : options;
    const kept = question.many ? meant : options.slice(0, 1);
    dropped.push(...values.filter((value) => !kept.includes(value)).map((value) => `${name}=${value}`));
    if (kept.length) answers.set(name, kept);
  }
  return { answers, dropped };
}

/** What a set of answers leads to. */
export function outcome(guide, answers) {
  const chosen = [];
  for (const question of guide.questions) {
    const given = answers.get(question.id) ?? [];
    for (const id of question.many ? given : given.slice(0, 1)) {
      const option = question.options.find((each) => each.id === id);
      if (option) chosen.push({ question: question.id, option });
    }
  }
  const out = new Map();
  const reasons = new Map();
  const unchecked = new Map();
  for (const tool of guide.tools) {
    const bars = [];
    const why = [];
    const open = new Set();
    for (const { question, option } of chosen) {
      const effect = option.effects[tool] ?? NOTHING;
      for (const criterion of effect.out) bars.push({ question, option: option.id, criterion });
      for (const [criterion, points] of effect.reasons) why.push({ question, option: option.id, criterion, points });
      for (const criterion of effect.unchecked) open.add(criterion);
    }
    reasons.set(tool, why);
    unchecked.set(tool, [...open]);
    if (bars.length) out.set(tool, bars);
  }
  const ranking = guide.tools
    .filter((tool) => !out.has(tool))
    .map((tool) => ({ tool, points: reasons.get(tool).reduce((sum, each) => sum + each.points, 0) }))
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

/** Whether any option rules a remaining tool out, tells them apart, or speaks on the baseline. */
export function matters(question, remaining) {
  return question.options.some((option) => {
    const effects = remaining.map((tool) => option.effects[tool] ?? NOTHING);
    const points = effects.map((each) => each.reasons.reduce((sum, [, value]) => sum + value, 0));
    return Boolean(option.baseline) || effects.some((each) => each.out.length) || new Set(points).size > 1;
  });
}

/** The first unanswered question that would tell these tools apart, else the first criterion on which they differ. */
export function separator(guide, answers, tools) {
  const question = guide.questions.find((each) => !answers.has(each.id) && matters(each, tools));
  if (question) return { question: question.id };
  const criteria = new Set(tools.flatMap((tool) => Object.keys(guide.cells[tool])));
  for (const criterion of criteria) {
    if (new Set(tools.map((tool) => String(guide.cells[tool][criterion] ?? ""))).size > 1) return { criterion };
  }
  return {};
}

/** For each question that rules a tool out: the options under which it would stay. */
export function waysBack(guide, tool, bars) {
  return [...new Set(bars.map((bar) => bar.question))].map((id) => {
    const question = guide.questions.find((each) => each.id === id);
    const options = question.options.filter((each) => !(each.effects[tool] ?? NOTHING).out.length);
    return { question: id, options: options.map((each) => each.id) };
  });
}
