// A link from a decision record carries its day and its leaders: what has changed since.
import { cellOf, name } from "./candidates.mjs";
import { fill, make } from "../shared/page.mjs";

/** The notice above an outcome, or null where the address carries no day. */
export function sinceLink({ link, words, case: made, guide }) {
  const [day] = link?.day ?? [];
  const led = (link?.led ?? []).filter((tool) => guide.tools.includes(tool));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day ?? "") || !led.length) return null;
  const now = made.found.leaders;
  const names = (tools) => tools.map(name).join(", ") || "–";
  const same = String([...led].sort()) === String([...now].sort());
  const head = fill(words[same ? "changed-same" : "changed-leader"], { day, before: names(led), now: names(now) });
  const cells = changedCells(made, [...new Set([...led, ...made.shown])], day);
  const items = cells.map(({ tool, id, criterion, words: value, past }) => make("li", {}, `${name(tool)}: `, make("a", { href: `#${id}` }, `${criterion}: ${past.at(-2)?.[1] ?? "–"} → ${value}`)));
  return make("div", { class: "notice since" }, make("p", {}, head), ...(items.length ? [make("p", {}, `${words["changed-cells"]}:`), make("ul", {}, ...items)] : []));
}

/** The weighed cells that were recorded anew after a day. */
function changedCells({ found }, tools, day) {
  const weighed = new Set([...found.reasons.values()].flat().map((each) => each.criterion).filter(Boolean));
  for (const bars of found.out.values()) for (const bar of bars) if (bar.criterion) weighed.add(bar.criterion);
  return tools.flatMap((tool) => [...weighed].map((criterion) => ({ tool, ...cellOf(tool, criterion) })).filter(({ past }) => (past.at(-1)?.[0] ?? "") > day));
}
