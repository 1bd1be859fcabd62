// The planner's facts, read once from its table: what each tool needs, asks for, and is known to work with.

/** {heads, tools}: the criteria that are needs, and each tool's {name, url, status, stages, parts, needs, versions, relations}. */
export function factsOf(table) {
  const heads = [...table.querySelectorAll("[data-need]")].map((each) => each.textContent.trim());
  return { heads, tools: new Map([...table.tBodies[0].rows].map((row) => [row.dataset.tool, toolOf(row)])) };
}

function toolOf(row) {
  const { name, status, statusWords, stages, parts } = row.dataset;
  return {
    name,
    status,
    statusWords,
    url: row.querySelector("th a").getAttribute("href"),
    stages: stages.split(" "),
    parts: parts.split(" "),
    needs: [...row.querySelectorAll("[data-criterion]")],
    versions: row.querySelector("[data-versions]").textContent,
    setups: [...row.querySelectorAll("[data-setup]")].map((each) => ({ name: each.textContent.trim(), team: each.dataset.team.split(" ").filter(Boolean) })),
    relations: new Map([...row.querySelectorAll("[data-relation]")].map((each) => [each.dataset.relation, relationOf(each.dataset)])),
  };
}

const relationOf = ({ source, opened, secondary, discontinued }) => ({ source, opened, secondary: secondary !== undefined, discontinued });

/** The ways to run a tool that fit a size of team; all where the size is not known or none says which it fits. */
export function setupsFor(tool, team) {
  const fitting = tool.setups.filter((each) => each.team.includes(team));
  return fitting.length ? fitting : tool.setups;
}

/** Every pair of the chosen tools, with the relation that shows that they work together, if one does. */
export function pairsOf({ tools }, chosen) {
  return chosen.flatMap((one, place) => chosen.slice(place + 1).map((other) => ({
    one,
    other,
    relation: tools.get(one).relations.get(other) ?? tools.get(other).relations.get(one),
  })));
}

/** What a chosen tool covers besides: "whole", "part" or null. */
export function coverage(tool, stage) {
  if (!tool.stages.includes(stage)) return null;
  return tool.parts.includes(stage) ? "part" : "whole";
}

/** The options that are chosen in a select, without the empty one. */
export const given = (select) => [...select.selectedOptions].filter((option) => option.value);
