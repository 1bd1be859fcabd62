// While a guide asks: who leads now, how many questions are left, and which of them parts the candidates.
import { answer, ask, mark, name } from "./candidates.mjs";
import { answered } from "./engine.mjs";
import { fill, make } from "../shared/page.mjs";

const SHOWN = 2;
const MOST_OPEN = 3; // chips of questions without an answer

/** Draw the line above the question; `asked` is the question that is asked, or nothing. */
export function drawNow(page, asked) {
  const { words, now, case: made, guide, answers } = page;
  const given = answered(guide, answers);
  const done = answers.size;
  const all = done + made.open.filter((each) => !answers.has(each)).length;
  now.hidden = !asked;
  if (!asked) return;
  const first = made.found.ranking.slice(0, SHOWN).map(({ tool, points }) => make("span", { class: "guide__first" }, mark(tool), `${name(tool)} `, make("b", {}, points)));
  const tie = made.tied.length > 1 ? make("span", { class: "guide__tie" }, made.tied.length > SHOWN ? `${words.tie} (${made.tied.length})` : words.tie) : null;
  const progress = make("progress", { max: all, value: done, "aria-label": fill(words.progress, { all, done }) });
  now.replaceChildren(
    make("span", { class: "guide__soft" }, words.now), ...(given.length ? [...first, tie ?? ""] : [make("span", { class: "guide__soft" }, "–")]),
    make("span", { class: "guide__of" }, done < all ? `${done} / ${all}` : words.all), progress);
  for (const hint of page.form.querySelectorAll(".question__hint")) hint.remove();
  const box = page.form.querySelector(`[data-question="${asked}"]`);
  const parts = asked === made.open[0] && given.length ? [make("b", {}, words["parts-ranking"]), " "] : [];
  const press = box.querySelector("input[type=radio]") ? words.press : "";
  if (parts.length || press) box.querySelector("legend").after(make("p", { class: "question__help question__hint" }, ...parts, press));
}

/** The answers as a line of chips, each of which opens its question again; those that decided stand out. */
export function drawChips(page, asked) {
  const cut = new Set((page.case.deciding ?? []).slice(0, 2).map((each) => each.question));
  const given = new Set(answered(page.guide, page.answers));
  const chips = [...page.answers.keys()].map((id) =>
    make("button", { type: "button", class: `chip${cut.has(id) && !asked ? " chip--cut" : ""}${given.has(id) ? "" : " chip--skipped"}`, "data-do": "change", "data-question": id, title: ask(page, id) },
      given.has(id) ? answer(page, id) : `${ask(page, id)} –`));
  const open = asked ? [] : page.case.open.slice(0, MOST_OPEN).map((id) =>
    make("button", { type: "button", class: "chip chip--more", "data-do": "change", "data-question": id }, `+ ${ask(page, id)}`));
  const restart = make("button", { type: "button", class: "quiet", "data-do": "restart" }, page.words.restart);
  page.chips.hidden = !chips.length;
  page.chips.replaceChildren(...chips, ...open, restart);
}
