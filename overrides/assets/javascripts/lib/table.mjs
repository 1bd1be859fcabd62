// What a matrix shows for a state: which tools and criteria, in which order; and its exports. Pure.

/** A criterion tells tools apart where they have more than one value among them. */
export function differs(tools, criterion) {
  return new Set(tools.map((tool) => tool.cells[criterion]?.value ?? "")).size > 1;
}

/** Whether a tool has, for each criterion that is filtered, one of the wanted values. */
export function passes(tool, where) {
  const wanted = new Map();
  for (const pair of where) {
    const [criterion, value] = pair.split(":");
    wanted.set(criterion, [...(wanted.get(criterion) ?? []), value]);
  }
  return [...wanted].every(([criterion, values]) =>
    (tool.cells[criterion]?.value ?? "").split(" ").some((value) => values.includes(value)),
  );
}

/** The ids of the tools and criteria that a state shows, in order. */
export function view(model, state) {
  let tools = model.tools.filter((tool) => !state.tools.length || state.tools.includes(tool.id));
  tools = tools.filter((tool) => passes(tool, state.where));
  const order = model.criteria.find((each) => each.id === state.sort)?.options;
  if (order) {
    const rank = (tool) => {
      const place = order.indexOf((tool.cells[state.sort]?.value ?? "").split(" ")[0]);
      return place < 0 ? order.length : place;
    };
    tools = [...tools].sort((one, other) => rank(one) - rank(other));
  }
  let criteria = model.criteria.filter((each) => !state.criteria.length || state.criteria.includes(each.id));
  if (state.only === "differences") criteria = criteria.filter((each) => differs(tools, each.id));
  if (state.only === "unchecked") {
    criteria = criteria.filter((each) => tools.some((tool) => !tool.cells[each.id]?.value));
    tools = tools.filter((tool) => criteria.some((each) => !tool.cells[each.id]?.value));
  }
  return { tools: tools.map((each) => each.id), criteria: criteria.map((each) => each.id) };
}

/** The words of a cell on a recorded day, or null where it says the same today. */
export function before(past, day, now) {
  const known = past.filter(([recorded]) => recorded <= day);
  const last = known.at(-1);
  return last && last[1] !== now ? { day: last[0], words: last[1] } : null;
}

/** What is shown as rows: one cell each. */
export function cells(model, shown) {
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

/** Comma-separated values; what a spreadsheet would run is kept text. */
export function csv(rows) {
  const head = ["tool", "criterion", "value", "words", "note", "checked", "sources"];
  const lines = rows.map((row) =>
    head.map((field) => quote(field === "sources" ? row.sources.map((each) => each.url).join(" ") : row[field])),
  );
  return [head.join(","), ...lines.map((line) => line.join(","))].join("\n") + "\n";
}

function quote(text) {
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : String(text ?? "");
  return /[",\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function escape(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
