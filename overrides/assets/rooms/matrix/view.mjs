// What a matrix shows for a state: which tools and criteria, in which order. Pure.

/** A criterion tells tools apart where they have more than one value among them. */
export function differs(tools, criterion) {
  const first = tools[0]?.cells[criterion]?.value ?? "";
  return tools.some((tool) => (tool.cells[criterion]?.value ?? "") !== first);
}

/** Whether a tool has, for each criterion that is filtered, one of the wanted values. */
export function passes(tool, wanted) {
  return wanted.every(([criterion, values]) => (tool.cells[criterion]?.value ?? "").split(" ").some((value) => values.includes(value)));
}

/** The ids of the tools and criteria that a state shows, in order. */
export function view(model, state) {
  const wanted = [...wantedBy(state.where)];
  let tools = model.tools.filter((tool) => (!state.tools.length || state.tools.includes(tool.id)) && passes(tool, wanted));
  if (state.sort) tools = sorted(tools, model.criteria.find((each) => each.id === state.sort));
  let criteria = model.criteria.filter((each) => !state.criteria.length || state.criteria.includes(each.id));
  if (state.only === "differences") criteria = criteria.filter((each) => differs(tools, each.id));
  if (state.only === "unchecked") {
    criteria = criteria.filter((each) => tools.some((tool) => !tool.cells[each.id]?.value));
    tools = tools.filter((tool) => criteria.some((each) => !tool.cells[each.id]?.value));
  }
  return { tools: tools.map((each) => each.id), criteria: criteria.map((each) => each.id) };
}

/** The wanted values of each criterion that is filtered. */
export function wantedBy(where) {
  const wanted = new Map();
  for (const pair of where) {
    const [criterion, value] = pair.split(":");
    wanted.set(criterion, [...(wanted.get(criterion) ?? []), value]);
  }
  return wanted;
}

/** By the place of the value among the criterion's options; what is not checked comes last. */
function sorted(tools, criterion) {
  const places = new Map(criterion.options.map((option, place) => [option, place]));
  const place = (tool) => places.get((tool.cells[criterion.id]?.value ?? "").split(" ")[0]) ?? places.size;
  return tools.map((tool) => [place(tool), tool]).sort(([one], [other]) => one - other).map(([, tool]) => tool);
}

/** The words of a cell on a recorded day, or null where it says the same today. */
export function before(past, day, now) {
  const known = past.filter(([recorded]) => recorded <= day);
  const last = known.at(-1);
  return last && last[1] !== now ? { day: last[0], words: last[1] } : null;
}
