// What a reader takes away from a matrix: exactly what is shown, as Markdown, HTML, CSV or rows for JSON. Pure.

/** What is shown, one cell each. */
function cells(model, shown) {
  const tools = new Map(model.tools.map((tool) => [tool.id, tool]));
  return shown.tools.flatMap((id) =>
    shown.criteria.map((criterion) => ({
      tool: id,
      criterion,
      ...(tools.get(id).cells[criterion] ?? { value: "", words: "", conditions: [], note: "", checked: "", sources: [] }),
    })),
  );
}

/** A value as it stands on the screen: with the conditions that it holds under. */
export const said = (cell) => [cell?.words ?? "", ...(cell?.conditions?.length ? [`(${cell.conditions.join(", ")})`] : [])].join(" ");

/** A tool as it stands on the screen: with its lifecycle where it has ended. */
const called = ({ name, standing }) => (standing ? `${name} (${standing})` : name);

/** A Markdown table under its title, each cell with links to its sources; below it notes, sources and days. */
export function markdown(model, shown, words, link, title = "") {
  const { tools, criteria, sources, number } = laidOut(model, shown);
  const marks = (cell) => (cell?.sources ?? []).map((source) => ` [${number(source)}](<${address(source.url)}>)`).join("");
  const lines = [
    `| ${[words.criterion, ...tools.map(called)].map(escape).join(" | ")} |`,
    `|${"---|".repeat(tools.length + 1)}`,
    ...criteria.map(({ id, name }) => `| ${[escape(name), ...tools.map(({ cells: { [id]: cell } }) => `${escape(said(cell))}${marks(cell)}`)].join(" | ")} |`),
  ];
  const notes = notesOf(tools, criteria).map(([where, note]) => `- ${escape(where)}: ${escape(note)}`);
  return [
    ...(title ? [`**${escape(title)}**`, ""] : []), ...lines, "",
    ...(notes.length ? [`${words.notes}:`, ...notes, ""] : []),
    `${words.sources}:`, ...sources.map((each, place) => `${place + 1}. <${address(each.url)}> (${each.opened})`), "",
    ...day(tools, criteria, words), `<${link}>`,
  ].join("\n");
}

/** The same as HTML, for editors that take it from the clipboard. */
export function html(model, shown, words, link, title = "") {
  const { tools, criteria, sources, number } = laidOut(model, shown);
  const anchor = (url, text) => `<a href="${quoted(address(url))}">${quoted(text)}</a>`;
  const marks = (cell) => (cell?.sources ?? []).map((source) => ` <sup>${anchor(source.url, `[${number(source)}]`)}</sup>`).join("");
  const row = (tag, cells) => `<tr>${cells.map((each) => `<${tag}>${each}</${tag}>`).join("")}</tr>`;
  const body = criteria.map(({ id, name }) => `<tr><th>${quoted(name)}</th>${tools.map(({ cells: { [id]: cell } }) => `<td>${quoted(said(cell))}${marks(cell)}</td>`).join("")}</tr>`);
  const notes = notesOf(tools, criteria).map(([where, note]) => `<li>${quoted(where)}: ${quoted(note)}</li>`);
  return [
    title ? `<p><strong>${quoted(title)}</strong></p>` : "",
    `<table><thead>${row("th", [words.criterion, ...tools.map(called)].map(quoted))}</thead><tbody>${body.join("")}</tbody></table>`,
    notes.length ? `<p>${quoted(words.notes)}:</p><ul>${notes.join("")}</ul>` : "",
    `<p>${quoted(words.sources)}:</p><ol>${sources.map((each) => `<li>${anchor(each.url, each.url)} (${quoted(each.opened)})</li>`).join("")}</ol>`,
    `<p>${day(tools, criteria, words).map(quoted).join("")} ${anchor(link, link)}</p>`,
  ].join("");
}

/** The tools and criteria that are shown, and their sources as they are numbered. */
function laidOut(model, shown) {
  const tools = shown.tools.map((id) => model.tools.find((tool) => tool.id === id));
  const criteria = shown.criteria.map((id) => model.criteria.find((each) => each.id === id));
  const sources = [];
  for (const { id } of criteria) {
    for (const { cells: { [id]: cell } } of tools) {
      for (const source of cell?.sources ?? []) if (!sources.some((each) => each.url === source.url)) sources.push(source);
    }
  }
  return { tools, criteria, sources, number: ({ url }) => sources.findIndex((each) => each.url === url) + 1 };
}

function notesOf(tools, criteria) {
  return criteria.flatMap(({ id, name }) => tools.filter(({ cells }) => cells[id]?.note).map((tool) => [`${tool.name} · ${name}`, tool.cells[id].note]));
}

/** The last day on which something of what is shown was checked. */
function day(tools, criteria, words) {
  const days = tools.flatMap(({ cells }) => criteria.map(({ id }) => cells[id]?.checked ?? "")).filter(Boolean).sort();
  return days.length ? [`${words.day} ${days.at(-1)}`, ""] : [];
}

/** What is shown as rows of values, words, conditions, notes and sources. */
export function rows(model, shown) {
  return cells(model, shown).map(({ tool, criterion, value, words, conditions, note, checked, sources }) => ({
    tool, criterion, value: value.split(" ").filter(Boolean), words, conditions, note, checked, sources,
  }));
}

const MARK = "\ufeff"; // by this byte-order mark a spreadsheet knows the text for UTF-8
const LINE = "\r\n";

/** Every shown cell on a line of its own, with words, conditions, note, sources and the days on which they were opened. */
export function csv(model, shown) {
  const names = new Map([...model.tools, ...model.criteria].map((each) => [each.id, each.name]));
  const head = ["tool", "criterion", "value", "words", "note", "checked", "sources", "opened", "tool_name", "criterion_name", "conditions"];
  const lines = cells(model, shown).map((row) => [
    row.tool, row.criterion, row.value, row.words, row.note, row.checked,
    row.sources.map((each) => each.url).join(" "), row.sources.map((each) => each.opened).join(" "),
    names.get(row.tool), names.get(row.criterion), (row.conditions ?? []).join(", "),
  ]);
  return table([head, ...lines]);
}

/** The table as it stands on the screen, in words. */
export function grid(model, shown, words) {
  const { tools, criteria } = laidOut(model, shown);
  return table([[words.criterion, ...tools.map(called)],
    ...criteria.map(({ id, name }) => [name, ...tools.map(({ cells: { [id]: cell } }) => said(cell))])]);
}

const table = (lines) => MARK + lines.map((line) => line.map(field).join(",") + LINE).join("");

function field(text) {
  const safe = harmless(String(text ?? ""));
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs what begins like a formula, in full-width signs too; an apostrophe keeps it text. */
export function harmless(text) {
  return /^[=+\-@\u2212\t\r\n]/.test(text.slice(0, 1).normalize("NFKC")) ? `'${text}` : text;
}

/** Plain text in Markdown: nothing in it is a mark, a link or a tag. */
function escape(text) {
  return text.replace(/[\\`*_[\]<>|~#!]/g, "\\$&").replace(/\s*[\r\n]+\s*/g, " ");
}

const address = (url) => url.replace(/[<>\s]/g, encodeURIComponent);
const quoted = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
