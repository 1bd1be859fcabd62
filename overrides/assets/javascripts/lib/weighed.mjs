// A ranking by weights as an architecture decision record in Markdown. Pure.

/** Weights, ranking, sources and dates; `found` is the ranking. */
export function record({ model, words, list }, { ranked, excluded }, link) {
  const tools = new Map(model.tools.map((each) => [each.id, each]));
  const criteria = new Map(model.criteria.map((each) => [each.id, each.name]));
  const lines = [`# ${words["adr-title"]}`];
  const part = (title, items) => lines.push("", `## ${words[title]}`, "", ...items);
  part("adr-weights", list.map((each) => `- ${criteria.get(each.criterion)}: ${each.weight === "must" ? words.must : each.weight} (${each.wanted})`));
  part("adr-ranking", [
    ...ranked.map((each, place) => `${place + 1}. ${tools.get(each.tool).name}${share(each)}`),
    ...excluded.map((each) => `- ${words.excluded}: ${tools.get(each.tool).name} (${each.broken.map((id) => criteria.get(id)).join(", ")})`),
  ]);
  part("adr-sources", ranked.flatMap(({ tool }) => list.map((each) => cited(tools.get(tool), each.criterion, criteria))));
  return [...lines, "", `<${link}>`].join("\n");
}

function share({ terms, low, high }) {
  if (!terms.length) return "";
  return `: ${low === high ? low : `${low}–${high}`}%`;
}

function cited({ name, cells }, criterion, criteria) {
  const { words, sources } = cells[criterion];
  const links = sources.map((source) => `<${source.url}> (${source.opened})`).join(", ");
  return `- ${name} · ${criteria.get(criterion)}: ${words}${links ? ` — ${links}` : ""}`;
}
