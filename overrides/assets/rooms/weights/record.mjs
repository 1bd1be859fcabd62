// A ranking by weights as a decision record. Pure.

/** The blocks of a record, for `document.mjs`: weights, ranking, sources and dates; `found` is the ranking. */
export function record({ model, words, list }, { ranked, excluded }, link) {
  const tools = new Map(model.tools.map((each) => [each.id, each]));
  const criteria = new Map(model.criteria.map((each) => [each.id, each.name]));
  const part = (title, items, kind = "list") => (items.length ? [{ head: words[title] }, { [kind]: items }] : []);
  const weights = list.map((each) => `${criteria.get(each.criterion)}: ${each.weight === "must" ? words.must : each.weight} (${each.wanted})`);
  const out = excluded.map((each) => `${words.excluded}: ${tools.get(each.tool).name} (${each.broken.map((id) => criteria.get(id)).join(", ")})`);
  return [
    { title: words["adr-title"] },
    ...part("adr-weights", weights),
    ...part("adr-ranking", ranked.map((each) => `${tools.get(each.tool).name}${share(each)}`), "numbers"),
    ...(out.length ? [{ list: out }] : []),
    ...part("adr-sources", ranked.flatMap(({ tool }) => list.map((each) => cited(tools.get(tool), each.criterion, criteria)))),
    { text: { link } },
  ];
}

function share({ terms, low, high }) {
  if (!terms.length) return "";
  return `: ${low === high ? low : `${low}–${high}`}%`;
}

function cited({ name, cells }, criterion, criteria) {
  const { words, sources } = cells[criterion];
  const links = sources.flatMap((source, place) => [place ? ", " : " — ", { link: source.url }, ` (${source.opened})`]);
  return [`${name} · ${criteria.get(criterion)}: ${words}`, ...links];
}
