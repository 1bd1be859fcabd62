// Reads from stdin {models, guides, tools, stages, moved, seed, count}; mangles documented addresses as people and messengers do, and prints
// what did not come back to its state: {addresses, manglings, wrong: [...]}.
import { readFileSync } from "node:fs";
import { read, resolve, vocabulary, write } from "../../overrides/assets/rooms/shared/address.mjs";
import { known } from "../../overrides/assets/rooms/guide/engine.mjs";
import { stackIn, stackNames, weightNames, weightsIn } from "../../overrides/assets/rooms/shared/pairs.mjs";
import { stateOf } from "../../overrides/assets/rooms/matrix/state.mjs";

const { models, guides, tools, stages, moved, seed, count } = JSON.parse(readFileSync(0, "utf-8"));

const stacked = stackNames(stages, moved);
const weighable = new Map(models.map(({ criteria }) => [criteria, weightNames(criteria, moved)]));

let turn = seed;
function chance() {
  turn = (turn + 0x6d2b79f5) | 0;
  let mixed = Math.imul(turn ^ (turn >>> 15), 1 | turn);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const one = (all) => all[Math.floor(chance() * all.length)];
const some = (all, most) => [...new Set(Array.from({ length: 1 + Math.floor(chance() * most) }, () => one(all)))];

// Each pretends to be what happens to a link on its way; it gets and gives a query string without its "?".
const MANGLINGS = {
  decomposed: (text) => text.normalize("NFD"),
  wide: (text) => text.replace(/[a-z0-9,:]/g, (sign) => (chance() < 0.3 ? String.fromCodePoint(sign.codePointAt(0) + 0xfee0) : sign)),
  shouted: (text) => text.replace(/[a-z]/g, (sign) => (chance() < 0.4 ? sign.toUpperCase() : sign)),
  separated: (text) => text.replaceAll(",", one([";", ", ", ",+", "+", "%20", "、", "|"])),
  encoded: (text) => text.replaceAll(",", "%2C").replaceAll(":", "%3A"),
  twice: (text) => text.replaceAll(",", "%252C"),
  spoken: (text) => text + one(["를", "을", "은", "이랑", "에서", "로", "를%20", "%EB%A5%BC", " 보세요".slice(0, 1)]),
  punctuated: (text) => text + one([".", ")", "”", ">", "…", "%22", ".)", "!", "*"]),
  tagged: (text) => one([`${text}&utm_source=kakao&fbclid=IwAR0`, `utm_medium=chat&${text}`, `${text}&h=word`, `${text}?utm_source=x`]),
  escaped: (text) => text.replaceAll("&", "&amp;"),
  semicolons: (text) => text.replaceAll("&", ";"),
  unseen: (text) => text.replace(/=/g, "=\u200b") + "\u200b",
  cut: (text) => `${text}%EB%A5`,
  doubled: (text) => `${text}&${text}`,
  empty: (text) => `&${text.replaceAll(",", ",,")}&&`,
};

/** One documented address, how it is read, and the state that it holds. */
function documented() {
  const kind = one(["matrix", "picked", "guide", "stack", "weights"]);
  if (kind === "picked") {
    const all = vocabulary(Object.entries(tools).map(([id, names]) => [id, ...names]), moved);
    const values = some(Object.keys(tools), 6);
    return { values: { tools: values }, read: (text) => {
      const found = resolve(read(text).texts.get("tools") ?? "", all);
      return { state: { tools: found.values }, dropped: found.dropped };
    } };
  }
  if (kind === "stack") {
    const values = some(stages, 5).map((stage) => `${stage.id}:${one(stage.tools).id}`);
    return { values: { stack: values }, read: (text) => {
      const { stack, dropped } = stackIn(read(text).texts.get("stack") ?? "", stacked);
      return { state: { stack: [...stack].map((pair) => pair.join(":")) }, dropped };
    } };
  }
  if (kind === "weights") {
    const { criteria } = one(models);
    const weighed = some(criteria.filter((each) => each.options), 4);
    const values = weighed.map(({ id, options }) => `${id}:${one(["must", "1", "3", "5"])}${one(["", `:${options[0]}`])}`);
    return { values: { weigh: values }, read: (text) => {
      const { entries, dropped } = weightsIn(read(text).texts.get("weigh") ?? "", weighable.get(criteria));
      return { state: { weigh: entries }, dropped };
    } };
  }
  if (kind === "guide") {
    const guide = one(guides);
    const values = {};
    for (const { id, many, options } of some(guide.questions, 4)) values[id] = some(options.map((each) => each.id), many ? 3 : 1);
    return { values, read: (text) => {
      const found = known(guide, read(text));
      return { state: Object.fromEntries(found.answers), dropped: found.dropped };
    } };
  }
  const model = one(models);
  const choices = model.criteria.filter((each) => each.options);
  const pair = () => (({ id, options }) => `${id}:${one(options)}`)(one(choices));
  const every = {
    tools: () => some(model.tools.map((each) => each.id), 4),
    criteria: () => some(model.criteria.map((each) => each.id), 4),
    where: () => [...new Set([pair(), pair()])],
    sort: () => [one(choices).id],
    only: () => [one(["differences", "unchecked"])],
    "as-of": () => ["2026-11-22"],
  };
  const values = Object.fromEntries(some(Object.keys(every), 4).map((name) => [name, every[name]()]));
  return { values, read: (text) => {
    const { taken, dropped, ...state } = stateOf(model, read(text), [], moved);
    return { state: Object.fromEntries(Object.entries(state).map(([name, value]) => [name, [value].flat().filter(Boolean)]).filter(([, value]) => value.length)), dropped };
  } };
}

const same = (one, other) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
const wrong = [];
for (let turns = 0; turns < count; turns++) {
  const { values, read: understand } = documented();
  const plain = write(Object.entries(values)).slice(1);
  const straight = understand(`?${plain}`);
  if (!same(straight.state, values) || straight.dropped.length) wrong.push({ plain, straight });
  const chosen = Object.keys(MANGLINGS).filter(() => chance() < 0.5).sort(() => chance() - 0.5);
  const mangled = chosen.reduce((text, name) => MANGLINGS[name](text), plain);
  const found = understand(`?${mangled}`);
  if (!same(found.state, values) && !found.dropped.length) wrong.push({ plain, chosen, mangled, found });
  const strange = Object.entries(found.state).flatMap(([name, all]) => all.filter((value) => !values[name]?.includes(value)));
  if (strange.length) wrong.push({ plain, chosen, mangled, strange });
  else if (!same(found.state, values)) wrong.push({ plain, chosen, mangled, lost: found });
}
console.log(JSON.stringify({ addresses: count, manglings: Object.keys(MANGLINGS).length, wrong }));
