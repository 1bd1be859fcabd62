// The form over a matrix: made from the model, filled from a state, read back into one.
import { optionNames } from "./definitions.mjs";
import { make } from "./page.mjs";

const ONLY = { "": "only-all", differences: "only-differences", unchecked: "only-unchecked" };

/** The form; `fixed` names what somebody else keeps (the picked tools). `words` are the interface words. */
export function controlsOf(model, words, label, fixed = []) {
  const pickers = { tools: words.tools, criteria: words.criteria, where: words.filter };
  return make("form", { class: "controls", "aria-label": label },
    make("div", { class: "controls__row" }, ...Object.entries(pickers).filter(([name]) => !fixed.includes(name)).map(([name, title]) =>
      make("details", { class: "picker", "data-picker": name }, make("summary", {}, `${title} `, make("span", { "data-count": name }))))),
    make("div", { class: "controls__row" },
      make("label", {}, `${words.sort} `, sorting(model, words)),
      make("label", {}, `${words.only} `, make("select", { name: "only" }, ...Object.entries(ONLY).map(([value, key]) => make("option", { value }, words[key])))),
      box("turn", "yes", words.turn),
      make("button", { type: "reset" }, words.reset)),
    takeaways(words),
    make("p", { class: "controls__status", role: "status" }));
}

const box = (name, value, text) => make("label", {}, make("input", { type: "checkbox", name, value }), ` ${text}`);

const list = (legend, boxes) => make("fieldset", { class: "picker__list" }, make("legend", {}, legend), ...boxes);

function sorting({ criteria, groups }, words) {
  const choices = [...groups].map(([group, name]) => make("optgroup", { label: name },
    ...criteria.filter((each) => each.group === group && each.options).map((each) => make("option", { value: each.id }, each.name))));
  return make("select", { name: "sort" }, make("option", { value: "" }, words["sort-name"]), ...choices.filter((each) => each.children.length));
}

function takeaways(words) {
  const acts = { link: words.link, pin: words.pin, markdown: words.markdown, grid: words.grid, csv: words.csv, json: "JSON", trial: words.trial, print: words.print };
  return make("div", { class: "controls__row takeaway" },
    ...Object.entries(acts).map(([act, label]) => make("button", { type: "button", "data-do": act }, label)),
    make("output", { class: "takeaway__copied" }));
}

/** What a picker offers, made when a reader opens it: a page draws faster without it. `define` finds a criterion's definition. */
export async function offers(name, { tools, criteria, groups }, define) {
  if (name === "tools") return [make("div", { class: "picker__list" }, ...tools.map((each) => box(name, each.id, each.name)))];
  if (name === "criteria") {
    return [...groups].map(([group, title]) => list(title, criteria.filter((each) => each.group === group).map((each) => box(name, each.id, each.name))));
  }
  return Promise.all(criteria.filter((each) => each.options).map(async ({ id, name: title, options }) => {
    const names = optionNames(await define(id));
    return list(title, options.map((option) => box(name, `${id}:${option}`, names.get(option) ?? option)));
  }));
}

/** What the form holds of one part of a state. */
export function chosenIn(form, name) {
  if (["sort", "only"].includes(name)) return form.elements[name].value;
  if (name === "turn") return form.elements.turn.checked ? "yes" : "";
  const every = name !== "where" && !form.querySelector(`[name=${name}]:not(:checked)`);
  return every ? [] : [...form.querySelectorAll(`[name=${name}]:checked`)].map((each) => each.value);
}

/** Show a state in the form. */
export function fillIn(form, state) {
  for (const name of ["tools", "criteria", "where"]) {
    for (const box of form.querySelectorAll(`[name=${name}]`)) {
      box.checked = name === "where" ? state.where.includes(box.value) : !state[name].length || state[name].includes(box.value);
    }
  }
  form.elements.sort.value = state.sort;
  form.elements.only.value = state.only;
  form.elements.turn.checked = state.turn === "yes";
}

/** Say how many tools, criteria and filters a state leaves. */
export function count(form, numbers) {
  for (const [name, number] of Object.entries(numbers)) {
    const place = form.querySelector(`[data-count=${name}]`);
    if (place) place.textContent = `(${number})`;
  }
}
