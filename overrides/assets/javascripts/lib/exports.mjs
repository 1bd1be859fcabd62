// What a reader takes away from a matrix: exactly what is shown, as Markdown, CSV or rows for JSON. Pure.

/** What is shown, one cell each. */
function cells(model, shown) {
  const tools = new Map(model.tools.map((tool) => [tool.id, tool]));
  return shown.tools.flatMap((id) =>
    shown.criteria.map((criterion) => ({
      tool: id,
      criterion,
      ...(tools.get(id).cells[criterion] ?? { value: "", words: "", note: "", checked: "", sources: [] }),
    })),
  );
}

/** A Markdown table with numbered sources below it. */
export function markdown(model, shown, words, link) {
  const tools = shown.tools.map((id) => model.tools.find((tool) => tool.id === id));
  const urls = [];
  const number = (source) => {
    if (!urls.some((each) => each.url === source.url)) urls.push(source);
    return urls.findIndex((each) => each.url === source.url) + 1;
  };
  const lines = [
    `| ${[words.criterion, ...tools.map((tool) => escape(tool.name))].join(" | ")} |`,
    `|${"---|".repeat(tools.length + 1)}`,
  ];
  for (const id of shown.criteria) {
    const criterion = model.criteria.find((each) => each.id === id);
    const row = tools.map((tool) => {
      const cell = tool.cells[id];
      const marks = (cell?.sources ?? []).map((source) => `[${number(source)}]`).join("");
      return `${escape(cell?.words ?? "")}${marks ? ` ${marks}` : ""}`;
    });
    lines.push(`| ${[escape(criterion.name), ...row].join(" | ")} |`);
  }
  lines.push("", `${words.sources}:`, ...urls.map((each, place) => `${place + 1}. <${each.url}> (${each.opened})`), "", `<${link}>`);
  return lines.join("\n");
}

/** What is shown as rows of values, words, notes and sources. */
export function rows(model, shown) {
  return cells(model, shown).map(({ tool, criterion, value, words, note, checked, sources }) => ({
    tool, criterion, value: value.split(" ").filter(Boolean), words, note, checked, sources,
  }));
}

const MARK = "\ufeff"; // by this byte-order mark a spreadsheet knows the text for UTF-8

/** Comma-separated values; what a spreadsheet would run is kept text. */
export function csv(model, shown) {
  const head = ["tool", "criterion", "value", "words", "note", "checked", "sources"];
  const lines = cells(model, shown).map((row) =>
    head.map((field) => quote(field === "sources" ? row.sources.map((each) => each.url).join(" ") : row[field])),
  );
  return MARK + [head.join(","), ...lines.map((line) => line.join(","))].join("\n") + "\n";
}

function quote(text) {
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : String(text ?? "");
  return /[",\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function escape(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
