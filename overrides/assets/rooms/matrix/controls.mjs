// The form over a matrix: made from the model, filled from a state, read back into one.
import { make } from "../shared/page.mjs";

/** The form; `fixed` names what somebody else keeps (the picked tools), `usual` what is shown unless the reader chooses. */
export function controlsOf(model, words, label, fixed = [], usual = "") {
  const pickers = { tools: words.tools, criteria: words.criteria, where: words.filter };
  return make("form", { class: "controls", "aria-label": label },
    make("div", { class: "controls__row" },
      only(words, usual),
      ...Object.entries(pickers).filter(([name]) => !fixed.includes(name)).map(([name, title]) =>
        make("details", { class: "picker", "data-picker": name }, make("summary", {}, `${title} `, make("span", { "data-count": name })))),
      make("label", { class: "controls__sort" }, make("span", {}, `${words.sort} `), sorting(model, words)),
      make("button", { type: "reset" }, words.reset),
      takeaways(words)),
    make("p", { class: "controls__status" }, make("span", { role: "status" }), " ", make("output", { class: "takeaway__copied" })));
}

/** What to show, as one row of choices. */
function only(words, usual) {
  const choices = [["differences", "short-differences"], [usual ? "all" : "", "short-all"], ["unchecked", "short-unchecked"]];
  return make("fieldset", { class: "controls__only" }, make("legend", { class: "visually-hidden" }, words.only),
    ...choices.map(([value, key]) => make("label", {}, make("input", { type: "radio", name: "only", value }), make("span", {}, words[key], make("small", { "data-only": value })))));
}

const box = (name, value, text) => make("label", {}, make("input", { type: "checkbox", name, value }), ` ${text}`);

const list = (legend, boxes) => make("fieldset", {}, make("legend", {}, legend), ...boxes);

function sorting({ criteria, groups }, words) {
  const choices = [...groups].map(([group, name]) => make("optgroup", { label: name },
    ...criteria.filter((each) => each.group === group && each.options).map((each) => make("option", { value: each.id }, each.name))));
  return make("select", { name: "sort" }, make("option", { value: "" }, words["sort-name"]), ...choices.filter((each) => each.children.length));
}

function takeaways(words) {
  const acts = { link: words.link, pin: words.pin, markdown: words.markdown, grid: words.grid, csv: words.csv, json: "JSON", trial: words.trial, print: words.print };
  return make("details", { class: "picker takeaway" }, make("summary", {}, words.export),
    make("div", { class: "picker__panel picker__panel--acts" }, ...Object.entries(acts).map(([act, label]) => make("button", { type: "button", "data-do": act }, label))));
}

/** Menus of the form close when the reader goes elsewhere or presses Escape. */
export function closeMenus(form, signal) {
  const shut = (keep) => {
    for (const menu of form.querySelectorAll("details[open]")) if (menu !== keep) menu.open = false;
  };
  document.addEventListener("click", ({ target }) => shut(target.closest?.("details.picker")), { signal });
  form.addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target.closest("details[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  }, { signal });
}

/** What a picker offers, made when a reader opens it: a page draws faster without it. `namesOf` finds what a criterion's options are called. */
export async function offers(name, { tools, criteria, groups }, namesOf) {
  const panel = (...parts) => [make("div", { class: "picker__panel" }, ...parts)];
  if (name === "tools") return panel(make("fieldset", {}, ...tools.map((each) => box(name, each.id, each.name))));
  if (name === "criteria") {
    return panel(...[...groups].map(([group, title]) => list(title, criteria.filter((each) => each.group === group).map((each) => box(name, each.id, each.name)))));
  }
  return panel(...await Promise.all(criteria.filter((each) => each.options).map(async ({ id, name: title, options }) => {
    const names = await namesOf(id);
    return list(title, options.map((option) => box(name, `${id}:${option}`, names.get(option) ?? option)));
  })));
}

/** What the form holds of one part of a state. */
export function chosenIn(form, name) {
  if (["sort", "only"].includes(name)) return form.elements[name].value;
  const every = name !== "where" && !form.querySelector(`[name=${name}]:not(:checked)`);
  return every ? [] : [...form.querySelectorAll(`[name=${name}]:checked`)].map((each) => each.value);
}

/** Show a state in the form. */
export function fillIn(form, state, usual = "") {
  for (const name of ["tools", "criteria", "where"]) {
    for (const box of form.querySelectorAll(`[name=${name}]`)) {
      box.checked = name === "where" ? state.where.includes(box.value) : !state[name].length || state[name].includes(box.value);
    }
  }
  form.elements.sort.value = state.sort;
  for (const choice of form.elements.only) choice.checked = choice.value === (state.only || usual);
}

/** Say how many tools, criteria and filters a state leaves, and how many criteria each choice would show. */
export function count(form, numbers, choices) {
  for (const place of form.querySelectorAll("[data-only]")) place.textContent = choices[place.dataset.only || "all"] ?? "";
  for (const [name, number] of Object.entries(numbers)) {
    const place = form.querySelector(`[data-count=${name}]`);
    if (place) place.textContent = number === "" ? "" : `(${number})`;
  }
}
