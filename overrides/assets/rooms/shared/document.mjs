// A short document as blocks, written as Markdown and as HTML; one writer for every decision record. Pure.
// A block: {title}, {head}, {text}, {list}, {numbers}, {checks}, {table: {head, rows}}; text is a string or a list of
// strings, {strong}, {link, words}.

const KINDS = {
  title: [(text) => `# ${text}`, (text) => `<h1>${text}</h1>`],
  head: [(text) => `## ${text}`, (text) => `<h2>${text}</h2>`],
  text: [(text) => text, (text) => `<p>${text}</p>`],
};

/** Markdown, with one empty line between blocks. */
export function markdown(blocks) {
  return `${blocks.map((block) => written(block, inMarkdown, 0)).join("\n\n")}\n`;
}

/** HTML that a wiki or a mail keeps. */
export function html(blocks) {
  return blocks.map((block) => written(block, inHtml, 1)).join("\n");
}

function written(block, inline, form) {
  for (const [kind, writers] of Object.entries(KINDS)) if (kind in block) return writers[form](inline(block[kind]));
  if (block.table) return form ? htmlTable(block.table) : markdownTable(block.table);
  const items = (block.list ?? block.numbers ?? block.checks).map(inline);
  const tag = block.numbers ? "ol" : "ul";
  if (form) return `<${tag}>${items.map((each) => `<li>${block.checks ? "☐ " : ""}${each}</li>`).join("")}</${tag}>`;
  const marks = block.checks ? "- [ ]" : "-";
  return items.map((each, place) => (block.numbers ? `${place + 1}. ${each}` : `${marks} ${each}`)).join("\n");
}

function markdownTable({ head, rows }) {
  const line = (cells) => `| ${cells.map((each) => inMarkdown(each).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function htmlTable({ head, rows }) {
  const line = (cells, tag) => `<tr>${cells.map((each) => `<${tag}>${inHtml(each)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${line(head, "th")}</thead><tbody>${rows.map((cells) => line(cells, "td")).join("")}</tbody></table>`;
}

const parts = (text) => [text].flat();

function inMarkdown(text) {
  return parts(text).map((each) => {
    if (typeof each === "string") return quoted(each); // a string has a method called link
    if (each.strong) return `**${quoted(each.strong)}**`;
    return each.words ? `[${quoted(each.words)}](${each.link})` : `<${each.link}>`;
  }).join("");
}

function inHtml(text) {
  return parts(text).map((each) => {
    if (typeof each === "string") return escaped(each);
    if (each.strong) return `<strong>${escaped(each.strong)}</strong>`;
    return `<a href="${escaped(each.link)}">${escaped(each.words ?? each.link)}</a>`;
  }).join("");
}

/** Plain words in Markdown: what would be markup is quoted; `[1]` stays a number of a source. */
function quoted(text) {
  return String(text).replace(/[\\`*_<]|(?<=!?)\[(?!\d+\])|^[#>+-](?=\s)/g, "\\$&");
}

function escaped(text) {
  return String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
