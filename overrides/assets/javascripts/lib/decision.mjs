// The outcome of a guide as an architecture decision record in Markdown. Pure.

/** Markdown of {title, context, options, leaders, reasons, ruled, open, link} with the page's words. */
export function decision(words, record) {
  const lines = [`# ${record.title}`, "", words["adr-status"], "", `## ${words["adr-context"]}`, ""];
  for (const each of record.context) lines.push(`- ${each.question} ${each.answer}`);
  lines.push("", `## ${words["adr-options"]}`, "");
  for (const each of record.options) lines.push(`- ${each.name}: ${words.points.replace("{count}", each.points)}`);
  for (const each of record.ruled) lines.push(`- ${each.name} (${words["adr-ruled"]}: ${each.reasons.join("; ")})`);
  lines.push("", `## ${words["adr-decision"]}`, "", record.leaders.join(", ") || "–");
  lines.push("", `## ${words["adr-reasons"]}`, "");
  for (const each of record.reasons) {
    const sources = each.sources.map((source) => `<${source.url}> (${source.opened})`).join(", ");
    lines.push(`- ${each.tool}: ${each.criterion}: ${each.words}${sources ? ` — ${sources}` : ""}`);
  }
  if (record.open.length) {
    lines.push("", `## ${words["adr-open"]}`, "", ...record.open.map((each) => `- ${each}`));
  }
  lines.push("", `${words["adr-link"]}: <${record.link}>`);
  return lines.join("\n");
}
