// One tool's small file made into elements: the same that macros/templates/parts/matrix.html and notes.html print.
import { reportOf } from "../matrix/reporting.mjs";
import { make } from "../shared/page.mjs";

const SVG = "http://www.w3.org/2000/svg";
const SUPPORT = ["yes", "partial", "no"]; // the options of a criterion that names none
const SPECIAL = ["disputed", "not-applicable", "unmeasured"];

/** The options of a criterion, as a page prints them. */
export const optionsOf = ({ options }) => options ?? SUPPORT.join(" ");

/** A name; one of a single word may break before a capital within it. */
const breakable = (name) =>
  name.includes(" ") ? [name] : name.split(/(?<=[a-z])(?=[A-Z])/).flatMap((part, place) => (place ? [make("wbr"), part] : [part]));

/** The head of a tool's column; `root` is where the tools' pages are. */
export function headOf(id, { name, closed, status, ...mark }, root) {
  return make("th", { scope: "col", role: "columnheader", "data-tool": id, "data-name": name, "data-closed": closed },
    make("a", { href: `${root}${id}/` }, markOf(mark), make("span", {}, ...breakable(name))),
    ...(status ? [" ", make("span", { class: `status status--${status[0]}` }, status[1])] : []));
}

function markOf({ lane, outline, letters }) {
  const kind = `mark lane--${lane}`;
  if (!outline) return make("span", { class: kind, "aria-hidden": "true", "data-letters": letters });
  const mark = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: kind, viewBox: "-4 -4 32 32", "aria-hidden": "true" })) mark.setAttribute(name, value);
  mark.append(document.createElementNS(SVG, "path"));
  mark.firstChild.setAttribute("d", outline);
  return mark;
}

/** What a tool says to a criterion; with `noted` its note stands in the cell. */
export function cellOf(tool, name, said, noted, root) {
  const id = `${tool}-${said.id}`;
  const past = said.past && JSON.stringify(said.past);
  const kind = `cell--${said.state}${said.conditions?.length > 1 ? " cell--both" : ""}`;
  return make("td", { role: "cell", id, class: kind, "data-basis": said.basis, "data-value": valueOf(said), "data-name": name, "data-past": past },
    make("a", { href: placeOf(tool, said, root) }, ...wordsOf(said)),
    noted && isTold(said) ? make("div", { class: "cell__note", id: `note-${id}` }, ...toldOf(tool, said)) : null);
}

/** A value that is its own state is not written twice. */
function valueOf({ state, value }) {
  return value ?? (SUPPORT.includes(state) || SPECIAL.includes(state) ? state : "");
}

/** How something was measured, or why not, stands on its tool's page; everything else has its note here. */
function placeOf(tool, said, root) {
  const id = `${tool}-${said.id}`;
  if (isTold(said)) return `#note-${id}`;
  return said.state === "unchecked" ? "#note-unchecked" : `${root}${tool}/#${id}`;
}

const isTold = ({ lines, days }) => Boolean(lines || days);

function wordsOf({ words, short, conditions = [] }) {
  if (!short && !conditions.length) return [words];
  return [
    make("span", { class: short ? "cell__words cell__words--long" : "cell__words" }, words),
    short ? make("span", { class: "cell__short", "aria-hidden": "true" }, short) : null,
    ...conditions.flatMap((each) => [" ", make("i", { class: "condition" }, each)]),
  ];
}

function toldOf(tool, { lines = [], marks = [], days }) {
  const marked = (numbers) => numbers.flatMap((each) => [" ", make("a", { href: `#source-${tool}-${each}` }, each)]);
  return [
    ...lines.map(([kind, text, state, ...numbers]) => make("p", { class: `evidence__${kind}` }, stated(text, state), ...marked(numbers))),
    ...marked(marks),
    ...(days ? [" ", make("small", {}, days)] : []),
  ];
}

function stated(text, state) {
  return state ? make("span", { lang: state === "untranslated" ? "ko" : null, class: state }, text) : text;
}

/** What the cells of a tool rest on: its notes, unless they stand in the cells, and its sources. */
export function sectionOf(id, { tool, criteria, sources }, noted, report) {
  const told = noted ? [] : criteria.filter(isTold);
  return make("section", { id: `notes-${id}` },
    make("p", { class: "notes__tool" }, make("strong", {}, tool.name)),
    told.length ? make("dl", {}, ...told.map((said) => make("div", { id: `note-${id}-${said.id}` },
      make("dt", {}, said.name), make("dd", {}, ...toldOf(id, said))))) : null,
    make("ol", {}, ...sources.map((source, place) => make("li", { id: `source-${id}-${place + 1}` }, ...sourceOf(source)))),
    report ? make("p", {}, make("a", { href: reportOf(report.address, { tool: id }), rel: "noopener" }, report.words)) : null);
}

function sourceOf([url, shows, dates, state]) {
  return [
    make("a", { class: "source", href: url }, new URL(url).host.replace(/^www\./, "")), " ",
    make("span", { class: "source__shows" }, stated(shows, state)), " ",
    make("span", { class: "source__dates" }, dates),
  ];
}
