// The outcome of a guide as an architecture decision record in Markdown. Pure.

/** Markdown of {title, context, options, ruled, leaders, reasons, open, link} with the page's words. */
export function decision(words, record) {
  const lines = [`# ${record.title}`, "", words["adr-status"]];
  const part = (title, items) => lines.push("", `## ${title}`, "", ...items);
  const list = (items) => items.map((each) => `- ${each}`);
  part(words["adr-context"], list(record.context.map((each) => `${each.question} ${each.answer}`)));
  const ruled = record.ruled.map((each) => `${each.name} (${words["adr-ruled"]}: ${each.reasons.join("; ")})`);
  part(words["adr-options"], list([...record.options, ...ruled]));
  part(words["adr-decision"], [record.leaders.join(", ") || "–"]);
  part(words["adr-reasons"], list(record.reasons));
  if (record.open.length) part(words["adr-open"], list(record.open));
  lines.push("", `${words["adr-link"]}: <${record.link}>`);
  return lines.join("\n");
}
