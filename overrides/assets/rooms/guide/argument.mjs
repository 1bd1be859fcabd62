// What can be said for and against an outcome, found by trying: which answer decided, what would change it. Pure.
import { UNKNOWN, answered, asks, changed, outcome } from "./engine.mjs";

/** By how many points the leaders lead; null where nobody is behind them. */
export function lead({ ranking, leaders }) {
  return ranking.length > leaders.length ? ranking[0].points - ranking[leaders.length].points : null;
}

/** Whether points come from an editorial judgement alone: without them others would lead. */
export function judged({ ranking, leaders, reasons }) {
  const own = (tool) => reasons.get(tool).reduce((sum, each) => sum + (each.criterion ? each.points : 0), 0);
  const top = Math.max(...ranking.map((each) => own(each.tool)));
  const first = ranking.filter((each) => own(each.tool) === top).map((each) => each.tool);
  return String(first) !== String(leaders);
}

/** What happens without each answer, the decisive ones first: [{question, leaders, lead, turns}]. */
export function deciding(guide, answers) {
  const now = outcome(guide, answers);
  const margin = lead(now) ?? 0;
  const found = [];
  for (const question of answered(guide, answers)) {
    const without = outcome(guide, changed(answers, question));
    const turns = String(without.leaders) !== String(now.leaders);
    const shrinks = margin - (lead(without) ?? 0);
    if (turns || shrinks > 0) found.push({ question, outcome: without, lead: lead(without), turns, shrinks });
  }
  return found.sort((one, other) => Number(other.turns) - Number(one.turns) || other.shrinks - one.shrinks);
}

/** The other single answers under which another tool leads alone, or ties: [{question, option, leaders, points}]. */
export function revisits(guide, answers) {
  const now = outcome(guide, answers);
  const found = [];
  for (const question of guide.questions) {
    const given = answers.get(question.id) ?? [];
    for (const option of question.options) {
      if (given.includes(option.id)) continue;
      const meant = question.many ? [...given.filter((each) => each !== UNKNOWN), option.id] : [option.id];
      const then = outcome(guide, changed(answers, question.id, meant));
      const fresh = then.leaders.filter((tool) => !now.leaders.includes(tool));
      if (!fresh.length || then.leaders.length > 2) continue;
      found.push({ question: question.id, option: option.id, leaders: then.leaders, outcome: then });
    }
  }
  return found.sort((one, other) => one.leaders.length - other.leaders.length);
}

/** What each answer gave a tool: [{question, options, points, ruled, reasons: [{criterion, option, points}]}]; equal criteria are one. */
export function given(guide, answers, found, tool) {
  return answered(guide, answers).map((question) => {
    const reasons = merged(found.reasons.get(tool).filter((each) => each.question === question));
    const ruled = [...found.out].filter(([, bars]) => bars.some((bar) => bar.question === question)).map(([key]) => key);
    const options = answers.get(question).filter((each) => each !== UNKNOWN);
    return { question, options, reasons, ruled, points: reasons.reduce((sum, each) => sum + each.points, 0) };
  });
}

/** Reasons on one criterion add up; each judgement stands alone, numbered within its option. */
function merged(reasons) {
  const rows = new Map();
  const seen = new Map();
  for (const each of reasons) {
    const place = seen.get(each.option) ?? 0;
    if (!each.criterion) seen.set(each.option, place + 1);
    const key = each.criterion || `${each.option} ${place}`;
    const row = rows.get(key) ?? { ...each, points: 0, place };
    rows.set(key, { ...row, points: row.points + each.points });
  }
  return [...rows.values()].sort((one, other) => other.points - one.points);
}

/** What was weighed, tool by tool: rows where they differ and where they are equal, [{criterion, points: [n]}]; "" are judgements. */
export function versus(found, tools) {
  const sums = tools.map((tool) => {
    const sum = new Map();
    for (const each of found.reasons.get(tool)) sum.set(each.criterion, (sum.get(each.criterion) ?? 0) + each.points);
    return sum;
  });
  const criteria = [...new Set(sums.flatMap((sum) => [...sum.keys()]))];
  const rows = criteria.map((criterion) => ({ criterion, points: sums.map((sum) => sum.get(criterion) ?? 0) }));
  const differs = ({ points }) => new Set(points).size > 1;
  const weight = ({ points }) => Math.max(...points) - Math.min(...points);
  return {
    differ: rows.filter(differs).sort((one, other) => weight(other) - weight(one)),
    same: rows.filter((row) => !differs(row)),
  };
}

/** The first open question, of these in this order, with an answer that parts tools: rules some out, or gives them different points. */
export function parting(guide, answers, tools, order) {
  return order.find((id) => asks(guide, id).options.some((option) => {
    const then = outcome(guide, changed(answers, id, [option.id]));
    const points = tools.map((tool) => then.ranking.find((each) => each.tool === tool)?.points ?? "out");
    return new Set(points).size > 1;
  }));
}

/** The criteria of the guide on which tools differ in their cells, those first on which each has one. */
export function apart(guide, tools) {
  const criteria = [...new Set(tools.flatMap((tool) => Object.keys(guide.cells[tool])))];
  const open = (criterion) => tools.filter((tool) => !guide.cells[tool][criterion]).length;
  const differ = criteria.filter((criterion) => new Set(tools.map((tool) => String(guide.cells[tool][criterion] ?? ""))).size > 1);
  return differ.sort((one, other) => open(one) - open(other));
}

/** How a tool that is ruled out comes back: changes of one answer that suffice, or those that do it together; each found by trying. */
export function waysBack(guide, answers, tool) {
  const stays = (given) => !outcome({ ...guide, tools: [tool] }, given).out.has(tool);
  const others = (id) => [...asks(guide, id).options.map((each) => each.id), UNKNOWN].filter((each) => !answers.get(id).includes(each));
  const alone = [...answers.keys()].flatMap((id) => {
    const options = others(id).filter((option) => stays(changed(answers, id, [option])));
    return options.length ? [{ question: id, options }] : [];
  });
  if (alone.length) return { alone: true, ways: alone };
  const bars = outcome({ ...guide, tools: [tool] }, answers).out.get(tool) ?? [];
  return { alone: false, ways: together(answers, [...new Set(bars.map((bar) => bar.question))], others, stays) };
}

/** One option of each of these questions, or that it is skipped, such that every combination brings the tool back. */
function together(answers, questions, others, stays) {
  const skipped = (given, ids) => ids.reduce((all, id) => changed(all, id, [UNKNOWN]), given);
  const kept = questions.map((id) => ({
    question: id,
    options: others(id).filter((option) => stays(changed(skipped(answers, questions), id, [option]))),
  }));
  const sets = kept.reduce((all, { question, options }) => all.flatMap((set) => options.map((each) => changed(set, question, [each]))), [answers]);
  return sets.every(stays) ? kept : questions.map((question) => ({ question, options: [UNKNOWN] }));
}
